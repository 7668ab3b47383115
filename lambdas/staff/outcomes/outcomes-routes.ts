import type { Context } from 'hono'
import type { CouncilReporting } from '../../cases/council.ts'
import type { CellsByPeriod } from '../../cases/counted-cells.ts'
import { londonDay } from '../../cases/london.ts'
import { WHO_READS } from '../../cases/role.ts'
import {
  addedUp,
  cellsOfMonths,
  cellsOfSpans,
  lastComparison,
  type OutcomesCompared,
} from '../../cases/store/outcome-store.ts'
import { allReleases, type KeptRelease, keepRelease, releaseId } from '../../cases/store/release-store.ts'
import { typedMonths } from '../../cases/store/typed-figure-store.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { monthAfter } from '../../law/month.ts'
import { csvOf } from '../../pack/csv.ts'
import { jsonFile, textFile } from '../../pack/manifest.ts'
import { zipPack } from '../../pack/zip.ts'
import type { Actor } from '../../recording/actor.ts'
import { countCase } from '../../reports/cells.ts'
import { educationStatistics, educationStatisticsMetadata } from '../../reports/formats/education-statistics.ts'
import { MIME_TYPE } from '../../reports/formats/open-document.ts'
import { portableDocument } from '../../reports/formats/portable-document.ts'
import type { ReportCover } from '../../reports/formats/report-cover.ts'
import { reportSpreadsheet } from '../../reports/formats/report-spreadsheet.ts'
import { definitionOf, periodInWords, protectionInWords, SIGN_WORDS, titleOf } from '../../reports/formats/titles.ts'
import { measured } from '../../reports/measured.ts'
import { everyMeasure, measuresFor } from '../../reports/measures/all-measures.ts'
import { TABLES, type TableId } from '../../reports/measures/measure.ts'
import { NATIONAL, nationalYears } from '../../reports/national/national-figures.ts'
import { namedPeriods, type Period, periodBefore, type ReportPeriod } from '../../reports/periods.ts'
import { asKept, nextRevision, numbersThatDiffer, periodsToRelease, tablesOf } from '../../reports/releases.ts'
import { protectedTables, type ReportTable, tableAsItIs } from '../../reports/report-table.ts'
import { typedCells } from '../../reports/typed-in/typed-cells.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { formatInstant } from '../day.ts'
import { mayUse, ROUTES } from '../routes.ts'
import type { StaffServiceOptions } from '../service.ts'
import { chartsOf } from './charts.ts'
import { othersTable } from './others-view.ts'
import { comparedView, releaseView, signsIn, tableJson, tableView } from './outcomes-view.ts'
import { notOfThesePeriods, periodForm, periodOrTermAsked, queryOf } from './period-form.ts'

const FRAME = { section: 'outcomes' } as const
/** What the first page shows, and the others agree with. */
const OF_FIRST_PAGE: TableId = 'T0'
/** The page with every table, for whoever prints it. */
const ALL_TABLES = 'all'
const TABLE_IDS = Object.keys(TABLES) as TableId[]
/** The bill, which is no table of cases. */
const OF_OWN_PAGE: TableId = 'T9'
/** Beside which national figures stand. */
const BESIDE_OTHERS: TableId = 'T5'

/** What somebody is shown: the figures as they are now, or those of a release. */
interface Report {
  readonly tables: readonly ReportTable[]
  readonly period: ReportPeriod
  /** The same of the period before. Absent where there is none to be seen. */
  readonly before?: readonly ReportTable[]
  readonly release?: KeptRelease
  /** The months by themselves, for pictures. Nobody has them who sees releases alone. */
  readonly cells?: CellsByPeriod
}

/**
 * The tables of what came of the cases. Whoever reads cases sees the figures as they are now, and every release. Whoever does not sees
 * releases alone, in which nothing names a family: from figures that change from day to day a single case could be worked out.
 */
