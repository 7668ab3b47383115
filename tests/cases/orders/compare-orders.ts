import type { Case } from '../../../lambdas/cases/case.ts'
import { caseDates } from '../../../lambdas/cases/case-dates.ts'
import type { CouncilOwnTimes } from '../../../lambdas/cases/council.ts'
import { dutyDates } from '../../../lambdas/cases/duty-dates.ts'
import type { Fact, NewFact } from '../../../lambdas/cases/fact.ts'
import { londonInstant } from '../../../lambdas/cases/london.ts'
import { summaryOf } from '../../../lambdas/cases/outcome.ts'
import { type Sequence, sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { standings } from '../../../lambdas/cases/standing.ts'
import type { TaskDue } from '../../../lambdas/cases/task.ts'
import { tasksOf } from '../../../lambdas/cases/tasks-of.ts'
import type { CalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { SETTINGS } from '../plan/settings-for-tests.ts'
import type { Story } from './stories.ts'

/** How a case is built from its facts as they were recorded. A test gives a wrong way, to see that it is found. */
export type BuildCase = (caseId: string, recorded: readonly Fact[]) => Case

/**
 * The same facts, all recorded on one day, because some times run from the day on which the council learnt of something:
 * what opened the case first, and no fact before one that it names.
 * @param choose which of those that can be recorded next is
 * @returns the case, and the label of each of its facts: its sequence in the story
 */
export function recordedAnew(
  { subject, today }: Story,
  build: BuildCase,
  choose: (count: number) => number,
): { readonly subject: Case; readonly labels: ReadonlyMap<string, string> } {
  const [opening, ...others] = subject.recorded
  if (!opening) throw new Error('A story begins with what opened the case.')
  const sequences = new Map<Sequence, Sequence>()
  const facts: Fact[] = []
  const record = (fact: Fact) => {
    const sequence = sequenceOf(facts.length + 1)
    sequences.set(fact.sequence, sequence)
    facts.push({ ...renamed(fact, sequences), sequence, recordedAt: londonInstant(today, '10:00').toISOString() })
  }
  record(opening)
  const left = [...others]
  while (left.length > 0) {
    const ready = left.filter((fact) => namesOf(fact).every((name) => sequences.has(name)))
    const next = ready[choose(ready.length)]
    if (!next) throw new Error('Two facts name each other.')
    left.splice(left.indexOf(next), 1)
    record(next)
  }
  const labels = new Map([...sequences].map(([before, after]) => [after, before]))
  return { subject: build(subject.caseId, facts), labels }
}

/** The facts that one names. It is recorded after them. */
export function namesOf({ follows, details }: Fact): readonly Sequence[] {
  const named = [
    follows,
    'of' in details ? details.of : undefined,
    'corrects' in details ? details.corrects : undefined,
    'removes' in details ? details.removes : undefined,
  ]
  return named.filter((name) => name !== undefined)
}

/** The same fact, naming the others by their sequences in another order. */
export function renamed<Of extends NewFact>(fact: Of, sequences: ReadonlyMap<Sequence, Sequence>): Of {
  return JSON.parse(JSON.stringify(fact), (key, value: unknown) =>
    NAMING.includes(key) ? (sequences.get(value as Sequence) ?? value) : value,
  ) as Of
}

/** The members of a fact, of its details and of those of a correction, that name another fact. */
const NAMING: readonly string[] = ['follows', 'of', 'corrects', 'removes']

/** What follows from the facts of a case, whenever they were recorded, with each fact under its label. */
export function whatFollows(
  subject: Case,
  today: CalendarDate,
  labels: ReadonlyMap<string, string>,
  settings: CouncilOwnTimes,
): WhatFollows {
  const { version: _version, facts, recorded, openedAt: _openedAt, meetings, ...rest } = subject
  // Whether a meeting was moved or corrected last is the order of recording: the family's calendar follows what it heard.
  const keepsWho = !recorded.some(({ type }) => type === 'fact-corrected')
  const result = {
    case: {
      ...rest,
      meetings: meetings.map(({ lastChangedBy, ...meeting }) => ({ ...meeting, ...(keepsWho && { lastChangedBy }) })),
    },
    order: facts.map(({ sequence }) => sequence),
    dates: caseDates(subject, today),
    duties: subject.undertakings.map((undertaking) => dutyDates(undertaking)),
    stages: standings(subject, today, settings),
    tasks: tasksOf({ subject, tasks: [] }, today, settings).map((task) => (keepsWho ? task : withoutMeeting(task))),
    outcomeRow: { ...summaryOf(subject), version: 0 },
  }
  const label = (text: string) => labels.get(text) ?? text
  return JSON.parse(JSON.stringify(result), (_key, value: unknown) =>
    typeof value === 'string' ? label(value) : value,
  ) as WhatFollows
}

/** What follows from the facts alone, and what follows from them and the days on which the council learnt of them. */
export interface WhatFollows {
  readonly case: object
  readonly order: readonly string[]
  readonly dates: object
  readonly duties: readonly object[]
  readonly outcomeRow: object
  readonly stages: readonly object[]
  readonly tasks: readonly object[]
}

/** Which fact the result of a meeting is asked after is `lastChangedBy` too. */
function withoutMeeting(task: TaskDue): object {
  return task.kind === 'record-meeting-result' ? { kind: task.kind, dueOn: task.dueOn } : task
}

/**
 * What differs between the case as it happened and the same facts in other orders: a line for each order, with its facts.
 * @param orders how many other orders are tried
 * @param random numbers from 0 up to 1
 */
export function compareOrders(story: Story, build: BuildCase, orders: number, random: () => number): readonly string[] {
  const asItHappened = recordedAnew(story, build, () => 0)
  const expected = whatFollows(asItHappened.subject, story.today, asItHappened.labels, SETTINGS)
  return Array.from({ length: orders }).flatMap(() => {
    const anew = recordedAnew(story, build, (count) => Math.floor(random() * count))
    const different = differences('', whatFollows(anew.subject, story.today, anew.labels, SETTINGS), expected)
    if (different.length === 0) return []
    const facts = anew.subject.recorded.map(({ type, sequence }) => `${anew.labels.get(sequence)} ${type}`)
    return `${different.join('; ')}. Recorded as ${facts.join(', ')}`
  })
}

/** Each member that is another one, by its path: "case.certificate.issuedOn is 2025-03-04, not 2025-03-05". */
export function differences(path: string, got: unknown, expected: unknown): readonly string[] {
  if (!isObject(got) || !isObject(expected)) {
    return got === expected ? [] : [`${path} is ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`]
  }
  const names = new Set([...Object.keys(got), ...Object.keys(expected)])
  return [...names].flatMap((name) => differences(path ? `${path}.${name}` : name, got[name], expected[name]))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
