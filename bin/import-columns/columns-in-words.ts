import { COLUMN_NAMES, columnOf, holdsInWords } from '../../lambdas/staff/import/columns.ts'

/** Between these lines of docs/importing.md stands what is made from the table of columns. */
const BEGIN = '<!-- Made by npm run import-columns. -->'
const END = '<!-- Until here. -->'

/** The page with every column as the service reads it. @throws Error when its place is not there */
export function withColumns(page: string): string {
  const [before, rest] = page.split(`${BEGIN}\n`)
  const [, after] = (rest ?? '').split(END)
  if (before === undefined || after === undefined) throw new Error(`The page has no lines "${BEGIN}" and "${END}".`)
  return `${before}${BEGIN}\n\n${columnsInWords()}\n${END}${after}`
}

function columnsInWords(): string {
  const lines = COLUMN_NAMES.map((name) => {
    const { is, needed, example, holds } = columnOf(name)
    const cells = [
      `\`${name}\``,
      `${is}.${needed ? ` **Needed ${needed}.**` : ''}`,
      holdsInWords(holds),
      `\`${example}\``,
    ]
    return `| ${cells.join(' | ')} |`
  })
  return `| Column | What it says | What to write | Example |\n|---|---|---|---|\n${lines.join('\n')}\n`
}
