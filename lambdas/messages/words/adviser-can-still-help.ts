import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { datePanel, heading, type MessageWords, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { adviserContactDate, reachTheAdviser } from '../passages/adviser.ts'
import { appealIsInTime, howToAppealLate } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoElseCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'

/** The two months to speak to the adviser have gone by. The adviser can still help and an appeal can still be made. */
export function adviserCanStillHelp(situation: MessageSituation): MessageWords {
  const { subject, dates, today } = situation
  const contact = adviserContactDate(situation)
  const { lawDate } = dates.appeal
  return {
    subject: `You can still appeal: speak to the mediation adviser today, ${formatDate(today)}`,
    preheader: 'The adviser can still help you today. A late appeal can be made, and a judge decides.',
    title: 'You can still appeal',
    blocks: [
      paragraph(
        `We are writing because ${formatDate(contact.lawDate)} has gone by.`,
        'It was the last day to speak to the mediation adviser. Our records do not show that you did.',
      ),
      aboutTheDecision(situation),
      paragraph('If you did speak to the adviser in time, tell us the day. Then nothing has changed.'),
      heading('What to do today'),
      paragraph(
        'Phone or email the mediation adviser. The adviser can still help.',
        declinedGetsNoCertificate(subject, dates, today)
          ? 'Say if you want mediation or not. You now get a certificate only if you want mediation.'
          : 'Ask for a certificate.',
      ),
      ...reachTheAdviser(situation),
      ...(appealIsInTime(situation)
        ? [
            heading('Your appeal date is still ahead'),
            datePanel(
              'The Tribunal must have your appeal by 5pm on',
              formatDate(lawDate),
              'Send it by then, even if you have no certificate yet.',
            ),
            paragraph('If you did not speak to the adviser in time, say in the appeal why.'),
            ...whyThisDay(dates.appeal, today),
          ]
        : [
            heading('The appeal date'),
            datePanel(
              'The time limit for the appeal was 5pm on',
              formatDate(lawDate),
              'You can still appeal. A judge decides.',
            ),
            ...whyThisDay(dates.appeal, today),
          ]),
      ...howToAppealLate(situation),
      ...whoElseCanHelp(situation),
    ],
  }
}
