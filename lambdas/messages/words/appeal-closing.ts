import { formatDate } from '../../law/calendar-date.ts'
import { deadlineEntries } from '../calendar/deadline-entries.ts'
import { type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { appealIsInTime, appealPanel, howToAppeal, howToAppealLate, itIsYourChoice } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import { whyThisDay } from '../passages/reasons.ts'

/** A reminder that the day to aim for is near. */
export function appealClosing(situation: SituationOfFact, subjectBegins: string, opening: string): MessageWords {
  const { dates, today } = situation
  const { appeal } = dates
  const by = nextDay(appeal, today)
  return {
    subject: appealIsInTime(situation)
      ? `${subjectBegins} by ${formatDate(by)}`
      : `${subjectBegins} today, ${formatDate(today)}`,
    preheader: 'How to appeal, and why this is the day.',
    title: 'The day for your appeal is near',
    blocks: [
      paragraph(`${opening} If you have sent your appeal already, tell us. Then you do not need to do anything.`),
      aboutTheDecision(situation),
      appealPanel(situation),
      ...(appealIsInTime(situation) ? howToAppeal(situation) : howToAppealLate(situation)),
      ...whyThisDay(appeal, today),
      ...itIsYourChoice(),
      ...whoCanHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}