export function outcomesRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables, council } = service
  const measures = measuresFor(council)

  /** The period that was asked for, or what is wrong with it. */
  function askedFor(c: Context) {
    const today = londonDay(service.clock())
    return { today, ...periodOrTermAsked(c.req.query(), usualPeriod(today), council.terms, today) }
  }

  /** The figures of a period, and of the one before it where that is not too long. */
  async function countedIn(period: ReportPeriod) {
    const before = periodBefore(period, council.terms)
    const first = before ?? period
    const cells = await ('term' in period
      ? cellsOfSpans(tables, 'term' in first ? first.term.from : period.term.from)
      : cellsOfAll({ from: 'term' in first ? period.from : first.from, to: period.to }))
    const tablesIn = (one: ReportPeriod) => measured(measures, cells, one).map(tableAsItIs)
    return { cells, tables: tablesIn(period), ...(before && { before: tablesIn(before) }) }
  }

  /** Whether the cases from before are not yet counted as this version and the council's file have it. */
  const isCountedAnew = ({ countedBy }: OutcomesCompared) => countedBy !== countCase(council).version

  /** What is counted from the first month on, and what is typed in for the months up to the last. */
  async function cellsOfAll(period: Period): Promise<CellsByPeriod> {
    const [counted, typed] = await Promise.all([
      cellsOfMonths(tables, { from: period.from }),
      typedMonths(tables, period),
    ])
    return addedUp([counted, typedCells(typed)])
  }

  /** The tables of a period as they may be published. @param cells of its months and of all that come after */
  const toPublish = (cells: CellsByPeriod, period: Period) =>
    protectedTables(measured(measures, cells, period), council.reporting)

  /** What whoever asks may see. Nothing leads around this. @returns a page instead, where there is nothing to be seen */
  async function reportFor(c: Context, { roles }: Actor): Promise<Report | Response> {
    const name = c.req.query('release')
    if (name === undefined && mayUse(roles, WHO_READS)) {
      const { period, problems } = askedFor(c)
      if (!period) return notOfThesePeriods(c, answer, problems)
      return { ...(await countedIn(period)), period }
    }
    const releases = await allReleases(tables)
    const release = name === undefined ? releases[0] : releases.find((one) => releaseId(one) === name)
    if (release) {
      const { from, to } = release
      const before = releases.find((one) => one.to === monthAfter(from, -1))
      return { tables: tablesOf(release), ...(before && { before: tablesOf(before) }), period: { from, to }, release }
    }
    return name === undefined
      ? answer.message(c, 200, 'No outcomes are released yet', [
          'A manager of the council makes a release for each quarter. You see it here then.',
        ])
      : noSuchTable(c)
  }

  async function show(c: Context, actor: Actor, table: TableId | typeof ALL_TABLES) {
    const isFirst = table === OF_FIRST_PAGE
    const path = isFirst ? '/outcomes' : `/outcomes/${table}`
    const seesNow = mayUse(actor.roles, WHO_READS) && c.req.query('release') === undefined
    const asked = askedFor(c)
    const { problems } = asked
    const frame = isFirst ? FRAME : { ...FRAME, back: { href: '/outcomes', text: 'Outcomes' } }
    const heading = isFirst ? 'Outcomes' : table === ALL_TABLES ? 'All outcomes' : TABLES[table]
    const isForManager = mayUse(actor.roles, ROUTES['GET /outcomes/sen2'].isFor)
    const around = { path, isFirst, heading, isForManager }
    const choosing = seesNow ? periodForm(path, asked, council.terms, asked.today) : { errors: [] }
    const template = 'staff/outcomes/outcomes.njk'
    if (seesNow && problems.length > 0) {
      return answer.pageOrJson(c, template, { ...around, ...choosing }, { problems }, frame, 422)
    }
    const found = await reportFor(c, actor)
    if (found instanceof Response) return found
    const { period, release } = found
    const query = release ? `?release=${releaseId(release)}` : queryOf(period)
    const isShown = (one: TableId) => table === ALL_TABLES || one === table
    const shown = found.tables.filter(({ measure }) => isShown(measure.table))
    // What the council has not turned on has no page; a release that has it keeps it.
    if (shown.length === 0) return noSuchTable(c)
    const compared = release ? undefined : await lastComparison(tables)
    const report = {
      inWords: periodInWords(period),
      charts: TABLE_IDS.filter(isShown).flatMap((one) => chartsOf(one, shown, period, found.cells)),
      tables: shown.map((one) =>
        tableView(
          one,
          query,
          found.before?.find(({ measure }) => measure.id === one.measure.id),
        ),
      ),
      signs: signsIn(shown),
      ...(compared && { compared: comparedView(compared) }),
      ...(compared && !release && { isCountedAnew: isCountedAnew(compared) }),
      ...(release && { release: releaseView(release), isAllHidden: isAllHidden(shown) }),
      all: `/outcomes/${ALL_TABLES}${query}`,
      spreadsheet: `/outcomes/all.ods${query}`,
      printed: `/outcomes/all.pdf${query}`,
      pack: `/outcomes/all.zip${query}`,
      ...(isFirst && !release && listOf(shown)),
      ...(isShown(BESIDE_OTHERS) && besideOthers(council.reporting)),
    }
    const json = {
      table,
      period,
      ...(release && { release: releaseId(release) }),
      ...(report.compared && { compared: report.compared }),
      tables: Object.fromEntries(shown.map((one) => [one.measure.id, tableJson(one)])),
    }
    return answer.pageOrJson(
      c,
      template,
      { ...around, ...choosing, report, links: linksTo(found.tables, query) },
      json,
      frame,
    )
  }

  function coverOf({ release }: Report): ReportCover {
    const { officer } = council.contacts
    const madeAt = release?.madeAt ?? service.clock().toISOString()
    return {
      title: 'Outcomes of SEND mediation and appeals',
      council: council.name,
      contact: `Contact: ${officer.name}${officer.email ? `, ${officer.email}` : ''}.`,
      madeAt,
      madeOn: formatInstant(madeAt),
    }
  }

  /** What stands first in a pack: what it holds, and how each figure is counted. */
  function readMe(title: string, { tables: all, release }: Report): string {
    return [
      title,
      council.name,
      release
        ? `Release ${releaseId(release)}, made on ${formatInstant(release.madeAt)}. ${protectionInWords(release)}`
        : 'For council staff only: small numbers are shown as they are. Do not publish these files.',
      ...(release?.why ? [`It corrects an earlier release: ${release.why}`] : []),
      '',
      'outcomes.ods and outcomes.pdf: all tables, as a spreadsheet and to print. csv: each table with its metadata, in the shape of Explore Education Statistics. outcomes.json: the same for programs.',
      '',
      ...Object.values(SIGN_WORDS),
      ...all.flatMap(({ measure, missing = [] }) => [
        '',
        `csv/${measure.id}.csv: ${titleOf(measure)}`,
        ...missing.map((words) => `  ${words}`),
        ...definitionOf(measure).map(({ term, text }) => `  ${term}: ${text}`),
      ]),
      '',
    ].join('\n')
  }

  const noSuchTable = (c: Context) =>
    answer.message(c, 404, 'There is no such table', ['Choose one of the tables of the outcomes.'], {
      href: '/outcomes',
      text: 'Go to the outcomes',
    })

  /** Those that nobody has made, and those of which numbers are others by now. */
  async function releasesToMake(releases: readonly KeptRelease[], periods: readonly Period[]) {
    const [from] = periods.map((period) => period.from).sort()
    const to = periods
      .map((period) => period.to)
      .sort()
      .at(-1)
    const cells = from && to ? await cellsOfAll({ from, to }) : {}
    return periods.flatMap((period) => {
      const last = releases.find(({ to }) => to === period.to)
      const differ = last && numbersThatDiffer(tablesOf(last), toPublish(cells, period))
      const one = { to: period.to, inWords: periodInWords(period), isMade: last !== undefined, differ }
      return !one.isMade || one.differ ? [one] : []
    })
  }

  async function showReleases(c: Context, { roles }: Actor, problem?: string) {
    const today = londonDay(service.clock())
    const releases = await allReleases(tables)
    const mayMake = mayUse(roles, ROUTES['POST /outcomes/releases'].isFor)
    const toMake = mayMake ? await releasesToMake(releases, periodsToRelease(today)) : []
    const view = {
      releases: releases.map(releaseView),
      toMake,
      mayMake,
      made: c.req.query('made'),
      problem,
    }
    const json = { releases: releases.map(({ tables: _tables, ...release }) => release), toMake: view.toMake }
    const frame = { ...FRAME, back: { href: '/outcomes', text: 'Outcomes' } }
    return answer.pageOrJson(c, 'staff/outcomes/releases.njk', view, json, frame, problem ? 422 : 200)
  }

  return {
    first: (c: Context, actor: Actor) => show(c, actor, OF_FIRST_PAGE),

    async table(c: Context, actor: Actor) {
      const table = c.req.param('table') ?? ''
      return isTable(table) && table !== OF_FIRST_PAGE ? show(c, actor, table) : noSuchTable(c)
    },

    /** Every table on one page, which can be printed. */
    all: (c: Context, actor: Actor) => show(c, actor, ALL_TABLES),

    /** Every release, and for a manager those that can be made. */
    releases: (c: Context, actor: Actor) => showReleases(c, actor),

    /** Freezes the figures of a period, as they may be published. */
    async makeRelease(c: Context, actor: Actor) {
      const { to, why = '' } = await typedForm(c)
      const period = periodsToRelease(londonDay(service.clock())).find((one) => one.to === to)
      if (!period) return showReleases(c, actor, 'Choose one of the periods that are over.')
      const compared = await lastComparison(tables)
      if (!compared) {
        return showReleases(
          c,
          actor,
          'The figures are not compared with the cases yet: that is done every night. Make the release tomorrow.',
        )
      }
      if (isCountedAnew(compared)) {
        return showReleases(
          c,
          actor,
          'Figures, school terms or the council’s lists have changed, so the cases are counted anew tonight. Make the release tomorrow.',
        )
      }
      const revision = nextRevision(await allReleases(tables), period.to)
      const words = why.trim()
      if (revision > 1 && words === '')
        return showReleases(c, actor, 'Say what was corrected. It stands beside the release.')
      const now = service.clock()
      const release = {
        ...period,
        revision,
        madeAt: now.toISOString(),
        madeBy: actor.id,
        ...(revision > 1 && { why: words.slice(0, LONGEST_REASON) }),
        hideUpTo: council.reporting.hideUpTo,
        roundTo: council.reporting.roundTo,
        tables: asKept(toPublish(await cellsOfAll(period), period)),
      }
      // Where somebody made it in the same moment it is there too.
      await keepRelease(tables, release, now)
      return c.redirect(`/outcomes/releases?made=${releaseId(release)}`, 303)
    },

    /** One table as a file in the shape of Explore Education Statistics, or the metadata of that. */
    async file(c: Context, actor: Actor) {
      const [table = '', file = ''] = [c.req.param('table'), c.req.param('file')]
      const [id, ending] = [file.split('.')[0], file.slice(file.indexOf('.'))]
      if (!isTable(table) || (ending !== '.csv' && ending !== '.meta.csv')) return noSuchTable(c)
      const report = await reportFor(c, actor)
      if (report instanceof Response) return report
      const found = report.tables.find(({ measure }) => measure.table === table && measure.id === id)
      if (!found) return noSuchTable(c)
      const { columns, rows } =
        ending === '.csv' ? educationStatistics(found, council.reporting.area) : educationStatisticsMetadata(found)
      c.header('content-type', 'text/csv; charset=utf-8')
      // Explore Education Statistics expects the two under one name.
      c.header('content-disposition', `attachment; filename="${found.measure.id}-${fileName(report)}${ending}"`)
      return c.body(csvOf(columns, rows))
    },

    /** All tables of a period as one spreadsheet. */
    async spreadsheet(c: Context, actor: Actor) {
      const report = await reportFor(c, actor)
      if (report instanceof Response) return report
      c.header('content-type', MIME_TYPE)
      c.header('content-disposition', `attachment; filename="outcomes-${fileName(report)}.ods"`)
      return c.body(reportSpreadsheet(coverOf(report), report.tables))
    },

    /** The same to print, or to put before a meeting. */
    async printed(c: Context, actor: Actor) {
      const report = await reportFor(c, actor)
      if (report instanceof Response) return report
      c.header('content-type', 'application/pdf')
      c.header('content-disposition', `attachment; filename="outcomes-${fileName(report)}.pdf"`)
      return c.body(await portableDocument(coverOf(report), report.tables))
    },

    /** Everything that can be had of a period or a release, in one zip: for a release, what a council puts on its own site. */
    async pack(c: Context, actor: Actor) {
      const report = await reportFor(c, actor)
      if (report instanceof Response) return report
      const { tables: all, period, release } = report
      const title = `Outcomes of SEND mediation and appeals, ${periodInWords(period)}`
      const ofTable = all.flatMap((table) => {
        const [numbers, metadata] = [
          educationStatistics(table, council.reporting.area),
          educationStatisticsMetadata(table),
        ]
        return [
          textFile(`csv/${table.measure.id}.csv`, csvOf(numbers.columns, numbers.rows)),
          textFile(`csv/${table.measure.id}.meta.csv`, csvOf(metadata.columns, metadata.rows)),
        ]
      })
      const json = { period, ...(release && { release: releaseId(release) }), tables: all.map(tableJson) }
      const files = [
        ...ofTable,
        jsonFile('outcomes.json', json),
        { name: 'outcomes.ods', bytes: reportSpreadsheet(coverOf(report), all) },
        { name: 'outcomes.pdf', bytes: await portableDocument(coverOf(report), all) },
      ]
      const [zip] = zipPack(title, [textFile('README.txt', readMe(title, report))], files)
      if (!zip) throw new Error('A pack has one part at least.')
      c.header('content-type', 'application/zip')
      c.header('content-disposition', `attachment; filename="outcomes-${fileName(report)}.zip"`)
      return c.body(zip.bytes)
    },

    /** What each figure is, and how it is counted. */
    async definitions(c: Context) {
      const all = TABLE_IDS.map((table) => ({
        heading: TABLES[table],
        measures: everyMeasure(council)
          .filter((measure) => measure.table === table)
          .map((measure) => ({
            title: titleOf(measure),
            definition: definitionOf(measure),
          })),
      }))
      const groups = all.filter((group) => group.measures.length > 0)
      const frame = { ...FRAME, back: { href: '/outcomes', text: 'Outcomes' } }
      return answer.pageOrJson(c, 'staff/outcomes/definitions.njk', { groups }, { groups }, frame)
    },
  }
}

