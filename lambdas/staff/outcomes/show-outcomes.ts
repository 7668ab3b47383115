import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { cellsOfMonths, lastComparison } from '../../cases/store/outcome-store.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { formatMonth, type Month, monthOf, monthsFrom } from '../../law/month.ts'
import { outcomeTable, type Period } from '../../reports/outcomes.ts'
import { MOST_MONTHS, namedPeriods } from '../../reports/periods.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { formView } from '../../web/forms/form-view.ts'
import { askMonth, formOf } from '../../web/forms/questions.ts'
import { type Form, readForm } from '../../web/forms/read-form.ts'
import type { StaffAnswers } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'
import { outcomesView } from './outcomes-view.ts'

const FORM: Form<Period> = formOf({
  from: askMonth({ label: 'First month', example: '9 2026', what: 'the first month' }),
  to: askMonth({ label: 'Last month', example: '12 2026', what: 'the last month' }),
})

/** The cases of a period by route and outcome. */
export function outcomesRoute(service: StaffServiceOptions, answer: StaffAnswers) {
  return async (c: Context) => {
    const today = londonDay(service.clock())
    const choices = namedPeriods(today).map(({ name, from, to }) => ({ name, href: `/outcomes?from=${from}&to=${to}` }))
    const typed = typedPeriod(c.req.query(), usualPeriod(today))
    const reading = readForm(FORM, typed)
    const problems = reading.ok ? periodProblems(reading.values, today) : reading.problems
    const { fields, errors } = formView(FORM.fields, typed, problems)
    const frame = { section: 'outcomes' } as const
    const template = 'staff/outcomes/outcomes.njk'
    if (!reading.ok || problems.length > 0) {
      return answer.pageOrJson(c, template, { fields, errors, choices }, { problems }, frame, 422)
    }
    const { tables } = service
    const [cells, compared] = await Promise.all([cellsOfMonths(tables, reading.values), lastComparison(tables)])
    const report = outcomesView(outcomeTable(cells, reading.values), compared)
    const rowsOf = (lines: typeof report.appealLines) =>
      lines.map(({ name, count }) => [{ text: name }, { text: String(count), format: 'numeric' }])
    const rows = {
      mediationRows: rowsOf(report.mediationLines),
      appealRows: rowsOf(report.appealLines),
      happeningRows: rowsOf(report.happeningLines.filter(({ count }) => count > 0)),
    }
    return answer.pageOrJson(c, template, { fields, errors, choices, report, ...rows }, report, frame)
  }
}

/** What is shown when nothing is asked for. */
function usualPeriod(today: CalendarDate): Period {
  const [lastTwelveMonths] = namedPeriods(today)
  if (!lastTwelveMonths) throw new Error('There is no period to show.')
  return lastTwelveMonths
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
