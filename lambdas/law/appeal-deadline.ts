import { type CalendarDate, dayOf, formatDate, formatDay } from './calendar-date.ts'
import { type CountedPeriod, countPeriod } from './count-period.ts'
import type { AppealDeadline, Deadline, Judgement } from './deadline.ts'
import { type DecisionNotice, decisionDate, otherDecisionDay, whichDecisionDay } from './decision-day.ts'
import { judgement, judgementIfDifferent } from './judgements.ts'
import { DateOrderError } from './law-errors.ts'
import { makeDeadline } from './make-deadline.ts'
import { endOfPeriod } from './period-end.ts'
import { type Period, periodInForce } from './periods.ts'
import { rollUnderRule12 } from './tribunal-roll.ts'

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
interface AppealPeriods {
  readonly contact: Period
  readonly decisionLimb: Period
  readonly certificateLimb: Period
}

/** Why a certificate that exists does not give more time. */
type CertificateDoesNotCount = 'placement-only' | 'late-contact'

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
 * @throws DateOrderError when the certificate, or the contact with the adviser, is before the decision
 * @throws RuleNotInForceError when the decision is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function appealDeadline(facts: AppealFacts): AppealDeadline {
  const decision = decisionDate(facts)
  refuseBeforeDecision('certificate is dated', facts.certificateIssuedOn, decision)
  refuseBeforeDecision('first contact with the adviser was on', facts.adviserContactedOn, decision)
  const periods: AppealPeriods = {
    contact: periodInForce('D01', decision),
    decisionLimb: periodInForce('D09', decision),
    certificateLimb: periodInForce('D10', decision),
  }
  const decisionDay = dayOf(decision)
  const excluded = whyCertificateDoesNotCount(facts, periods, decisionDay)
  const fromDecision = countPeriod(periods.decisionLimb, decisionDay)
  const fromCertificate = countCertificateLimb(facts, periods)
  const decisionLimb = limb(
    periods.decisionLimb,
    fromDecision,
    whichDecisionDay(facts),
    judgementIfDifferent(
      'J1',
      rolled(fromDecision.end),
      rolled(countPeriod(periods.decisionLimb, otherDecisionDay(facts)).end),
    ),
    [judgement('J2')],
  )
  const whole = { decisionLimb, lateContact: excluded === 'late-contact' }

  if (fromCertificate === undefined || excluded !== undefined) {
    return {
      ...decisionLimb,
      ...whole,
      setBy: 'decision',
      ...withJudgements([
        ...decisionLimb.judgements,
        ...exclusionJudgement(excluded, fromDecision.end, fromCertificate?.end),
      ]),
      working: [...decisionLimb.working, ...exclusionWorking(excluded, facts, periods, decisionDay)],
    }
  }

  const certificateLimb = limb(
    periods.certificateLimb,
    fromCertificate,
    [],
    [],
    [judgement('J2'), ...issueDayCaution(rolled(fromCertificate.end), fromCertificate.end - 1)],
  )
  const certificateSets = fromCertificate.end > fromDecision.end
  const base = certificateSets ? fromCertificate.end : fromDecision.end
  const end = endOfPeriod(certificateSets ? periods.certificateLimb : periods.decisionLimb, base)
  return {
    ...(certificateSets ? certificateLimb : decisionLimb),
    ...whole,
    certificateLimb,
    setBy: certificateSets ? 'certificate' : 'decision',
    ...withJudgements([
      ...judgementIfDifferent('J1', end.lawDay, appealDayFrom(otherDecisionDay(facts), facts, periods)),
      ...secondRollJudgement(base),
    ]),
    cautions: [judgement('J2'), ...issueDayCaution(end.lawDay, Math.max(fromDecision.end, fromCertificate.end - 1))],
    working: [
      ...whichDecisionDay(facts),
      ...fromDecision.working,
      ...fromCertificate.working,
      fromDecision.end === fromCertificate.end
        ? 'Both give the same day.'
        : `The later of the two days counts: ${formatDay(base)}.`,
      ...end.working,
    ],
    sources: [...new Set([...periods.decisionLimb.citations, ...periods.certificateLimb.citations])],
  }
}

