import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { WHO_READS } from '../../cases/role.ts'
import { cellsOfMonths, lastComparison } from '../../cases/store/outcome-store.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { formatMonth, type Month, monthOf, monthsFrom } from '../../law/month.ts'
import { csvOf } from '../../pack/csv.ts'
import type { Actor } from '../../recording/actor.ts'
import { educationStatistics, educationStatisticsMetadata } from '../../reports/formats/education-statistics.ts'
import { MIME_TYPE, openDocumentSpreadsheet } from '../../reports/formats/open-document.ts'
import { definitionOf, titleOf } from '../../reports/formats/titles.ts'
import { measured } from '../../reports/measured.ts'
import { MEASURES } from '../../reports/measures/all-measures.ts'
import { TABLES, type TableId } from '../../reports/measures/measure.ts'
import { MOST_MONTHS, namedPeriods, type Period } from '../../reports/periods.ts'
import { protectedTables, type ReportTable, tableAsItIs } from '../../reports/report-table.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { formView } from '../../web/forms/form-view.ts'
import { askMonth, formOf } from '../../web/forms/questions.ts'
import { type Form, readForm } from '../../web/forms/read-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { formatInstant } from '../day.ts'
import { mayUse } from '../routes.ts'
import type { StaffServiceOptions } from '../service.ts'
import { comparedView, periodView, signsIn, tableJson, tableView } from './outcomes-view.ts'

const FORM: Form<Period> = formOf({
  from: askMonth({ label: 'First month', example: '9 2026', what: 'the first month' }),
  to: askMonth({ label: 'Last month', example: '12 2026', what: 'the last month' }),
})
const FRAME = { section: 'outcomes' } as const
/** What the first page shows, and the others agree with. */
const OF_FIRST_PAGE: TableId = 'T0'

