import type { CalendarDate } from './calendar-date.ts'
import type { Deadline } from './deadline.ts'
import { dutyDeadline } from './duty-deadline.ts'

/**
 * The last day on which the council must do what was agreed at mediation, where it could not have been appealed (D12):
 * two weeks after the date of the agreement. It never moves (J11). SEND Regulations 2014, regulation 42(3).
 * A date that the parties agreed in writing (`agreedDate`) replaces the two weeks: regulation 42(5).
 *
 * @throws DateOrderError when `agreedDate` is before `agreedOn`
 * @throws RuleNotInForceError when `agreedOn` is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function agreementDeadline(facts: {
  readonly agreedOn: CalendarDate
  readonly agreedDate?: CalendarDate
}): Deadline {
  const { agreedOn, agreedDate } = facts
  return dutyDeadline('D12', agreedOn, agreedDate && { date: agreedDate, by: 'agreement' })
}