function refuseBeforeDecision(what: string, date: CalendarDate | undefined, decision: CalendarDate): void {
  if (date !== undefined && date < decision) {
    throw new DateOrderError(
      `The ${what} ${formatDate(date)}, before the decision of ${formatDate(decision)}. Check both dates.`,
    )
  }
}

function whyCertificateDoesNotCount(
  facts: AppealFacts,
  periods: AppealPeriods,
  decisionDay: number,
): CertificateDoesNotCount | undefined {
  if (facts.placementOnly) return 'placement-only'
  if (facts.adviserContactedOn === undefined) return undefined
  return dayOf(facts.adviserContactedOn) > countPeriod(periods.contact, decisionDay).end ? 'late-contact' : undefined
}

function countCertificateLimb(facts: AppealFacts, periods: AppealPeriods): CountedPeriod | undefined {
  if (facts.certificateIssuedOn === undefined) return undefined
  const words = `the certificate date, ${formatDate(facts.certificateIssuedOn)},`
  return countPeriod(periods.certificateLimb, dayOf(facts.certificateIssuedOn), words)
}

/** The law's day if the two months ran from another day, all else being as it is: the other reading of J1. */
function appealDayFrom(decisionDay: number, facts: AppealFacts, periods: AppealPeriods): number {
  const fromDecision = countPeriod(periods.decisionLimb, decisionDay).end
  const fromCertificate = countCertificateLimb(facts, periods)?.end ?? fromDecision
  const excluded = whyCertificateDoesNotCount(facts, periods, decisionDay)
  return rolled(excluded === undefined ? Math.max(fromDecision, fromCertificate) : fromDecision)
}

/** One limb by itself, counted and rolled. */
function limb(
  period: Period,
  counted: CountedPeriod,
  before: readonly string[],
  judgements: readonly Judgement[],
  cautions: readonly Judgement[],
): Deadline {
  const end = endOfPeriod(period, counted.end)
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: end.lawDay,
    working: [...before, ...counted.working, ...end.working],
    judgements: [...judgements, ...secondRollJudgement(counted.end)],
    cautions,
  })
}

function rolled(day: number): number {
  return rollUnderRule12(day).day
}

/** J16: rule 12(2) moved the day into August or Christmas; the other reading moves it out again. */
function secondRollJudgement(unrolled: number): readonly Judgement[] {
  return judgementIfDifferent('J16', rolled(unrolled), rolled(rolled(unrolled)))
}

/** J3: the month would end a day earlier if the day of issue were counted. */
function issueDayCaution(lawDay: number, unrolledOnOtherReading: number): readonly Judgement[] {
  return judgementIfDifferent('J3', lawDay, rolled(unrolledOnOtherReading))
}

function exclusionJudgement(
  excluded: CertificateDoesNotCount | undefined,
  fromDecision: number,
  fromCertificate = fromDecision,
): readonly Judgement[] {
  if (excluded === undefined) return []
  return judgementIfDifferent(
    excluded === 'late-contact' ? 'J5' : 'J6',
    rolled(fromDecision),
    rolled(Math.max(fromDecision, fromCertificate)),
  )
}

function exclusionWorking(
  excluded: CertificateDoesNotCount | undefined,
  facts: AppealFacts,
  periods: AppealPeriods,
  decisionDay: number,
): readonly string[] {
  if (excluded === undefined) return []
  if (excluded === 'placement-only') {
    return [
      'This appeal is only about the school or other place named, so no certificate is needed.',
      ...(facts.certificateIssuedOn === undefined ? [] : ['To be safe, a certificate does not add time.']),
    ]
  }
  const contact = facts.adviserContactedOn as CalendarDate
  return [
    `The last day to contact the mediation adviser was ${formatDay(countPeriod(periods.contact, decisionDay).end)}.`,
    `The first contact was later, on ${formatDate(contact)}.`,
    'To be safe, a certificate does not add time after a late contact.',
  ]
}

function withJudgements(judgements: readonly Judgement[]): Pick<Deadline, 'certainty' | 'judgements'> {
  return { certainty: judgements.length === 0 ? 'certain' : 'judgement', judgements }
}
