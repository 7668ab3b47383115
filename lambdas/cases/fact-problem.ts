import { type CalendarDate, earlierOf, formatDate } from '../law/calendar-date.ts'
import type { Case } from './case.ts'
import type { Fact, FactType } from './fact.ts'
import type { Sequence } from './sequence.ts'

/** Something that cannot be so. The message can be shown to whoever typed it. */
export interface FactProblem {
  /** The detail of the fact that it is about, for example "issuedOn". Empty when it is about the fact as a whole. */
  readonly field: string
  readonly message: string
  /** The sequence of another fact, which would not be possible any more. */
  readonly about?: Sequence
  /** The kind of fact that has to be recorded, too, and is not. */
  readonly needs?: FactType
}

/** What a fact is checked against: all that is recorded, in whatever order it was. */
export interface CheckSituation {
  /** The case with the fact. */
  readonly subject: Case
  /** The fact, as one of the case's. */
  readonly fact: Fact
  /** The day in England. */
  readonly today: CalendarDate
}

/** A day that a fact gives, with the words for it: "The date on the certificate". */
export interface GivenDay {
  readonly field: string
  readonly what: string
  readonly day: CalendarDate
}

/** One problem with one detail, as the list that a check gives. */
export function problem(field: string, message: string): readonly FactProblem[] {
  return [{ field, message }]
}

/** The kinds of fact without which others cannot be so, and what is said where one is missing. */
const NEEDED = {
  'case-passed-on': 'that another council has the case',
  'notice-at-fault': 'what was wrong with the first letter',
  'mediation-chosen': 'that the family wants mediation',
  'meeting-arranged': 'that a meeting was arranged',
  'appeal-registered': 'that the Tribunal has an appeal',
  'disagreement-resolution-asked': 'that this disagreement resolution was asked for',
  'complaint-made': 'that this complaint was made',
  'ombudsman-asked': 'that the family went to the Ombudsman',
  'ombudsman-decided': 'what the Ombudsman decided',
} as const satisfies Partial<Record<FactType, string>>

/**
 * A fact needs another that is not recorded. That is no condition of truth: the form offers to record both, and once telling
 * is ready for facts that are recorded late, no fact is refused for it any more.
 */
export function notRecorded(field: string, needs: keyof typeof NEEDED): readonly FactProblem[] {
  return [{ field, message: `It is not recorded ${NEEDED[needs]}`, needs }]
}

/** The first list that is not empty: the more telling problems hide those that only follow from them. */
export function firstOf(...lists: readonly (readonly FactProblem[])[]): readonly FactProblem[] {
  return lists.find((problems) => problems.length > 0) ?? []
}

/** Something that happened: not after today, and not before the decision. */
export function happened({ subject, today }: CheckSituation, given: GivenDay): readonly FactProblem[] {
  const { printedOn, sentOn } = subject.decision
  const decidedOn = earlierOf(printedOn, sentOn)
  return [
    ...notInFuture(given, today),
    ...notBefore(given, decidedOn, `the decision, which was on ${formatDate(decidedOn)}`),
  ]
}

export function notInFuture({ field, what, day }: GivenDay, today: CalendarDate): readonly FactProblem[] {
  return day > today ? problem(field, `${what} must be today or in the past. ${formatDate(day)} is in the future`) : []
}

/** @param after what the day must not come after, in words with its date */
export function notAfter({ field, what, day }: GivenDay, end: CalendarDate, after: string): readonly FactProblem[] {
  return day > end ? problem(field, `${what} must not be after ${after}`) : []
}

/** @param before what the day must not come before, in words with its date */
export function notBefore({ field, what, day }: GivenDay, start: CalendarDate, before: string): readonly FactProblem[] {
  return day < start ? problem(field, `${what} must not be before ${before}`) : []
}
