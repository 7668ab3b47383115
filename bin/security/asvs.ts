import * as v from 'valibot'

const sentence = v.pipe(v.string(), v.minLength(3))
/**
 * A test by the name that stands in its file. `%s` is where each row of its table has its own words: `row` has those of the
 * row that is meant, where it is one alone.
 */
const named = v.strictObject({ file: sentence, name: sentence, row: v.exactOptional(sentence) })
const each = { id: v.pipe(v.string(), v.regex(/^V\d+\.\d+\.\d+$/)), level: v.picklist([1, 2]), asks: sentence }

const requirement = v.union([
  /** A test that tries it. */
  v.strictObject({ ...each, test: named }),
  /** A setting of the council's directory, at which staff sign in. */
  v.strictObject({ ...each, directory: sentence }),
  /** What the platform does: by a test over the templates, or by what AWS itself says. */
  v.strictObject({ ...each, aws: v.strictObject({ says: sentence, test: named }) }),
  v.strictObject({ ...each, aws: v.strictObject({ says: sentence, source: v.pipe(v.string(), v.url()) }) }),
  /** Where it is written down, for what asks to be written down. */
  v.strictObject({ ...each, document: v.strictObject({ file: sentence, heading: sentence }) }),
  /** Why it does not apply. */
  v.strictObject({ ...each, 'not-applicable': sentence }),
  /** What is missing. */
  v.strictObject({ ...each, 'not-met': sentence }),
])

/** How one requirement is met, or why not. What it asks is said in our own words: the standard's are CC BY-SA. */
export type Requirement = v.InferOutput<typeof requirement>
export type NamedTest = v.InferOutput<typeof named>

export interface Asvs {
  readonly standard: string
  readonly requirements: readonly Requirement[]
}

/** Reads the data file. @throws ValiError that names what does not fit */
export function asvsIn(json: string): Asvs {
  return v.parse(v.strictObject({ standard: sentence, requirements: v.array(requirement) }), JSON.parse(json))
}

/** The test by which a requirement is held; undefined for one that is held in another way. */
export function testOf(requirement: Requirement): NamedTest | undefined {
  if ('test' in requirement) return requirement.test
  return 'aws' in requirement && 'test' in requirement.aws ? requirement.aws.test : undefined
}

/** Every name of a test or of a group of tests that a test file runs. One that is skipped is none. */
export function testNamesIn(source: string): ReadonlySet<string> {
  const names = source.matchAll(
    /(?:(?<![\w.])(?:it|test|describe)|\))\s*\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`$\\]*)`)\s*,/g,
  )
  return new Set([...names].map(([, single, double, back]) => unescaped(single ?? double ?? back ?? '')))
}

/** Whether a test file has a test with this name and, where one is meant, this row of its table. */
export function hasTest(source: string, { name, row }: Pick<NamedTest, 'name' | 'row'>): boolean {
  if (!testNamesIn(source).has(name)) return false
  return row === undefined || [`['${row}',`, `['${row}']`, `  '${row}',\n`].some((written) => source.includes(written))
}

/** Every heading of a page, without the marks before it. */
export function headingsIn(page: string): readonly string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading)
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1')
}
