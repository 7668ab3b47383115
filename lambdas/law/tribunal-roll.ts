import { civilDay, dayNumber, firstDayOfMonth, monthNumberOf } from './day-number.ts'
import { firstWorkingDayFrom, isWorkingDayNumber } from './working-day-number.ts'

/** Places of months in a year that begins with 0. */
const JANUARY = 0
const AUGUST = 7
const DECEMBER = 11

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
  const because = whyRolled(unrolled)
  return { day: endOfRoll(unrolled, because), because }
}

/** As `rollUnderRule12`, without the reason. */
export function rolledUnderRule12(unrolled: number): number {
  return endOfRoll(unrolled, whyRolled(unrolled))
}

/** Whether a day is in August, or from 25 December to 1 January: the times that rule 12(3)(a) protects. */
export function isProtectedDay(number: number): boolean {
  return protectedTime(number) !== undefined
}

function protectedTime(number: number): 'august' | 'christmas' | undefined {
  const month = monthNumberOf(number)
  const dayOfMonth = number - firstDayOfMonth(month) + 1
  const place = month % 12
  if (place === AUGUST) return 'august'
  return (place === DECEMBER && dayOfMonth >= 25) || (place === JANUARY && dayOfMonth === 1) ? 'christmas' : undefined
}

function whyRolled(unrolled: number): TribunalRoll['because'] {
  const inProtectedTime = protectedTime(unrolled)
  if (inProtectedTime !== undefined) return inProtectedTime
  return isWorkingDayNumber(unrolled) ? 'working-day' : 'not-a-working-day'
}

function endOfRoll(unrolled: number, because: TribunalRoll['because']): number {
  switch (because) {
    case 'working-day':
    case 'not-a-working-day':
      return firstWorkingDayFrom(unrolled)
    case 'august':
      return firstWorkingDayFrom(dayNumber(civilDay(unrolled).year, 9, 1))
    case 'christmas': {
      const { year, month } = civilDay(unrolled)
      return firstWorkingDayFrom(dayNumber(month === 12 ? year + 1 : year, 1, 2))
    }
  }
}
