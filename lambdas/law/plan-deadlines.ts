import { type CalendarDate, calendarDate, dayOf, formatDate, laterOf } from './calendar-date.ts'
import { countPeriod } from './count-period.ts'
import type { AppealDeadline, Deadline } from './deadline.ts'
import { fixedDeadline } from './fixed-deadline.ts'
import { judgementIfDifferent } from './judgements.ts'
import { makeDeadline } from './make-deadline.ts'
import { workingDaysBefore } from './period-days.ts'
import { periodInForce } from './periods.ts'

/**
 * The last day on which the old council can transfer a plan after a move (D36): the day of the move, where it knew of it
 * at least 15 working days before; otherwise 15 working days that begin with the day on which it became aware. SEND
 * Regulations 2014, regulation 15(2).
 *
 * @throws RuleNotInForceError when it became aware before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function planTransferDeadline(facts: {
  readonly movedOn: CalendarDate
  readonly becameAwareOn: CalendarDate
}): Deadline {
  const { movedOn, becameAwareOn } = facts
  const period = periodInForce('D36', becameAwareOn)
  const move = dayOf(movedOn)
  if (dayOf(becameAwareOn) > workingDaysBefore(move, period.length)) return fixedDeadline(period, dayOf(becameAwareOn))
  return makeDeadline({
    period,
    unrolledDay: move,
    lawDay: move,
    working: [
      `The council knew of the move at least ${period.length} working days before it.`,
      `So the plan is transferred on the day of the move: ${formatDate(movedOn)}.`,
    ],
    judgements: [],
  })
}

/**
 * The last day on which the new council can review a transferred plan (D38): the later of 12 months that begin with the
 * making of the plan or its last review, and 3 months that begin with the transfer. SEND Regulations 2014, regulation
 * 15(5). A move starts no new time to appeal: the plan is treated as made on the day on which it was made (15(3)).
 *
 * @throws RuleNotInForceError when the plan was made or reviewed before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function reviewAfterTransferDeadline(facts: {
  readonly madeOrReviewedOn: CalendarDate
  readonly transferredOn: CalendarDate
}): Deadline {
  const { madeOrReviewedOn, transferredOn } = facts
  const fromReview = fixedDeadline(periodInForce('D38a', madeOrReviewedOn), dayOf(madeOrReviewedOn))
  const fromTransfer = fixedDeadline(periodInForce('D38b', transferredOn), dayOf(transferredOn))
  const later = fromTransfer.lawDate > fromReview.lawDate ? fromTransfer : fromReview
  return {
    ...later,
    working: [
      ...fromReview.working,
      ...fromTransfer.working,
      `The later of the two days counts: ${formatDate(later.lawDate)}.`,
    ],
  }
}

/**
 * The last day on which the council can amend a plan before a transfer between phases of education (D51): the day before
 * 31 March of the year of the transfer from secondary to post-16 education, before 15 February for any other. Some read
 * "before" as "by" (J38). SEND Regulations 2014, regulation 18(1).
 *
 * @throws RuleNotInForceError when the transfer is before 2015
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function phaseTransferDeadline(facts: { readonly year: number; readonly toPost16: boolean }): Deadline {
  const { year, toPost16 } = facts
  const named = toPost16 ? calendarDate(year, 3, 31) : calendarDate(year, 2, 15)
  const period = periodInForce(toPost16 ? 'D51b' : 'D51a', named)
  const counted = countPeriod(period, dayOf(named))
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: counted.end,
    working: counted.working,
    judgements: judgementIfDifferent('J38', counted.end, dayOf(named)),
  })
}

/**
 * The day until which the council must at least keep a plan that it has decided to cease (D55): the latest day that any
 * reading of the law gives for the appeal, with the day of the earlier reading beside it. For the council's duty the later
 * day is the safe one (J41). A certificate that is still to come makes it later; once an appeal is made, the plan is kept
 * until it has been determined. Children and Families Act 2014, section 45(4).
 *
 * @param appeal the date of the appeal against the notice to cease
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function keepPlanDeadline(appeal: AppealDeadline): Deadline {
  const latest = appeal.judgements.reduce((day, { otherReading = day }) => laterOf(day, otherReading), appeal.lawDate)
  const day = dayOf(latest)
  return makeDeadline({
    period: periodInForce('D55', latest),
    unrolledDay: day,
    lawDay: day,
    working: [
      `The last day on which an appeal can be brought, on any reading of the law, is ${formatDate(latest)}.`,
      'The council keeps the plan until then. Once there is an appeal, it keeps the plan until the appeal has been determined.',
    ],
    judgements: judgementIfDifferent('J41', day, dayOf(appeal.lawDate)),
  })
}