/** The longest that is kept of what was corrected. */
const LONGEST_REASON = 500

function fileName({ period, release }: Report): string {
  if (release) return `release-${releaseId(release)}`
  return 'term' in period ? `term-${period.term.from}` : `${period.from}-${period.to}`
}

/** Whether there are so few cases that no number is shown. */
function isAllHidden(tables: readonly ReportTable[]): boolean {
  const cells = tables.flatMap(({ lines }) => lines.flatMap((line) => line.cells))
  return cells.includes('hidden') && cells.every((cell) => typeof cell !== 'number' || cell === 0)
}

/** Whether the table of cases has as many as the list, which is counted by itself. Only where both are shown as they are. */
function listOf(shown: readonly ReportTable[]) {
  const allOf = (id: string) => shown.find(({ measure }) => measure.id === id)?.lines.at(-1)
  const [inTable, inList] = [allOf('cases')?.cells.at(-1), allOf('cases-listed')?.cells ?? []]
  const [open, closed, all] = inList
  if (typeof open !== 'number' || typeof closed !== 'number' || typeof inTable !== 'number') return {}
  return { list: { inTable, open, closed, all, agrees: inTable === all && open + closed === all } }
}

/** The other pages that there are: of tables that are counted, or were released. */
function linksTo(tables: readonly ReportTable[], query: string) {
  const isThere = (one: TableId) => one === OF_OWN_PAGE || tables.some(({ measure }) => measure.table === one)
  return TABLE_IDS.filter((table) => table !== OF_FIRST_PAGE && isThere(table)).map((table) => ({
    text: TABLES[table],
    href: `/outcomes/${table}${query}`,
  }))
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

/** The latest year of the council beside others. */
function besideOthers(reporting: CouncilReporting) {
  const others = othersTable(NATIONAL, nationalYears(NATIONAL)[0] ?? 0, reporting)
  return others && { others }
}
