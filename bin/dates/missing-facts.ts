import { formatDate } from '../../lambdas/law/calendar-date.ts'
import { appealAssumption } from './appeal-assumption.ts'
import type { DECISION_COLUMNS, InputColumn } from './columns.ts'
import type { Dates, ReadFacts } from './facts.ts'

/** A fact that was not given, and what it would change. */
export interface MissingFact {
  readonly column: InputColumn
  /** Plain sentences. */
  readonly effect: string
}

const NOT_GIVEN: Readonly<Record<(typeof DECISION_COLUMNS)[number], string>> = {
  notice_printed: 'The date printed on the letter was not given. If it is earlier, the dates are earlier too.',
  notice_sent: 'The day on which the letter was sent was not given. If it is earlier, the dates are earlier too.',
}

/** What is not known about a case and would change its dates. */
export function missingFacts({ facts, notGiven }: ReadFacts, { contact, appeal }: Dates): MissingFact[] {
  const missing: MissingFact[] = notGiven.map((column) => ({ column, effect: NOT_GIVEN[column] }))
  if (facts.placementOnly) return missing
  if (facts.certificatesIssuedOn === undefined) {
    missing.push({
      column: 'certificate_issued',
      effect:
        'No certificate date was given, so the time to appeal is counted from the decision alone. ' +
        'A certificate can give more time, and never gives less.',
    })
  } else if (contact && appealAssumption(facts, contact.lawDate, appeal.setBy)) {
    missing.push({
      column: 'adviser_contacted',
      effect:
        `It is taken that the adviser was first contacted by ${formatDate(contact.lawDate)}. ` +
        'After a later contact the certificate cannot safely be counted.',
    })
  }
  return missing
}
