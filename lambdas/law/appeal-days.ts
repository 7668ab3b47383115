import { formatDay } from './calendar-date.ts'
import type { CertificateGround } from './certificate-deadline.ts'
import { DateOrderError } from './law-errors.ts'
import { endOfCount } from './period-days.ts'
import { lawDayOf } from './period-end.ts'
import { type Period, periodOnDay } from './periods.ts'
import { lastWorkingDayUpTo } from './working-day-number.ts'

/** What the days of an appeal depend on. Days are day numbers (day-number.ts). */
export interface AppealDayFacts {
  /** The earlier of the day printed on the decision notice and the day it was sent (J1). */
  readonly decisionDay: number
  /** The later of the two, where they differ. It bears on the certainty, and on whether a contact is late on both (J45). */
  readonly laterDecisionDay?: number
  /** The day of issue of the certificate. Where there is more than one, the earliest (J7). */
  readonly certificateDay?: number
  /** The day of issue of the latest certificate, where there is more than one. It bears on the certainty only. */
  readonly laterCertificateDay?: number
  /** Why the certificate was issued, where that is known. It bears on the certainty after a late contact only. */
  readonly certificateGround?: CertificateGround
  /** The day on which the family first contacted the mediation adviser. */
  readonly contactDay?: number
  /** The appeal is only about the school or institution named, its type, or that none is named: CFA 2014, s.55(2). */
  readonly placementOnly: boolean
}

/** Why a certificate does not give more time: J6, regulation 34(2) or J5, J45. */
export type CertificateExclusion = 'placement-only' | 'late-contact' | 'late-on-one-clock'

/** The days of an appeal. All are day numbers. */
export interface AppealDays {
  /** Two months after the decision, never rolled (D01, J4). It has no meaning where `placementOnly`. */
  readonly contactBy: number
  /** The last working day on or before `contactBy`. */
  readonly contactAim: number
  /** The decision limb before any roll, and rolled (D09). */
  readonly decisionEnd: number
  readonly decisionLimb: number
  /** The certificate limb before any roll, whenever there is a certificate. */
  readonly certificateEnd: number | undefined
  /** The certificate limb, rolled (D10); absent where the certificate does not count. */
  readonly certificateLimb: number | undefined
  /** Why a certificate does not count, or would not if there were one. */
  readonly excluded: CertificateExclusion | undefined
  readonly setBy: 'decision' | 'certificate'
  /** The later of the limbs that count, before any roll. */
  readonly appealEnd: number
  /** The last day of the appeal, rolled; until 17:00. */
  readonly appealBy: number
  /** The last working day on or before `appealEnd`. */
  readonly appealAim: number
  /** True where every reading of the law gives `appealBy`. */
  readonly certain: boolean
  /** What the other reading of each judgement call gives for `appealBy`: the same day where it changes nothing. */
  readonly onJ1: number
  /**
   * J5, J6 or J45: were the certificate counted that `excluded` leaves out. No reading counts one that the adviser may
   * not issue: on a late contact, where the family declined mediation (regulation 34(2)).
   */
  readonly onExclusion: number
  /** J7: were the later certificate counted. */
  readonly onJ7: number
  /** J16: were a day that rule 12(2) moved into August or Christmas moved out again. */
  readonly onJ16: number
}

/** The rows that were the law on the day of the decision. */
export interface AppealPeriods {
  readonly contact: Period
  readonly decisionLimb: Period
  readonly certificateLimb: Period
}

/**
 * The rows that apply to an appeal against a decision of a day number.
 *
 * @throws RuleNotInForceError when the decision is before 1 September 2014
 */
export function appealPeriods(decisionDay: number): AppealPeriods {
  return {
    contact: periodOnDay('D01', decisionDay),
    decisionLimb: periodOnDay('D09', decisionDay),
    certificateLimb: periodOnDay('D10', decisionDay),
  }
}

/**
 * The arithmetic of the contact date (D01) and the appeal date (D09, D10): whole days, no words. `appealDeadline` and
 * `adviserContactDeadline` put words to the same days. SEND Regulations 2014, regulation 33; Tribunal Procedure (HESC
 * Chamber) Rules 2008, rules 12 and 20(1)(c).
 *
 * @throws DateOrderError when the certificate, or the first contact with the adviser, is before the decision
 * @throws RuleNotInForceError when the decision is before 1 September 2014
 * @throws HolidaysNotKnownError when a day lies beyond the bank holidays that can be computed
 */
