import type { Resolution } from '../../../cases/case.ts'
import type { Sequence } from '../../../cases/sequence.ts'
import { formatDate } from '../../../law/calendar-date.ts'
import { type Block, contactDetails, heading, list, paragraph } from '../../content.ts'
import type { MessageSituation } from '../../message-situation.ts'
import type { ChangedMeeting } from '../../passages/changed-meeting.ts'
import { partyBegins, RESOLUTION_RESULT_WORDS } from '../../passages/closed-words.ts'
import { meetingMoment } from '../../passages/meeting.ts'
import { whatElseYouCanDo } from '../../passages/other-routes.ts'
import {
  FAMILY_IN_WORDS,
  familyIn,
  refusal,
  resolutionMeetingPanel,
  saidNo,
  untilItsMeeting,
  whatItIsAbout,
  whatResolutionIs,
  whatWasAgreed,
  whoAgrees,
  whoRunsResolution,
} from '../../passages/resolution.ts'

/**
 * Where each disagreement resolution stands.
 * @param learnt what the family is told for the first time: a disagreement resolution that is over is told of only then
 * @param changed a meeting that is another one than the family was told, or is not
 */
export function theDisagreementResolutions(
  situation: MessageSituation,
  learnt: readonly Sequence[],
  changed: ChangedMeeting | undefined,
): Block[] {
  const told = changed?.calendar.type === 'resolution-meeting' ? changed : undefined
  const blocks = [
    ...(told?.blocks ?? []),
    ...situation.subject.resolutions.flatMap((resolution) => ofOne(resolution, situation, learnt, told)),
  ]
  return blocks.length > 0 ? [...blocks, ...whatResolutionIs()] : []
}

function ofOne(
  resolution: Resolution,
  situation: MessageSituation,
  learnt: readonly Sequence[],
  told: ChangedMeeting | undefined,
): Block[] {
  const { ended, parties, answers, meeting } = resolution
  if (ended) return learnt.includes(ended.sequence) ? over(resolution, ended, situation) : []
  const refused = refusal(situation.subject, resolution.of)
  if (refused) return noLongerOpen(resolution, refused, situation, learnt)
  if (meeting) return withMeeting(resolution, meeting, situation, told)
  const agree = parties.every((party) => answers.some((answer) => answer.party === party && answer.agrees))
  return agree ? everybodyAgreed(resolution, situation) : notEverybodyHasAnswered(resolution, situation)
}

type Ended = NonNullable<Resolution['ended']>

function over({ meeting }: Resolution, { endedOn, result }: Ended, situation: MessageSituation): Block[] {
  const { title, meaning } = RESOLUTION_RESULT_WORDS[result]
  const agreed = result === 'agreed' || result === 'partly-agreed'
  return [
    heading(title),
    paragraph(`Disagreement resolution ended on ${formatDate(endedOn)}. ${meaning}`),
    ...(result === 'not-held' && meeting && meeting.meetingOn >= situation.today
      ? [paragraph(`Your meeting on ${meetingMoment(meeting)} will not take place.`)]
      : []),
    ...(agreed ? whatWasAgreed() : []),
    ...(result === 'agreed' ? [] : [heading('What else you can do'), whatElseYouCanDo(situation)]),
  ]
}

function noLongerOpen(
  { of }: Resolution,
  refused: NonNullable<ReturnType<typeof refusal>>,
  situation: MessageSituation,
  learnt: readonly Sequence[],
): Block[] {
  const isNews = situation.subject.facts.some(
    ({ sequence, type, details }) =>
      learnt.includes(sequence) && type === 'disagreement-resolution-answered' && details.of === of,
  )
  if (!isNews) return []
  return [
    heading('Disagreement resolution does not take place'),
    paragraph(...saidNo(refused)),
    heading('What else you can do'),
    whatElseYouCanDo(situation),
  ]
}

function withMeeting(
  resolution: Resolution,
  meeting: NonNullable<Resolution['meeting']>,
  situation: MessageSituation,
  told: ChangedMeeting | undefined,
): Block[] {
  if (meeting.meetingOn < situation.today) {
    return [
      heading('Your disagreement resolution meeting'),
      paragraph(
        `Your disagreement resolution meeting was planned for ${meetingMoment(meeting)}.`,
        'Our records do not show what came of it. Please tell us.',
      ),
    ]
  }
  // The change of the meeting stands above under its heading.
  const isBelowItsChange = told?.calendar.type === 'resolution-meeting' && told.calendar.of === resolution.of
  return [
    ...(isBelowItsChange ? [] : [heading('Your disagreement resolution meeting')]),
    resolutionMeetingPanel(meeting, situation.about === meeting.sequence ? situation.words.place : undefined),
    whatItIsAbout(resolution),
    contactDetails(whoRunsResolution(situation.council)),
  ]
}

function everybodyAgreed(resolution: Resolution, situation: MessageSituation): Block[] {
  return [
    heading('Everyone agreed to disagreement resolution'),
    paragraph(wasAskedFor(resolution), 'Now the service that runs it arranges a meeting.'),
    whatItIsAbout(resolution),
    untilItsMeeting(),
    contactDetails(whoRunsResolution(situation.council)),
  ]
}

function notEverybodyHasAnswered(resolution: Resolution, situation: MessageSituation): Block[] {
  const { opening, whatToDo } = FAMILY_IN_WORDS[familyIn(resolution)]
  return [
    heading('Disagreement resolution was asked for'),
    paragraph(wasAskedFor(resolution), opening),
    whatItIsAbout(resolution),
    ...whoAgrees(resolution),
    heading('What to do about it'),
    list(...whatToDo),
    contactDetails(whoRunsResolution(situation.council)),
  ]
}

function wasAskedFor({ askedBy, askedOn }: Resolution): string {
  return `${partyBegins(askedBy)} asked for disagreement resolution on ${formatDate(askedOn)}.`
}
