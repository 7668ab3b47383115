import type { CalendarDate } from '../law/calendar-date.ts'
import { type Month, monthAfter, monthOf } from '../law/month.ts'

/** Months; both belong to the period. */
export interface Period {
  readonly from: Month
  readonly to: Month
}

/** The longest period that a report adds up: three years, each month of which is read. */
export const MOST_MONTHS = 36

/** A period that can be chosen by its name, which begins a line. */
export interface NamedPeriod extends Period {
  readonly name: string
}

/** The month with which each year begins: https://www.gov.uk/government/statistics has all three. */
const YEARS = [
  { name: 'calendar year', beginsIn: 1 },
  { name: 'financial year (from April)', beginsIn: 4 },
  { name: 'academic year (from September)', beginsIn: 9 },
] as const

/**
 * The periods that people ask for, each beside the one before it. One that goes on ends with this month.
 * @param today the day in England
 */
export function namedPeriods(today: CalendarDate): readonly NamedPeriod[] {
  const month = monthOf(today)
  const quarter = monthAfter(month, -((numberOf(month) - 1) % 3))
  return [
    { name: 'The last 12 months', from: monthAfter(month, -11), to: month },
    { name: 'The 12 months before those', from: monthAfter(month, -23), to: monthAfter(month, -12) },
    { name: 'This month', from: month, to: month },
    { name: 'Last month', from: monthAfter(month, -1), to: monthAfter(month, -1) },
    { name: 'This quarter', from: quarter, to: month },
    { name: 'Last quarter', from: monthAfter(quarter, -3), to: monthAfter(quarter, -1) },
    ...YEARS.flatMap(({ name, beginsIn }) => {
      const from = monthAfter(month, -((numberOf(month) - beginsIn + 12) % 12))
      return [
        { name: `This ${name}`, from, to: month },
        { name: `Last ${name}`, from: monthAfter(from, -12), to: monthAfter(from, -1) },
      ]
    }),
  ]
}

function numberOf(month: Month): number {
  return Number(month.slice('yyyy-'.length))
}
