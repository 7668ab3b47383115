import { type CalendarDate, earlierOf, formatDate } from '../../lambdas/law/calendar-date.ts'
import type { DateFacts, DatesOn } from '../../lambdas/law/which-dates.ts'
import { type DateReading, readDateCell } from '../../lambdas/spreadsheet/date-cell.ts'
import { shown, trimmed } from '../../lambdas/text/unseen.ts'
import { DECISION_COLUMNS, type InputColumn } from './columns.ts'

/**
 * What is known of a case, in the law's own terms. Of the dates of the decision letter either alone stands for both; any
 * other that is undefined is not known, or has not come.
 */
export interface Facts
  extends Pick<
    DateFacts,
    | 'adviserContactedOn'
    | 'certificatesIssuedOn'
    | 'declinedToldOn'
    | 'councilToldOn'
    | 'mediationConcludedOn'
    | 'agreement'
  > {
  readonly printedOn: CalendarDate
  readonly sentOn: CalendarDate
  readonly placementOnly: boolean
}

/** The dates of a case. */
export type Dates = DatesOn<Facts>

/** Facts that cannot be read or cannot be true. The message names each of them. */
export class FactsError extends Error {
  override readonly name = 'FactsError'
}

/** The facts of a case, and how they were read. */
export interface ReadFacts {
  readonly facts: Facts
  /** The date of the decision letter that was not given, where it was only one of the two. */
  readonly notGiven: readonly (typeof DECISION_COLUMNS)[number][]
  /** What was read as something other than it says, in sentences: "N/A" as blank. */
  readonly notes: readonly string[]
}

/**
 * Reads the facts of a case from text, blank where a fact is not known. `reading` says how dates are written, and
 * `nameOf` how a problem names the column.
 *
 * @throws FactsError when a date cannot be read or does not exist, there is no date of the decision, a date is before
 * the decision, or `placement_only` is something else than 0, 1 or blank
 */
export function readFacts(
  textOf: (column: InputColumn) => string,
  nameOf: (column: InputColumn) => string,
  reading: DateReading,
): ReadFacts {
  const problems: string[] = []
  const notes: string[] = []
  function date(column: InputColumn): CalendarDate | undefined {
    const text = textOf(column)
    const cell = readDateCell(text, reading)
    if (cell.kind === 'date') return cell.date
    if (cell.kind === 'no-date') notes.push(`${nameOf(column)}: ${shown(cell.word)} is taken as blank.`)
    if (cell.kind === 'unreadable') problems.push(`${nameOf(column)}: ${cell.why}${hintOfDayFirst(text, reading)}`)
    return undefined
  }
  const letter = { notice_printed: date('notice_printed'), notice_sent: date('notice_sent') }
  const { notice_printed: printed, notice_sent: sent } = letter
  if (printed === undefined && sent === undefined && problems.length === 0) {
    const columns = DECISION_COLUMNS.map(nameOf).join(', ')
    problems.push(...notes, `There is no date of the decision. Give ${columns} or both.`)
  }
  const later = {
    certificate_issued: date('certificate_issued'),
    adviser_contacted: date('adviser_contacted'),
    declined_told: date('declined_told'),
    la_told: date('la_told'),
    mediation_concluded: date('mediation_concluded'),
    agreement_date: date('agreement_date'),
  }
  const placementOnly = trimmed(textOf('placement_only'))
  if (placementOnly !== '' && placementOnly !== '0' && placementOnly !== '1') {
    problems.push(`${nameOf('placement_only')}: ${shown(placementOnly)} is not 0 or 1.`)
  }
  const printedOn = printed ?? sent
  const sentOn = sent ?? printed
  if (printedOn !== undefined && sentOn !== undefined) {
    const decision = earlierOf(printedOn, sentOn)
    for (const column of LATER_COLUMNS) {
      const day = later[column]
      if (day !== undefined && day < decision) {
        problems.push(
          `${nameOf(column)}: ${formatDate(day)} is before the decision of ${formatDate(decision)}. Check both dates.`,
        )
      }
    }
    if (problems.length === 0) {
      const facts = {
        printedOn,
        sentOn,
        placementOnly: placementOnly === '1',
        certificatesIssuedOn: later.certificate_issued && [later.certificate_issued],
        adviserContactedOn: later.adviser_contacted,
        declinedToldOn: later.declined_told,
        councilToldOn: later.la_told,
        mediationConcludedOn: later.mediation_concluded,
        agreement: later.agreement_date && { on: later.agreement_date },
      }
      const notGiven = DECISION_COLUMNS.filter((column) => letter[column] === undefined)
      return { facts, notGiven, notes }
    }
  }
  throw new FactsError(problems.join(' '))
}

/** What can only happen after the decision. */
const LATER_COLUMNS = [
  'certificate_issued',
  'adviser_contacted',
  'declined_told',
  'la_told',
  'mediation_concluded',
  'agreement_date',
] as const

/** What the cell would be with the option for days that come first: an officer can then see whether that is meant. */
function hintOfDayFirst(text: string, { order, today }: DateReading): string {
  if (order === 'day-first') return ''
  const cell = readDateCell(text, { order: 'day-first', today })
  return cell.kind === 'date' ? ` With --dates day-first it is read as ${formatDate(cell.date)}.` : ''
}
