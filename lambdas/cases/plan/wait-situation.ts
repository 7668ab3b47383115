import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Case } from '../case.ts'
import type { CaseDates } from '../case-dates.ts'
import type { Fact } from '../fact.ts'

/** All that the rules of a wait may look at. */
export interface WaitSituation {
  readonly subject: Case
  readonly dates: CaseDates
  /** The last fact that the journey has acted on: what brought it to this wait. */
  readonly heard: Fact
  /** The day on which that fact was recorded. */
  readonly heardOn: CalendarDate
  readonly today: CalendarDate
  /** See Council. */
  readonly keepOpenMonths: number
}
