import { type CalendarDate, dayOf } from './calendar-date.ts'
import { countPeriod } from './count-period.ts'
import type { Deadline } from './deadline.ts'
import { makeDeadline } from './make-deadline.ts'
import { endOfPeriod } from './period-end.ts'
import { periodInForce } from './periods.ts'

/**
 * The last day on which a complaint to the Local Government and Social Care Ombudsman is in time (D21): twelve calendar
 * months "beginning with the day on which the person affected first had notice" of the matter, so that the last day is
 * the one before the anniversary. It never moves. Local Government Act 1974, section 26B.
 *
 * @throws RuleNotInForceError when `awareOn` is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function ombudsmanDeadline(facts: { readonly awareOn: CalendarDate }): Deadline {
  const period = periodInForce('D21', facts.awareOn)
  const counted = countPeriod(period, dayOf(facts.awareOn))
  const end = endOfPeriod(period, counted.end)
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: end.lawDay,
    working: [...counted.working, ...end.working],
    judgements: [],
  })
}
