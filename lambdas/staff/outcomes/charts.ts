import type { CellsByPeriod } from '../../cases/counted-cells.ts'
import { formatMonth, type Month, monthsBetween } from '../../law/month.ts'
import { cellsOfMeasure } from '../../reports/cells.ts'
import { type Bar, barChart } from '../../reports/charts/bar-chart.ts'
import { limitsOf, type Point, runChart } from '../../reports/charts/run-chart.ts'
import { HIDDEN } from '../../reports/formats/titles.ts'
import type { TableId } from '../../reports/measures/measure.ts'
import { cellsOfPeriod, type Period, type ReportPeriod } from '../../reports/periods.ts'
import type { ReportTable } from '../../reports/report-table.ts'

/** A picture with a heading of its own, and the same figures as the rows of a table. */
export interface Chart {
  readonly title: string
  readonly svg: string
  readonly rows: readonly (readonly [name: string, figure: string])[]
}

/** A line needs as many months, so that its limits mean something. */
const FEWEST_MONTHS = 6

/**
 * The pictures of a table. Each shows numbers of a table beside it, as they may be shown.
 * @param cells of months or terms by themselves: for those who see every number as it is
 */
export function chartsOf(
  table: TableId,
  tables: readonly ReportTable[],
  period: ReportPeriod,
  cells?: CellsByPeriod,
): readonly Chart[] {
  switch (table) {
    case 'T1':
      return [howFar(tables), ...(cells && !('term' in period) ? heldByMonth(cells, period) : [])]
    case 'T2':
      return cells
        ? [
            howLong(cells, period, 'certificate', 'Working days to the certificate', /^certificate-/, BY_DAY),
            howLong(cells, period, 'mediation', 'Days from the request to mediation', /^held$/, BY_TEN_DAYS),
          ]
        : []
    case 'T4':
      return [whatCame(tables)]
    default:
      return []
  }
}

function howFar(tables: readonly ReportTable[]): Chart {
  const bars = [
    ...barsOf(tables, 'steps', ['contacted', 'informed', 'declined']),
    ...barsOf(tables, 'mediations', ['asked']).map(ofMediation),
    ...barsOf(tables, 'steps', ['arranged']),
    ...barsOf(tables, 'mediations', ['held']).map(ofMediation),
  ]
  return barsUnder('how-far', 'How far families went', bars)
}

function whatCame(tables: readonly ReportTable[]): Chart {
  const bars = barsOf(tables, 'outcome-of-mediation', ['agreed', 'partly-agreed', 'not-agreed'])
  return barsUnder('what-came', 'What came of mediation', bars)
}

/** Beside the steps of families it has to be said what was asked for and held. */
function ofMediation({ name, value }: Bar): Bar {
  return { name: `Mediation: ${name.toLowerCase()}`, value }
}

function barsUnder(id: string, title: string, bars: readonly Bar[]): Chart {
  const rows = bars.map(
    ({ name, value }) => [name, value === undefined ? HIDDEN : value.toLocaleString('en-GB')] as const,
  )
  const description = `${rows.map((row) => row.join(': ')).join('. ')}.`
  return { title, svg: barChart({ id, title, description }, bars, HIDDEN), rows }
}

/** The last line of a table, as bars. */
function barsOf(tables: readonly ReportTable[], id: string, columns: readonly string[]): Bar[] {
  const table = tables.find(({ measure }) => measure.id === id)
  return columns.map((column) => {
    const place = table?.columns.findIndex((one) => one.column === column) ?? -1
    const shown = table?.lines.at(-1)?.cells[place]
    return { name: table?.columns[place]?.name ?? column, value: typeof shown === 'number' ? shown : undefined }
  })
}

function heldByMonth(cells: CellsByPeriod, { from, to }: Period): readonly Chart[] {
  const months = monthsBetween(from, to)
  if (months.length < FEWEST_MONTHS) return []
  const points = months.map((month): Point => ({ name: formatMonth(month), value: heldIn(cells, month) }))
  const { mean, low, high } = limitsOf(points)
  const words = {
    id: 'held-by-month',
    title: 'Mediations held, month by month',
    description: `${points.map(({ name, value }) => `${name}: ${value}`).join('. ')}. Mean ${mean.toFixed(1)}. By chance alone a month lies between ${low.toFixed(1)} and ${high.toFixed(1)}.`,
  }
  const rows = points.map(({ name, value }) => [name, String(value)] as const)
  return [{ title: words.title, svg: runChart(words, points), rows }]
}

function heldIn(cells: CellsByPeriod, month: Month): number {
  return cellsOfMeasure({ [month]: cells[month] ?? {} }, { id: 'mediations' }).reduce(
    (sum, { column, number }) => (column === 'held' ? sum + number : sum),
    0,
  )
}

/** From how many days on a bar counts; the last has no end. */
type Bins = readonly number[]
const BY_DAY: Bins = [0, 1, 2, 3, 4, 5, 6, 11]
const BY_TEN_DAYS: Bins = [0, 11, 21, 31, 41, 61]

function howLong(
  cells: CellsByPeriod,
  period: ReportPeriod,
  id: string,
  title: string,
  rows: RegExp,
  bins: Bins,
): Chart {
  const counts = bins.map(() => 0)
  const { within } = cellsOfPeriod(period)
  for (const { period: name, row, days, number } of cellsOfMeasure(cells, { id: 'time-limits' })) {
    if (!within(name) || !rows.test(row) || days === undefined) continue
    const bin = bins.findLastIndex((first) => days >= first)
    counts[bin] = (counts[bin] ?? 0) + number
  }
  const bars = counts.map((value, place) => ({ name: daysInWords(bins, place), value }))
  return barsUnder(`how-long-${id}`, title, bars)
}

function daysInWords(bins: Bins, place: number): string {
  const [first = 0, next] = [bins[place], bins[place + 1]]
  if (next === undefined) return `${first} days or more`
  return next === first + 1 ? `${first} ${first === 1 ? 'day' : 'days'}` : `${first} to ${next - 1} days`
}
