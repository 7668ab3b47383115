import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, list, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { adviserContactDate, adviserContactPanel } from './adviser.ts'
import { APPEAL_TIME_GOES_ON, appealIsInTime, appealPanel, howToAppealLate } from './appeal.ts'
import { appealAfterCertificate } from './certificate.ts'
import { whyThisDay } from './reasons.ts'

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

/** The two months are for the talk with the adviser. A family that had it in time has missed nothing when they end. */
export function tellTheAdviser(situation: MessageSituation): Block[] {
  if (situation.dates.appeal.lateContact) return []
  const { lawDate } = adviserContactDate(situation)
  if (situation.today <= lawDate) return [adviserContactPanel(situation, 'Tell the mediation adviser what you choose')]
  return [
    paragraph(
      `The last day to speak to the mediation adviser was ${formatDate(lawDate)}. You spoke to the adviser in time.`,
      'Please tell the adviser today what you choose.',
    ),
  ]
}

/** The appeal, while the family chooses. */
export function appealBesideTheChoice(situation: MessageSituation): Block[] {
  return situation.dates.appeal.lateContact ? appealAfterLateContact(situation) : appealAfterContactInTime(situation)
}

function appealAfterContactInTime(situation: MessageSituation): Block[] {
  const contact = adviserContactDate(situation)
  const { dates, today } = situation
  const why = today > contact.lawDate ? [] : whyThisDay(contact, today)
  if (!appealIsInTime(situation)) return [...why, ...appealAfterCertificate(situation)]
  return [
    ...why,
    heading('The day for your appeal'),
    appealPanel(situation),
    paragraph('A certificate can make this day later.', APPEAL_TIME_GOES_ON),
    ...whyThisDay(dates.appeal, today, 'Why this day for the appeal'),
  ]
}

function appealAfterLateContact(situation: MessageSituation): Block[] {
  return [
    heading('Your right to appeal'),
    paragraph('You spoke to the mediation adviser after the last day for that. You can still appeal.'),
    appealPanel(situation),
    ...whyThisDay(situation.dates.appeal, situation.today),
    ...howToAppealLate(situation),
  ]
}
