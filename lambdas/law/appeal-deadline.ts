import { type AppealDays, type AppealPeriods, appealDays, appealPeriods } from './appeal-days.ts'
import { type CalendarDate, dayOf, formatDate, formatDay } from './calendar-date.ts'
import { type CountedPeriod, countPeriod } from './count-period.ts'
import type { AppealDeadline, Deadline, Judgement } from './deadline.ts'
import { type DecisionNotice, decisionDate, otherDecisionDay, whichDecisionDay } from './decision-day.ts'
import { judgement, judgementIfDifferent } from './judgements.ts'
import { makeDeadline } from './make-deadline.ts'
import { endOfPeriod, lawDayOf } from './period-end.ts'
import type { Period } from './periods.ts'

/** What the appeal date depends on. */
export interface AppealFacts extends DecisionNotice {
  /** The appeal is only about the school or institution named, its type, or that none is named: CFA 2014, s.55(2). */
  readonly placementOnly: boolean
  /** The date of issue of the certificate. Where there is more than one, the earliest (J7). */
  readonly certificateIssuedOn?: CalendarDate | undefined
  /** The date of issue of the latest certificate, where there is more than one. It never moves the date (J7). */
  readonly laterCertificateIssuedOn?: CalendarDate | undefined
  /** When the family first contacted the mediation adviser. */
  readonly adviserContactedOn?: CalendarDate | undefined
}

/**
 * The last moment at which the Tribunal can receive the appeal in time (D09, D10): the later of two calendar months
 * after the decision notice was sent and one calendar month after the certificate was issued, then rolled out of
 * August, Christmas, weekends and bank holidays; 17:00. Tribunal Procedure (HESC Chamber) Rules 2008, rules 20(1)(c)
 * and 12. The days are those of `appealDays`; this puts words, sources and judgement calls to them.
 *
 * The two months run from the earlier of printed and sent (J1). The certificate does not count where only the school
 * or institution named is in dispute (J6), nor where the adviser was first contacted after the contact date (J5): the
 * certificate limb is then absent. With no certificate yet, it is the decision limb alone.
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
    laterCertificateDay: dayOfOptional(facts.laterCertificateIssuedOn),
    contactDay: dayOfOptional(facts.adviserContactedOn),
    placementOnly: facts.placementOnly,
  })
  const periods = appealPeriods(decisionDay)
  const decisionLimb = decisionLimbDeadline(facts, periods, decisionDay, days)
  const certificateLimb = certificateLimbDeadline(facts, periods, days)
  const setting = days.setBy === 'certificate' && certificateLimb !== undefined ? certificateLimb : decisionLimb
  return {
    ...setting,
    certainty: days.certain ? 'certain' : 'judgement',
    judgements: [
      ...judgementIfDifferent('J1', days.appealBy, days.onJ1),
      ...judgementIfDifferent(days.excluded === 'late-contact' ? 'J5' : 'J6', days.appealBy, days.onExclusion),
      ...judgementIfDifferent('J7', days.appealBy, days.onJ7),
      ...judgementIfDifferent('J16', days.appealBy, days.onJ16),
    ],
    cautions: [judgement('J2'), ...issueDayCaution(periods, days)],
    working:
      certificateLimb === undefined
        ? [...decisionLimb.working, ...exclusionWorking(facts, days)]
        : bothLimbsWorking(facts, periods, decisionDay, days),
    sources:
      certificateLimb === undefined
        ? decisionLimb.sources
        : [...new Set([...decisionLimb.sources, ...certificateLimb.sources])],
    decisionLimb,
    ...(certificateLimb === undefined ? {} : { certificateLimb }),
    setBy: days.setBy,
    lateContact: days.excluded === 'late-contact',
  }
}

function dayOfOptional(date: CalendarDate | undefined): number | undefined {
  return date === undefined ? undefined : dayOf(date)
}

/** The decision limb by itself, rolled. */
function decisionLimbDeadline(
  facts: AppealFacts,
  periods: AppealPeriods,
  decisionDay: number,
  days: AppealDays,
): Deadline {
  const period = periods.decisionLimb
  const onOtherReadingOfStart = countPeriod(period, otherDecisionDay(facts)).end
  return limbDeadline(period, countPeriod(period, decisionDay), {
    before: whichDecisionDay(facts),
    judgements: judgementIfDifferent('J1', days.decisionLimb, lawDayOf(period, onOtherReadingOfStart)),
  })
}

