import { sentAgainOn } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { deadlineEntries } from '../calendar/deadline-entries.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { adviserContactPanel, hasSpokenToAdviser } from '../passages/adviser.ts'
import { appealIsInTime, howToAppealLate } from '../passages/appeal.ts'
import { appealDay, certificateWillGiveADay } from '../passages/appeal-day.ts'
import { certificateIsNeeded } from '../passages/appeal-state.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { keepToTheFirstDates, otherReading } from '../passages/first-dates.ts'
import { whoCanHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import { whyThisDay } from '../passages/reasons.ts'
import type { MessageOfFact, NoUse } from './family-message.ts'
import { any, appealMade, noDay } from './of-no-use.ts'

/** What was sent before the first full letter was no second one. */
const isNoSecondLetter: NoUse = ({ subject }) => (sentAgainOn(subject) ? undefined : 'no-written-decision')

/**
 * The letter was sent again, or the plan issued again, with no real change: the first dates stay, for safety. A real change
 * may give a fresh right of appeal (J14; Children and Families Act 2014, section 51(3)).
 */
export const firstDatesStay: MessageOfFact = { write, noUse: any(appealMade, isNoSecondLetter), callsPast: noDay }

function write(situation: SituationOfFact): MessageWords {
  const { sentAgainOn } = detailsOf(situation, 'notice-sent-again')
  const { dates, today } = situation
  const inTime = appealIsInTime(situation)
  return {
    subject: inTime
      ? `We sent our letter again: the day for your appeal stays ${formatDate(nextDay(dates.appeal, today))}`
      : `We sent our letter again on ${formatDate(sentAgainOn)}: your first dates stay`,
    preheader: 'The second letter does not give you more time. Keep to the first dates.',
    title: 'Our letter was sent again: your first dates stay',
    blocks: [
      keepToTheFirstDates(sentAgainOn),
      aboutTheDecision(situation),
      ...talkToTheAdviser(situation),
      heading('The day for your appeal'),
      ...appealDay(situation),
      ...otherReading(dates.appeal),
      heading('If something did change'),
      paragraph('A decision or a plan that has really changed can give you a new right to appeal, with new dates.'),
      list(
        'Put the two letters or plans side by side. Look for anything that is not the same.',
        'If you find something, tell us. Ask us if you have a new right to appeal.',
        'Until you have our answer in writing, keep to the first dates.',
      ),
      ...(inTime || certificateWillGiveADay(situation) ? [] : howToAppealLate(situation)),
      ...whoCanHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}

function talkToTheAdviser(situation: SituationOfFact): Block[] {
  const { dates, subject, today } = situation
  if (!dates.contact || hasSpokenToAdviser(subject) || !certificateIsNeeded(situation)) return []
  return [
    heading('The day to speak to the mediation adviser'),
    adviserContactPanel(situation),
    ...whyThisDay(dates.contact, today),
  ]
}
