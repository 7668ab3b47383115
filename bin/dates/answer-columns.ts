import { appealDays } from '../../lambdas/law/appeal-days.ts'
import { isProvisionalDay } from '../../lambdas/law/bank-holidays.ts'
import { type CalendarDate, dateOfDay, dayOf } from '../../lambdas/law/calendar-date.ts'
import { certificateDay, knownGround } from '../../lambdas/law/certificate-deadline.ts'
import { mediationDay } from '../../lambdas/law/mediation-deadline.ts'
import { lastWorkingDayUpTo } from '../../lambdas/law/working-day-number.ts'
import { appealAssumption } from './appeal-assumption.ts'
import type { OutputColumn } from './columns.ts'
import type { Facts } from './facts.ts'

/** The columns that are added to a row with an answer; blank where a date does not apply or has not started. */
export type AnswerColumns = Readonly<Record<Exclude<OutputColumn, 'reading_note' | 'error'>, string>>

/**
 * The dates of a case as columns: the same days as `whichDates`, without the words, so that a million rows stream by.
 *
 * Each limb of the appeal is its own last day, rolled by rule 12. The certificate limb is blank without a certificate,
 * where only the school or other place named is in dispute (J6), and after a late first contact with the
 * adviser (J5): a date that is not safe is never shown. `provisional` is true where a date rests on bank holidays that are not yet
 * published.
 *
 * @throws as `whichDates`
 */
export function answerColumns(facts: Facts): { readonly columns: AnswerColumns; readonly provisional: boolean } {
  const printed = dayOf(facts.printedOn)
  const sent = facts.sentOn === facts.printedOn ? printed : dayOf(facts.sentOn)
  const declined = dayOfKnown(facts.declinedToldOn)
  const appeal = appealDays({
    decisionDay: Math.min(printed, sent),
    laterDecisionDay: Math.max(printed, sent),
    certificateDay: dayOfKnown(facts.certificatesIssuedOn?.[0]),
    certificateGround: knownGround(facts),
    contactDay: dayOfKnown(facts.adviserContactedOn),
    placementOnly: facts.placementOnly,
  })
  const contactBy = dateOfDay(appeal.contactBy)
  const assumption = appealAssumption(facts, contactBy, appeal.setBy)
  const councilTold = dayOfKnown(facts.councilToldOn)
  const concluded = dayOfKnown(facts.mediationConcludedOn)
  const isBarred = appeal.excluded === 'late-contact'
  const certificateDeclined = declined && !isBarred ? certificateDay('declined', declined) : undefined
  const mediate = councilTold && mediationDay(councilTold)
  const certificateMediated = concluded && certificateDay('mediated', concluded)
  return {
    columns: {
      contact_by: facts.placementOnly ? '' : contactBy,
      contact_aim: facts.placementOnly ? '' : dateOfDay(appeal.contactAim),
      certificate_declined_by: textOfDay(certificateDeclined),
      mediate_by: textOfDay(mediate),
      mediate_aim: mediate === undefined ? '' : dateOfDay(lastWorkingDayUpTo(mediate)),
      certificate_mediated_by: textOfDay(certificateMediated),
      appeal_decision_limb: dateOfDay(appeal.decisionLimb),
      appeal_certificate_limb: textOfDay(appeal.certificateLimb),
      appeal_by: dateOfDay(appeal.appealBy),
      appeal_aim: dateOfDay(appeal.appealAim),
      appeal_certainty: assumption ? 'assumed' : appeal.certain ? 'certain' : 'judgement',
      appeal_assumption: assumption ?? '',
    },
    provisional: [
      ...(facts.placementOnly ? [] : [appeal.contactBy]),
      appeal.appealBy,
      certificateDeclined,
      mediate,
      certificateMediated,
    ].some((day) => day !== undefined && isProvisionalDay(day)),
  }
}

function dayOfKnown(date: CalendarDate | undefined): number | undefined {
  return date === undefined ? undefined : dayOf(date)
}

function textOfDay(day: number | undefined): string {
  return day === undefined ? '' : dateOfDay(day)
}
