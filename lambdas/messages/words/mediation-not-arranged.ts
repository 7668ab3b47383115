import { formatDate } from '../../law/calendar-date.ts'
import { datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { appealAfterCertificate, certificateDate } from '../passages/certificate.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'

/** No mediation within the 30 days: the family gets a certificate, and may appeal now or still wait. */
export function mediationNotArranged(situation: MessageSituation): MessageWords {
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const due = certificateDate(situation)
  return {
    subject: `No mediation was arranged: your certificate is due by ${formatDate(due.lawDate)}`,
    preheader: 'You can appeal with the certificate, or still wait for mediation. It is your choice.',
    title: 'Your mediation was not arranged in time',
    blocks: [
      paragraph(
        `You asked for mediation. We had until ${formatDate(mediation.lawDate)} to arrange it.`,
        'It was not arranged. We are sorry.',
      ),
      aboutTheDecision(situation),
      datePanel(
        'The mediation adviser must give you a certificate by',
        formatDate(due.lawDate),
        'You do not have to ask for it.',
      ),
      ...whyThisDay(due, situation.today),
      heading('What you can choose'),
      list(
        'Appeal now. Use the certificate as soon as you have it.',
        'Wait for mediation. Tell the mediation adviser that you still want it. You can appeal while you wait.',
      ),
      paragraph('Both are fine. The time for an appeal does not stop while you wait.'),
      whatMediationIs(),
      ...appealAfterCertificate(situation),
      ...whoCanHelp(situation),
    ],
  }
}
