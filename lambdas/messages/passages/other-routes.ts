import { plannedMeeting } from '../../cases/case.ts'
import { openDuties } from '../../cases/duty-dates.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, type List, list, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { appealState } from './appeal-state.ts'

/** The ways that stay when one did not lead to what the family wants. */
export function whatElseYouCanDo(situation: MessageSituation): List {
  const state = appealState(situation)
  return list(
    'Talk to us again, or to the school, the college or the health body.',
    ...(situation.subject.chosen || state === 'ended'
      ? []
      : ['Ask for mediation about our decision. We must then take part.']),
    'Make a complaint.',
    ...(state === 'not-made' ? ['Appeal to the Tribunal against our decision.'] : []),
    'Ask for disagreement resolution again later, if something has changed.',
  )
}

/** What does not end because the council sends no more reminders. */
export function whatGoesOn({ subject, today }: MessageSituation): Block[] {
  const meeting = plannedMeeting(subject)
  const goesOn = [
    ...(meeting && meeting.meetingOn >= today
      ? [
          `Your mediation meeting on ${formatDate(meeting.meetingOn)}. If you do not want it any more, tell the mediation adviser.`,
        ]
      : []),
    ...(subject.resolutions.some(({ ended }) => !ended) ? ['Disagreement resolution, if everyone wants it.'] : []),
    ...(subject.complaints.some(({ answered }) => !answered) ? ['Your complaint. You must still get an answer.'] : []),
    ...(subject.undertakings.some((undertaking) => openDuties(undertaking).length > 0)
      ? ['What we must do for you. Tell us if it is not done by its day.']
      : []),
  ]
  return goesOn.length > 0 ? [heading('What goes on without our reminders'), list(...goesOn)] : []
}

/** The routes that a family has besides mediation and an appeal, as a first message tells them. */
export function otherWays(): Block[] {
  return [
    heading('Other ways to sort things out'),
    paragraph(
      'You can ask for disagreement resolution. It is free, voluntary and independent, and all sides must agree to take part.',
      'It does not give you a certificate.',
    ),
    paragraph('You can also complain to us. None of this stops the time for an appeal.'),
  ]
}
