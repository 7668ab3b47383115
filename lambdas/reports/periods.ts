import type { SchoolTerm } from '../cases/council.ts'
import { ALWAYS, SPAN, spanName } from '../cases/counted-cells.ts'
import { addDays, type CalendarDate } from '../law/calendar-date.ts'
import { type Month, monthAfter, monthOf, monthsFrom } from '../law/month.ts'

/** Months; both belong to the period. */
export interface Period {
  readonly from: Month
  readonly to: Month
}

/** A school term, whose days are no whole months. */
export interface TermPeriod {
  readonly term: SchoolTerm
}

/** What a report is of. */
export type ReportPeriod = Period | TermPeriod

/** Days that are counted together because a term begins or is over with them. */
export interface Span {
  /** The name of its cells. */
  readonly name: string
  readonly from: CalendarDate
  /** Whether it is a term: of other days only what begins and ends is counted, so that what is open after a term is known. */
  readonly isTerm: boolean
}

/** The terms, and what lies between and after them, in their order. What comes before the first is asked for by no report. */
export function spansOf(terms: readonly SchoolTerm[]): readonly Span[] {
  return terms.flatMap(({ from, to }, place): readonly Span[] => {
    const after = addDays(to, 1)
    const term = { name: spanName(from), from, isTerm: true }
    return terms[place + 1]?.from === after ? [term] : [term, { name: spanName(after), from: after, isTerm: false }]
  })
}

/** Which names of counted cells lie within a period, and which after it. */
export function cellsOfPeriod(period: ReportPeriod): Readonly<Record<'within' | 'after', (name: string) => boolean>> {
  if ('term' in period) {
    const own = spanName(period.term.from)
    return { within: (name) => name === own, after: (name) => name.startsWith(SPAN) && name > own }
  }
  const isMonth = (name: string) => name !== ALWAYS && !name.startsWith(SPAN)
  return {
    within: (name) => isMonth(name) && name >= period.from && name <= period.to,
    after: (name) => isMonth(name) && name > period.to,
  }
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

/** Of a longer period the one before is not read: it would be twice as many months. */
const LONGEST_WITH_ONE_BEFORE = 12

/**
 * The period just before one, as long as it: as many months, or the term before.
 * @param terms those of the council, in their order
 * @returns undefined of more than 12 months, and of the first term
 */
export function periodBefore(period: ReportPeriod, terms: readonly SchoolTerm[]): ReportPeriod | undefined {
  if ('term' in period) {
    const term = terms.findLast(({ from }) => from < period.term.from)
    return term && { term }
  }
  const { from, to } = period
  const months = monthsFrom(from, to)
  return months > LONGEST_WITH_ONE_BEFORE ? undefined : { from: monthAfter(from, -months), to: monthAfter(from, -1) }
}

/** As many terms are offered by name, each beside the one before: two years of three, or one of six. */
const TERMS_OFFERED = 6

/** The terms that have begun, the latest first. @param today the day in England */
export function termsToChoose(terms: readonly SchoolTerm[], today: CalendarDate): readonly SchoolTerm[] {
  return terms
    .filter(({ from }) => from <= today)
    .slice(-TERMS_OFFERED)
    .reverse()
}

function numberOf(month: Month): number {
  return Number(month.slice('yyyy-'.length))
}
