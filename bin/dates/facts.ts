import {
  type CalendarDate,
  earlierOf,
  formatDate,
  InvalidDateError,
  parseCalendarDate,
} from '../../lambdas/law/calendar-date.ts'
import type { DateFacts, DatesOn } from '../../lambdas/law/which-dates.ts'
import type { InputColumn } from './columns.ts'

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

/**
 * Reads the facts of a case from text, blank where a fact is not known. `nameOf` is how a problem names the column.
 *
 * @throws FactsError when a date cannot be read or does not exist, there is no date of the decision, a date is before
 * the decision, or `placement_only` is something else than 0, 1 or blank
 */
export function readFacts(
  textOf: (column: InputColumn) => string,
  nameOf: (column: InputColumn) => string = (column) => column,
): Facts {
  const problems: string[] = []
  function date(column: InputColumn): CalendarDate | undefined {
    const text = textOf(column)
    if (text === '') return undefined
    try {
      return parseCalendarDate(text)
    } catch (error) {
      if (!(error instanceof InvalidDateError)) throw error
      problems.push(`${nameOf(column)}: ${error.message}`)
      return undefined
    }
  }
  const printed = date('notice_printed')
  const sent = date('notice_sent')
  const later = {
    certificate_issued: date('certificate_issued'),
    adviser_contacted: date('adviser_contacted'),
    declined_told: date('declined_told'),
    la_told: date('la_told'),
    mediation_concluded: date('mediation_concluded'),
    agreement_date: date('agreement_date'),
  }
  const placementOnly = textOf('placement_only')
  if (placementOnly !== '' && placementOnly !== '0' && placementOnly !== '1') {
    problems.push(`${nameOf('placement_only')}: "${shortened(placementOnly)}" is not 0 or 1.`)
  }
  if (textOf('notice_printed') === '' && textOf('notice_sent') === '') {
    problems.push(
      `There is no date of the decision. Give ${nameOf('notice_printed')}, ${nameOf('notice_sent')} or both.`,
    )
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
      return {
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

const LONGEST_ECHO = 40

function shortened(text: string): string {
  return text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}...` : text
}
