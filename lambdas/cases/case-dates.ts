import { type CalendarDate, earlierOf } from '../law/calendar-date.ts'
import type { CertificateGround } from '../law/certificate-deadline.ts'
import { type Deadline, isPastOnEveryReading } from '../law/deadline.ts'
import { type DatesOn, whichDates } from '../law/which-dates.ts'
import { caseBefore } from './build-case.ts'
import { type Case, certificateGround, hasNoWrittenNotice } from './case.ts'
import { type DateFactsOfCase, dateFactsOf } from './date-facts-of.ts'

/**
 * Every date that the law sets for a case on the facts of now, by its name. A date that does not apply is undefined. The
 * dates of what was agreed, ordered or conceded are in `dutyDates`.
 */
export interface CaseDates
  extends Pick<
    DatesOn<DateFactsOfCase>,
    | 'contact'
    | 'certificateBar'
    | 'boardTold'
    | 'mediation'
    | 'meetingNotice'
    | 'agreement'
    | 'appeal'
    | 'response'
    | 'planTransfer'
    | 'tellOfTransfer'
    | 'reviewAfterTransfer'
  > {
  /** The adviser issues the certificate by: on the ground on which it would be issued now, or on which it was. */
  readonly certificate: Deadline | undefined
}

/** A date that is shown by its name. Until when a contact leads to a certificate only decides whether one is awaited. */
export type ShownDate = Exclude<keyof CaseDates, 'certificateBar'>

const CERTIFICATE_OF_GROUND = {
  declined: 'certificateDeclined',
  'not-arranged': 'certificateNotArranged',
  mediated: 'certificateMediated',
} as const satisfies Record<CertificateGround, keyof DatesOn<DateFactsOfCase>>

/** Works out every date that applies to the case on the day `today`. The rules and their sources are in lambdas/law. */
export function caseDates(subject: Case, today: CalendarDate): CaseDates {
  const { dates } = whichDates(dateFactsOf(subject, today))
  const { contact, certificateBar, boardTold, mediation, meetingNotice, agreement, appeal, response } = dates
  const { planTransfer, tellOfTransfer, reviewAfterTransfer } = dates
  return {
    contact,
    certificateBar,
    boardTold,
    mediation,
    meetingNotice,
    certificate: certificateDate(subject, today, dates),
    agreement,
    appeal,
    response,
    planTransfer,
    tellOfTransfer,
    reviewAfterTransfer,
  }
}

/**
 * Until when the council at least keeps a plan that it has decided to cease, while nobody has appealed: the latest day that any
 * reading gives for the appeal (Children and Families Act 2014, section 45(4); J41). Undefined where no such decision stands, and
 * once there is an appeal: then it keeps the plan until that is determined.
 */
export function keepPlanDate(subject: Case, today: CalendarDate): Deadline | undefined {
  if (subject.appeal || hasNoWrittenNotice(subject)) return undefined
  return whichDates(dateFactsOf(subject, today)).dates.keepPlan
}

/**
 * Whether a family that declines mediation gets no certificate: its first contact with the adviser was late by every
 * date of its notice, or would be today (SEND Regulations 2014, regulation 34(2)). Where it has had contact on a day that
 * is not known, nothing says so.
 *
 * @param today the day in England
 */
export function declinedGetsNoCertificate(subject: Case, { certificateBar }: CaseDates, today: CalendarDate): boolean {
  const { adviserContactedOn, declined, chosen, certificate } = subject
  const contactedOn = adviserContactedOn ?? (declined || chosen || certificate ? undefined : today)
  return certificateBar !== undefined && contactedOn !== undefined && isPastOnEveryReading(certificateBar, contactedOn)
}

/** Nothing that came after a certificate starts its time, so one that was issued was due on the facts before it. */
function certificateDate(subject: Case, today: CalendarDate, now: DatesOn<DateFactsOfCase>): Deadline | undefined {
  const { certificate } = subject
  if (!certificate) return now[CERTIFICATE_OF_GROUND[certificateGround(subject)]]
  const before = caseBefore(subject, certificate.sequence)
  const { dates } = whichDates(dateFactsOf(before, earlierOf(certificate.issuedOn, today)))
  return dates[CERTIFICATE_OF_GROUND[certificateGround(before)]]
}
