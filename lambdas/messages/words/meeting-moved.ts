import { aboutCalendarFile, type MessageWords, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import {
  afterThirtyDays,
  forTheMeeting,
  meetingAsTold,
  meetingBefore,
  meetingMoment,
  meetingPanel,
  shortNotice,
} from '../passages/meeting.ts'

/** The meeting has another time or place: the same invitation, revised. */
export function meetingMoved(situation: MessageSituation): MessageWords {
  const meeting = meetingAsTold(situation)
  return {
    subject: `Your mediation meeting has moved to ${meetingMoment(meeting)}`,
    preheader: 'The new time and place, and what to do if you cannot come.',
    blocks: [
      paragraph(
        'We are writing because your mediation meeting has changed.',
        `Before, it was on ${meetingMoment(meetingBefore(situation))}. Please use the new details below.`,
      ),
      aboutTheDecision(situation),
      meetingPanel(situation, meeting),
      aboutCalendarFile('The file in this email changes the meeting in your calendar.'),
      ...afterThirtyDays(situation, meeting),
      ...shortNotice(situation, meeting),
      ...forTheMeeting(situation),
      whatMediationIs(),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
    calendar: {
      type: 'meeting',
      method: 'REQUEST',
      meeting,
      ...(situation.words.place && { place: situation.words.place }),
    },
  }
}
