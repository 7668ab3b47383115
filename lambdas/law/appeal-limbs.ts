import { type CalendarDate, dayOf, formatDate } from './calendar-date.ts'
import { type CountedPeriod, countPeriod } from './count-period.ts'
import type { DecisionNotice } from './decision-day.ts'
import { lawDayOf } from './period-end.ts'
import { type Period, periodInForce } from './periods.ts'

/** What the appeal date depends on. */
export interface AppealFacts extends DecisionNotice {
  /** The appeal is only about the school or institution named, its type, or that none is named: CFA 2014, s.55(2). */
  readonly placementOnly: boolean
  /** The date of issue of the certificate. Where there is more than one, the earliest (J7). */
  readonly certificateIssuedOn?: CalendarDate | undefined
  /** When the family first contacted the mediation adviser. */
  readonly adviserContactedOn?: CalendarDate | undefined
}

/** The rows that were the law on the day of the decision. */
export interface AppealPeriods {
  readonly contact: Period
  readonly decisionLimb: Period
  readonly certificateLimb: Period
}

/** The limb that sets the appeal date. Days are day numbers. */
export interface SettingLimb {
  readonly setBy: 'decision' | 'certificate'
  /** The day on which the time ends before any roll. */
  readonly unrolledDay: number
  readonly lawDay: number
}

/** Both limbs of rule 20(1)(c), counted from one reading of the decision day. */
export interface AppealLimbs {
  readonly lastContactDay: number
  readonly fromDecision: CountedPeriod
  /** Present whenever there is a certificate, whether or not it counts. */
  readonly fromCertificate?: CountedPeriod
  /** Why a certificate does not give more time: J6, J5. */
  readonly certificateExcluded?: 'placement-only' | 'late-contact'
  readonly set: SettingLimb
}

/**
 * The rows that apply to an appeal against a decision of a day.
 *
 * @throws RuleNotInForceError when the decision is before 1 September 2014
 */
export function appealPeriods(decision: CalendarDate): AppealPeriods {
  return {
    contact: periodInForce('D01', decision),
    decisionLimb: periodInForce('D09', decision),
    certificateLimb: periodInForce('D10', decision),
  }
}

/** Counts both limbs, the two months running from `decisionDay` (a day number), and says which sets the date. */
export function countAppealLimbs(facts: AppealFacts, periods: AppealPeriods, decisionDay: number): AppealLimbs {
  const lastContactDay = countPeriod(periods.contact, decisionDay).end
  const fromDecision = countPeriod(periods.decisionLimb, decisionDay)
  const certificate = facts.certificateIssuedOn
  const contact = facts.adviserContactedOn
  const late = contact !== undefined && dayOf(contact) > lastContactDay
  const certificateExcluded = facts.placementOnly ? 'placement-only' : late ? 'late-contact' : undefined
  const fromCertificate =
    certificate === undefined
      ? undefined
      : countPeriod(periods.certificateLimb, dayOf(certificate), `the certificate date, ${formatDate(certificate)},`)
  return {
    lastContactDay,
    fromDecision,
    ...(fromCertificate === undefined ? {} : { fromCertificate }),
    ...(certificateExcluded === undefined ? {} : { certificateExcluded }),
    set: settingLimb(periods, fromDecision.end, certificateExcluded === undefined ? fromCertificate?.end : undefined),
  }
}

/**
 * The later of the two limbs, before any roll: "if that date would be a later date" (rule 20(1)(c)(ii)). The roll is
 * monotone, so rolling the later is the same as taking the later of the rolled.
 */
export function settingLimb(periods: AppealPeriods, fromDecision: number, fromCertificate?: number): SettingLimb {
  if (fromCertificate === undefined || fromCertificate <= fromDecision) {
    return { setBy: 'decision', unrolledDay: fromDecision, lawDay: lawDayOf(periods.decisionLimb, fromDecision) }
  }
  return {
    setBy: 'certificate',
    unrolledDay: fromCertificate,
    lawDay: lawDayOf(periods.certificateLimb, fromCertificate),
  }
}
