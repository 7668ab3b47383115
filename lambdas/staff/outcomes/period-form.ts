import type { Context } from 'hono'
import type { SchoolTerm } from '../../cases/council.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { formatMonth, type Month, monthOf, monthsFrom } from '../../law/month.ts'
import { MOST_MONTHS, namedPeriods, type Period, type ReportPeriod, termsToChoose } from '../../reports/periods.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { formView } from '../../web/forms/form-view.ts'
import { askMonth, formOf } from '../../web/forms/questions.ts'
import { type Form, readForm } from '../../web/forms/read-form.ts'
import type { StaffAnswers } from '../answer.ts'

const FORM: Form<Period> = formOf({
  from: askMonth({ label: 'First month', example: '9 2026', what: 'the first month' }),
  to: askMonth({ label: 'Last month', example: '12 2026', what: 'the last month' }),
})

/** A period as an address asks for it, or what is wrong with it. */
export interface PeriodAsked<Of extends ReportPeriod = Period> {
  readonly typed: Typed
  readonly problems: readonly Problem[]
  /** Undefined where something is wrong. */
  readonly period: Of | undefined
}

/** Reads the period of an address. @param usual what is shown when it asks for none */
export function periodAsked(query: Typed, usual: Period, today: CalendarDate): PeriodAsked {
  const typed = typedPeriod(query, usual)
  const reading = readForm(FORM, typed)
  const problems = reading.ok ? periodProblems(reading.values, today) : reading.problems
  return { typed, problems, period: reading.ok && problems.length === 0 ? reading.values : undefined }
}

/**
 * The same, where a term can be asked for too: `?term=` and its first day.
 * @param terms those of the council
 */
export function periodOrTermAsked(
  query: Typed,
  usual: Period,
  terms: readonly SchoolTerm[],
  today: CalendarDate,
): PeriodAsked<ReportPeriod> {
  if (query.term === undefined) return periodAsked(query, usual, today)
  const term = terms.find(({ from }) => from === query.term)
  const wrong = (message: string) => ({
    typed: typedPeriod({}, usual),
    problems: [{ field: 'from-month', message }],
    period: undefined,
  })
  if (!term) return wrong('The council’s file has no term that begins on that day. Choose one of the periods below')
  if (term.from > today) return wrong(`${term.name} has not begun. Choose a period that has`)
  return { typed: typedPeriod({}, usual), problems: [], period: { term } }
}

/** How the address of a page asks for a period. */
export function queryOf(period: ReportPeriod): string {
  return 'term' in period ? `?term=${period.term.from}` : `?from=${period.from}&to=${period.to}`
}

/** To whoever asks for a file of months that cannot be: what is wrong with them. */
export function notOfThesePeriods(c: Context, answer: StaffAnswers, problems: readonly Problem[]) {
  const why = problems.map(({ message }) => `${message}.`)
  return answer.message(c, 422, 'There is no file of these months', why, {
    href: '/outcomes',
    text: 'Go to the outcomes',
  })
}

/**
 * The form that asks for another one, and the periods that have a name.
 * @param path of the page
 * @param terms those that can be asked for on it
 */
export function periodForm(
  path: string,
  { typed, problems }: PeriodAsked<ReportPeriod>,
  terms: readonly SchoolTerm[],
  today: CalendarDate,
) {
  const { fields, errors } = formView(FORM.fields, typed, problems)
  const choices = [
    ...namedPeriods(today).map(({ name, ...period }) => ({ name, href: `${path}${queryOf(period)}` })),
    ...termsToChoose(terms, today).map((term) => ({ name: term.name, href: `${path}${queryOf({ term })}` })),
  ]
  return { fields, errors, choices, path }
}

/** The period as a form types it: from the form itself, from `?from=2026-01&to=2026-03`, or the usual one. */
function typedPeriod(query: Typed, usual: Period): Typed {
  if (Object.keys(query).some((name) => /^(from|to)-(month|year)$/.test(name))) return query
  return { ...typedMonth('from', query.from, usual.from), ...typedMonth('to', query.to, usual.to) }
}

function typedMonth(name: string, text: string | undefined, usual: Month): Typed {
  const [year = '', month = ''] = (text === undefined ? usual : written(text)).split('-')
  return { [`${name}-month`]: String(Number(month) || month), [`${name}-year`]: year }
}

/** A month of an address as it stands, so that the form shows it and says what is wrong with it. */
function written(text: string): string {
  return /^\d{4}-\d{2}$/.test(text) ? text : ''
}

function periodProblems({ from, to }: Period, today: CalendarDate): readonly Problem[] {
  const thisMonth = monthOf(today)
  if (from > thisMonth) {
    return [
      { field: 'from', message: `${formatMonth(from)} has not begun. Choose a month up to ${formatMonth(thisMonth)}` },
    ]
  }
  if (to < from) return [{ field: 'to', message: 'The last month must be the same as or after the first' }]
  const months = monthsFrom(from, to)
  return months > MOST_MONTHS
    ? [{ field: 'to', message: `These are ${months} months. Choose ${MOST_MONTHS} at most` }]
    : []
}
