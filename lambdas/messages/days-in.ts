import { type CalendarDate, parseCalendarDate } from '../law/calendar-date.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const DAY = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})\\b`, 'g')

/** Every day that a text in English names in full, once: "Thursday 10 September 2026". @throws when one of them is no day */
export function daysIn(text: string): readonly CalendarDate[] {
  const days = [...text.matchAll(DAY)].map(([, day = '', month = '', year]) =>
    parseCalendarDate(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`),
  )
  return [...new Set(days)]
}
