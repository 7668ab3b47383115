import { type AppealDays, appealDays, appealPeriods, type CertificateExclusion } from './appeal-days.ts'
import { type CalendarDate, dayOf, formatDate, formatDay } from './calendar-date.ts'
import type { CertificateGround } from './certificate-deadline.ts'
import { type CountedPeriod, countPeriod } from './count-period.ts'
import type { AppealDeadline, Deadline, Judgement } from './deadline.ts'
import { type DecisionNotice, decisionDate, otherDecisionDay, whichDecisionDay } from './decision-day.ts'
import { type JudgementId, judgement, judgementIfDifferent } from './judgements.ts'
import { makeDeadline } from './make-deadline.ts'
import { endOfCount } from './period-days.ts'
import { endOfPeriod, lawDayOf, type PeriodEnd } from './period-end.ts'
import type { Period } from './periods.ts'

/** What the appeal date depends on. */
export interface AppealFacts extends DecisionNotice {
  /** The appeal is only about the school or institution named, its type, or that none is named: CFA 2014, s.55(2). */
  readonly placementOnly: boolean
  /** The date of issue of the certificate. Where there is more than one, the earliest (J7). */
  readonly certificateIssuedOn?: CalendarDate
  /** The date of issue of the latest certificate: another one, or the same. It never moves the date (J7). */
  readonly laterCertificateIssuedOn?: CalendarDate
  /** Why it was issued, where that is known. */
  readonly certificateGround?: CertificateGround
  /** When the family first contacted the mediation adviser. */
  readonly adviserContactedOn?: CalendarDate
}

/**
 * The last moment at which the Tribunal can receive the appeal in time (D09, D10): the later of two calendar months
 * after the decision notice was sent and one calendar month after the certificate was issued, then rolled out of
 * August, Christmas, weekends and bank holidays; 17:00. Tribunal Procedure (HESC Chamber) Rules 2008, rules 20(1)(c)
 * and 12. The days are those of `appealDays`; this puts words, sources and judgement calls to them.
 *
 * The two months run from the earlier of printed and sent (J1). The certificate does not count where only the school
 * or institution named is in dispute (J6), nor where the adviser was first contacted after the contact date: the
 * certificate limb is then absent. After a contact that was late by both dates of the notice the adviser may not issue
 * one to a family that declines mediation (regulation 34(2)); for one after mediation it is J5, and for a contact that
 * was late by one of the dates J45. With no certificate yet, it is the decision limb alone.
 *
 * @throws DateOrderError when the certificate, or the first contact with the adviser, is before the decision
 * @throws RuleNotInForceError when the decision is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function appealDeadline(facts: AppealFacts): AppealDeadline {
  const decisionDay = dayOf(decisionDate(facts))
  const days = appealDays({
    decisionDay,
    laterDecisionDay: otherDecisionDay(facts),
    certificateDay: dayOfOptional(facts.certificateIssuedOn),
    certificateGround: facts.certificateGround,
    laterCertificateDay: dayOfOptional(facts.laterCertificateIssuedOn),
    contactDay: dayOfOptional(facts.adviserContactedOn),
    placementOnly: facts.placementOnly,
  })
  const periods = appealPeriods(decisionDay)
  const fromDecision = decisionLimbOf(periods.decisionLimb, decisionDay, facts)
  const fromCertificate = certificateLimbOf(periods.certificateLimb, facts, days)
  const setting = (days.setBy === 'certificate' ? fromCertificate : undefined) ?? fromDecision
  return {
    ...setting.deadline,
    certainty: days.certain ? 'certain' : 'judgement',
    judgements: [
      ...judgementIfDifferent('J1', days.appealBy, days.onJ1),
      ...(days.excluded === undefined
        ? []
        : judgementIfDifferent(JUDGEMENTS[days.excluded], days.appealBy, days.onExclusion)),
      ...judgementIfDifferent('J7', days.appealBy, days.onJ7),
      ...judgementIfDifferent('J16', days.appealBy, days.onJ16),
    ],
    ...(fromCertificate === undefined
      ? { working: [...fromDecision.deadline.working, ...exclusionWorking(facts, days)] }
      : {
          working: bothLimbsWorking(facts, fromDecision, fromCertificate, setting),
          sources: [...new Set([...fromDecision.deadline.sources, ...fromCertificate.deadline.sources])],
          certificateLimb: fromCertificate.deadline,
        }),
    decisionLimb: fromDecision.deadline,
    setBy: days.setBy,
    lateContact: isLate(days),
  }
}

/** The judgement call on a certificate that does not count. */
const JUDGEMENTS: Readonly<Record<CertificateExclusion, JudgementId>> = {
  'placement-only': 'J6',
  'late-contact': 'J5',
  'late-on-one-clock': 'J45',
}

