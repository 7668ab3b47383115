import { holidayName } from './bank-holidays.ts'
import { formatDay, weekdayName } from './calendar-date.ts'
import { isWeekendDay } from './working-day-number.ts'

/** Why a day is not a working day, as it reads after "it is": "Good Friday", "a Sunday". Undefined for a working day. */
export function whyNotAWorkingDay(day: number): string | undefined {
  return holidayName(day) ?? (isWeekendDay(day) ? `a ${weekdayName(day)}` : undefined)
}

/**
 * A sentence for each day, or each weekend, from `first` up to the next working day, `workingDay`, which may lie before
 * it in time. "Monday 31 August 2026 does not count: it is the summer bank holiday."
 */
export function daysThatDoNotCount(first: number, workingDay: number): readonly string[] {
  const step = Math.sign(workingDay - first)
  const sentences: string[] = []
  for (let day = first; day !== workingDay; day += step) {
    if (isWeekendDay(day) && isWeekendDay(day + step)) {
      const saturday = Math.min(day, day + step)
      sentences.push(`${formatDay(saturday)} and ${formatDay(saturday + 1)} do not count: they are a weekend.`)
      day += step
    } else {
      sentences.push(`${formatDay(day)} does not count: it is ${whyNotAWorkingDay(day)}.`)
    }
  }
  return sentences
}
