import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Case } from '../case.ts'
import type { CaseDates } from '../case-dates.ts'
import type { CouncilOwnTimes } from '../council.ts'
import type { Fact } from '../fact.ts'
import type { Sequence } from '../sequence.ts'

/** All that the rules of a wait may look at. */
export interface WaitSituation extends CouncilOwnTimes {
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
