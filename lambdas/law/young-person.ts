import { addDays, addMonths, type CalendarDate, calendarDate, dateOfDay, dayOf, earlierOf } from './calendar-date.ts'
import { countPeriod } from './count-period.ts'
import { civilDay, dayNumber, weekday } from './day-number.ts'
import type { Deadline } from './deadline.ts'
import { makeDeadline } from './make-deadline.ts'
import { periodInForce } from './periods.ts'

const FRIDAY = 5
/** The school year is taken to begin on 1 September: a birthday from then on counts for the next summer. */
const SEPTEMBER = 9

/**
 * The school leaving date: the last Friday in June of the school year in which the child becomes 16, which is before the
 * birthday of a child born in July or August. Compulsory school age ends at the end of it. Education Act 1996, section 8.
 */
export function schoolLeavingDate(bornOn: CalendarDate): CalendarDate {
  const { year, month } = civilDay(dayOf(bornOn))
  const turns16In = year + 16
  return lastFridayOfJune(month >= SEPTEMBER ? turns16In + 1 : turns16In)
}

function lastFridayOfJune(year: number): CalendarDate {
  const lastDay = dayNumber(year, 6, 30)
  return dateOfDay(lastDay - ((weekday(lastDay) - FRIDAY + 7) % 7))
}

/**
 * The day from which the young person, and not the parent, is the party (D56): the day after the school leaving date.
 * Staff confirm who the party is by then, and hold automatic letters to the parent until they have. It moves no other
 * date. Children and Families Act 2014, section 83(2).
 *
 * @throws RuleNotInForceError when that is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function youngPersonDeadline(facts: { readonly bornOn: CalendarDate }): Deadline {
  const leavingDate = schoolLeavingDate(facts.bornOn)
  const period = periodInForce('D56', leavingDate)
  const counted = countPeriod(period, dayOf(leavingDate))
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: counted.end,
    working: counted.working,
    judgements: [],
  })
}

/**
 * The last day on which somebody is a young person: the eve of the 25th birthday. The right of appeal is taken to end with
 * it (J40), so that no later day for an appeal is shown without a warning. Children and Families Act 2014, section 83(2).
 */
export function lastDayAsYoungPerson(bornOn: CalendarDate): CalendarDate {
  return eveOfBirthday(bornOn, 25)
}

/**
 * The last day on which a council may keep the plan of somebody who becomes 25: in further education the 31 July that ends
 * the academic year; otherwise the end of the apprenticeship or course (`endsOn`), or the eve of the 26th birthday if that
 * is earlier. Children and Families Act 2014, section 46; SEND Regulations 2014, regulation 46.
 */
export function planMayContinueUntil(facts: {
  readonly bornOn: CalendarDate
  /** When an apprenticeship or another course ends; in further education the academic year says so. */
  readonly endsOn: CalendarDate | 'academic-year'
}): CalendarDate {
  const { bornOn, endsOn } = facts
  if (endsOn !== 'academic-year') return earlierOf(endsOn, eveOfBirthday(bornOn, 26))
  const { year, month } = civilDay(dayOf(addMonths(bornOn, 25 * 12)))
  return calendarDate(month > 7 ? year + 1 : year, 7, 31)
}

function eveOfBirthday(bornOn: CalendarDate, age: number): CalendarDate {
  return addDays(addMonths(bornOn, age * 12), -1)
}
