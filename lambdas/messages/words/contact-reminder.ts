import { formatDate } from '../../law/calendar-date.ts'
import { heading, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { adviserContactDate, adviserContactPanel, reachTheAdviser, whatMediationIs } from '../passages/adviser.ts'
import { appealPanel } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoElseCanHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import { whyThisDay } from '../passages/reasons.ts'

/** What the three reminders have in common. */
export interface ReminderWords {
  readonly subjectBegins: string
  readonly title: string
  readonly opening: string
}

/** A reminder to speak to the mediation adviser. */
export function contactReminder(situation: SituationOfFact, words: ReminderWords): MessageWords {
  const { today } = situation
  const contact = adviserContactDate(situation)
  const by = nextDay(contact, today)
  return {
    subject: `${words.subjectBegins} by ${formatDate(by)}`,
    preheader: 'One phone call or email is enough. You do not have to choose mediation.',
    title: words.title,
    blocks: [
      paragraph(words.opening),
      aboutTheDecision(situation),
      adviserContactPanel(situation),
      heading('What to do'),
      paragraph(
        'If you may want to appeal, phone or email the mediation adviser. One call is enough.',
        'If you have done this already, you do not need to do it again. Please tell us the day.',
      ),
      ...reachTheAdviser(situation),
      whatMediationIs(situation),
      ...whyThisDay(contact, today),
      heading('The day for your appeal'),
      appealPanel(situation),
      paragraph('You need a certificate from the mediation adviser first. A certificate can make this day later.'),
      ...whyThisDay(situation.dates.appeal, today, 'Why this day for the appeal'),
      ...whoElseCanHelp(situation),
    ],
  }
}
