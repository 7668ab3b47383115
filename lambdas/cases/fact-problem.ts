import { type CalendarDate, earlierOf, formatDate } from '../law/calendar-date.ts'
import type { Case } from './case.ts'
import type { Sequence } from './sequence.ts'

/** Something that cannot be so. The message can be shown to whoever typed it. */
export interface FactProblem {
  /** The detail of the fact that it is about, for example "issuedOn". Empty when it is about the fact as a whole. */
  readonly field: string
  readonly message: string
  /** After a correction: the sequence of the fact recorded later that would not be possible any more. */
  readonly about?: Sequence
}

/** What a fact is checked against. */
export interface CheckSituation {
  /** The case without the fact. */
  readonly subject: Case
  /** The day in England. */
  readonly today: CalendarDate
}

/** A day that a fact gives, with the words for it: "The date on the certificate". */
export interface GivenDay {
  readonly field: string
  readonly what: string
  readonly day: CalendarDate
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
  return day > today
    ? [{ field, message: `${what} must be today or in the past. ${formatDate(day)} is in the future` }]
    : []
}

/** @param before what the day must not come before, in words with its date */
export function notBefore({ field, what, day }: GivenDay, start: CalendarDate, before: string): readonly FactProblem[] {
  return day < start ? [{ field, message: `${what} must not be before ${before}` }] : []
}