export function appealDays(facts: AppealDayFacts): AppealDays {
  const { decisionDay, laterDecisionDay = decisionDay, certificateDay, laterCertificateDay, contactDay } = facts
  if (certificateDay !== undefined && certificateDay < decisionDay) {
    throw beforeDecision('certificate is dated', certificateDay, decisionDay)
  }
  if (contactDay !== undefined && contactDay < decisionDay) {
    throw beforeDecision('first contact with the adviser was on', contactDay, decisionDay)
  }
  const contact = periodOnDay('D01', decisionDay)
  const fromDecision = periodOnDay('D09', decisionDay)
  const fromCertificate = periodOnDay('D10', decisionDay)

  const contactBy = endOfCount(contact, decisionDay)
  const decisionEnd = endOfCount(fromDecision, decisionDay)
  const decisionLimb = lawDayOf(fromDecision, decisionEnd)
  const certificateEnd = certificateDay === undefined ? undefined : endOfCount(fromCertificate, certificateDay)
  const excluded = exclusion(facts, contactBy, endOfCount(contact, laterDecisionDay))
  const certificateLimb =
    certificateEnd === undefined || excluded !== undefined ? undefined : lawDayOf(fromCertificate, certificateEnd)

  // "If that date would be a later date" (rule 20(1)(c)(ii)). The roll is monotone, so that rolling the later is the
  // same as taking the later of the rolled.
  const byCertificate = certificateLimb !== undefined && certificateEnd !== undefined && certificateEnd > decisionEnd
  const appealEnd = byCertificate ? certificateEnd : decisionEnd
  const appealBy = byCertificate ? certificateLimb : decisionLimb
  const settingPeriod = byCertificate ? fromCertificate : fromDecision

  const onJ16 = appealBy === appealEnd ? appealBy : lawDayOf(settingPeriod, appealBy)
  const onExclusion =
    excluded === undefined || certificateEnd === undefined || certificateEnd <= decisionEnd || isBarred(facts, excluded)
      ? appealBy
      : lawDayOf(fromCertificate, certificateEnd)
  const onJ7 =
    laterCertificateDay === undefined || excluded !== undefined
      ? appealBy
      : Math.max(appealBy, lawDayOf(fromCertificate, endOfCount(fromCertificate, laterCertificateDay)))
  const onJ1 =
    laterDecisionDay === decisionDay
      ? appealBy
      : appealByFrom(laterDecisionDay, certificateEnd, facts, contact, fromDecision, fromCertificate)
  return {
    contactBy,
    contactAim: lastWorkingDayUpTo(contactBy),
    decisionEnd,
    decisionLimb,
    certificateEnd,
    certificateLimb,
    excluded,
    setBy: byCertificate ? 'certificate' : 'decision',
    appealEnd,
    appealBy,
    appealAim: lastWorkingDayUpTo(appealEnd),
    certain: onJ16 === appealBy && onExclusion === appealBy && onJ7 === appealBy && onJ1 === appealBy,
    onJ1,
    onExclusion,
    onJ7,
    onJ16,
  }
}

/** The appeal day were the months counted from another decision day, by the rows of the first. */
function appealByFrom(
  decisionDay: number,
  certificateEnd: number | undefined,
  facts: AppealDayFacts,
  contact: Period,
  fromDecision: Period,
  fromCertificate: Period,
): number {
  const decisionEnd = endOfCount(fromDecision, decisionDay)
  const contactBy = endOfCount(contact, decisionDay)
  const excluded = exclusion(facts, contactBy, contactBy)
  return excluded === undefined && certificateEnd !== undefined && certificateEnd > decisionEnd
    ? lawDayOf(fromCertificate, certificateEnd)
    : lawDayOf(fromDecision, decisionEnd)
}

/** Late means late by both dates of the notice: between the two it is not settled (J45). */
function exclusion(
  { placementOnly, contactDay }: AppealDayFacts,
  contactBy: number,
  laterContactBy: number,
): CertificateExclusion | undefined {
  if (placementOnly) return 'placement-only'
  if (contactDay === undefined || contactDay <= contactBy) return undefined
  return contactDay > laterContactBy ? 'late-contact' : 'late-on-one-clock'
}

function isBarred({ certificateGround }: AppealDayFacts, excluded: CertificateExclusion): boolean {
  return excluded === 'late-contact' && certificateGround === 'declined'
}

function beforeDecision(what: string, day: number, decisionDay: number): DateOrderError {
  return new DateOrderError(
    `The ${what} ${formatDay(day)}, before the decision of ${formatDay(decisionDay)}. Check both dates.`,
  )
}
