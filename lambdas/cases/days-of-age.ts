import * as v from 'valibot'
import { addMonths, type CalendarDate } from '../law/calendar-date.ts'
import { lastDayAsYoungPerson, schoolLeavingDate } from '../law/young-person.ts'
import { calendarDay, type Details } from './details.ts'

/** A case about a decision is over long before: two months to appeal, about a year at the Tribunal, and what it orders. */
const REACH_OF_A_CASE_IN_MONTHS = 36

/** What a case keeps of the date of birth, which itself stays with the contact details. */
export const daysOfAgeDetails = v.strictObject({
  /** The school leaving date, which a whole school year shares: it does not say when a child was born. */
  compulsorySchoolAgeEndsOn: calendarDay,
  /**
   * The eve of the 25th birthday, which does say it. So it is kept only where the case can come to it; absent: later than
   * that.
   */
  youngPersonUntil: v.optional(calendarDay),
})
export type DaysOfAge = Details<typeof daysOfAgeDetails>

/**
 * The days that follow from a date of birth for a case; none of it while that is not known.
 *
 * @param bornOn the date of birth, from the contact details
 * @param decidedOn the day of the decision that the case is about
 */
export function daysOfAge(
  bornOn: CalendarDate | undefined,
  decidedOn: CalendarDate,
): { readonly daysOfAge?: DaysOfAge } {
  if (bornOn === undefined) return {}
  const youngPersonUntil = lastDayAsYoungPerson(bornOn)
  const isReached = youngPersonUntil <= addMonths(decidedOn, REACH_OF_A_CASE_IN_MONTHS)
  return {
    daysOfAge: {
      compulsorySchoolAgeEndsOn: schoolLeavingDate(bornOn),
      ...(isReached && { youngPersonUntil }),
    },
  }
}
