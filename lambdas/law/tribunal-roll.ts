import { civilDay, dayNumber } from './day-number.ts'
import { firstWorkingDayFrom, isWorkingDayNumber } from './working-day-number.ts'

/** Where the time to appeal ends, and what moved it there. */
export interface TribunalRoll {
  /** A day number. */
  readonly day: number
  readonly because: 'working-day' | 'not-a-working-day' | 'august' | 'christmas'
}

/**
 * Rule 12 of the Tribunal's rules, for an application notice in a special educational needs case:
 *  - (3)(a): a time that ends on a day in August, or from 25 December to 1 January, is kept on the first working day
 *    after 31 August or 1 January;
 *  - (2): a time that ends on another day that is not a working day is kept on the next working day.
 *
 * Applied once, to the day on which the time ends. Rule 12(2) can lead into August or Christmas (J16); the literal
 * reading leaves the day there.
 */
export function rollUnderRule12(unrolled: number): TribunalRoll {
  const { year, month, day } = civilDay(unrolled)
  if (month === 8) return { day: firstWorkingDayFrom(dayNumber(year, 9, 1)), because: 'august' }
  if (month === 12 && day >= 25) return { day: firstWorkingDayFrom(dayNumber(year + 1, 1, 2)), because: 'christmas' }
  if (month === 1 && day === 1) return { day: firstWorkingDayFrom(dayNumber(year, 1, 2)), because: 'christmas' }
  if (isWorkingDayNumber(unrolled)) return { day: unrolled, because: 'working-day' }
  return { day: firstWorkingDayFrom(unrolled), because: 'not-a-working-day' }
}
