import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { aboutCalendarFile, type Block, datePanel, heading, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { certificateIsNeeded } from '../passages/appeal-state.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { meetingAsTold, meetingMoment, whoAndWhy, willNotTakePlace } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { boardArranges, whoArranges } from '../passages/who-arranges.ts'

/** The meeting will not take place: who cancelled it, what happens next, and the cancellation for the calendar. */
export function meetingIsOff(situation: SituationOfFact): MessageWords {
  const meeting = meetingAsTold(situation)
  const { cancelledBy, reason } = detailsOf(situation, 'meeting-cancelled')
  return {
    subject: `Your mediation meeting on ${meetingMoment(meeting)} ${meeting.meetingOn < situation.today ? 'was' : 'is'} cancelled`,
    preheader: 'Why, what happens next, and what you can do.',
    blocks: [
      paragraph(willNotTakePlace(situation, meeting), ...whoAndWhy('cancelled', cancelledBy, reason)),
      aboutTheDecision(situation),
      datePanel('Cancelled', meetingMoment(meeting)),
      aboutCalendarFile('The file in this email takes the meeting out of your calendar.'),
      ...whatHappensNext(situation),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
    calendar: { type: 'meeting', method: 'CANCEL', meeting },
  }
}

/** What comes next depends on where mediation and the appeal stand. */
function whatHappensNext(situation: SituationOfFact): Block[] {
  const { subject, today } = situation
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const needed = certificateIsNeeded(situation)
  if (subject.adjourned) return [heading('What happens next'), ...afterAdjourning(needed)]
  return [
    heading('What happens next'),
    ...(today > mediation.lawDate
      ? afterThirtyDays(mediation, needed && !boardArranges(subject))
      : withinThirtyDays(mediation, situation, needed && !boardArranges(subject))),
    ...(needed && (today <= mediation.lawDate || boardArranges(subject))
      ? [paragraph('If you do not want mediation any more, tell the adviser. Then you get a certificate.')]
      : []),
  ]
}

function afterAdjourning(certificateIsNeeded: boolean): Block[] {
  return [
    paragraph('Your mediation has begun and can go on. Tell the mediation adviser which days are good for you.'),
    ...(certificateIsNeeded
      ? [paragraph('You can ask the mediation adviser for your certificate now. You can appeal with it.')]
      : []),
  ]
}

function withinThirtyDays(mediation: Deadline, { subject, today }: SituationOfFact, comesByItself: boolean): Block[] {
  return [
    paragraph('You will get a new day. You do not have to ask for it. Tell the mediation adviser which days are good.'),
    datePanel(
      `${whoArranges(subject)} must arrange the mediation by`,
      formatDate(mediation.lawDate),
      ...(comesByItself ? ['If that does not happen, you get a certificate. Then you can appeal or still wait.'] : []),
    ),
    ...whyThisDay(mediation, today),
  ]
}

function afterThirtyDays({ lawDate }: Deadline, comesByItself: boolean): Block[] {
  return [
    paragraph(
      `The 30 days to arrange mediation ended on ${formatDate(lawDate)}.`,
      ...(comesByItself
        ? ['So the mediation adviser gives you a certificate. You do not have to ask for it. You can appeal with it.']
        : []),
      'You can also still wait for a new meeting. If you want one, tell the adviser.',
    ),
  ]
}
