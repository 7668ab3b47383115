import type { Undertaking } from '../../cases/case.ts'
import { type DutyDate, dutyDates } from '../../cases/duty-dates.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { periodOf } from '../../law/periods.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { DUTY_SOURCE_WORDS } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { dutyPanel, newRightToAppeal, undertakingOf, whatItFollowsFrom } from '../passages/duties.ts'
import { whoCanHelp } from '../passages/help.ts'

/** What the council must do after an agreement, an order or a concession: each thing with its day (regulations 42, 44, 45). */
export function dutiesSet(situation: MessageSituation): MessageWords {
  const { subject, today, about } = situation
  const undertaking = undertakingOf(about, situation)
  const duties = dutyDates(undertaking).filter(({ fellAway }) => !fellAway)
  return {
    subject: subjectOf(duties, today),
    preheader: 'Each thing with its day, why that day, and what you can do if it is not done.',
    title: 'What must be done, and by when',
    blocks: [
      paragraph(whatItFollowsFrom(undertaking, subject), byWhen(undertaking)),
      aboutTheDecision(situation),
      heading('What must be done'),
      ...duties.map((duty) => dutyPanel(duty, situation)),
      ...eitherOr(duties),
      ...newRightToAppeal(duties),
      ...exceptions(undertaking, duties),
      heading('What to do'),
      list(
        `Keep this message and ${DUTY_SOURCE_WORDS[undertaking.source].document}.`,
        'Check that each thing is done by its day.',
        'If something is not done, tell us. We write to you too on the day after.',
        'You can also complain.',
      ),
      ...(undertaking.source === 'agreement' ? appealBeside(situation, 'The agreement') : []),
      ...whoCanHelp(situation),
    ],
  }
}

function subjectOf(duties: readonly DutyDate[], today: CalendarDate): string {
  const ahead = duties.find(({ deadline, onlyWithoutPlan }) => deadline.lawDate >= today && !onlyWithoutPlan)
  const first = ahead ?? duties[0]
  const day = first ? formatDate(first.deadline.lawDate) : formatDate(today)
  return ahead
    ? `What must be done for you, and by when: the first day is ${day}`
    : `What had to be done for you by ${day}: please check it`
}

/** After an assessment there is a plan, or there is none. */
function eitherOr(duties: readonly DutyDate[]): Block[] {
  if (!duties.some(({ onlyWithoutPlan }) => onlyWithoutPlan)) return []
  return [
    paragraph(
      'After the assessment one of two things happens. You get a plan, or we tell you that there will be none.',
      'If there will be none, you have a new right to appeal.',
    ),
  ]
}

function byWhen({ agreedDate, agreedDateFor }: Undertaking): string {
  if (!agreedDate) return 'The law says by when each thing must be done.'
  return agreedDateFor
    ? 'The agreement says by when a part of it must be done, and the law says it for the rest.'
    : 'The agreement says by when it must be done.'
}

/** The reasons of regulations 44(3) and 45(7), which bear on what the law times, not on a day that the parties set. */
function exceptions({ agreedDate, agreedDateFor }: Undertaking, duties: readonly DutyDate[]): Block[] {
  const excused = duties.filter(({ deadline }) => periodOf(deadline)?.exceptions !== undefined)
  if ((agreedDate && !agreedDateFor) || excused.length === 0) return []
  return [
    paragraph(
      `The law lets ${excused.length < duties.length ? 'some of these days' : 'these days'} pass only for a few reasons.`,
      'For example, you are away for 2 weeks or more, or something very serious has happened in your family.',
    ),
  ]
}
