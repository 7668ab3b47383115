import { formatDate } from '../law/calendar-date.ts'
import { firstDayOf } from '../law/first-days.ts'

/** The first day on which the law set the date of this name, and how it reads. */
export function lawBegins(date: Parameters<typeof firstDayOf>[0]) {
  const day = firstDayOf(date)
  return { day, inWords: formatDate(day) }
}
