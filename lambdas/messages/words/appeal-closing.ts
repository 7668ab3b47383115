import { formatDate } from '../../law/calendar-date.ts'
import { deadlineEntries } from '../calendar/deadline-entries.ts'
import { type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { appealIsInTime, appealPanel, howToAppeal, howToAppealLate, itIsYourChoice } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import { whyThisDay } from '../passages/reasons.ts'
import type { NoUse, SomeMessages } from './family-message.ts'
import { any, appealMade, hasNoLetter, lastDay, noDay } from './of-no-use.ts'

const appealTimeOver: NoUse = ({ dates, today }) => (today > dates.appeal.lawDate ? 'time-is-over' : undefined)

/** The time to appeal ends, or has ended. */
export const APPEAL_CLOSING_MESSAGES = {
  /** Fourteen days before the day to aim for. */
  'appeal-closing-14-days': {
    write: (situation) =>
      appealClosing(
        situation,
        'If you want to appeal, send it',
        'We are writing because the day for your appeal is near.',
      ),
    noUse: any(appealMade, appealTimeOver, hasNoLetter),
    callsPast: noDay,
  },
  /** Five working days before the day to aim for. */
  'appeal-closing-5-working-days': {
    write: (situation) =>
      appealClosing(
        situation,
        'Last reminder: if you want to appeal, send it',
        'We are writing because only a few days are left for your appeal.',
      ),
    noUse: any(appealMade, appealTimeOver, hasNoLetter),
    callsPast: noDay,
  },
  'late-appeal-possible': {
    write: lateAppealPossible,
    noUse: any(appealMade, hasNoLetter),
    callsPast: lastDay('appeal'),
  },
} satisfies SomeMessages

/** A reminder that the day to aim for is near. */
function appealClosing(situation: SituationOfFact, subjectBegins: string, opening: string): MessageWords {
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

/**
 * The time limit looks to have gone by. An appeal can still be made, and a judge decides. A family whose certificate was
 * recorded late was told so a month before, so nothing here says that it has just happened.
 */
function lateAppealPossible(situation: SituationOfFact): MessageWords {
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
