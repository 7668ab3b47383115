import { addMonths, type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Case } from '../case.ts'
import {
  type CheckSituation,
  type FactProblem,
  firstOf,
  type GivenDay,
  happened,
  notBefore,
  problem,
} from '../fact-problem.ts'

/** A meeting further away than this is taken for a mistyped year: mediation is to be held within 30 days. */
const FURTHEST_MEETING_MONTHS = 12

/** Something that happened while mediation was under way: after the council was told that the family wants it. */
export function duringMediation(situation: CheckSituation, given: GivenDay): readonly FactProblem[] {
  const { chosen } = situation.subject
  if (!chosen) return problem(given.field, 'It is not recorded that the family wants mediation')
  return firstOf(notBeforeCouncilTold(chosen, given), happened(situation, given))
}

/**
 * A mediation meeting lies ahead of the day on which it is recorded, and is fixed by then.
 * @param situation with the day of recording
 * @param fixed the day on which it was arranged or moved
 */
export function meetingProblems(
  situation: CheckSituation,
  { meetingOn }: { readonly meetingOn: CalendarDate },
  fixed: GivenDay,
): readonly FactProblem[] {
  const { subject, today } = situation
  const given = { field: 'meetingOn', what: 'The date of the meeting', day: meetingOn }
  if (!subject.chosen) return problem(given.field, 'It is not recorded that the family wants mediation')
  return firstOf(
    notBeforeCouncilTold(subject.chosen, given),
    meetingDayProblems(meetingOn, today),
    duringMediation(situation, fixed),
  )
}

/** Something about a meeting that was arranged before. */
export function aboutAMeeting({ meetings }: Case, field: string): readonly FactProblem[] {
  return meetings.length > 0 ? [] : problem(field, 'It is not recorded that a meeting was arranged')
}

/** A day on which people are to meet, whatever it is about. @param recordedOn the day on which it is recorded */
export function meetingDayProblems(meetingOn: CalendarDate, recordedOn: CalendarDate): readonly FactProblem[] {
  const field = 'meetingOn'
  if (meetingOn < recordedOn) {
    return problem(field, `The date of the meeting must be today or in the future. ${formatDate(meetingOn)} has passed`)
  }
  if (meetingOn > addMonths(recordedOn, FURTHEST_MEETING_MONTHS)) {
    return problem(field, `${formatDate(meetingOn)} is more than a year away. Check the year of the meeting`)
  }
  return []
}

function notBeforeCouncilTold(
  { councilToldOn }: { readonly councilToldOn: CalendarDate },
  given: GivenDay,
): readonly FactProblem[] {
  const told = `the council was told that the family wants mediation, on ${formatDate(councilToldOn)}`
  return notBefore(given, councilToldOn, told)
}
