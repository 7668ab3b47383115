import { formatDate } from '../../law/calendar-date.ts'
import { heading, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { appealAfterCertificate, certificateDate, certificatePanel } from '../passages/certificate.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { cancellationOfMeetingCalledOff, saidOfMeetingCalledOff } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'

/** The family declined mediation: when the certificate comes, with the 3 working days counted out. */
export function certificateDue(situation: SituationOfFact): MessageWords {
  const declined = required(situation.subject.declined, 'nobody has declined mediation', situation)
  const due = certificateDate(situation)
  return {
    subject: `Your mediation certificate is due by ${formatDate(due.lawDate)}`,
    preheader: 'You need it to appeal. The mediation adviser sends it to you.',
    blocks: [
      paragraph(
        `You told the mediation adviser on ${formatDate(declined.declinedOn)} that you do not want mediation.`,
        'The adviser now gives you a certificate.',
      ),
      aboutTheDecision(situation),
      ...saidOfMeetingCalledOff(situation),
      certificatePanel(due, situation, 'You need it to appeal. Keep it safe.'),
      heading('What to do'),
      paragraph(
        ...(situation.today > due.lawDate
          ? []
          : [
              'You do not have to do anything until then.',
              'If you do not have it the day after, phone the adviser and tell us.',
            ]),
        'If you change your mind about mediation, tell the adviser or us.',
      ),
      ...whyThisDay(due, situation.today),
      ...appealAfterCertificate(situation),
      ...whoCanHelp(situation),
    ],
    ...cancellationOfMeetingCalledOff(situation),
  }
}
