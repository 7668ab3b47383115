/** As wide as the project's other files. */
const WIDTH = 120

/** JSON as the project's formatter writes it: lists of words stay on one line where they fit. */
export function printJson(value: unknown): string {
  return `${print(value, '', 0)}\n`
}

/** @param taken how much of the line is taken up before the value */
function print(value: unknown, indent: string, taken: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    const line = `[${value.map((one) => JSON.stringify(one)).join(', ')}]`
    const isWords = value.every((one) => typeof one !== 'object')
    // The comma after it belongs to the line.
    if (isWords && taken + line.length < WIDTH) return line
    return block(
      '[',
      value.map((one) => print(one, deeper, deeper.length)),
      ']',
      indent,
    )
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  const lines = members.map(([name, member]) => {
    const key = `${JSON.stringify(name)}: `
    return key + print(member, deeper, deeper.length + key.length)
  })
  return block('{', lines, '}', indent)
}

function block(open: string, lines: readonly string[], close: string, indent: string): string {
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`
}
