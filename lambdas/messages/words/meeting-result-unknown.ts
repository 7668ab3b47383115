import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import { type Block, heading, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { reachTheAdviser, whatMediationIs } from '../passages/adviser.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { certificateIsNeeded } from '../passages/appeal-state.ts'
import { appealAfterCertificate, certificatePanel } from '../passages/certificate.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoElseCanHelp } from '../passages/help.ts'
import { meetingAsTold, meetingMoment } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'

/**
 * The day of the meeting has gone by and nobody has recorded what came of it: what follows if it took place, and if not.
 * After mediation the adviser has 3 working days for the certificate (regulation 39).
 */
export function meetingResultUnknown(situation: SituationOfFact): MessageWords {
  const meeting = meetingAsTold(situation)
  const { meetingOn } = meeting
  const needed = certificateIsNeeded(situation)
  return {
    subject: `Your mediation meeting of ${formatDate(meetingOn)}: tell us what came of it`,
    preheader: 'What to do if it took place, and what to do if it did not.',
    title: 'Tell us what came of your mediation meeting',
    blocks: [
      paragraph(
        `Your mediation meeting was planned for ${meetingMoment(meeting)}.`,
        'Our records do not show what came of it. Please tell us.',
      ),
      aboutTheDecision(situation),
      heading('If the meeting took place'),
      ...(needed
        ? certificate(meetingOn, situation)
        : [paragraph('Tell us if you and the others agreed, and on what.')]),
      heading('If it did not take place'),
      needed
        ? paragraph(
            'Tell us or the mediation adviser. You can ask for a certificate or for another meeting.',
            'Both are fine.',
          )
        : paragraph('Tell us or the mediation adviser. You can ask for another meeting.'),
      ...reachTheAdviser(situation),
      whatMediationIs(situation),
      ...(needed ? appealAfterCertificate(situation) : appealMeanwhile(situation)),
      ...whoElseCanHelp(situation),
    ],
  }
}

function certificate(meetingOn: CalendarDate, situation: SituationOfFact): Block[] {
  const due = whichDates({ mediationConcludedOn: meetingOn }).dates.certificateMediated
  return [
    certificatePanel(due, situation, 'If you do not have it by then, ask the adviser for it.'),
    paragraph('This is 3 working days after the meeting. If the mediation ended later, the certificate is due later.'),
    ...whyThisDay(due, situation.today),
  ]
}
