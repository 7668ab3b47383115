/**
 * The shape of a stored row: its kind, what kind of thing is in it, and the names of everything that it has. Two rows of one shape are read
 * by the same lines of code.
 */
export function shapeOf(row: Readonly<Record<string, unknown>>): string {
  const content = isObject(row.content) ? row.content : row
  const kinds = ['type', 'kind', 'state', 'status', 'what', 'stage', 'name'].map((name) => String(content[name] ?? ''))
  return JSON.stringify([row.type ?? '', kinds, [...namesIn(row)].sort()])
}

/** Counts have names of their own, as many as there are cells. */
const COUNTS = ['outcome-month', 'work-counts', 'outcome-counted', 'work-counted']

function namesIn(row: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const names = new Set<string>()
  const collect = (value: unknown, path: string) => {
    names.add(path)
    if (Array.isArray(value)) for (const one of value) collect(one, `${path}[]`)
    else if (isObject(value)) for (const [key, one] of Object.entries(value)) collect(one, `${path}.${key}`)
  }
  for (const [key, value] of Object.entries(row)) {
    if (!COUNTS.includes(String(row.type)) || ['pk', 'sk', 'type', 'shape'].includes(key)) collect(value, key)
  }
  return names
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
}
