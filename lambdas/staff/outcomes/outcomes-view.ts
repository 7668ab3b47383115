import type { OutcomesCompared } from '../../cases/store/outcome-store.ts'
import { formatMonth } from '../../law/month.ts'
import type { Basis, Figure, Measure } from '../../reports/measures/measure.ts'
import type { Period } from '../../reports/periods.ts'
import type { ReportTable, Shown, ShownFigure } from '../../reports/report-table.ts'
import { formatInstant } from '../day.ts'

/** Stands where a number is hidden: the sign of the Government Statistical Service for what is confidential. */
const HIDDEN = 'c'
const WITHHELD = 'c'
const NOTHING_BEHIND_IT = 'z'

export const BASIS_WORDS: Readonly<Record<Basis, { readonly short: string; readonly long: string }>> = {
  activity: {
    short: 'activity (by the day on which it happened)',
    long: 'What happened in the period, whenever the decision was made. It agrees with invoices and with the return to the Department for Education.',
  },
  cohort: {
    short: 'cohort (by the day on which the decision was sent)',
    long: 'What came of the decisions that were sent in the period, whenever it happened. It agrees with outcomes.',
  },
}

/** What has to be known to read a measure, as a list of terms. */
export function definitionView({ definition, basis, figures, columns }: Measure) {
  const named = (some: readonly string[]) => some.map((column) => columns[column]).join(', ')
  const ofFigure = (figure: Figure) =>
    figure.kind === 'share'
      ? `${named(figure.numerator)}, as a percentage of: ${named(figure.denominator)}.`
      : `The number of days within which ${figure.centile} of 100 were done, of: ${named(figure.of)}.`
  return [
    { term: 'What is counted', text: definition.counted },
    { term: 'Which period it belongs to', text: BASIS_WORDS[basis].long },
    {
      term: 'Left out',
      text: `${definition.leftOut} Cases that were opened by mistake or twice are in no table but the first.`,
    },
    { term: 'How time is counted', text: definition.clock },
    { term: 'How long it is followed', text: definition.followUp },
    { term: 'Source', text: definition.source },
    ...figures.map((figure) => ({ term: figure.title, text: ofFigure(figure) })),
  ]
}

/** Without its basis a figure cannot be read, so every title has it. */
export function titleOf({ title, basis }: Measure): string {
  return `${title}: ${BASIS_WORDS[basis].short}`
}

/** As many lines as are all shown. Of more, those in which nothing is counted are left out where none adds up with others. */
const LINES_WITHOUT_END = 10

/** A table as its page shows it. */
export function tableView(table: ReportTable) {
  const { measure, columns } = table
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
    definition: definitionView(measure),
  }
}

function linesToShow({ measure, lines }: ReportTable): ReportTable['lines'] {
  if (measure.addsUp !== 'nothing' || lines.length <= LINES_WITHOUT_END) return lines
  return lines.filter(({ cells }) => cells.some((cell) => cell !== 0))
}

/** A table as a program reads it: the numbers by row and column. A hidden one is "c". */
export function tableJson({ measure, columns, lines, isProtected }: ReportTable) {
  return {
    id: measure.id,
    title: measure.title,
    basis: measure.basis,
    isProtected,
    rows: Object.fromEntries(
      lines.map(({ row, cells, figures }) => [
        row,
        {
          ...Object.fromEntries(columns.map(({ column }, place) => [column, hiddenOr(cells[place])])),
          ...Object.fromEntries(figures.map(({ figure, value }) => [figure.id, value])),
        },
      ]),
    ),
  }
}

function hiddenOr(shown: Shown | undefined): number | string {
  return shown === 'hidden' || shown === undefined ? HIDDEN : shown
}

function inWords(shown: Shown): string {
  return shown === 'hidden' ? HIDDEN : shown.toLocaleString('en-GB')
}

function figureInWords({ figure, value }: ShownFigure): string {
  if (value === 'withheld') return WITHHELD
  if (value === 'nothing') return NOTHING_BEHIND_IT
  return figure.kind === 'share' ? `${value.toFixed(1)}%` : String(value)
}

/** The signs that a table can have instead of a number, each with what it means, where one has it. */
export function signsIn(tables: readonly ReportTable[]): readonly string[] {
  const figures = tables.flatMap(({ lines }) => lines.flatMap((line) => line.figures.map(({ value }) => value)))
  const isHidden =
    figures.includes('withheld') || tables.some(({ lines }) => lines.some(({ cells }) => cells.includes('hidden')))
  return [
    ...(isHidden
      ? [
          `${HIDDEN}: not shown, because a family could be recognised: the number is small, another small one could be worked out from it, or fewer than 10 stand behind it.`,
        ]
      : []),
    ...(figures.includes('nothing')
      ? [`${NOTHING_BEHIND_IT}: does not apply, or there is nothing to work it out from.`]
      : []),
  ]
}

/** What the last nightly comparison with the cases found; undefined before the first. */
export function comparedView(compared: OutcomesCompared | undefined) {
  return compared && { ...compared, inWords: formatInstant(compared.comparedAt) }
}

/** The period in the words of its headings. */
export function periodView({ from, to }: Period) {
  return { fromInWords: formatMonth(from), toInWords: formatMonth(to), query: `?from=${from}&to=${to}` }
}
