import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, heading, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { howToAppeal, howToAppealLate } from './appeal.ts'

/** The adviser's 3 working days. */
export function certificateDate(situation: MessageSituation): Deadline {
  return required(situation.dates.certificate, 'nothing has started the 3 working days for a certificate', situation)
}

/** What the appeal date will be once there is a certificate, and how to appeal. */
export function appealAfterCertificate(situation: MessageSituation): Block[] {
  const { decisionLimb, lateContact } = situation.dates.appeal
  if (lateContact) return howToAppealLate(situation)
  return [
    heading('When you have your certificate'),
    paragraph(
      'You can appeal as soon as you have it. You do not have to wait.',
      'We will write to tell you the last day for your appeal.',
    ),
    paragraph(
      situation.today > decisionLimb.lawDate
        ? 'You have 1 month from the date on the certificate.'
        : `You have until 5pm on ${formatDate(decisionLimb.lawDate)}, or 1 month from the date on the certificate. The later one counts.`,
    ),
    ...howToAppeal(situation),
  ]
}
