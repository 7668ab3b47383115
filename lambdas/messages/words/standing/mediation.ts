import { boardArranges, type Meeting, plannedMeeting, wantsMediation } from '../../../cases/case.ts'
import type { Sequence } from '../../../cases/sequence.ts'
import { formatDate } from '../../../law/calendar-date.ts'
import { type Block, heading, paragraph } from '../../content.ts'
import { type MessageSituation, required } from '../../message-situation.ts'
import { whatMediationIs } from '../../passages/adviser.ts'
import { agreedInWriting, dayOfTheAgreement, type MediationEnd, resultWords } from '../../passages/after-mediation.ts'
import { appealState } from '../../passages/appeal-state.ts'
import type { ChangedMeeting } from '../../passages/changed-meeting.ts'
import { healthIssue, tellingTheBoard } from '../../passages/health-body.ts'
import { mediationIsLate, untilItTakesPlace } from '../../passages/mediation-late.ts'
import { forTheMeeting, meetingPanel } from '../../passages/meeting.ts'
import { beforeItGoesOn, didNotFinish, ifItTookPlaceOrNot, tellUsWhatCameOfIt } from '../../passages/meeting-over.ts'
import { whyThisDay } from '../../passages/reasons.ts'
import { arrangedByPanel, nobodyCouldDecide, youWantMediation } from '../../passages/who-arranges.ts'
import { isNotArranged } from './appeal.ts'

/**
 * How mediation ended, or where it is while the family wants it.
 * @param changed a meeting that is another one than the family was told, or is not
 */
export function theMediation(situation: MessageSituation, changed: ChangedMeeting | undefined): Block[] {
  const { subject } = situation
  const meeting = plannedMeeting(subject)
  if (meeting && meeting.meetingOn >= situation.today && !subject.mediationResult) {
    return meetingAhead(meeting, situation, changed)
  }
  return [...(changed?.calendar.type === 'meeting' ? changed.blocks : []), ...withoutMeetingAhead(situation, meeting)]
}

function withoutMeetingAhead(situation: MessageSituation, meeting: Meeting | undefined): Block[] {
  const { subject } = situation
  if (subject.mediationResult) return ended(situation, subject.mediationResult)
  if (!wantsMediation(subject)) return []
  // What an appeal or an agreement has settled is not mediated about.
  if (appealState(situation) === 'ended' || subject.agreement) return []
  return [...(meeting ? resultUnknown(meeting, situation) : withoutMeeting(situation)), whatMediationIs(situation)]
}

function ended(situation: MessageSituation, { result, concludedOn, decisionMaker, sequence }: MediationEnd): Block[] {
  const { subject } = situation
  const hasDuties = subject.undertakings.some(({ of }) => of === sequence)
  return [
    heading('Your mediation'),
    paragraph(`Your mediation ended on ${formatDate(concludedOn)}. ${resultWords(result, subject).opening}`),
    ...(decisionMaker === 'absent' ? nobodyCouldDecide(subject) : []),
    ...(result === 'not-agreed' ? [] : hasDuties ? agreedInWriting() : dayOfTheAgreement(situation)),
  ]
}

function meetingAhead(meeting: Meeting, situation: MessageSituation, changed: ChangedMeeting | undefined): Block[] {
  // The words of the message are those of one fact, which may be another one than the meeting's.
  const known = situation.about === meeting.lastChangedBy ? situation : { ...situation, words: {} }
  return [
    ...(changed?.calendar.type === 'meeting'
      ? changed.blocks
      : [heading('Your mediation meeting'), meetingPanel(known, meeting)]),
    ...forTheMeeting(situation),
    whatMediationIs(situation),
  ]
}

function resultUnknown(meeting: Meeting, situation: MessageSituation): Block[] {
  return [heading('Your mediation meeting'), tellUsWhatCameOfIt(meeting), ...ifItTookPlaceOrNot(meeting, situation)]
}

function withoutMeeting(situation: MessageSituation): Block[] {
  const { subject, dates } = situation
  const mediation = required(dates.mediation, 'the 30 days have no last day', situation)
  if (isNotArranged(situation)) {
    return [
      heading('Your mediation'),
      paragraph(...mediationIsLate(mediation, situation)),
      ...untilItTakesPlace(mediation, situation),
    ]
  }
  if (subject.adjourned) {
    return [
      heading('Your mediation'),
      paragraph(didNotFinish(subject.adjourned.adjournedOn)),
      ...beforeItGoesOn(),
      ...(couldNobodyDecide(situation, subject.adjourned.sequence) ? nobodyCouldDecide(subject) : []),
    ]
  }
  return [heading('Your mediation'), ...toBeArranged(situation)]
}

function couldNobodyDecide({ subject }: MessageSituation, adjourned: Sequence): boolean {
  return subject.facts.some(
    ({ sequence, type, details }) =>
      sequence === adjourned && type === 'mediation-adjourned' && details.decisionMaker === 'absent',
  )
}

function toBeArranged(situation: MessageSituation): Block[] {
  const { subject, dates, today } = situation
  const chosen = required(subject.chosen, 'nobody has chosen mediation', situation)
  const mediation = required(dates.mediation, 'the 30 days have no last day', situation)
  const waitsForBoard = boardArranges(subject) && !subject.boardToldOn
  return [
    paragraph(youWantMediation(chosen), ...healthIssue(situation)),
    ...(waitsForBoard
      ? tellingTheBoard(situation)
      : [arrangedByPanel(mediation, situation), ...whyThisDay(mediation, today, 'Why this day for the mediation')]),
    paragraph(
      'Tell the mediation adviser which days and places are good for you.',
      'Say what you need, for example an interpreter or a room with step-free access.',
    ),
  ]
}
