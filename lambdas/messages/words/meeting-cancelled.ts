import type { CancelledBy, FactDetails } from '../../cases/fact.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { aboutCalendarFile, type Block, datePanel, heading, type MessageWords, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { meetingAsTold, meetingMoment, willNotTakePlace } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'

const CANCELLED: Readonly<Record<CancelledBy, string>> = {
  council: 'We, the council, cancelled it. We are sorry.',
  family: 'You asked to cancel it.',
  'mediation-provider': 'The mediation provider cancelled it.',
  'health-body': 'The health body (the integrated care board) cancelled it.',
}

/** The meeting will not take place: who cancelled it, what happens next, and the cancellation for the calendar. */
export function meetingCancelled(situation: MessageSituation): MessageWords {
  const meeting = meetingAsTold(situation)
  const { cancelledBy } = cancellation(situation)
  return {
    subject: `Your mediation meeting on ${meetingMoment(meeting)} ${meeting.meetingOn < situation.today ? 'was' : 'is'} cancelled`,
    preheader: 'Why, what happens next, and what you can do.',
    blocks: [
      paragraph(willNotTakePlace(situation, meeting), CANCELLED[cancelledBy]),
      aboutTheDecision(situation),
      datePanel('Cancelled', meetingMoment(meeting)),
      aboutCalendarFile('The file in this email takes the meeting out of your calendar.'),
      ...whatHappensNext(situation),
      whatMediationIs(),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
    calendar: { type: 'meeting', method: 'CANCEL', meeting },
  }
}

function cancellation(situation: MessageSituation): FactDetails['meeting-cancelled'] {
  const fact = situation.subject.facts.find(({ sequence }) => sequence === situation.about)
  return required(
    fact?.type === 'meeting-cancelled' ? fact.details : undefined,
    `fact ${situation.about} does not say that a meeting was cancelled`,
    situation,
  )
}

function whatHappensNext(situation: MessageSituation): Block[] {
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const { today } = situation
  if (today > mediation.lawDate) {
    return [
      heading('What happens next'),
      paragraph(
        `The 30 days to arrange mediation ended on ${formatDate(mediation.lawDate)}.`,
        'So the mediation adviser gives you a certificate. You do not have to ask for it.',
        'You can appeal with it. You can also still wait for a new meeting. If you want one, tell the adviser.',
      ),
    ]
  }
  return [
    heading('What happens next'),
    paragraph('You will get a new day. You do not have to ask for it. Tell the mediation adviser which days are good.'),
    datePanel(
      'We must arrange the mediation by',
      formatDate(mediation.lawDate),
      'If that does not happen, you get a certificate. Then you can appeal or still wait.',
    ),
    ...whyThisDay(mediation, today),
    paragraph('If you do not want mediation any more, tell the adviser. Then you get a certificate.'),
  ]
}
