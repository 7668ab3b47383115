import { isDeepStrictEqual } from 'node:util'
import { buildCase } from '../../../lambdas/cases/build-case.ts'
import type { Case } from '../../../lambdas/cases/case.ts'
import { caseDates } from '../../../lambdas/cases/case-dates.ts'
import type { CaseFile } from '../../../lambdas/cases/case-file.ts'
import { checkFact, problemsAmong } from '../../../lambdas/cases/check-fact.ts'
import type { Fact, FactType, NewFact } from '../../../lambdas/cases/fact.ts'
import { kindOf } from '../../../lambdas/cases/facts.ts'
import { londonInstant } from '../../../lambdas/cases/london.ts'
import { dayOf, nextFact } from '../../../lambdas/cases/order.ts'
import { summaryOf } from '../../../lambdas/cases/outcome.ts'
import { recordableFacts } from '../../../lambdas/cases/recordable-facts.ts'
import { OPENED, type Sequence, sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { tableOf } from '../../../lambdas/cases/stages.ts'
import { standings } from '../../../lambdas/cases/standing.ts'
import type { WaitingStage } from '../../../lambdas/cases/wait.ts'
import { addDays, type CalendarDate, parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { factOf, type PickOne } from '../../journeys/walk/what-could-happen.ts'
import { SETTINGS } from '../plan/settings-for-tests.ts'

/** How often the next thing happens on the day of the last one. */
const SAME_DAY = 0.25
const MOST_DAYS_BETWEEN = 18
/** How often these happen when they could: they would crowd out the rest. */
const SELDOM: Readonly<Partial<Record<FactType, number>>> = {
  'case-withdrawn': 0.05,
  'complaint-made': 0.2,
  'disagreement-resolution-asked': 0.2,
}
const DECISIONS = [
  'refusal-to-assess',
  'refusal-to-issue-plan',
  'plan-contents',
  'plan-contents',
  'ceasing-plan',
] as const

/** A case whose facts were each recorded on the day on which they happened. */
export interface Story {
  readonly subject: Case
  /** The day on which it is looked at: that of its last fact. */
  readonly today: CalendarDate
  /** What was awaited, happened on that very day, and could not be recorded though nothing stood against it. */
  readonly refused: readonly string[]
}

/** What the stories make up that cannot be so: a letter sent again on its first day, a part that was not disputed. */
const CANNOT_BE = /: (The letter was first sent on|The family did not dispute section)/

/**
 * Makes up a case: on each day something that could be recorded on it then, as the walk of the journeys does.
 * @param random numbers from 0 up to 1
 * @param length how many facts it has at most
 */
export function makeStory(random: () => number, length: number): Story {
  const pick: PickOne = (values) => {
    const picked = values[Math.floor(random() * values.length)]
    if (picked === undefined) throw new Error('There is nothing to pick from.')
    return picked
  }
  let today = addDays(parseCalendarDate('2025-01-06'), Math.floor(random() * 300))
  let subject = opened(pick, random, today)
  const refused: string[] = []
  for (let tries = 0; subject.version < length && tries < 6 * length; tries += 1) {
    if (random() >= SAME_DAY) today = addDays(today, 1 + Math.floor(random() * MOST_DAYS_BETWEEN))
    const file = fileOf(subject, today)
    const types = recordableFacts(file).filter(
      (type) => kindOf(type).about === 'the-case' && random() < (SELDOM[type] ?? 1),
    )
    if (types.length === 0) continue
    const type = pick(types)
    const startedFrom = file.waits.find((wait) => 'awaits' in wait && wait.awaits.includes(type))?.startedFrom
    const fact = factOf(type, subject, today, startedFrom ?? OPENED, pick)
    const problems = fact ? checkFact(subject, fact, today) : []
    refused.push(...problems.map(({ message }) => `${type}: ${message}`).filter((said) => !CANNOT_BE.test(said)))
    if (fact && problems.length === 0) subject = withNext(subject, named(subject, fact), today)
  }
  return { subject, today, refused }
}

function opened(pick: PickOne, random: () => number, today: CalendarDate): Case {
  const decisionKind = pick(DECISIONS)
  const placementOnly = decisionKind === 'plan-contents' && random() < 0.2
  const sections = placementOnly ? (['I'] as const) : (['B', 'F', 'I'] as const)
  const details = {
    decisionKind,
    placementOnly,
    printedOn: today,
    sentOn: today,
    ...(decisionKind === 'plan-contents' && { sections }),
  }
  return buildCase('2025-0001', [recordedOn({ type: 'case-opened', details }, { facts: [], version: 0 }, today)])
}

/** Of two of one kind on one day the second says that it comes after the first. */
function named({ facts }: Case, fact: NewFact): NewFact {
  const earlier = facts.findLast((one) => one.type === fact.type && dayOf(one) === dayOf(fact))
  return earlier ? { ...fact, follows: earlier.sequence } : fact
}

function withNext(subject: Case, fact: NewFact, today: CalendarDate): Case {
  return buildCase(subject.caseId, [...subject.recorded, recordedOn(fact, subject, today)])
}

function recordedOn(fact: NewFact, subject: Pick<Case, 'facts' | 'version'>, day: CalendarDate): Fact {
  return nextFact(subject, fact, { recordedAt: londonInstant(day, '10:00').toISOString(), recordedBy: 'officer-1' })
}

/** The case as it would be stored, with its stages where they stand. */
export function fileOf(subject: Case, today: CalendarDate): CaseFile {
  const waits = standings(subject, today, SETTINGS)
    .filter(({ ending }) => ending === undefined)
    .map(
      ({ stage, startedFrom, wait, heard }): WaitingStage => ({
        stage,
        startedFrom,
        run: '1',
        parkedAt: subject.openedAt,
        state: 'waiting',
        name: wait,
        awaits: Object.keys(tableOf(stage).waits[wait]?.facts ?? {}) as FactType[],
        wakeAt: subject.openedAt,
        execution: '',
        taskToken: '',
        heard,
        next: { date: today, kind: 'keep-open' },
      }),
    )
  const listed = { caseId: subject.caseId, openedAt: subject.openedAt, nextDate: today, nextKind: 'keep-open' } as const
  const status =
    waits.length > 0
      ? ({ status: 'open' } as const)
      : ({ status: 'closed', outcome: 'ended-without-news', closedAt: subject.openedAt } as const)
  return {
    record: { ...listed, ...summaryOf(subject), ...status },
    subject,
    waits,
    messages: [],
    tasks: [],
    letters: [],
  }
}

/**
 * The same facts, all recorded on one day, because some times run from the day on which the council learnt of something:
 * what opened the case first, and no fact before one that it names.
 * @param choose which of those that can be recorded next is
 * @returns the case, and the label of each of its facts: its sequence in the story
 */
export function recordedAnew(
  { subject, today }: Story,
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
  return { subject: buildCase(subject.caseId, facts), labels }
}

function namesOf(fact: Fact): readonly Sequence[] {
  return [fact.follows, 'of' in fact.details ? fact.details.of : undefined].filter((name) => name !== undefined)
}

function renamed(fact: Fact, sequences: ReadonlyMap<Sequence, Sequence>): Fact {
  const now = (sequence: Sequence) => sequences.get(sequence) ?? sequence
  const details = 'of' in fact.details ? { ...fact.details, of: now(fact.details.of) } : fact.details
  return { ...fact, details, ...(fact.follows && { follows: now(fact.follows) }) } as Fact
}

/** What follows from the facts of a case, whenever they were recorded, with each fact under its label. */
export function whatFollows(
  subject: Case,
  today: CalendarDate,
  labels: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const { version: _version, facts, recorded: _recorded, openedAt: _openedAt, ...rest } = subject
  const result = {
    case: rest,
    order: facts.map(({ sequence }) => sequence),
    dates: caseDates(subject, today),
    stages: standings(subject, today, SETTINGS),
    outcomeRow: { ...summaryOf(subject), version: 0 },
  }
  const label = (text: string) => labels.get(text) ?? text
  return JSON.parse(JSON.stringify(result), (_key, value: unknown) =>
    typeof value === 'string' ? label(value) : value,
  )
}

/** What differs between the case as it happened and the same facts in other orders: each in a line, with the facts. */
export function compareOrders(story: Story, orders: number, random: () => number): readonly string[] {
  const asItHappened = recordedAnew(story, () => 0)
  const expected = whatFollows(asItHappened.subject, story.today, asItHappened.labels)
  return Array.from({ length: orders }).flatMap(() => {
    const anew = recordedAnew(story, (count) => Math.floor(random() * count))
    const got = whatFollows(anew.subject, story.today, anew.labels)
    return Object.entries(expected).flatMap(([part, value]) => {
      if (isDeepStrictEqual(got[part], value)) return []
      const facts = anew.subject.recorded.map(({ type, sequence }) => `${anew.labels.get(sequence)} ${type}`)
      return `${part} is ${JSON.stringify(got[part])} instead of ${JSON.stringify(value)}: ${facts.join(', ')}`
    })
  })
}

/**
 * What cannot be so among the facts of a story, or of the one that is recorded last beside the others: each in a line.
 * @param orders in how many other orders they are recorded
 */
export function whatIsRefused(story: Story, orders: number, random: () => number): readonly string[] {
  return Array.from({ length: orders }).flatMap(() => {
    const { subject } = recordedAnew(story, (count) => Math.floor(random() * count))
    const recorded = subject.recorded.map(heardOnItsDay)
    const all = problemsAmong(buildCase(subject.caseId, recorded), story.today)
    const last = recorded.at(-1)
    const others = buildCase(subject.caseId, recorded.slice(0, -1))
    // A meeting is arranged while it lies ahead, so it cannot be what is recorded now.
    const isAdded = last !== undefined && last.type !== 'case-opened' && !kindOf(last.type).liesAhead
    const added = isAdded ? checkFact(others, last, story.today) : []
    const facts = recorded.map(({ type, sequence }) => `${sequence} ${type}`).join(', ')
    return [...all, ...added].map(({ message, about }) => `${about ?? 'the last'}: ${message}: ${facts}`)
  })
}

/** What was planned has to lie ahead of the day on which it was recorded. */
function heardOnItsDay(fact: Fact): Fact {
  const day = dayOf(fact)
  return day ? { ...fact, recordedAt: londonInstant(day, '10:00').toISOString() } : fact
}
