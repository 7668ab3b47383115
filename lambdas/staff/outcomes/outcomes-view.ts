import type { OutcomesCompared } from '../../cases/store/outcome-store.ts'
import { type KeptRelease, releaseId } from '../../cases/store/release-store.ts'
import { figureAsText, numberAsText } from '../../reports/formats/education-statistics.ts'
import {
  definitionOf,
  FIGURE_FORMATS,
  periodInWords,
  protectionInWords,
  SIGN_WORDS,
  titleOf,
} from '../../reports/formats/titles.ts'
import type { ReportTable, Shown, ShownFigure } from '../../reports/report-table.ts'
import { formatInstant } from '../day.ts'

/** As many lines as are all shown. Of more, those in which nothing is counted are left out where none adds up with others. */
const LINES_WITHOUT_END = 10

/** A table as its page shows it. @param query with which the same can be asked for as a file */
export function tableView(table: ReportTable, query: string, before?: ReportTable) {
  const { measure, columns } = table
  const file = `/outcomes/${measure.table}/${measure.id}`
  return {
    id: measure.id,
    title: titleOf(measure),
    rowsAre: measure.rowsAre,
    columns: [...columns.map(({ name }) => name), ...measure.figures.map(({ title }) => title)],
    lines: linesToShow(table).map(({ row, name, cells, figures }) => ({
      isAll: row === 'all',
      name,
      cells: [...cells.map(inWords), ...figures.map(figureInWords)],
    })),
    before: before && lineBefore(table, before),
    isUnknown: isUnknownAltogether(table),
    missing: table.missing ?? [],
    definition: definitionOf(measure),
    files: [
      { text: 'CSV file', href: `${file}.csv${query}` },
      { text: 'its metadata', href: `${file}.meta.csv${query}` },
    ],
  }
}

/** What the last line was in the period before: of all rows, or of the only one. Undefined where a table has no such line. */
function lineBefore(table: ReportTable, before: ReportTable) {
  const last = before.lines.at(-1)
  if (!last || !(last.row === 'all' || before.lines.length === 1)) return undefined
  // An earlier version may have counted something else.
  const columnsOf = ({ columns, measure }: ReportTable) => [...columns, ...measure.figures.map(({ id }) => id)]
  if (JSON.stringify(columnsOf(table)) !== JSON.stringify(columnsOf(before))) return undefined
  return {
    name: `${last.name}, ${periodInWords(before.period)}`,
    cells: [...last.cells.map(inWords), ...last.figures.map(figureInWords)],
  }
}

/** Nothing of it was typed in. */
function isUnknownAltogether({ lines }: ReportTable): boolean {
  return lines.every(({ cells }) => cells.every((cell) => cell === 'unknown'))
}

function linesToShow(table: ReportTable): ReportTable['lines'] {
  const { measure, lines } = table
  if (isUnknownAltogether(table)) return []
  if (measure.addsUp !== 'nothing' || lines.length <= LINES_WITHOUT_END) return lines
  return lines.filter(({ cells }) => cells.some((cell) => cell !== 0))
}

/** A table as a program reads it: the numbers by row and column. A hidden one is "c", one that is not known "x". */
export function tableJson({ measure, columns, lines, isProtected, roundedTo, missing }: ReportTable) {
  const asJson = (shown: Shown = 'hidden') => (typeof shown === 'number' ? shown : numberAsText(shown))
  return {
    id: measure.id,
    title: measure.title,
    basis: measure.basis,
    isProtected,
    roundedTo,
    ...(missing && { missing }),
    rows: Object.fromEntries(
      lines.map(({ row, cells, figures }) => [
        row,
        {
          ...Object.fromEntries(columns.map(({ column }, place) => [column, asJson(cells[place])])),
          ...(figures.length > 0 && {
            figures: Object.fromEntries(figures.map((figure) => [figure.figure.id, figureAsJson(figure)])),
          }),
        },
      ]),
    ),
  }
}

function figureAsJson(shown: ShownFigure): number | string {
  return typeof shown.value === 'number' ? shown.value : figureAsText(shown)
}

function inWords(shown: Shown): string {
  return typeof shown === 'number' ? shown.toLocaleString('en-GB') : numberAsText(shown)
}

function figureInWords(shown: ShownFigure): string {
  return `${figureAsText(shown)}${typeof shown.value === 'number' ? FIGURE_FORMATS[shown.figure.kind].unit : ''}`
}

/** What the signs mean that stand in these tables instead of a number. */
export function signsIn(tables: readonly ReportTable[]): readonly string[] {
  const shown = new Set(
    tables.flatMap(({ lines }) =>
      lines.flatMap(({ cells, figures }) => [...cells.map(numberAsText), ...figures.map(figureAsText)]),
    ),
  )
  return Object.entries(SIGN_WORDS).flatMap(([sign, words]) => (shown.has(sign) ? [words] : []))
}

/** What the last nightly comparison with the cases found; undefined before the first. */
export function comparedView(compared: OutcomesCompared | undefined) {
  return compared && { ...compared, inWords: formatInstant(compared.comparedAt) }
}

/** A release in words. */
export function releaseView(release: KeptRelease) {
  const { from, to, madeAt, revision, why } = release
  const id = releaseId(release)
  return {
    id,
    inWords: periodInWords({ from, to }),
    madeInWords: formatInstant(madeAt),
    isCorrection: revision > 1,
    protectionInWords: protectionInWords(release),
    href: `/outcomes?release=${id}`,
    ...(why && { why }),
  }
}
