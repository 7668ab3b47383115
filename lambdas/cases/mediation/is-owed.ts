import { whichDates } from '../../law/which-dates.ts'
import type { Case } from '../case.ts'

/**
 * Whether the council still owes the family the mediation that it chose. A certificate from after the 30 days ends that,
 * because mediation was not arranged; one that the family has before does not (Children and Families Act 2014, section 54(2)).
 */
export function isOwed({ certificate, chosen }: Pick<Case, 'certificate' | 'chosen'>): boolean {
  if (!certificate || !chosen) return chosen !== undefined
  const { mediation } = whichDates({ councilToldOn: chosen.councilToldOn }).dates
  return mediation !== undefined && certificate.issuedOn <= mediation.lawDate
}
