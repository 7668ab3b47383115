import { countPeriod } from './count-period.ts'
import type { Deadline } from './deadline.ts'
import { judgementIfDifferent } from './judgements.ts'
import { makeDeadline } from './make-deadline.ts'
import { endOfPeriod } from './period-end.ts'
import type { Period } from './periods.ts'
import { firstWorkingDayFrom } from './working-day-number.ts'

/** A deadline of days or weeks after a day number, which stays where it falls (J11). */
export function fixedDeadline(period: Period, start: number): Deadline {
  const counted = countPeriod(period, start)
  const end = endOfPeriod(period, counted.end)
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: end.lawDay,
    working: [...counted.working, ...end.working],
    judgements: judgementIfDifferent('J11', end.lawDay, firstWorkingDayFrom(counted.end)),
  })
}
