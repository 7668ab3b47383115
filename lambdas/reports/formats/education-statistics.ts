import type { CouncilArea, SchoolTerm } from '../../cases/council.ts'
import { monthName } from '../../law/calendar-date.ts'
import { type Month, monthOf, monthsFrom } from '../../law/month.ts'
import type { Figure } from '../measures/measure.ts'
import type { ReportPeriod } from '../periods.ts'
import type { ReportTable, Shown, ShownFigure } from '../report-table.ts'
import { DOES_NOT_APPLY, FIGURE_FORMATS, HIDDEN, NOT_AVAILABLE, titleOf } from './titles.ts'

/** A table as the rows of a file, the first of them its columns. */
export interface TableOfText {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const PLACE_AND_TIME = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
  'region_code',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_name',
] as const

/**
 * A table in the shape of Explore Education Statistics, which asks for one row for each combination of filters:
 * https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html. Nothing of it names a family where the table
 * is the protected one.
 */
export function educationStatistics(table: ReportTable, area: CouncilArea): TableOfText {
  const { time_period, time_identifier } = timeOf(table.period)
  const { name, newCode, oldCode, regionName, regionCode } = area
  const where = [
    time_period,
    time_identifier,
    'Local authority',
    'E92000001',
    'England',
    regionCode,
    regionName,
    oldCode,
    newCode,
    name,
  ]
  return {
    columns: [...PLACE_AND_TIME, filterOf(table), ...indicatorsOf(table).map(({ name: column }) => column)],
    rows: table.lines.map(({ row, name: line, cells, figures }) => [
      ...where,
      row === 'all' ? 'Total' : line,
      ...cells.map(numberAsText),
      ...figures.map(figureAsText),
    ]),
  }
}

/** The file of metadata that belongs to it. */
export function educationStatisticsMetadata(table: ReportTable): TableOfText {
  const { measure } = table
  return {
    columns: [
      'col_name',
      'col_type',
      'label',
      'indicator_grouping',
      'indicator_unit',
      'indicator_dp',
      'filter_hint',
      'filter_grouping_column',
    ],
    rows: [
      [filterOf(table), 'Filter', measure.rowsAre, '', '', '', measure.definition.counted, ''],
      ...indicatorsOf(table).map(({ name, label, unit, places }) => [
        name,
        'Indicator',
        label,
        titleOf(measure),
        unit,
        places,
        '',
        '',
      ]),
    ],
  }
}

/** The name of the column with the rows of a measure. */
function filterOf({ measure }: ReportTable): string {
  return inSnakeCase(measure.rowsAre)
}

function indicatorsOf({ measure, columns }: ReportTable) {
  return [
    ...columns.map(({ column, name }) => ({
      name: column === 'all' ? 'total' : inSnakeCase(column),
      label: name,
      unit: '',
      places: '0',
    })),
    ...measure.figures.map((figure: Figure) => ({
      name: `${inSnakeCase(figure.id)}_${FIGURE_FORMATS[figure.kind].suffix}`,
      label: figure.title,
      unit: FIGURE_FORMATS[figure.kind].unit,
      places: String(FIGURE_FORMATS[figure.kind].places),
    })),
  ]
}

function inSnakeCase(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
}

/** A number as a file has it. */
export function numberAsText(shown: Shown): string {
  if (shown === 'hidden') return HIDDEN
  return shown === 'unknown' ? NOT_AVAILABLE : String(shown)
}

/** A percentage or a rate, to one decimal place, or a number of days. */
export function figureAsText({ figure, value }: ShownFigure): string {
  if (value === 'withheld') return HIDDEN
  if (value === 'nothing') return DOES_NOT_APPLY
  if (value === 'unknown') return NOT_AVAILABLE
  return value.toFixed(FIGURE_FORMATS[figure.kind].places)
}

/**
 * How Explore Education Statistics names a period. One that it has no name for is called a reporting year, by the year in which it
 * ends, as the last 12 months are.
 */
function timeOf(period: ReportPeriod): { readonly time_period: string; readonly time_identifier: string } {
  if ('term' in period) return termOf(period.term)
  const { from, to } = period
  const [year, month] = [yearOf(from), Number(from.slice(5))]
  const months = monthsFrom(from, to)
  if (months === 1) return { time_period: year, time_identifier: monthName(month) }
  if (months === 3 && (month - 1) % 3 === 0) {
    return { time_period: year, time_identifier: `Calendar year Q${(month - 1) / 3 + 1}` }
  }
  if (months === 12 && month === 1) return { time_period: year, time_identifier: 'Calendar year' }
  const spanning = `${year}${yearOf(to).slice(2)}`
  if (months === 12 && month === 4) return { time_period: spanning, time_identifier: 'Financial year' }
  if (months === 12 && month === 9) return { time_period: spanning, time_identifier: 'Academic year' }
  return { time_period: yearOf(to), time_identifier: 'Reporting year' }
}

/** Its three terms, whatever a school calls them and however many it has: each by the season in which it begins. */
function termOf({ from }: SchoolTerm): ReturnType<typeof timeOf> {
  const [year, month] = [Number(yearOf(monthOf(from))), Number(from.slice(5, 7))]
  const begins = month >= 8 ? year : year - 1
  const season = month >= 8 ? 'Autumn' : month >= 4 ? 'Summer' : 'Spring'
  return { time_period: `${begins}${String(begins + 1).slice(2)}`, time_identifier: `${season} term` }
}

function yearOf(month: Month): string {
  return month.slice(0, 4)
}
