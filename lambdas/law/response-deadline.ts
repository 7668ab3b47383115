import { type CalendarDate, dayOf, formatDate } from './calendar-date.ts'
import { countPeriod } from './count-period.ts'
import type { Deadline } from './deadline.ts'
import { judgement } from './judgements.ts'
import { DateOrderError } from './law-errors.ts'
import { makeDeadline } from './make-deadline.ts'
import { periodInForce } from './periods.ts'

/** What the date of the council's response depends on: at least one of the two. */
export type ResponseFacts =
  | { readonly sentToCouncilOn: CalendarDate; readonly dueInLetter?: undefined }
  | { readonly sentToCouncilOn?: CalendarDate; readonly dueInLetter: CalendarDate }

/**
 * The last moment at which the council can send the Tribunal its response to the appeal (D11): 30 Tribunal working days
 * after the Tribunal sent it the appeal, 17:00. Weekends, bank holidays, August and 25 December to 1 January are not
 * counted. The date in the Tribunal's registration letter (`dueInLetter`), once known, replaces it. Tribunal Procedure
 * (HESC Chamber) Rules 2008, rules 12(1), 12(3)(b) and 21.
 *
 * @throws DateOrderError when the date in the letter is before the appeal was sent
 * @throws RuleNotInForceError when the appeal was sent before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function responseDeadline(facts: ResponseFacts): Deadline {
  if (facts.dueInLetter !== undefined) return deadlineOfLetter(facts.dueInLetter, facts.sentToCouncilOn)
  const { sentToCouncilOn } = facts
  const period = periodInForce('D11', sentToCouncilOn)
  const counted = countPeriod(period, dayOf(sentToCouncilOn))
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: counted.end,
    working: [...counted.working, 'The date in the registration letter from the Tribunal comes before this one.'],
    judgements: [],
    cautions: [judgement('J2')],
  })
}

/** Where it is not known when the appeal was sent, the rule is the one of the date in the letter. */
function deadlineOfLetter(dueInLetter: CalendarDate, sentToCouncilOn = dueInLetter): Deadline {
  if (dueInLetter < sentToCouncilOn) {
    throw new DateOrderError(
      `The registration letter gives ${formatDate(dueInLetter)}, before the appeal was sent to the council on ` +
        `${formatDate(sentToCouncilOn)}. Check both dates.`,
    )
  }
  const day = dayOf(dueInLetter)
  return makeDeadline({
    period: periodInForce('D11', sentToCouncilOn),
    unrolledDay: day,
    lawDay: day,
    working: [
      `The registration letter from the Tribunal gives ${formatDate(dueInLetter)}.`,
      'That date replaces the time that the rules give.',
    ],
    judgements: [],
    cautions: [judgement('J2')],
  })
}
