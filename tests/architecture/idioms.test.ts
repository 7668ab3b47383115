import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-imports.ts'

/** A way of writing that has another in this code, and which one is ours. */
interface Idiom {
  readonly other: RegExp
  readonly ours: string
  /** The files that have to write it the other way, and who asks for it. */
  readonly needed: Readonly<Record<string, string>>
  /** What the pattern has to find, and what it has to leave alone. */
  readonly example: string
  readonly counterexample: string
}

const IDIOMS: Readonly<Record<string, Idiom>> = {
  null: {
    other: /\bnull\b/,
    ours: 'What is not there is undefined. Only formats and packages of others have null.',
    needed: {
      'lambdas/messages/calendar/make-calendar-file.ts': 'ical-generator takes a time zone without a name so',
      'lambdas/messages/record-email-event.ts': 'SES writes it in its events',
      'lambdas/journey/hear-stopped-journey.ts': 'Step Functions writes it in its events',
      'lambdas/staff/staff-app.ts': 'Hono takes an answer without a body so',
      'bin/behaviour/differences.ts': 'it compares JSON',
      'bin/behaviour/renamed-words.ts': 'it reads JSON',
      'bin/machines/print-json.ts': 'it writes JSON',
      'bin/dates/answer-question.ts': 'the JSON that the command writes has every key',
      'bin/dates/json-format.ts': 'the JSON that the command writes has every key',
      'lambdas/spreadsheet/read-csv.ts':
        'the CSV parser takes a row that it is not to keep so, and Node a write without an error',
      'bin/dates/working-json.ts': 'the JSON that the command writes has every key',
      'bin/demo/local-process.ts': 'Node says so that a process still runs',
      'bin/demo/signed-in.ts': 'fetch says so that there is no such header',
    },
    example: 'return found === null',
    counterexample: 'return found === undefined // never null',
  },
  'a member that may be left out, or be undefined': {
    other: /\?: (?:(?!=>)[^,;)\n])*\| undefined\b/,
    ours: 'A member that may be left out is written "name?: Type": undefined is in that.',
    needed: {},
    example: 'readonly sentOn?: CalendarDate | undefined',
    counterexample: 'readonly find?: (id: string) => Case | undefined',
  },
  'nothing to spread': {
    other: /\.\.\.\([^\n]* : \{\}\)/,
    ours: 'A member that is there only sometimes is written "...(value && { value })".',
    needed: {},
    example: '...(place ? { place } : {}),',
    counterexample: '...(place && { place }),',
  },
  'a value for none': {
    other: /\|\| (?:\[\]|\{\}|'')/,
    ours: 'A value for one that is not there follows "??", which leaves false, 0 and "" alone.',
    needed: {},
    example: 'const copies = record.copies || []',
    counterexample: "const copies = record.copies ?? [] // list.join() || 'none'",
  },
  'an error with a name put on': {
    other: /\bObject\.assign\(\s*new \w*Error\(/,
    ours: 'An error that somebody asks for is of a class of its own.',
    needed: {},
    example: "throw Object.assign(new Error('The id is taken.'), { name: 'IdTakenError' })",
    counterexample: "throw new IdTakenError('The id is taken.')",
  },
}

/** The local service is a package of its own, with the errors and the null of AWS and of SQLite. */
const OURS = /^(?:bin|lambdas|lib)\//

const written = sourceFiles()
  .filter(({ file }) => OURS.test(file))
  .map(({ file, text }) => ({ file, code: withoutComments(text) }))

describe.each(Object.entries(IDIOMS))('%s', (_name, { other, ours, needed, example, counterexample }) => {
  it('is written only where somebody else asks for it', () => {
    const files = written.filter(({ code }) => other.test(code)).map(({ file }) => file)
    expect(files.sort(), ours).toEqual(Object.keys(needed).sort())
  })

  it('would be found', () => {
    expect(other.test(withoutComments(example))).toBe(true)
    expect(other.test(withoutComments(counterexample))).toBe(false)
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')
}
