import { buildCase, type Case, type Meeting } from '../../cases/case.ts'
import type { MeetingFormat } from '../../cases/fact.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { meetingNoticeDeadline } from '../../law/meeting-notice-deadline.ts'
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
import { type MessageSituation, required } from '../message-situation.ts'

/** The meeting as the fact `about` left it: its own date, place and revision, whatever has changed since. */
export function meetingAsTold(situation: MessageSituation): Meeting {
  return required(lastMeeting(situation, situation.about), 'the fact is about no meeting', situation)
}

/** The meeting as it was just before the fact `about`. */
export function meetingBefore(situation: MessageSituation): Meeting {
  const { facts } = situation.subject
  const before = facts.filter(({ sequence }) => sequence < situation.about).at(-1)
  return required(before && lastMeeting(situation, before.sequence), 'no meeting was arranged before', situation)
}

function lastMeeting({ subject }: MessageSituation, sequence: string): Meeting | undefined {
  return caseAsOf(subject, sequence).meetings.at(-1)
}

function caseAsOf({ caseId, facts }: Case, sequence: string): Case {
  return buildCase(
    caseId,
    facts.filter((fact) => fact.sequence <= sequence),
  )
}

/**
 * The meeting that the fact `about` called off by itself: the family declined, or the council cannot arrange mediation.
 * Undefined when there was none, or when a message of its own says that it was cancelled.
 */
export function meetingCalledOff(situation: MessageSituation): Meeting | undefined {
  const { subject, about } = situation
  const meeting = subject.meetings.at(-1)
  const isToldAlready = subject.facts.some(({ sequence, type }) => sequence === about && type === 'meeting-cancelled')
  return meeting?.state === 'cancelled' && meeting.lastChangedBy === about && !isToldAlready ? meeting : undefined
}

/** Says that the meeting is called off, and that the file in the email takes it out of a calendar. */
export function saidOfMeetingCalledOff(situation: MessageSituation): Block[] {
  const meeting = meetingCalledOff(situation)
  if (!meeting) return []
  return [
    paragraph(willNotTakePlace(situation, meeting)),
    aboutCalendarFile('The file in this email takes the meeting out of your calendar.'),
  ]
}

/** The cancellation for the calendar; nothing when no meeting was called off. */
export function cancellationOfMeetingCalledOff(situation: MessageSituation): Pick<MessageWords, 'calendar'> {
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
export function meetingMoment({ meetingOn, startsAt }: Meeting): string {
  return `${formatDate(meetingOn)} at ${formatTime(startsAt)}`
}

const FORMATS: Readonly<Record<MeetingFormat, string>> = {
  'in-person': 'You meet in person.',
  online: 'You meet online.',
  'by-phone': 'You meet by phone.',
}

export function meetingPanel(situation: MessageSituation, meeting: Meeting): DatePanel {
  const { place } = situation.words
  return datePanel(
    'Your mediation meeting is on',
    meetingMoment(meeting),
    FORMATS[meeting.format],
    place ? `Where: ${place}` : 'The mediation adviser will tell you where, or how to join.',
  )
}

/** The notice that the family is owed (regulation 37), said only when it was not given. */
export function shortNotice({ today }: MessageSituation, meeting: Meeting): Block[] {
  const notice = meetingNoticeDeadline({ meetingOn: meeting.meetingOn })
  if (today <= notice.lawDate) return []
  return [
    heading('This is short notice'),
    paragraph(
      `You should have been told by ${formatDate(notice.lawDate)}.`,
      'You can agree to this meeting all the same. You can also ask for a later day.',
    ),
    list(...notice.working),
  ]
}

/** What to know for the day. */
export function forTheMeeting({ contact }: MessageSituation): Block[] {
  return [
    heading('For the meeting'),
    list(
      'You can bring someone: a friend, a relative, an adviser or a lawyer.',
      'We must send someone who can decide.',
      'Write down what you disagree with and what you would like instead.',
      ...(contact.relationship === 'parent' ? ['The mediator will try to find out what your child thinks.'] : []),
      'Ask the adviser how long the meeting will last. Ask too about help with the cost of travel.',
      'Cannot come on that day? Tell the mediation adviser as soon as you can.',
    ),
  ]
}

/** A meeting fixed for after the 30 days leaves the family free not to wait. */
export function afterThirtyDays({ dates }: MessageSituation, meeting: Meeting): Block[] {
  const { mediation } = dates
  if (!mediation || meeting.meetingOn <= mediation.lawDate) return []
  return [
    paragraph(
      `The meeting is after ${formatDate(mediation.lawDate)}, the last of the 30 days that we have.`,
      'You can go to it. If you do not want to wait, ask the mediation adviser for a certificate. You can then appeal.',
      'If you tell the adviser that you do not want mediation any more, this meeting will not take place.',
    ),
  ]
}