/** The certificate limb by itself, where there is a certificate and it counts. */
function certificateLimbDeadline(facts: AppealFacts, periods: AppealPeriods, days: AppealDays): Deadline | undefined {
  const { certificateIssuedOn } = facts
  if (days.certificateLimb === undefined || certificateIssuedOn === undefined) return undefined
  const period = periods.certificateLimb
  const counted = countFromCertificate(period, certificateIssuedOn)
  return limbDeadline(period, counted, {
    cautions: judgementIfDifferent('J3', days.certificateLimb, lawDayOf(period, counted.end - 1)),
  })
}

function limbDeadline(
  period: Period,
  counted: CountedPeriod,
  extra: {
    readonly before?: readonly string[]
    readonly judgements?: readonly Judgement[]
    readonly cautions?: readonly Judgement[]
  },
): Deadline {
  const end = endOfPeriod(period, counted.end)
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: end.lawDay,
    working: [...(extra.before ?? []), ...counted.working, ...end.working],
    judgements: [
      ...(extra.judgements ?? []),
      // Rule 12(2) may have moved the day into August or Christmas; the other reading moves it out again.
      ...judgementIfDifferent('J16', end.lawDay, lawDayOf(period, end.lawDay)),
    ],
    cautions: [judgement('J2'), ...(extra.cautions ?? [])],
  })
}

function countFromCertificate(period: Period, issuedOn: CalendarDate): CountedPeriod {
  return countPeriod(period, dayOf(issuedOn), `the certificate date, ${formatDate(issuedOn)},`)
}

/** J3: the certificate's month would end a day earlier if the day of issue were counted. */
function issueDayCaution(periods: AppealPeriods, days: AppealDays): readonly Judgement[] {
  if (days.setBy !== 'certificate') return []
  // The later limb ends on `appealEnd`; a day less still ends no earlier than the decision limb.
  const aDayEarlier = days.appealEnd - 1
  const onOtherReading =
    aDayEarlier > days.decisionEnd ? lawDayOf(periods.certificateLimb, aDayEarlier) : days.decisionLimb
  return judgementIfDifferent('J3', days.appealBy, onOtherReading)
}

function bothLimbsWorking(
  facts: AppealFacts,
  periods: AppealPeriods,
  decisionDay: number,
  days: AppealDays,
): readonly string[] {
  const period = days.setBy === 'certificate' ? periods.certificateLimb : periods.decisionLimb
  return [
    ...whichDecisionDay(facts),
    ...countPeriod(periods.decisionLimb, decisionDay).working,
    ...(facts.certificateIssuedOn === undefined
      ? []
      : countFromCertificate(periods.certificateLimb, facts.certificateIssuedOn).working),
    days.decisionEnd === days.certificateEnd
      ? 'Both give the same day.'
      : `The later of the two days counts: ${formatDay(days.appealEnd)}.`,
    ...endOfPeriod(period, days.appealEnd).working,
  ]
}

/** Says why a certificate plays no part. */
function exclusionWorking(facts: AppealFacts, days: AppealDays): readonly string[] {
  if (days.excluded === 'placement-only') {
    return [
      'This appeal is only about the school or other place named, so no certificate is needed.',
      ...(facts.certificateIssuedOn === undefined ? [] : ['To be safe, a certificate does not add time.']),
    ]
  }
  if (days.excluded === undefined || facts.adviserContactedOn === undefined) return []
  return [
    `The last day to contact the mediation adviser was ${formatDay(days.contactBy)}.`,
    `The first contact was later, on ${formatDate(facts.adviserContactedOn)}.`,
    'To be safe, a certificate does not add time after a late contact.',
  ]
}
