import { type Case, type Meeting, plannedMeeting, type Resolution } from '../../cases/case.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { CalendarRequest } from '../calendar/calendar-request.ts'
import { aboutCalendarFile, type Block, heading, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import type { BeforeAndAfter } from './correction.ts'
import { meetingMoment, meetingPanel } from './meeting.ts'

/** A meeting that is another one than the family was told, or is not. */
export interface ChangedMeeting {
  /** As it follows a colon: "your mediation meeting is on Monday 30 March 2026 at 2:30pm". */
  readonly says: string
  readonly blocks: readonly Block[]
  readonly calendar: CalendarRequest
}

/** A meeting that is not any more, is after all, or is on another day than before. */
export function changedMeeting(
  { before, after }: BeforeAndAfter,
  situation: MessageSituation,
): ChangedMeeting | undefined {
  const { today, words, subject } = situation
  const [was, is] = [plannedMeeting(before), plannedMeeting(after)]
  // What was recorded since, and has ended or moved it, is told by its own message.
  const isStillSo = is && plannedMeeting(subject)?.lastChangedBy === is.lastChangedBy
  if (isStillSo && is.meetingOn >= today && !isSameMeeting(was, is)) {
    return {
      says: `your mediation meeting is on ${meetingMoment(is)}`,
      blocks: [
        heading('Your mediation meeting'),
        ...(was && situation.wasTold(was.meetingOn)
          ? [
              paragraph(
                `We told you ${meetingMoment(was)}.`,
                // Another meeting has an entry of its own in a calendar, so the file leaves the old one where it is.
                ...(was.arrangedBy === is.arrangedBy ? [] : ['If that meeting is in your calendar, take it out.']),
              ),
            ]
          : []),
        meetingPanel(situation, is),
        aboutCalendarFile('The file in this email puts the meeting in your calendar.'),
      ],
      calendar: { type: 'meeting', method: 'REQUEST', meeting: is, ...(words.place && { place: words.place }) },
    }
  }
  if (was && was.meetingOn >= today && (!is || is.meetingOn < today)) {
    return {
      says: `there is no mediation meeting on ${formatDate(was.meetingOn)}`,
      blocks: noMeeting(
        `There is no mediation meeting on ${meetingMoment(was)}.`,
        ...(is ? [`Your mediation meeting was planned for ${meetingMoment(is)}.`] : []),
      ),
      calendar: { type: 'meeting', method: 'CANCEL', meeting: was },
    }
  }
  return changedResolutionMeeting(before, after, situation)
}

function isSameMeeting(one: Meeting | undefined, other: Meeting): boolean {
  return one !== undefined && one.arrangedBy === other.arrangedBy && isSameMoment(one, other)
}

function isSameMoment(
  one: NonNullable<Resolution['meeting']> | Meeting,
  other: NonNullable<Resolution['meeting']> | Meeting,
): boolean {
  return one.meetingOn === other.meetingOn && one.startsAt === other.startsAt && one.format === other.format
}

function noMeeting(...sentences: readonly string[]): Block[] {
  return [
    heading('No meeting'),
    paragraph(...sentences),
    aboutCalendarFile('The file in this email takes the meeting out of your calendar.'),
  ]
}

/** The meeting of a disagreement resolution, whose date can be corrected or taken back too. */
function changedResolutionMeeting(before: Case, after: Case, situation: MessageSituation): ChangedMeeting | undefined {
  const { today, words } = situation
  const meetingOf = ({ resolutions }: Case, of: Sequence) => resolutions.find((one) => one.of === of)?.meeting
  const [changed] = before.resolutions.flatMap(({ of, meeting: was }) => {
    const is = meetingOf(after, of)
    const isSame = was && is && isSameMoment(was, is)
    return was && was.meetingOn >= today && !isSame ? [{ of, was, is }] : []
  })
  if (!changed) return undefined
  const { of, was, is } = changed
  if (!is || is.meetingOn < today) {
    return {
      says: `there is no meeting on ${formatDate(was.meetingOn)}`,
      blocks: noMeeting(
        `There is no disagreement resolution meeting on ${meetingMoment(was)}.`,
        ...(is ? [`Your disagreement resolution meeting was planned for ${meetingMoment(is)}.`] : []),
      ),
      calendar: { type: 'resolution-meeting', method: 'CANCEL', meeting: was, of },
    }
  }
  return {
    says: `your meeting is on ${meetingMoment(is)}`,
    blocks: [
      heading('Your disagreement resolution meeting'),
      paragraph(
        ...(situation.wasTold(was.meetingOn) ? [`We told you ${meetingMoment(was)}.`] : []),
        `The right day and time is ${meetingMoment(is)}.`,
      ),
      aboutCalendarFile('The file in this email changes the meeting in your calendar.'),
    ],
    calendar: {
      type: 'resolution-meeting',
      method: 'REQUEST',
      meeting: is,
      of,
      ...(words.place && { place: words.place }),
    },
  }
}
