import { isWidened } from '../../cases/case.ts'
import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import { type Block, list, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { adviserContactDate, adviserContactPanel, hasSpokenToAdviser } from './adviser.ts'
import { appealIsInTime, appealPanel } from './appeal.ts'
import { appealDay, certificateWillGiveADay } from './appeal-day.ts'
import { whyThisDay } from './reasons.ts'

/** What comes before an appeal that needs a certificate: a talk with the adviser, the certificate, or nothing any more. */
export function whatToDoFirst(situation: MessageSituation): Block[] {
  const { subject, dates, today } = situation
  if (subject.certificate) return [paragraph(HAS_CERTIFICATE)]
  if (hasSpokenToAdviser(situation.subject)) {
    return [
      paragraph(
        'You have spoken to the mediation adviser. You do not have to do that again.',
        declinedGetsNoCertificate(subject, dates, today)
          ? 'You spoke to the adviser late. You can have a certificate only after mediation. You can appeal without it.'
          : 'Before you appeal you need a certificate from the adviser.',
      ),
    ]
  }
  return [
    adviserContactPanel(situation),
    ...(today > adviserContactDate(situation).lawDate ? afterTheLastDay(situation) : beforeTheLastDay()),
  ]
}

function beforeTheLastDay(): Block[] {
  return [
    paragraph(
      'Tell the adviser that you may want to appeal. Say if you want mediation or not.',
      'You can ask questions before you choose.',
    ),
  ]
}

/** No other message tells a family whose case was opened late what it can still do. */
function afterTheLastDay(situation: MessageSituation): Block[] {
  const { subject, dates, today } = situation
  return [
    paragraph('If you spoke to the adviser by then, tell us the day. Then you have not missed it.'),
    paragraph('If you did not, you can still appeal. Do both of these today:'),
    list(
      declinedGetsNoCertificate(subject, dates, today)
        ? 'Speak to the adviser. Say if you want mediation or not. You now get a certificate only if you want mediation.'
        : 'Speak to the adviser and ask for a certificate. Say if you want mediation or not.',
      appealIsInTime(situation)
        ? 'Start your appeal. The day for it is still ahead. Send it by then, even if you have no certificate yet.'
        : 'Send your appeal, even if you have no certificate yet. Say why it is late. A judge decides.',
    ),
  ]
}

/** Whether an appeal that needs a certificate may count as late whatever is done now. */
export function mayBeLate(situation: MessageSituation): boolean {
  if (!hasSpokenToAdviser(situation.subject)) return situation.today > adviserContactDate(situation).lawDate
  if (situation.dates.appeal.lateContact) return true
  return !appealIsInTime(situation) && !certificateWillGiveADay(situation)
}

/** The day for the appeal of a family whose appeal needs a certificate, whether or not it has spoken to the adviser. */
export function dayForTheAppeal(situation: MessageSituation): Block[] {
  if (hasSpokenToAdviser(situation.subject)) return appealDay(situation)
  const { dates, today } = situation
  return [
    appealPanel(situation),
    // After a late contact a certificate may not give more time (J5), and where the dispute was widened its day is kept (J13).
    ...(mayBeLate(situation) || isWidened(situation.subject)
      ? []
      : [
          paragraph(
            'A certificate can make this day later. It can never make it earlier. We will tell you the new day.',
          ),
        ]),
    ...whyThisDay(dates.appeal, today, 'Why this day for the appeal'),
  ]
}

/** To a family that can appeal with it. */
export const HAS_CERTIFICATE = 'You have your mediation certificate. So you can appeal now.'
