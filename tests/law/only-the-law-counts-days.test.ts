import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Ways of adding to a date, or of taking a date from an instant, that are not the engine's. */
const OTHER_MEANS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['luxon arithmetic', /\.(?:plus|minus)\(/],
  ['a Date that is moved', /\.set(?:UTC)?(?:Date|Month|FullYear|Hours|Minutes|Seconds|Milliseconds|Time)\(/],
  ['the length of a day or an hour', /\b(?:86_?400(?:_?000)?|3_?600(?:_?000)?)\b|\b(?:24|60) \* 60\b/],
  ['an instant cut to a date', /toISOString\(\)\s*\.(?:slice|split|substring|substr)\(/],
  ['Date.UTC', /\bDate\.UTC\(/],
  ['another date library', /from '(?:date-fns|dayjs|moment|@js-joda\/core)/],
  ['luxon', /from 'luxon'/],
]

/** What is allowed, and why it adds no day or month to a date of the law. */
const ALLOWED: Readonly<Record<string, readonly (readonly [name: string, why: string])[]>> = {
  'lambdas/messages/telling/release-held-messages.ts': [
    ['the length of a day or an hour', 'how long a message may be on its way: a length, not a date'],
  ],
  'lambdas/public/dates/calendar-file.ts': [
    ['luxon', 'gives a date to the calendar file as a whole day'],
    ['the length of a day or an hour', 'how long before an entry a calendar reminds: a length, not a date'],
  ],
  'lambdas/cases/stop.ts': [
    [
      'the length of a day or an hour',
      'how long a stage that has stopped waits before it goes on: a length, not a date',
    ],
  ],
  'lambdas/journey/note-stop.ts': [
    ['the length of a day or an hour', 'how long a stage may be past its time to go on: a length, not a date'],
    ['an instant cut to a date', 'leaves the parts of a second off an instant'],
  ],
  'lambdas/journey/restart-journey.ts': [['an instant cut to a date', 'names a run by its minute']],
  'lambdas/public/security-txt.ts': [
    ['the length of a day or an hour', 'for how long what the file says is kept: a length, not a date'],
  ],
  'lambdas/journey/repair-journeys.ts': [
    ['the length of a day or an hour', 'how many hours a wait is overdue, for the alarm'],
  ],
  'lambdas/staff/sign-in/sessions.ts': [
    ['the length of a day or an hour', 'for how long a session that has ended is still known: a length, not a date'],
  ],
  'lambdas/staff/sign-in/settings.ts': [
    ['the length of a day or an hour', 'how long a session lasts: a length, not a date'],
  ],
  'lambdas/staff/sign-in/sign-in-routes.ts': [
    ['the length of a day or an hour', 'for how long what a directory says of itself is kept: a length, not a date'],
  ],
  'lambdas/audit/list-entries.ts': [
    ['the length of a day or an hour', 'goes back through the days of the audit table, which are of UTC'],
    ['an instant cut to a date', 'names the day of UTC under which an entry stands'],
  ],
  'lambdas/audit/roots.ts': [
    ['the length of a day or an hour', 'goes on to the next day of the audit table, which is of UTC'],
    ['an instant cut to a date', 'names the day of UTC of which a root is made'],
  ],
  'lambdas/staff/audit/reason-given.ts': [
    ['the length of a day or an hour', 'for how long a reason is kept with a session: a length, not a date'],
  ],
  'lambdas/staff/import/import-store.ts': [
    ['the length of a day or an hour', 'for how long a file is kept: a length, not a date'],
  ],
  'lambdas/staff/opening/question-routes.ts': [
    ['the length of a day or an hour', 'for how long a draft is kept: a length, not a date'],
  ],
  'lambdas/staff/settings/settings-view.ts': [
    ['the length of a day or an hour', 'how many hours a session lasts, in words'],
  ],
  'lambdas/staff/sign-in/kept-forms.ts': [
    ['the length of a day or an hour', 'for how long what was typed is kept: a length, not a date'],
  ],
  'lambdas/messages/calendar/make-calendar-file.ts': [['luxon', 'gives a meeting and a date to the calendar file']],
}

function found(): string[] {
  const files = globSync('lambdas/**/*.ts', { cwd: root }).filter((file) => !file.startsWith('lambdas/law/'))
  expect(files.length).toBeGreaterThan(100)
  return files.sort().flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return OTHER_MEANS.filter(([, pattern]) => pattern.test(text)).map(([name]) => `${file}: ${name}`)
  })
}

describe('only the law counts days', () => {
  it('lets no other code of the service add days or months, but for lengths and words that are listed', () => {
    const allowed = Object.entries(ALLOWED).flatMap(([file, means]) => means.map(([name]) => `${file}: ${name}`))
    expect(found().sort()).toEqual(allowed.sort())
  })

  it('would find each of the other means', () => {
    const examples = [
      'day.plus({ days: 1 })',
      'date.setUTCDate(3)',
      'time + 86_400_000',
      'new Date().toISOString().slice(0, 10)',
      'Date.UTC(2026, 1, 1)',
      "import { addDays } from 'date-fns'",
      "import { DateTime } from 'luxon'",
    ]
    expect(OTHER_MEANS.map(([, pattern], index) => pattern.test(examples[index] ?? ''))).toEqual(
      examples.map(() => true),
    )
  })

  it('keeps clocks and arithmetic out of the state machines', () => {
    const machines = globSync('statemachines/*.asl.json', { cwd: root })
    expect(machines.length).toBeGreaterThan(2)
    for (const machine of machines) {
      expect(readFileSync(join(root, machine), 'utf8')).not.toMatch(/\$(?:now|millis|toMillis|fromMillis)\(/)
    }
  })
})
