import { formatDate } from '../../law/calendar-date.ts'
import type { Resolution } from '../case.ts'
import type { FactDetails } from '../fact.ts'
import { type CheckSituation, type FactProblem, firstOf, notBefore, notInFuture, problem } from '../fact-problem.ts'
import { meetingDayProblems } from '../meeting/checks.ts'
import { isResolutionOpen } from '../open-routes.ts'
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
  { subject, today }: CheckSituation,
  { of, party, answeredOn }: FactDetails['disagreement-resolution-answered'],
): readonly FactProblem[] {
  return ofResolution(subject.resolutions, of, (resolution) => {
    if (!resolution.parties.includes(party)) {
      return problem('party', 'Select somebody who was asked to take part in this disagreement resolution')
    }
    return afterAsking(resolution, { field: 'answeredOn', what: 'The date of the answer', day: answeredOn }, today)
  })
}

export function resolutionMeetingProblems(
  { subject, today }: CheckSituation,
  { of, meetingOn, arrangedOn }: FactDetails['disagreement-resolution-meeting'],
): readonly FactProblem[] {
  const fixed = { field: 'arrangedOn', what: 'The date the meeting was fixed', day: arrangedOn }
  return ofResolution(subject.resolutions, of, (resolution) =>
    firstOf(meetingDayProblems(meetingOn, today), afterAsking(resolution, fixed, today)),
  )
}

export function resolutionEndProblems(
  { subject, today }: CheckSituation,
  { of, endedOn }: FactDetails['disagreement-resolution-ended'],
): readonly FactProblem[] {
  return ofResolution(subject.resolutions, of, (resolution) =>
    afterAsking(resolution, { field: 'endedOn', what: 'The date it ended', day: endedOn }, today),
  )
}

function ofResolution(
  resolutions: readonly Resolution[],
  of: Sequence,
  check: (resolution: Resolution) => readonly FactProblem[],
): readonly FactProblem[] {
  const resolution = resolutions.find((one) => one.of === of)
  if (!resolution) return problem('of', 'It is not recorded that this disagreement resolution was asked for')
  if (isResolutionOpen(resolution)) return check(resolution)
  return problem('of', 'This disagreement resolution is over: it has ended, or somebody did not want to take part')
}

function afterAsking(
  { askedOn }: Resolution,
  given: Parameters<typeof notBefore>[0],
  today: Parameters<typeof notInFuture>[1],
): readonly FactProblem[] {
  const asked = `disagreement resolution was asked for, on ${formatDate(askedOn)}`
  return firstOf(notBefore(given, askedOn, asked), notInFuture(given, today))
}
