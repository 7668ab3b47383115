import { addMonths, type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { basisOf } from '../basis.ts'
import {
  type CheckSituation,
  type FactProblem,
  firstOf,
  type GivenDay,
  happened,
  notBefore,
  notRecorded,
  problem,
} from '../fact-problem.ts'

/** A meeting further away than this is taken for a mistyped year: mediation is to be held within 30 days. */
const FURTHEST_MEETING_MONTHS = 12

/** Something that happened while mediation was under way: after the council was told that the family wants it. */
export function duringMediation(situation: CheckSituation, given: GivenDay): readonly FactProblem[] {
  return firstOf(afterCouncilTold(situation, given), happened(situation, given))
}

/**
 * A mediation meeting is not before the day on which it was fixed. It may be over when it is recorded.
 * @param fixed the day on which it was arranged or moved
 */
export function meetingProblems(
  situation: CheckSituation,
  { meetingOn }: { readonly meetingOn: CalendarDate },
  fixed: GivenDay,
): readonly FactProblem[] {
  const given = { field: 'meetingOn', what: 'The date of the meeting', day: meetingOn }
  return firstOf(
    afterCouncilTold(situation, given),
    meetingDayProblems(meetingOn, fixed.day),
    duringMediation(situation, fixed),
  )
}

/** Something about a meeting of mediation that was arranged before. */
export function aboutAMeeting(situation: CheckSituation, given: GivenDay): readonly FactProblem[] {
  const arranged = basisOf(situation.subject, situation.fact, 'meeting-arranged')
  if (!arranged) return notRecorded(given.field, 'meeting-arranged')
  return firstOf(duringMediation(situation, given), notBeforeArranged(given, arranged.details.arrangedOn))
}

/** A meeting that is moved was arranged before. Takes what `meetingProblems` takes. */
export function meetingMoveProblems(
  situation: CheckSituation,
  details: { readonly meetingOn: CalendarDate },
  moved: GivenDay,
): readonly FactProblem[] {
  const arranged = basisOf(situation.subject, situation.fact, 'meeting-arranged')
  if (!arranged) return notRecorded('meetingOn', 'meeting-arranged')
  return firstOf(meetingProblems(situation, details, moved), notBeforeArranged(moved, arranged.details.arrangedOn))
}

/** A meeting that was held. Nobody has to have recorded that it was arranged; where that is recorded it came first. */
export function meetingHeldProblems(situation: CheckSituation, held: GivenDay): readonly FactProblem[] {
  const { subject, fact } = situation
  const arranged = basisOf(subject, fact, 'meeting-arranged')
  const isNamed = arranged !== undefined && fact.follows === arranged.sequence
  return firstOf(duringMediation(situation, held), isNamed ? notBeforeArranged(held, arranged.details.arrangedOn) : [])
}

/** @param arrangedOn the day on which the meeting was fixed */
export function notBeforeArranged(given: GivenDay, arrangedOn: CalendarDate): readonly FactProblem[] {
  return notBefore(given, arrangedOn, `the meeting was arranged, on ${formatDate(arrangedOn)}`)
}

/** A day on which people are to meet, whatever it is about. @param fixedOn the day on which it was fixed */
export function meetingDayProblems(meetingOn: CalendarDate, fixedOn: CalendarDate): readonly FactProblem[] {
  const field = 'meetingOn'
  if (meetingOn < fixedOn) {
    return problem(
      field,
      `The date of the meeting must not be before the day on which it was fixed, ${formatDate(fixedOn)}. If the meeting is over, enter the day on which it was fixed`,
    )
  }
  if (meetingOn > addMonths(fixedOn, FURTHEST_MEETING_MONTHS)) {
    return problem(
      field,
      `${formatDate(meetingOn)} is more than a year after the day on which it was fixed. Check the year of the meeting`,
    )
  }
  return []
}

function afterCouncilTold({ subject, fact }: CheckSituation, given: GivenDay): readonly FactProblem[] {
  const request = basisOf(subject, fact, 'mediation-chosen')
  if (!request) return notRecorded(given.field, 'mediation-chosen')
  const { councilToldOn } = request.details
  const told = `the council was told that the family wants mediation, on ${formatDate(councilToldOn)}`
  return notBefore(given, councilToldOn, told)
}
