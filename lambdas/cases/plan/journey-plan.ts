import type { CalendarDate } from '../../law/calendar-date.ts'
import type { TimeOutcome } from '../stages.ts'
import type { NextDateKind } from './next-date-kind.ts'

/** What a state machine carries from telling the family to the wait after it. */
export interface JourneyPlan {
  /** The version of the case that the plan was made from. */
  readonly caseVersion: number
  /** How long to wait before looking again. At least 1. */
  readonly waitSeconds: number
  readonly wakeAt: string
  readonly timeUp: TimeOutcome | 'no'
  readonly next: { readonly date: CalendarDate; readonly kind: NextDateKind }
}
