import { buildCase } from '../../cases/build-case.ts'
import { boardArranges, type Case, hasHealthIssue, type Meeting, plannedMeeting } from '../../cases/case.ts'
import type { Fact } from '../../cases/fact.ts'
import type { CancelledBy, ChangeReason, MeetingDetails } from '../../cases/meeting/meetings.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { formatTime } from '../clock-time.ts'
import {
  aboutCalendarFile,
  type Block,
  type DatePanel,
  datePanel,
  heading,
  list,
  type MessageWords,
  paragraph,
} from '../content.ts'
import { type MessageSituation, required, type SituationOfFact } from '../message-situation.ts'
import { CANCELLED_BY_WORDS, CHANGE_REASON_WORDS, MEETING_FORMAT_WORDS } from './closed-words.ts'
import { whoMustComeAndDecide } from './who-arranges.ts'

/** The meeting as the fact `about` left it: its own date and place, whatever has changed since. */
export function meetingAsTold(situation: SituationOfFact): Meeting {
  const { subject, about } = situation
  const meeting = lastMeeting(situation, subject.facts, ({ sequence }) => sequence <= about)
  return required(meeting, 'the fact is about no meeting', situation)
}

/** The meeting as it was just before the fact `about`, which may be a correction: as the family was told of it then. */
export function meetingBefore(situation: SituationOfFact): Meeting {
  const { subject, about } = situation
  const meeting = lastMeeting(situation, subject.recorded, ({ sequence }) => sequence < about)
  return required(meeting, 'no meeting was arranged before', situation)
}

function lastMeeting(
  { subject }: MessageSituation,
  facts: readonly Fact[],
  isKept: (fact: Fact) => boolean,
): Meeting | undefined {
  const kept = facts.filter(isKept)
  return kept.length > 0 ? buildCase(subject.caseId, kept).meetings.at(-1) : undefined
}

/**
 * The meeting that the fact `about` called off by itself: the family declined, or the council cannot arrange mediation.
 * Undefined when there was none, or when a message of its own says that it was cancelled.
 */
export function meetingCalledOff(situation: SituationOfFact): Meeting | undefined {
  const { subject, about } = situation
  const meeting = subject.meetings.at(-1)
  const isToldAlready = subject.facts.some(({ sequence, type }) => sequence === about && type === 'meeting-cancelled')
  return meeting?.state === 'cancelled' && meeting.lastChangedBy === about && !isToldAlready ? meeting : undefined
}

/** Says that the meeting is called off, and that the file in the email takes it out of a calendar. */
export function saidOfMeetingCalledOff(situation: SituationOfFact): Block[] {
  const meeting = meetingCalledOff(situation)
  if (!meeting) return []
  return [
    paragraph(willNotTakePlace(situation, meeting)),
    aboutCalendarFile('The file in this email takes the meeting out of your calendar.'),
  ]
}

/** The cancellation for the calendar; nothing when no meeting was called off. */
export function cancellationOfMeetingCalledOff(situation: SituationOfFact): Pick<MessageWords, 'calendar'> {
  const meeting = meetingCalledOff(situation)
  return meeting ? { calendar: { type: 'meeting', method: 'CANCEL', meeting } } : {}
}

/** A day that has gone by is not spoken of as ahead, and the family may know better what happened on it. */
export function willNotTakePlace({ today }: MessageSituation, meeting: Meeting): string {
  const day = formatDate(meeting.meetingOn)
  return meeting.meetingOn < today
    ? `Our records show that your meeting on ${day} did not take place. If it did, tell us.`
    : `Your meeting on ${day} will not take place.`
}

/** "Wednesday 16 December 2026 at 2:30pm". */
export function meetingMoment({ meetingOn, startsAt }: Pick<MeetingDetails, 'meetingOn' | 'startsAt'>): string {
  return `${formatDate(meetingOn)} at ${formatTime(startsAt)}`
}

/** A meeting that is to come. */
export function meetingPanel(situation: MessageSituation, meeting: Meeting): DatePanel {
  const { place } = situation.words
  return datePanel(
    'Your mediation meeting is on',
    meetingMoment(meeting),
    MEETING_FORMAT_WORDS[meeting.format].ahead,
    place ? `Where: ${place}` : 'The mediation adviser will tell you where, or how to join.',
  )
}

/** Who changed the meeting and why, as far as it is recorded. */
export function whoAndWhy(
  deed: 'cancelled' | 'moved',
  by: CancelledBy | undefined,
  reason: ChangeReason | undefined,
): string[] {
  return [
    ...(by ? [CANCELLED_BY_WORDS[by](deed)] : []),
    // Whoever asked for it knows why.
    ...(reason && by !== 'family' ? [CHANGE_REASON_WORDS[reason]] : []),
  ]
}

/** What a family that has asked for mediation can count on before and at the meeting. */
export function beforeTheMeeting({ contact, subject }: MessageSituation): string[] {
  return [
    whoMustComeAndDecide(subject),
    'You get the date and place at least 5 working days before the meeting, unless you agree to less.',
    'You can bring someone: a friend, a relative, an adviser or a lawyer.',
    ...(contact.relationship === 'parent' ? ['The mediator will try to find out what your child thinks.'] : []),
  ]
}

/** What to know for the day. */
export function forTheMeeting({ contact, subject }: MessageSituation): Block[] {
  return [
    heading('For the meeting'),
    list(
      'You can bring someone: a friend, a relative, an adviser or a lawyer.',
      whoSendsSomeone(subject),
      'Write down what you disagree with and what you would like instead.',
      ...(contact.relationship === 'parent' ? ['The mediator will try to find out what your child thinks.'] : []),
      'Ask the adviser how long the meeting will last. Ask too about help with the cost of travel.',
      'Cannot come on that day? Tell the mediation adviser as soon as you can.',
    ),
  ]
}

function whoSendsSomeone(subject: Case): string {
  if (boardArranges(subject)) return 'The health body must send someone who can decide.'
  return hasHealthIssue(subject)
    ? 'We and the health body must both send someone who can decide.'
    : 'We must send someone who can decide.'
}

/** A certificate or an appeal can come while a meeting is planned. Neither stands in the way of the other. */
export function meetingStillStands({ subject, today }: MessageSituation): Block[] {
  const meeting = plannedMeeting(subject)
  if (!meeting || meeting.meetingOn < today) return []
  return [
    paragraph(
      `Your mediation meeting on ${formatDate(meeting.meetingOn)} still stands.`,
      'You can go to it and appeal as well. If you do not want it any more, tell us or the mediation adviser.',
    ),
  ]
}

/** The council asked the family to a meeting of its own, which is no mediation. */
export function askedToTalk(askedOn: CalendarDate, meetingOn: CalendarDate | undefined): string {
  const on = meetingOn ? `. It is on ${formatDate(meetingOn)}` : ''
  return `On ${formatDate(askedOn)} we asked you to a meeting with us before mediation${on}.`
}
