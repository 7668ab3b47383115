import { formatDate } from '../../law/calendar-date.ts'
import { type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { appealPanel, howToAppealLate } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'

/**
 * The time limit looks to have gone by. An appeal can still be made, and a judge decides. A family whose certificate was
 * recorded late was told so a month before, so nothing here says that it has just happened.
 */
export function lateAppealPossible(situation: SituationOfFact): MessageWords {
  const { dates, today } = situation
  return {
    subject: `You can still appeal after ${formatDate(dates.appeal.lawDate)}: how to do it`,
    preheader: 'A late appeal can be made. A judge decides. You can get free help.',
    title: 'You can still appeal',
    blocks: [
      paragraph(
        'We are writing because we have not heard that you appealed. If you have, tell us.',
        'The time limit for your appeal looks to have gone by. You can still send it.',
      ),
      aboutTheDecision(situation),
      appealPanel(situation),
      ...howToAppealLate(situation),
      ...whyThisDay(dates.appeal, today, 'Why the time limit was this day'),
      paragraph('We will not send more reminders about this appeal. You can still ask us anything, at any time.'),
      ...whoCanHelp(situation),
    ],
  }
}
