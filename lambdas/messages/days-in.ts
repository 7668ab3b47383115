import { type CalendarDate, MONTH_NAMES, parseCalendarDate } from '../law/calendar-date.ts'

const DAY = new RegExp(`\\b(\\d{1,2}) (${MONTH_NAMES.join('|')}) (\\d{4})\\b`, 'g')

/** Every day that a text in English names in full, once: "Thursday 10 September 2026". @throws when one of them is no day */
export function daysIn(text: string): readonly CalendarDate[] {
  const days = [...text.matchAll(DAY)].map(([, day = '', month = '', year]) =>
    parseCalendarDate(`${year}-${String(MONTH_NAMES.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`),
  )
  return [...new Set(days)]
}
