import type { CalendarDate } from '../law/calendar-date.ts'
import type { Deadline } from '../law/deadline.ts'
import { whichDates } from '../law/which-dates.ts'
import { addWorkingDays } from '../law/working-days.ts'
import type { Complaint } from './case.ts'
import type { ComplaintBody, ComplaintTimes } from './complaint/closed-words.ts'
import { dateFactsOfComplaint } from './date-facts-of.ts'

/** The days of a complaint. The first two are the body's own procedure, not the law. */
export interface ComplaintDates {
  readonly acknowledgeBy: CalendarDate
  readonly answerBy: CalendarDate
  /** Where `answerBy` comes from. */
  readonly answerBySource: 'promised' | 'procedure'
  /** Complain to the Ombudsman by, in law. */
  readonly ombudsman: Deadline
}

/**
 * When a complaint should be acknowledged and answered: by the body's own times in working days after the day it was
 * made, or by the day that the body promised.
 */
export function complaintDates(
  complaint: Complaint,
  times: Readonly<Record<ComplaintBody, ComplaintTimes>>,
): ComplaintDates {
  const { about, madeOn, acknowledged } = complaint
  const promised = acknowledged?.answerPromisedBy
  return {
    acknowledgeBy: addWorkingDays(madeOn, times[about].acknowledgeWorkingDays),
    answerBy: promised ?? addWorkingDays(madeOn, times[about].answerWorkingDays),
    answerBySource: promised ? 'promised' : 'procedure',
    ombudsman: whichDates(dateFactsOfComplaint(complaint)).dates.ombudsman,
  }
}
