import { type CalendarDate, dayOf, formatDay } from './calendar-date.ts'
import type { Deadline } from './deadline.ts'
import { fixedDeadline } from './fixed-deadline.ts'
import { judgement } from './judgements.ts'
import { earlierAim } from './make-deadline.ts'
import { endOfCount } from './period-days.ts'
import { periodInForce, periodOnDay } from './periods.ts'

/**
 * The last day on which the council can arrange mediation in time (D04): 30 calendar days after it was told that the
 * family wants mediation. August counts, and the day never moves (J11). SEND Regulations 2014, regulation 36.
 *
 * Where the family asked the mediation provider first (`providerAskedOn`), some count from that day: the law's date
 * stays, and the aim date is in time on both readings (J19).
 *
 * @throws RuleNotInForceError when `councilToldOn` is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function mediationDeadline(facts: {
  readonly councilToldOn: CalendarDate
  readonly providerAskedOn?: CalendarDate
}): Deadline {
  const period = periodInForce('D04', facts.councilToldOn)
  const deadline = fixedDeadline(period, dayOf(facts.councilToldOn))
  if (facts.providerAskedOn === undefined || facts.providerAskedOn >= facts.councilToldOn) return deadline
  const fromRequest = endOfCount(period, dayOf(facts.providerAskedOn))
  return {
    ...earlierAim(deadline, fromRequest),
    certainty: 'judgement',
    judgements: [...deadline.judgements, judgement('J19', fromRequest)],
    working: [
      ...deadline.working,
      `The mediation provider was asked first. Counted from that day, the time ends on ${formatDay(fromRequest)}.`,
    ],
  }
}

/**
 * The day of `mediationDeadline` without its words, for rows by the million. Days are day numbers.
 *
 * @throws as `mediationDeadline`
 */
export function mediationDay(councilTold: number): number {
  return endOfCount(periodOnDay('D04', councilTold), councilTold)
}
