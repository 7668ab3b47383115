import type { TribunalDecision } from '../../../cases/tribunal/closed-words.ts'
import type { CalendarDate } from '../../../law/calendar-date.ts'
import { type Block, heading, paragraph } from '../../content.ts'
import { type MessageSituation, required } from '../../message-situation.ts'
import {
  afterConceding,
  afterTheDecision,
  afterWithdrawing,
  furtherAppealNow,
  keepTheOrder,
  leadsToAnOrder,
  letterOfTheTribunal,
  THE_ORDER_SAYS,
  WE_MUST_DO_WHAT_YOU_ASKED,
  wasWithdrawn,
  weDoNotOppose,
} from '../../passages/appeal-outcome.ts'
import { TRIBUNAL_DECISION_WORDS } from '../../passages/closed-words.ts'
import { rightsAfterAnAppeal } from '../../passages/tribunal.ts'

/** The appeal has ended: how, and the rights that stay. What the council must do after it has a section of its own. */
export function whatCameOfTheAppeal(situation: MessageSituation): Block[] {
  const { outcome, on, sequence } = required(situation.subject.appealEnded, 'no appeal has ended', situation)
  const hasDuties = situation.subject.undertakings.some(({ of }) => of === sequence)
  switch (outcome) {
    case 'conceded':
      return [
        heading('We do not oppose your appeal'),
        weDoNotOppose(on),
        ...(hasDuties ? [] : [paragraph(WE_MUST_DO_WHAT_YOU_ASKED)]),
        ...afterConceding(),
      ]
    case 'withdrawn':
      return [heading('Your appeal was withdrawn'), wasWithdrawn(on), ...afterWithdrawing(on, situation.today)]
    case 'not-registered':
      return []
    default:
      return decided(outcome, on, hasDuties, situation)
  }
}

function decided(
  decision: Exclude<TribunalDecision, 'not-registered'>,
  on: CalendarDate,
  hasDuties: boolean,
  situation: MessageSituation,
): Block[] {
  const { today, subject } = situation
  const { furtherAppeal, appealEnded } = subject
  const hasStep = furtherAppeal && furtherAppeal.of === appealEnded?.sequence
  return [
    heading(TRIBUNAL_DECISION_WORDS[decision].title),
    letterOfTheTribunal(on, decision),
    ...(leadsToAnOrder(decision) && !hasDuties
      ? [heading('What we must do'), paragraph(THE_ORDER_SAYS), keepTheOrder()]
      : []),
    // Whoever has gone on to the Upper Tribunal needs no 28 days to do so.
    ...(hasStep
      ? [heading('The further appeal'), ...furtherAppealNow(furtherAppeal, today), ...rightsAfterAnAppeal()]
      : afterTheDecision(decision, on, today)),
  ]
}
