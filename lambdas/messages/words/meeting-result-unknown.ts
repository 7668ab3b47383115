import { formatDate } from '../../law/calendar-date.ts'
import { certificateDeadline } from '../../law/certificate-deadline.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type DatePanel, datePanel, heading, type MessageWords, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { reachTheAdviser, whatMediationIs } from '../passages/adviser.ts'
import { appealAfterCertificate } from '../passages/certificate.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoElseCanHelp } from '../passages/help.ts'
import { meetingAsTold, meetingMoment } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'

/** The day of the meeting has gone by and nobody has recorded what came of it: what follows if it took place, and if not. */
export function meetingResultUnknown(situation: MessageSituation): MessageWords {
  const meeting = meetingAsTold(situation)
  const { meetingOn } = meeting
  const due = certificateDeadline({ ground: 'mediated', startsOn: meetingOn })
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
      certificatePanel(due, situation),
      paragraph(
        'If you have the certificate, tell us the date on it.',
        'If you do not, ask the mediation adviser for it.',
      ),
      ...whyThisDay(due, situation.today),
      heading('If it did not take place'),
      paragraph(
        'Tell us or the mediation adviser. You can ask for a certificate or for another meeting.',
        'Both are fine.',
      ),
      ...reachTheAdviser(situation),
      whatMediationIs(),
      ...appealAfterCertificate(situation),
      ...whoElseCanHelp(situation),
    ],
  }
}

/** Regulation 39: 3 working days after the mediation ended. Over Easter or Christmas they can still be running. */
function certificatePanel({ lawDate }: Deadline, { today }: MessageSituation): DatePanel {
  const note = 'This is 3 working days after the meeting, if it ended on the day planned.'
  return today > lawDate
    ? datePanel('The adviser had to give you a certificate by', formatDate(lawDate), note)
    : datePanel('The adviser must give you a certificate by', formatDate(lawDate), note)
}
