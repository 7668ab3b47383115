import { formatDate } from '../../law/calendar-date.ts'
import { datePanel, heading, type MessageWords, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { reachTheAdviser } from '../passages/adviser.ts'
import { appealAfterCertificate, certificateDate } from '../passages/certificate.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoElseCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'

/** The certificate is late. The family loses no time by it, because its month starts when it is issued. */
export function certificateOverdue(situation: MessageSituation): MessageWords {
  const due = certificateDate(situation)
  const { today, dates } = situation
  return {
    subject: `Your mediation certificate was due by ${formatDate(due.lawDate)}: ask for it today`,
    preheader: 'What to do if you do not have it yet, and who can help.',
    title: `Your certificate was due by ${formatDate(due.lawDate)}`,
    blocks: [
      paragraph('We are writing because our records do not show that you have your certificate.'),
      aboutTheDecision(situation),
      datePanel('The adviser had to issue your certificate by', formatDate(due.lawDate), 'This is not your fault.'),
      ...(dates.appeal.lateContact
        ? []
        : [
            heading('You do not lose time'),
            paragraph('Your month to appeal starts on the date on the certificate. It has not started yet.'),
          ]),
      heading('What to do'),
      paragraph(
        'If you have the certificate, tell us the date on it.',
        'If you do not, phone or email the mediation adviser today. We are asking for it too.',
      ),
      ...reachTheAdviser(situation),
      ...whyThisDay(due, today),
      ...appealAfterCertificate(situation),
      ...whoElseCanHelp(situation),
    ],
  }
}