/** The tables of what came of the cases. Whoever reads no case sees them with nothing in them that names a family. */
export function outcomesRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables, council } = service

  /** What was asked for: a period, or what is wrong with it. */
  function askedFor(c: Context) {
    const today = londonDay(service.clock())
    const typed = typedPeriod(c.req.query(), usualPeriod(today))
    const reading = readForm(FORM, typed)
    const problems = reading.ok ? periodProblems(reading.values, today) : reading.problems
    const period = reading.ok && problems.length === 0 ? reading.values : undefined
    return { today, typed, problems, period }
  }

  /** Tables of a period as whoever asks may see them. Nothing leads around this. */
  async function tablesFor({ roles }: Actor, period: Period, table?: TableId): Promise<readonly ReportTable[]> {
    const cells = await cellsOfMonths(tables, { from: period.from })
    const counted = MEASURES.map((measure) => measured(measure, cells, period))
    const shown = mayUse(roles, WHO_READS) ? counted.map(tableAsItIs) : protectedTables(counted, council.reporting)
    return shown.filter(({ measure }) => table === undefined || measure.table === table)
  }

  async function show(c: Context, actor: Actor, table: TableId) {
    const { today, typed, problems, period } = askedFor(c)
    const isFirst = table === OF_FIRST_PAGE
    const path = isFirst ? '/outcomes' : `/outcomes/${table}`
    const choices = namedPeriods(today).map(({ name, from, to }) => ({ name, href: `${path}?from=${from}&to=${to}` }))
    const { fields, errors } = formView(FORM.fields, typed, problems)
    const frame = isFirst ? FRAME : { ...FRAME, back: { href: '/outcomes', text: 'Outcomes' } }
    const around = { fields, errors, choices, path, isFirst, heading: isFirst ? 'Outcomes' : TABLES[table] }
    const template = 'staff/outcomes/outcomes.njk'
    if (!period) return answer.pageOrJson(c, template, around, { problems }, frame, 422)

    const [shown, compared] = await Promise.all([tablesFor(actor, period, table), lastComparison(tables)])
    const { inWords, query } = periodView(period)
    const report = {
      inWords,
      tables: shown.map((one) => tableView(one, { path: `/outcomes/${table}`, query })),
      signs: signsIn(shown),
      compared: comparedView(compared),
      isProtected: shown.some(({ isProtected }) => isProtected),
      spreadsheet: `/outcomes/all.ods${query}`,
      ...(isFirst && listOf(shown)),
    }
    const links = linksTo(query)
    const json = {
      table,
      period,
      ...(report.compared && { compared: report.compared }),
      tables: Object.fromEntries(shown.map((one) => [one.measure.id, tableJson(one)])),
    }
    return answer.pageOrJson(c, template, { ...around, report, links }, json, frame)
  }

  const noSuchTable = (c: Context) =>
    answer.message(c, 404, 'There is no such table', ['Choose one of the tables of the outcomes.'], {
      href: '/outcomes',
      text: 'Go to the outcomes',
    })

  /** To whoever asks for a file of a period that cannot be: the page says what is wrong. */
  const noSuchPeriod = (c: Context) => c.redirect(`/outcomes${new URL(c.req.url).search}`, 303)

  return {
    first: (c: Context, actor: Actor) => show(c, actor, OF_FIRST_PAGE),

    async table(c: Context, actor: Actor) {
      const table = c.req.param('table') ?? ''
      return isTable(table) && table !== OF_FIRST_PAGE ? show(c, actor, table) : noSuchTable(c)
    },

    /** One table as a file in the shape of Explore Education Statistics, or the metadata of that. */
    async file(c: Context, actor: Actor) {
      const [table = '', file = ''] = [c.req.param('table'), c.req.param('file')]
      const [id, ending] = [file.split('.')[0], file.slice(file.indexOf('.'))]
      if (!isTable(table) || (ending !== '.csv' && ending !== '.meta.csv')) return noSuchTable(c)
      const { period } = askedFor(c)
      if (!period) return noSuchPeriod(c)
      const found = (await tablesFor(actor, period, table)).find(({ measure }) => measure.id === id)
      if (!found) return noSuchTable(c)
      const { columns, rows } =
        ending === '.csv' ? educationStatistics(found, council.reporting.area) : educationStatisticsMetadata(found)
      // Explore Education Statistics expects the two under one name.
      const name = `${found.measure.id}-${period.from}-${period.to}${ending}`
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', `attachment; filename="${name}"`)
      return c.body(csvOf(columns, rows))
    },

    /** All tables of a period as one spreadsheet. */
    async spreadsheet(c: Context, actor: Actor) {
      const { period } = askedFor(c)
      if (!period) return noSuchPeriod(c)
      const { officer } = council.contacts
      const cover = {
        title: 'Outcomes of SEND mediation and appeals',
        council: council.name,
        contact: `Contact: ${officer.name}${officer.email ? `, ${officer.email}` : ''}.`,
        madeOn: formatInstant(service.clock().toISOString()),
      }
      c.header('content-type', MIME_TYPE)
      c.header('content-disposition', `attachment; filename="outcomes-${period.from}-${period.to}.ods"`)
      return c.body(openDocumentSpreadsheet(cover, await tablesFor(actor, period)))
    },

    /** What each figure is, and how it is counted. */
    async definitions(c: Context) {
      const groups = (Object.keys(TABLES) as TableId[]).map((table) => ({
        heading: TABLES[table],
        measures: MEASURES.filter((measure) => measure.table === table).map((measure) => ({
          title: titleOf(measure),
          definition: definitionOf(measure),
        })),
      }))
      const frame = { ...FRAME, back: { href: '/outcomes', text: 'Outcomes' } }
      return answer.pageOrJson(c, 'staff/outcomes/definitions.njk', { groups }, { groups }, frame)
    },
  }
}

/** Whether the table of cases has as many as the list, which is counted by itself. Only where both are shown as they are. */
function listOf(shown: readonly ReportTable[]) {
  const allOf = (id: string) => shown.find(({ measure }) => measure.id === id)?.lines.at(-1)
  const [inTable, inList] = [allOf('cases')?.cells.at(-1), allOf('cases-listed')?.cells ?? []]
  const [open, closed, all] = inList
  if (typeof open !== 'number' || typeof closed !== 'number' || typeof inTable !== 'number') return {}
  return { list: { inTable, open, closed, all, agrees: inTable === all && open + closed === all } }
}

function linksTo(query: string) {
  return (Object.keys(TABLES) as TableId[])
    .filter((table) => table !== OF_FIRST_PAGE)
    .map((table) => ({ text: TABLES[table], href: `/outcomes/${table}${query}` }))
}

function isTable(name: string): name is TableId {
  return Object.hasOwn(TABLES, name)
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
