import type { Resolution } from '../../cases/case.ts'
import type { ResolutionResult } from '../../cases/resolution/closed-words.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { aboutCalendarFile, type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { RESOLUTION_RESULT_WORDS } from '../passages/closed-words.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { meetingMoment } from '../passages/meeting.ts'
import { whatElseYouCanDo } from '../passages/other-routes.ts'
import { resolutionOf, whatResolutionIs } from '../passages/resolution.ts'

/** What came of a disagreement resolution, and what stays open. */
export function resolutionEnded(situation: SituationOfFact): MessageWords {
  const { of, endedOn, result } = detailsOf(situation, 'disagreement-resolution-ended')
  const resolution = resolutionOf(of, situation)
  const day = formatDate(endedOn)
  const words = RESOLUTION_RESULT_WORDS[result]
  const agreed = result === 'agreed' || result === 'partly-agreed'
  const calledOff = meetingCalledOff(resolution, result, situation)
  return {
    subject: `Disagreement resolution ended on ${day}: what you can do next`,
    preheader: 'What came of it, and what you can do now.',
    title: words.title,
    blocks: [
      paragraph(`Disagreement resolution ended on ${day}. ${words.meaning}`, 'If we have this wrong, tell us today.'),
      aboutTheCase(situation),
      ...(calledOff
        ? [
            paragraph(`Your meeting on ${meetingMoment(calledOff)} will not take place.`),
            aboutCalendarFile('The file in this email takes the meeting out of your calendar.'),
          ]
        : []),
      ...(agreed ? whatWasAgreed() : []),
      ...(result === 'agreed' ? [] : [heading('What else you can do'), whatElseYouCanDo(situation)]),
      ...whatResolutionIs(),
      ...appealBeside(situation, 'Disagreement resolution'),
      ...whoCanHelp(situation),
    ],
    ...(calledOff && {
      calendar: { type: 'resolution-meeting', method: 'CANCEL', meeting: calledOff, of } as const,
    }),
  }
}

/** A meeting that was fixed for a day still ahead. */
function meetingCalledOff(
  { meeting }: Resolution,
  result: ResolutionResult,
  { today }: SituationOfFact,
): Resolution['meeting'] {
  return result === 'not-held' && meeting && meeting.meetingOn >= today ? meeting : undefined
}

/** No time in law follows from it, so the parties' own days are all there is. */
function whatWasAgreed(): Block[] {
  return [
    heading('What was agreed'),
    list(
      'Ask for it in writing, with a day for each thing. The law sets no day here.',
      'Check that each thing is done by its day.',
      'If something is not done, tell us. You can also complain.',
    ),
  ]
}
