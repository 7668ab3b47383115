import { type DutyDate, dutyDates } from '../../cases/duty-dates.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { appealDay } from '../passages/appeal-day.ts'
import { appealState } from '../passages/appeal-state.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { DEED_WORDS, newRightToAppeal, undertakingOf, whatItFollowsFrom } from '../passages/duties.ts'
import { whoCanHelp } from '../passages/help.ts'

/** Everything that was agreed, ordered or conceded is done, as far as the council's records show. */
export function dutiesDone(situation: SituationOfFact): MessageWords {
  const { subject, about, today } = situation
  const undertaking = undertakingOf(about, situation)
  const duties = dutyDates(undertaking)
  return {
    subject: `Everything was done by ${formatDate(lastDay(duties) ?? today)}: tell us if it was not`,
    preheader: 'What was done and when, and what to do if it is not right.',
    title: 'Everything is done, our records show',
    blocks: [
      paragraph(whatItFollowsFrom(undertaking, subject), 'Our records show that all that had to follow is done.'),
      aboutTheDecision(situation),
      heading('What was done'),
      list(...duties.flatMap(wasDone)),
      ...withoutPlan(duties),
      heading('What to do'),
      list(
        'Check that each thing was done, and done in the way that was promised.',
        'If something is missing or wrong, tell us. You can also complain.',
      ),
      ...newRightToAppeal(duties, 'The letter that comes with it tells you the dates.'),
      ...(undertaking.source === 'agreement' && appealState(situation) === 'not-made'
        ? [heading('Your right to appeal'), paragraph('Your right to appeal is not affected.'), ...appealDay(situation)]
        : []),
      paragraph('We will not send more messages about this. You can still ask us anything, at any time.'),
      ...whoCanHelp(situation),
    ],
  }
}

/** The last day on which something was done. */
function lastDay(duties: readonly DutyDate[]): CalendarDate | undefined {
  return duties
    .flatMap(({ doneOn }) => doneOn ?? [])
    .sort()
    .at(-1)
}

function wasDone({ deed, doneOn }: DutyDate): string[] {
  return doneOn ? [`On ${formatDate(doneOn)} ${DEED_WORDS[deed].done}.`] : []
}

/** The council said that there will be no plan, so the other way of ending an assessment fell away. */
function withoutPlan(duties: readonly DutyDate[]): Block[] {
  return duties.some(({ onlyWithoutPlan, doneOn }) => onlyWithoutPlan && doneOn)
    ? [paragraph('There will be no plan after the assessment. You have a new right to appeal against that.')]
    : []
}
