import { caseDates, isProvisional } from './case-dates.ts'
import type { OutputColumn } from './columns.ts'
import type { Facts } from './facts.ts'

/** The columns that are added to a row with an answer; blank where a date does not apply or has not started. */
export type AnswerColumns = Readonly<Record<Exclude<OutputColumn, 'error'>, string>>

/**
 * The dates of a case as columns.
 *
 * Each limb of the appeal is its own last day, rolled by rule 12. The certificate limb is blank without a certificate,
 * where only the school or other place named is in dispute (J6), and after a late first contact with the adviser (J5):
 * a date that is not safe is never shown. `provisional` is true where a date rests on bank holidays that are not yet
 * published.
 *
 * @throws as `caseDates`
 */
export function answerColumns(facts: Facts): { readonly columns: AnswerColumns; readonly provisional: boolean } {
  const dates = caseDates(facts)
  const { contact, certificateDeclined, mediate, certificateMediated, appeal } = dates
  return {
    columns: {
      contact_by: contact?.lawDate ?? '',
      contact_aim: contact?.aimDate ?? '',
      certificate_declined_by: certificateDeclined?.lawDate ?? '',
      mediate_by: mediate?.lawDate ?? '',
      mediate_aim: mediate?.aimDate ?? '',
      certificate_mediated_by: certificateMediated?.lawDate ?? '',
      appeal_decision_limb: appeal.decisionLimb.lawDate,
      appeal_certificate_limb: appeal.certificateLimb?.lawDate ?? '',
      appeal_by: appeal.lawDate,
      appeal_aim: appeal.aimDate,
      appeal_certainty: appeal.certainty,
    },
    provisional: isProvisional(dates),
  }
}
