import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { everyErasedCase } from '../../cases/store/erased-case-store.ts'
import { everyCase } from '../../cases/store/list-cases.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { asCounted, type CountedCase, outcomeTable, type Period } from '../../reports/outcomes.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { formView } from '../../web/forms/form-view.ts'
import { askDate, formOf } from '../../web/forms/questions.ts'
import { type Form, readForm } from '../../web/forms/read-form.ts'
import type { StaffAnswers } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'
import { outcomesView, usualPeriod } from './outcomes-view.ts'

const FORM: Form<Period> = formOf({
  from: askDate({ label: 'Opened from', example: '1 9 2026', what: 'the first day of the period' }),
  to: askDate({ label: 'Opened up to', example: '31 12 2026', what: 'the last day of the period' }),
})

/** The cases of a period by route and outcome. */
export function outcomesRoute(service: StaffServiceOptions, answer: StaffAnswers) {
  return async (c: Context) => {
    const typed = typedPeriod(c.req.query(), usualPeriod(londonDay(service.clock())))
    const reading = readForm(FORM, typed)
    const problems = reading.ok ? orderProblems(reading.values) : reading.problems
    const { fields, errors } = formView(FORM.fields, typed, problems)
    const frame = { section: 'outcomes' } as const
    if (!reading.ok || problems.length > 0) {
      return answer.pageOrJson(c, 'staff/outcomes/outcomes.njk', { fields, errors }, { problems }, frame, 422)
    }
    const report = outcomesView(outcomeTable(await allCases(service.tables), reading.values))
    const mediationRows = [
      ...report.mediationLines.map(({ name, count }) => countRow(name, count)),
      countRow('All mediations held', report.mediationTotal),
    ]
    const appealRows = [
      ...report.appealLines.map(({ name, count }) => countRow(name, count)),
      countRow('All appeals', report.appeals.total),
    ]
    return answer.pageOrJson(
      c,
      'staff/outcomes/outcomes.njk',
      { fields, errors, report, mediationRows, appealRows },
      report,
      frame,
    )
  }
}

/** Each case once, those that were erased among them. One that is closed while the list is read is met again among the closed ones, and counts as closed. */
async function allCases(tables: StaffServiceOptions['tables']): Promise<Iterable<CountedCase>> {
  const cases = new Map<string, CountedCase>()
  for (const status of ['open', 'closed'] as const) {
    for await (const record of everyCase(tables, status)) cases.set(record.caseId, record)
  }
  for await (const erased of everyErasedCase(tables)) cases.set(erased.caseId, asCounted(erased))
  return cases.values()
}

/** The period as a form types it: from the form itself, from `?from=2026-01-01&to=2026-03-31`, or the usual one. */
function typedPeriod(query: Typed, usual: Period): Typed {
  if (Object.keys(query).some((name) => /^(from|to)-(day|month|year)$/.test(name))) return query
  return { ...typedDay('from', query.from, usual.from), ...typedDay('to', query.to, usual.to) }
}

function typedDay(name: string, text: string | undefined, usual: CalendarDate): Typed {
  const [year = '', month = '', day = ''] = (text === undefined ? usual : written(text)).split('-')
  return {
    [`${name}-day`]: String(Number(day) || day),
    [`${name}-month`]: String(Number(month) || month),
    [`${name}-year`]: year,
  }
}

/** A date of an address as it stands, so that the form shows it and says what is wrong with it. */
function written(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : ''
}

function orderProblems({ from, to }: Period): readonly Problem[] {
  return to < from
    ? [{ field: 'to', message: 'The last day of the period must be the same as or after the first' }]
    : []
}

function countRow(name: string, count: number) {
  return [{ text: name }, { text: String(count), format: 'numeric' }]
}
