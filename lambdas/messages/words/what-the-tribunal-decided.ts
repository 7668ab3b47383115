import type { TribunalDecision } from '../../cases/tribunal.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type MessageSituation } from '../message-situation.ts'
import { appealIsInTime, appealLink, howToAppeal, howToAppealLate } from '../passages/appeal.ts'
import { appealDay, certificateWillGiveADay } from '../passages/appeal-day.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { ASK_FOR_ADVICE_SOON, furtherAppeal, rightsAfterAnAppeal, TRIBUNAL_DECISIONS } from '../passages/tribunal.ts'

interface DecisionWords {
  /** What it means. */
  readonly meaning: string
  /** What comes next, besides what the council must do. */
  readonly next: (situation: MessageSituation) => readonly Block[]
}

const DECISIONS: Readonly<Record<TribunalDecision, DecisionWords>> = {
  'decided-for-appellant': {
    meaning: 'The Tribunal decided your appeal for you. We must do what it ordered.',
    next: furtherAppeal,
  },
  'decided-in-part': {
    meaning: 'The Tribunal decided your appeal for you in part. We must do what it ordered. The rest stays as it was.',
    next: furtherAppeal,
  },
  'decided-for-council': {
    meaning: 'The Tribunal decided that our decision stands.',
    next: () => [...furtherAppeal(), ...rightsAfterAnAppeal()],
  },
  'consent-order': {
    meaning: 'You and we agreed, and the Tribunal made an order of it. We must do what it says. Your appeal has ended.',
    next: () => [],
  },
  'struck-out': {
    meaning: 'The Tribunal struck out your appeal. That means that it ended the appeal without deciding it.',
    next: () => [...askAgain(), ...rightsAfterAnAppeal()],
  },
  'not-registered': {
    meaning: 'The Tribunal did not register your appeal. Its letter tells you why. Often something is missing.',
    next: sendItAgain,
  },
}

/** The Tribunal has ended the appeal: what that means, what the council must do, and what the family can still do. */
export function whatTheTribunalDecided(situation: MessageSituation): MessageWords {
  const { decidedOn, decision, duties } = detailsOf(situation, 'appeal-decided')
  const day = formatDate(decidedOn)
  const { meaning, next } = DECISIONS[decision]
  return {
    subject: `The Tribunal wrote on ${day} about your appeal: what to do next`,
    preheader: 'What it means, what we must do, and what you can do.',
    title: TRIBUNAL_DECISIONS[decision],
    blocks: [
      paragraph(`The letter of the Tribunal is dated ${day}. ${meaning}`, 'If we have this wrong, tell us today.'),
      aboutTheDecision(situation),
      ...whatWeMustDo(decision, duties.length > 0),
      ...next(situation),
      ...whoCanHelp(situation),
    ],
  }
}

const LEADS_TO_AN_ORDER: readonly TribunalDecision[] = ['decided-for-appellant', 'decided-in-part', 'consent-order']

function whatWeMustDo(decision: TribunalDecision, hasDuties: boolean): Block[] {
  if (!hasDuties && !LEADS_TO_AN_ORDER.includes(decision)) return []
  return [
    heading('What we must do'),
    hasDuties
      ? paragraph('We tell you in another message what must be done, by which day and why.')
      : paragraph('The order says what we must do, and by when. If you do not have it, ask the Tribunal or us.'),
    list(
      'Keep the order. Check that each thing is done by its day.',
      'If something is not done, tell us. You can also complain.',
    ),
  ]
}

function askAgain(): Block[] {
  return [
    heading('If you want your appeal to go on'),
    paragraph('You can ask the Tribunal to open your appeal again. Say why. A judge decides.', ASK_FOR_ADVICE_SOON),
    appealLink('How to reach the Tribunal (GOV.UK)'),
  ]
}

/** The appeal has not been made yet in the eyes of the Tribunal, so its time runs. */
function sendItAgain(situation: MessageSituation): Block[] {
  const isLate = !appealIsInTime(situation) || situation.dates.appeal.lateContact
  return [
    heading('What to do'),
    paragraph('Read the letter. Send your appeal again with what was missing. You can still appeal.'),
    ...appealDay(situation),
    ...(isLate && !certificateWillGiveADay(situation) ? howToAppealLate(situation) : howToAppeal(situation)),
  ]
}