/** Whether the first contact may count as late: after the earlier of two dates is enough. */
function isLate({ excluded }: AppealDays): boolean {
  return excluded === 'late-contact' || excluded === 'late-on-one-clock'
}

function dayOfOptional(date: CalendarDate | undefined): number | undefined {
  return date === undefined ? undefined : dayOf(date)
}

/** A limb by itself: how it was counted, how its end was rolled, and the deadline that they make. */
interface Limb {
  readonly counted: CountedPeriod
  readonly end: PeriodEnd
  readonly deadline: Deadline
}

function decisionLimbOf(period: Period, decisionDay: number, facts: AppealFacts): Limb {
  const counted = countPeriod(period, decisionDay)
  const onOtherReading = lawDayOf(period, endOfCount(period, otherDecisionDay(facts)))
  return limbOf(period, counted, {
    before: whichDecisionDay(facts),
    judgements: judgementIfDifferent('J1', lawDayOf(period, counted.end), onOtherReading),
    cautions: [],
  })
}

/** The certificate limb, where there is a certificate and it counts. */
function certificateLimbOf(period: Period, facts: AppealFacts, days: AppealDays): Limb | undefined {
  const { certificateIssuedOn } = facts
  if (certificateIssuedOn === undefined || days.excluded !== undefined) return undefined
  const startWords = `the certificate date, ${formatDate(certificateIssuedOn)},`
  const counted = countPeriod(period, dayOf(certificateIssuedOn), startWords)
  return limbOf(period, counted, {
    before: [],
    judgements: [],
    // Were the day of issue itself counted, the month would end a day earlier.
    cautions: judgementIfDifferent('J3', lawDayOf(period, counted.end), lawDayOf(period, counted.end - 1)),
  })
}

function limbOf(
  period: Period,
  counted: CountedPeriod,
  more: {
    readonly before: readonly string[]
    readonly judgements: readonly Judgement[]
    readonly cautions: readonly Judgement[]
  },
): Limb {
  const end = endOfPeriod(period, counted.end)
  const deadline = makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: end.lawDay,
    working: [...more.before, ...counted.working, ...end.working],
    judgements: [
      ...more.judgements,
      // Rule 12(2) may have moved the day into August or Christmas; the other reading moves it out again.
      ...judgementIfDifferent('J16', end.lawDay, lawDayOf(period, end.lawDay)),
    ],
    cautions: [judgement('J2'), ...more.cautions],
  })
  return { counted, end, deadline }
}

function bothLimbsWorking(
  facts: AppealFacts,
  fromDecision: Limb,
  fromCertificate: Limb,
  setting: Limb,
): readonly string[] {
  return [
    ...whichDecisionDay(facts),
    ...fromDecision.counted.working,
    ...fromCertificate.counted.working,
    fromDecision.counted.end === fromCertificate.counted.end
      ? 'Both give the same day.'
      : `The later of the two days counts: ${formatDay(setting.counted.end)}.`,
    ...setting.end.working,
  ]
}

/** Why there is no certificate in the working of an appeal about the placement alone. */
export const ONLY_THE_PLACEMENT =
  'This appeal is only about the school or other place named, so no certificate is needed.'

/** Says why a certificate plays no part. */
function exclusionWorking(facts: AppealFacts, days: AppealDays): readonly string[] {
  if (days.excluded === 'placement-only') {
    return [
      ONLY_THE_PLACEMENT,
      ...(facts.certificateIssuedOn === undefined ? [] : ['To be safe, a certificate does not add time.']),
    ]
  }
  const lateContactOn = isLate(days) ? facts.adviserContactedOn : undefined
  if (lateContactOn === undefined) return []
  return [
    `The last day to contact the mediation adviser was ${formatDay(days.contactBy)}.`,
    `The first contact was later, on ${formatDate(lateContactOn)}.`,
    ...whyNoTimeIsAdded(facts, days),
  ]
}

function whyNoTimeIsAdded({ certificateGround }: AppealFacts, { excluded }: AppealDays): readonly string[] {
  if (excluded === 'late-on-one-clock') {
    return [
      'Counted from the other date of the letter, the contact was in time.',
      'To be safe, a certificate does not add time.',
    ]
  }
  return certificateGround === 'declined'
    ? [
        'After that day the adviser may not give a certificate to a family that does not want mediation.',
        'So a certificate does not add time.',
      ]
    : ['To be safe, a certificate does not add time after a late contact.']
}
