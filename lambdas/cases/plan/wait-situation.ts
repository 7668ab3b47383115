import { addMonths, type CalendarDate } from '../../law/calendar-date.ts'
import type { Case } from '../case.ts'
import type { CaseDates } from '../case-dates.ts'
import type { CouncilOwnTimes } from '../council.ts'
import type { Fact } from '../fact.ts'
import { londonDay } from '../london.ts'
import type { Sequence } from '../sequence.ts'
import type { Stage } from '../stages.ts'

/** All that the rules of a wait may look at. */
export interface WaitSituation extends CouncilOwnTimes {
  /** The stage that the wait is a part of. */
  readonly stage: Stage
  /** The case on every fact but those that this stage is still to act on. */
  readonly subject: Case
  readonly dates: CaseDates
  /** The last fact that the journey has acted on: what brought it to this wait. */
  readonly heard: Fact
  /** The day on which that fact was recorded. */
  readonly heardOn: CalendarDate
  /** `heardOn`, or the day of a correction since: the family was told every date then. */
  readonly toldOn: CalendarDate
  /** The sequence of the fact that started the stage. */
  readonly startedFrom: Sequence
  /** The day on which the execution of the stage began: an execution may last a year at most. */
  readonly startedOn: CalendarDate
  readonly today: CalendarDate
}

/**
 * An execution may last a year at most (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html). Long
 * before that the stage begins again in a new one.
 */
const MONTHS_OF_ONE_EXECUTION = 9

/** The day on which a stage that can outlast a year goes over to a new execution. */
export function dayToRenew({ startedOn }: WaitSituation): CalendarDate {
  return addMonths(startedOn, MONTHS_OF_ONE_EXECUTION)
}

/** The day in England on which a fact of the case was recorded. @throws Error when it has no such fact */
export function recordedOn(situation: WaitSituation, sequence: Sequence): CalendarDate {
  const fact = situation.subject.facts.find((one) => one.sequence === sequence)
  return londonDay(new Date((fact ?? missing(situation, `it has no fact ${sequence}`)).recordedAt))
}

/** The one that the stage began with. @throws Error when there is none */
export function startedIn<Route extends { readonly of: string }>(
  routes: readonly Route[],
  situation: WaitSituation,
): Route {
  const { startedFrom } = situation
  return routes.find(({ of }) => of === startedFrom) ?? missing(situation, `the fact ${startedFrom} began none`)
}

/** For a wait that the facts cannot have led to. @throws Error always, with what is wrong */
export function missing({ stage, subject }: WaitSituation, what: string): never {
  throw new Error(`Case ${subject.caseId} is in the stage "${stage}", but ${what}.`)
}
