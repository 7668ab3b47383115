import type { RoundTo } from '../../cases/council.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { formatMonth } from '../../law/month.ts'
import type { DisclosureRule } from '../disclosure/hide-small-numbers.ts'
import type { Basis, Figure } from '../measures/measure.ts'
import type { ReportPeriod } from '../periods.ts'
import type { ReportColumn, ShownMeasure } from '../report-table.ts'

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

/** The signs that stand for a number that is not shown: those of the Government Statistical Service. */
export const HIDDEN = 'c'
export const DOES_NOT_APPLY = 'z'
/** Nobody has it: it was not counted, not typed in, or not released. */
export const NOT_AVAILABLE = 'x'
export const SIGN_WORDS = {
  [HIDDEN]:
    'c: not shown, because a family could be recognised: the number is small, another small one could be worked out from it, or fewer than 10 stand behind it.',
  [DOES_NOT_APPLY]: 'z: does not apply, or there is nothing to work it out from.',
  [NOT_AVAILABLE]: 'x: not known, because a number that it takes was not typed in. Nothing is estimated.',
} as const

/** The same where years stand beside each other. */
export const SIGN_WORDS_OF_YEARS = {
  ...SIGN_WORDS,
  [NOT_AVAILABLE]: 'x: not available: of that year nothing was released, or this was not counted or not typed in.',
} as const

/** What was done to the numbers so that no family can be recognised. */
export function protectionInWords({ hideUpTo, roundTo }: DisclosureRule): string {
  return [`Small numbers, 1 to ${hideUpTo}, are hidden.`, ...roundingInWords(roundTo)].join(' ')
}

/** That numbers were rounded; nothing where they were not. */
export function roundingInWords(roundTo: RoundTo): readonly string[] {
  return roundTo === 1 ? [] : [`All other numbers are rounded to the nearest ${roundTo}, so that they may not add up.`]
}

/** Without its basis a figure cannot be read, so every title has it. */
export function titleOf({ title, basis }: ShownMeasure): string {
  return `${title}: ${BASIS_WORDS[basis].short}`
}

/** How each kind of figure is written: the end of its column's name, its unit, and how many decimal places it has. */
export const FIGURE_FORMATS = {
  share: { suffix: 'percent', unit: '%', inHeading: ' (%)', places: 1 },
  time: { suffix: 'days', unit: '', inHeading: '', places: 0 },
  rate: { suffix: 'rate', unit: '', inHeading: '', places: 1 },
} as const satisfies Readonly<Record<Figure['kind'], object>>

/** What stands over the columns of a table, that of its rows first. */
export function columnHeadings({
  measure,
  columns,
}: {
  readonly measure: ShownMeasure
  readonly columns: readonly ReportColumn[]
}): readonly string[] {
  return [
    measure.rowsAre,
    ...columns.map(({ name }) => name),
    ...measure.figures.map(({ kind, title }) => `${title}${FIGURE_FORMATS[kind].inHeading}`),
  ]
}

/** "December 2025 to November 2026"; of one month its name; of a term its name and its days. */
export function periodInWords(period: ReportPeriod): string {
  if ('term' in period) {
    const { name, from, to } = period.term
    return `${name} (${formatDate(from)} to ${formatDate(to)})`
  }
  const { from, to } = period
  return from === to ? formatMonth(from) : `${formatMonth(from)} to ${formatMonth(to)}`
}

/** What has to be known to read a measure: terms, each with what it means here. */
export function definitionOf({
  definition,
  basis,
  figures,
  columns,
}: ShownMeasure): readonly { term: string; text: string }[] {
  const named = (some: readonly string[]) => some.map((column) => columns[column]).join(', ')
  const ofFigure = (figure: Figure) => {
    switch (figure.kind) {
      case 'share':
        return `${named(figure.numerator)}, as a percentage of: ${named(figure.denominator)}.`
      case 'time':
        return `The number of days within which ${figure.centile} of 100 were done, of: ${named(figure.of)}.`
      case 'rate':
        return `${figure.numerator.things}, for each ${figure.per.toLocaleString('en-GB')} of: ${named([figure.denominator])}. Not known where that was not typed in for a month.`
    }
  }
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
