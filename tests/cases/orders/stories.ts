import { buildCase, withFacts } from '../../../lambdas/cases/build-case.ts'
import type { Case } from '../../../lambdas/cases/case.ts'
import type { CaseFile } from '../../../lambdas/cases/case-file.ts'
import type { FactType, NewFact } from '../../../lambdas/cases/fact.ts'
import { kindOf } from '../../../lambdas/cases/facts.ts'
import { londonInstant } from '../../../lambdas/cases/london.ts'
import { dayOf } from '../../../lambdas/cases/order.ts'
import { summaryOf } from '../../../lambdas/cases/outcome.ts'
import { expectedFacts } from '../../../lambdas/cases/recordable-facts.ts'
import { OPENED } from '../../../lambdas/cases/sequence.ts'
import { tableOf } from '../../../lambdas/cases/stages.ts'
import { standings } from '../../../lambdas/cases/standing.ts'
import type { WaitingStage } from '../../../lambdas/cases/wait.ts'
import { addDays, type CalendarDate, parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { correctionOf, factOf, type PickOne } from '../../journeys/walk/what-could-happen.ts'
import { checkOne } from '../check-one.ts'
import { SETTINGS } from '../plan/settings-for-tests.ts'

/** No story begins before this day. */
export const FIRST_DAY = parseCalendarDate('2025-01-06')
/** Stories that begin on the days of so long a time meet August, Easter and Christmas. */
export const MOST_OF_A_YEAR = 300
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
 * @param days within how many days from 6 January 2025 it begins
 */
export function makeStory(random: () => number, length: number, days: number): Story {
  const pick = pickBy(random)
  let today = addDays(FIRST_DAY, Math.floor(random() * days))
  let subject = opened(pick, random, today)
  const refused: string[] = []
  for (let tries = 0; subject.version < length && tries < 6 * length; tries += 1) {
    if (random() >= SAME_DAY) today = addDays(today, 1 + Math.floor(random() * MOST_DAYS_BETWEEN))
    const file = fileOf(subject, today)
    const types = expectedFacts(file).filter(
      (type) => kindOf(type).about === 'the-case' && random() < (SELDOM[type] ?? 1),
    )
    if (types.length === 0) continue
    const type = pick(types)
    const startedFrom = file.waits.find((wait) => 'awaits' in wait && wait.awaits.includes(type))?.startedFrom
    const fact = factOf(type, subject, today, startedFrom ?? OPENED, pick)
    const problems = fact ? checkOne(subject, fact, today) : []
    refused.push(...problems.map(({ message }) => `${type}: ${message}`).filter((said) => !CANNOT_BE.test(said)))
    if (fact && problems.length === 0) subject = withNext(subject, named(subject, fact), today)
  }
  return { subject, today, refused }
}

/** How many days what was recorded wrongly is moved at most. */
const MOST_DAYS_WRONG = 6
/** Not every correction of a case leaves it possible. */
const ATTEMPTS = 12

/**
 * The same story with one fact put right or taken back, where one can be.
 * @param random numbers from 0 up to 1
 */
export function withCorrection({ subject, today }: Story, random: () => number): Story | undefined {
  const pick = pickBy(random)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const moved = Math.floor(random() * (2 * MOST_DAYS_WRONG + 1)) - MOST_DAYS_WRONG
    const fact = correctionOf(subject, pick, moved)
    if (!fact || checkOne(subject, fact, today).length > 0) continue
    const corrected = withNext(subject, fact, today)
    if (!hasUnnamed(corrected)) return { subject: corrected, today, refused: [] }
  }
  return undefined
}

/**
 * Whether two facts of one kind are on one day, and neither says which was first. A correction can make it so; then nothing
 * but the order of recording tells them apart.
 */
function hasUnnamed({ facts }: Case): boolean {
  return facts.some((fact, index) =>
    facts
      .slice(0, index)
      .some(
        (one) => one.type === fact.type && dayOf(one) === dayOf(fact) && dayOf(one) && fact.follows !== one.sequence,
      ),
  )
}

function pickBy(random: () => number): PickOne {
  return (values) => {
    const picked = values[Math.floor(random() * values.length)]
    if (picked === undefined) throw new Error('There is nothing to pick from.')
    return picked
  }
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
  return buildCase('2025-0001', [{ type: 'case-opened', sequence: OPENED, details, ...recordedOn(today) }])
}

/** Of two of one kind on one day the second says that it comes after the first. */
function named({ facts }: Case, fact: NewFact): NewFact {
  const earlier = facts.findLast((one) => one.type === fact.type && dayOf(one) === dayOf(fact))
  return earlier ? { ...fact, follows: earlier.sequence } : fact
}

function withNext(subject: Case, fact: NewFact, today: CalendarDate): Case {
  return withFacts(subject, [fact], recordedOn(today))
}

function recordedOn(day: CalendarDate) {
  return { recordedAt: londonInstant(day, '10:00').toISOString(), recordedBy: 'officer-1' }
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
    stops: [],
    messages: [],
    held: [],
    tasks: [],
    letters: [],
    taskOwners: [],
  }
}
