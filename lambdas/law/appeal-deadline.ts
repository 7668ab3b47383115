import {
  type AppealFacts,
  type AppealLimbs,
  type AppealPeriods,
  appealPeriods,
  countAppealLimbs,
  settingLimb,
} from './appeal-limbs.ts'
import { type CalendarDate, dayOf, formatDate, formatDay } from './calendar-date.ts'
import type { CountedPeriod } from './count-period.ts'
import type { AppealDeadline, Deadline, Judgement } from './deadline.ts'
import { decisionDate, otherDecisionDay, whichDecisionDay } from './decision-day.ts'
import { judgement, judgementIfDifferent } from './judgements.ts'
import { DateOrderError } from './law-errors.ts'
import { makeDeadline } from './make-deadline.ts'
import { endOfPeriod, lawDayOf } from './period-end.ts'
import type { Period } from './periods.ts'

export type { AppealFacts }

/**
 * The last moment at which the Tribunal can receive the appeal in time (D09, D10): the later of two calendar months
 * after the decision notice was sent and one calendar month after the certificate was issued, then rolled out of
 * August, Christmas, weekends and bank holidays; 17:00. Tribunal Procedure (HESC Chamber) Rules 2008, rules 20(1)(c)
 * and 12.
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
  const decision = decisionDate(facts)
  refuseBeforeDecision('certificate is dated', facts.certificateIssuedOn, decision)
  refuseBeforeDecision('first contact with the adviser was on', facts.adviserContactedOn, decision)
  const periods = appealPeriods(decision)
  const limbs = countAppealLimbs(facts, periods, dayOf(decision))
  const onOtherReadingOfStart = countAppealLimbs(facts, periods, otherDecisionDay(facts))

  const decisionLimb = limbDeadline(periods.decisionLimb, limbs.fromDecision, {
    before: whichDecisionDay(facts),
    judgements: judgementIfDifferent(
      'J1',
      lawDayOf(periods.decisionLimb, limbs.fromDecision.end),
      lawDayOf(periods.decisionLimb, onOtherReadingOfStart.fromDecision.end),
    ),
  })
  const certificateLimb = certificateLimbDeadline(periods, limbs)
  const setting = limbs.set.setBy === 'certificate' && certificateLimb !== undefined ? certificateLimb : decisionLimb
  const judgements = [
    ...judgementIfDifferent('J1', limbs.set.lawDay, onOtherReadingOfStart.set.lawDay),
    ...exclusionJudgement(periods, limbs),
    ...setting.judgements.filter(({ id }) => id === 'J16'),
  ]
  return {
    ...setting,
    certainty: judgements.length === 0 ? 'certain' : 'judgement',
    judgements,
    cautions: [judgement('J2'), ...issueDayCaution(periods, limbs)],
    working:
      certificateLimb === undefined
        ? [...decisionLimb.working, ...exclusionWorking(facts, limbs)]
        : bothLimbsWorking(facts, periods, limbs),
    sources:
      certificateLimb === undefined
        ? decisionLimb.sources
        : [...new Set([...decisionLimb.sources, ...certificateLimb.sources])],
    decisionLimb,
    ...(certificateLimb === undefined ? {} : { certificateLimb }),
    setBy: limbs.set.setBy,
    lateContact: limbs.certificateExcluded === 'late-contact',
  }
}

function refuseBeforeDecision(what: string, date: CalendarDate | undefined, decision: CalendarDate): void {
  if (date !== undefined && date < decision) {
    throw new DateOrderError(
      `The ${what} ${formatDate(date)}, before the decision of ${formatDate(decision)}. Check both dates.`,
    )
  }
}

/** One limb by itself, rolled. */
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

/** The certificate limb by itself, where there is a certificate and it counts. */
function certificateLimbDeadline(periods: AppealPeriods, limbs: AppealLimbs): Deadline | undefined {
  const { fromCertificate, certificateExcluded } = limbs
  if (fromCertificate === undefined || certificateExcluded !== undefined) return undefined
  const period = periods.certificateLimb
  return limbDeadline(period, fromCertificate, {
    cautions: judgementIfDifferent(
      'J3',
      lawDayOf(period, fromCertificate.end),
      lawDayOf(period, fromCertificate.end - 1),
    ),
  })
}

/** J3: the certificate's month would end a day earlier if the day of issue were counted. */
function issueDayCaution(periods: AppealPeriods, limbs: AppealLimbs): readonly Judgement[] {
  const { set, fromDecision, fromCertificate } = limbs
  if (set.setBy !== 'certificate' || fromCertificate === undefined) return []
  return judgementIfDifferent('J3', set.lawDay, settingLimb(periods, fromDecision.end, fromCertificate.end - 1).lawDay)
}

/** J5 and J6: a certificate that we leave out would give a later day on the other reading. */
function exclusionJudgement(periods: AppealPeriods, limbs: AppealLimbs): readonly Judgement[] {
  const { set, fromDecision, fromCertificate, certificateExcluded } = limbs
  if (certificateExcluded === undefined) return []
  const withCertificate = settingLimb(periods, fromDecision.end, fromCertificate?.end)
  return judgementIfDifferent(certificateExcluded === 'late-contact' ? 'J5' : 'J6', set.lawDay, withCertificate.lawDay)
}

function bothLimbsWorking(facts: AppealFacts, periods: AppealPeriods, limbs: AppealLimbs): readonly string[] {
  const { set, fromDecision, fromCertificate } = limbs
  const period = set.setBy === 'certificate' ? periods.certificateLimb : periods.decisionLimb
  return [
    ...whichDecisionDay(facts),
    ...fromDecision.working,
    ...(fromCertificate?.working ?? []),
    fromDecision.end === fromCertificate?.end
      ? 'Both give the same day.'
      : `The later of the two days counts: ${formatDay(set.unrolledDay)}.`,
    ...endOfPeriod(period, set.unrolledDay).working,
  ]
}

/** Says why a certificate plays no part. */
function exclusionWorking(facts: AppealFacts, limbs: AppealLimbs): readonly string[] {
  if (limbs.certificateExcluded === 'placement-only') {
    return [
      'This appeal is only about the school or other place named, so no certificate is needed.',
      ...(facts.certificateIssuedOn === undefined ? [] : ['To be safe, a certificate does not add time.']),
    ]
  }
  if (limbs.certificateExcluded === undefined || facts.adviserContactedOn === undefined) return []
  return [
    `The last day to contact the mediation adviser was ${formatDay(limbs.lastContactDay)}.`,
    `The first contact was later, on ${formatDate(facts.adviserContactedOn)}.`,
    'To be safe, a certificate does not add time after a late contact.',
  ]
}
