import { aboutCalendarFile, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
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
  whoAndWhy,
} from '../passages/meeting.ts'

/**
 * The meeting has another time or place, or its time or place was recorded wrongly: the same invitation, revised.
 */
export function meetingNewTime(situation: SituationOfFact): MessageWords {
  const meeting = meetingAsTold(situation)
  return {
    subject: `Your mediation meeting has moved to ${meetingMoment(meeting)}`,
    preheader: 'The new time and place, and what to do if you cannot come.',
    blocks: [
      paragraph(
        ...whyWeWrite(situation),
        `Before, we told you ${meetingMoment(meetingBefore(situation))}. Please use the new details below.`,
      ),
      aboutTheDecision(situation),
      meetingPanel(situation, meeting),
      aboutCalendarFile('The file in this email changes the meeting in your calendar.'),
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

function whyWeWrite(situation: SituationOfFact): string[] {
  const details = detailsOf(situation, 'meeting-moved', 'fact-corrected')
  if ('corrects' in details) return ['We recorded your mediation meeting wrongly. We are sorry.']
  return [
    'We are writing because your mediation meeting has changed.',
    ...whoAndWhy('moved', details.movedBy, details.reason),
  ]
}
