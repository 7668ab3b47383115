import { aboutCalendarFile, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import {
  afterThirtyDays,
  forTheMeeting,
  meetingAsTold,
  meetingMoment,
  meetingPanel,
  shortNotice,
} from '../passages/meeting.ts'

/** The meeting has a day and a place, with an invitation for the calendar. */
export function meetingInvitation(situation: SituationOfFact): MessageWords {
  const meeting = meetingAsTold(situation)
  return {
    subject: `Your mediation meeting is on ${meetingMoment(meeting)}`,
    preheader: 'Where it is, who can come with you, and what to do if you cannot come.',
    blocks: [
      paragraph('We are writing to tell you the day and place of your mediation meeting.'),
      aboutTheDecision(situation),
      meetingPanel(situation, meeting),
      aboutCalendarFile('You can add the meeting to your calendar with the file in this email.'),
      ...afterThirtyDays(situation, meeting),
      ...shortNotice(situation, meeting),
      ...forTheMeeting(situation),
      whatMediationIs(situation),
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
