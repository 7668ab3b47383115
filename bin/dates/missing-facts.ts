import { formatDate } from '../../lambdas/law/calendar-date.ts'
import type { InputColumn } from './columns.ts'
import type { Dates, Facts } from './facts.ts'

/** A fact that was not given, and what it would change. */
export interface MissingFact {
  readonly column: InputColumn
  /** Plain sentences. */
  readonly effect: string
}

/**
 * What is not known about a case and would change its dates. `given` says whether a column had a value: either date of
 * the decision letter stands for both, so the facts alone do not tell.
 */
export function missingFacts(facts: Facts, dates: Dates, given: (column: InputColumn) => boolean): MissingFact[] {
  const missing: MissingFact[] = []
  if (!given('notice_printed')) {
    missing.push({
      column: 'notice_printed',
      effect: 'The date printed on the letter was not given. If it is earlier, the dates are earlier too.',
    })
  }
  if (!given('notice_sent')) {
    missing.push({
      column: 'notice_sent',
      effect: 'The day on which the letter was sent was not given. If it is earlier, the dates are earlier too.',
    })
  }
  if (facts.placementOnly) return missing
  if (facts.certificatesIssuedOn === undefined) {
    missing.push({
      column: 'certificate_issued',
      effect:
        'No certificate date was given, so the time to appeal is counted from the decision alone. ' +
        'A certificate can give more time, and never gives less.',
    })
  } else if (facts.adviserContactedOn === undefined && dates.contact !== undefined) {
    missing.push({
      column: 'adviser_contacted',
      effect:
        `It is taken that the adviser was first contacted by ${formatDate(dates.contact.lawDate)}. ` +
        'After a later contact the certificate cannot safely be counted.',
    })
  }
  return missing
}
