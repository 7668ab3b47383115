import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import { type Block, heading, list, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'

/** The choice between mediation and a certificate, with no push to either. */
export function whatYouCanChoose({ subject, dates, today }: MessageSituation): Block[] {
  return [
    heading('What you can choose'),
    list(
      'You want mediation. Tell the adviser and us. We must take part, and must arrange it within 30 days of being told.',
      declinedGetsNoCertificate(subject, dates, today)
        ? 'You do not want mediation. Tell the adviser. You get no certificate, because you spoke to the adviser late. Appeal without it.'
        : 'You do not want mediation. Tell the adviser. You get your certificate within 3 working days. Then you can appeal.',
    ),
    paragraph('Both are fine. You can change your mind later.'),
  ]
}
