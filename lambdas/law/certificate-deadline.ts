import { type CalendarDate, dayOf } from './calendar-date.ts'
import { countPeriod } from './count-period.ts'
import type { DateFacts } from './date-facts.ts'
import type { Deadline, Judgement } from './deadline.ts'
import { judgement, judgementIfDifferent } from './judgements.ts'
import { makeDeadline } from './make-deadline.ts'
import { endOfCount } from './period-days.ts'
import { type PeriodId, periodInForce, periodOnDay } from './periods.ts'
import { firstWorkingDayFrom } from './working-day-number.ts'

/** Why the adviser issues a certificate: CFA 2014 section 55(4), or 55(5) after mediation or where none was arranged. */
export type CertificateGround = 'declined' | 'not-arranged' | 'mediated'

const PERIOD_OF_GROUND: Readonly<Record<CertificateGround, PeriodId>> = {
  declined: 'D02',
  'not-arranged': 'D06',
  mediated: 'D08',
}

/**
 * Why a certificate would be issued on what is known: after mediation, because none could be arranged, or because the
 * family declined and has not asked for mediation since. Undefined where nothing says.
 */
export function knownGround(
  facts: Pick<
    DateFacts,
    'mediationConcludedOn' | 'adjournedOn' | 'cannotArrangeToldOn' | 'declinedToldOn' | 'councilToldOn'
  >,
): CertificateGround | undefined {
  const { declinedToldOn, councilToldOn } = facts
  if (facts.mediationConcludedOn !== undefined || facts.adjournedOn !== undefined) return 'mediated'
  if (facts.cannotArrangeToldOn !== undefined) return 'not-arranged'
  const isLastWord = councilToldOn === undefined || (declinedToldOn !== undefined && councilToldOn < declinedToldOn)
  return declinedToldOn !== undefined && isLastWord ? 'declined' : undefined
}

/**
 * The last day on which the mediation adviser can issue the certificate (D02, D06, D08): three working days after
 * `startsOn`, which is day 0. August and 27 to 31 December count: the Tribunal's calendar has no part in it.
 * SEND Regulations 2014, regulations 34, 36 and 39.
 *
 * `startsOn` is: `declined`, the day the adviser was told that the family does not want mediation; `not-arranged`,
 * the day the council told the adviser that it cannot arrange mediation within 30 days, day 31 when it said nothing (J9),
 * or the day of a meeting to which it did not come (J37); `mediated`, the day the mediation was concluded.
 *
 * A message on a day that is not a working day counts from that day (J12). Mediation after a late first contact
 * (`lateContact`) leads to a certificate all the same (J20).
 *
 * @throws RuleNotInForceError when `startsOn` is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function certificateDeadline(facts: {
  readonly ground: CertificateGround
  readonly startsOn: CalendarDate
  readonly lateContact?: boolean
}): Deadline {
  const period = periodInForce(PERIOD_OF_GROUND[facts.ground], facts.startsOn)
  const start = dayOf(facts.startsOn)
  const counted = countPeriod(period, start)
  // A meeting is over when it is over; only a message can be read as received on a later day.
  const startOnOtherReading = facts.ground === 'mediated' ? start : firstWorkingDayFrom(start)
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: counted.end,
    working: [...counted.working, 'The adviser must issue the certificate on or before that day.'],
    judgements: judgementIfDifferent('J12', counted.end, countPeriod(period, startOnOtherReading).end),
    cautions: cautions(facts.ground, facts.lateContact === true),
  })
}

function cautions(ground: CertificateGround, lateContact: boolean): readonly Judgement[] {
  return [
    ...(ground === 'not-arranged' ? [judgement('J9')] : []),
    ...(ground === 'mediated' && lateContact ? [judgement('J20')] : []),
  ]
}

/**
 * The day of `certificateDeadline` without its words, for rows by the million. Days are day numbers.
 *
 * @throws as `certificateDeadline`
 */
export function certificateDay(ground: CertificateGround, start: number): number {
  return endOfCount(periodOnDay(PERIOD_OF_GROUND[ground], start), start)
}
