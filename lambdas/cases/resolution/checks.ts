import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { othersOf } from '../basis.ts'
import type { Resolution } from '../case.ts'
import type { FactDetails, FactType } from '../fact.ts'
import {
  type CheckSituation,
  type FactProblem,
  firstOf,
  type GivenDay,
  notBefore,
  notInFuture,
  notRecorded,
  problem,
} from '../fact-problem.ts'
import { meetingDayProblems } from '../meeting/checks.ts'
import type { Sequence } from '../sequence.ts'

/** The asking. It may come before the decision, so only today bounds it. */
export function askingProblems(
  { today }: CheckSituation,
  { askedOn, askedBy, parties }: FactDetails['disagreement-resolution-asked'],
): readonly FactProblem[] {
  return [
    ...notInFuture({ field: 'askedOn', what: 'The date it was asked for', day: askedOn }, today),
    ...(parties.includes(askedBy) && parties.length > 1
      ? []
      : problem('parties', 'Select everybody who would take part: whoever asked, and at least one other')),
  ]
}

export function answerOfPartyProblems(
  situation: CheckSituation,
  { of, party, answeredOn }: FactDetails['disagreement-resolution-answered'],
): readonly FactProblem[] {
  const given = { field: 'answeredOn', what: 'The date of the answer', day: answeredOn }
  return whileOpen(situation, of, given, ({ parties }) =>
    parties.includes(party)
      ? []
      : problem('party', 'Select somebody who was asked to take part in this disagreement resolution'),
  )
}

export function resolutionMeetingProblems(
  situation: CheckSituation,
  { of, meetingOn, arrangedOn }: FactDetails['disagreement-resolution-meeting'],
): readonly FactProblem[] {
  const fixed = { field: 'arrangedOn', what: 'The date the meeting was fixed', day: arrangedOn }
  return whileOpen(situation, of, fixed, () => meetingDayProblems(meetingOn, arrangedOn))
}

/** The end, of which there is one. */
export function resolutionEndProblems(
  situation: CheckSituation,
  { of, endedOn }: FactDetails['disagreement-resolution-ended'],
): readonly FactProblem[] {
  const others = endsOf(situation, of).filter(({ type }) => type === 'disagreement-resolution-ended')
  return firstOf(
    ...others.map(({ on }) => isOver(on)),
    whileOpen(situation, of, { field: 'endedOn', what: 'The date it ended', day: endedOn }, () => []),
  )
}

/** Something that happened from the asking to the end. @param check what else has to be so of the resolution */
function whileOpen(
  situation: CheckSituation,
  of: Sequence,
  given: GivenDay,
  check: (resolution: Resolution) => readonly FactProblem[],
): readonly FactProblem[] {
  const resolution = situation.subject.resolutions.find((one) => one.of === of)
  if (!resolution) return notRecorded('of', 'disagreement-resolution-asked')
  const asked = `disagreement resolution was asked for, on ${formatDate(resolution.askedOn)}`
  return firstOf(
    ...endsOf(situation, of).map(({ on }) => (given.day > on ? isOver(on) : [])),
    check(resolution),
    notBefore(given, resolution.askedOn, asked),
    notInFuture(given, situation.today),
  )
}

function isOver(on: CalendarDate): readonly FactProblem[] {
  return problem(
    'of',
    `This disagreement resolution was over on ${formatDate(on)}: it ended, or somebody did not want to take part`,
  )
}

/** What ended it, by other facts: its end, or somebody who did not agree to take part, because it is voluntary. */
function endsOf({ subject, fact }: CheckSituation, of: Sequence): readonly { type: FactType; on: CalendarDate }[] {
  return othersOf(subject, fact, ['disagreement-resolution-ended', 'disagreement-resolution-answered'])
    .filter(({ details }) => details.of === of)
    .filter((one) => one.type === 'disagreement-resolution-ended' || !one.details.agrees)
    .map(({ type, details }) => ({ type, on: 'endedOn' in details ? details.endedOn : details.answeredOn }))
}
