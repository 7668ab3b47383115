import type { TribunalDecision } from '../../cases/tribunal/closed-words.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { appealIsInTime, appealLink, howToAppeal, howToAppealLate } from '../passages/appeal.ts'
import { appealDay, certificateWillGiveADay } from '../passages/appeal-day.ts'
import { TRIBUNAL_DECISION_WORDS } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { ASK_FOR_ADVICE_SOON, furtherAppeal, rightsAfterAnAppeal } from '../passages/tribunal.ts'

/** What comes next, besides what the council must do. */
const NEXT: Readonly<Record<TribunalDecision, (situation: SituationOfFact) => readonly Block[]>> = {
  'decided-for-appellant': furtherAppeal,
  'decided-in-part': furtherAppeal,
  'decided-for-council': () => [...furtherAppeal(), ...rightsAfterAnAppeal()],
  'consent-order': () => [],
  'struck-out': () => [...askAgain(), ...rightsAfterAnAppeal()],
  'not-registered': sendItAgain,
}

/** The Tribunal has ended the appeal: what that means, what the council must do, and what the family can still do. */
export function whatTheTribunalDecided(situation: SituationOfFact): MessageWords {
  const { decidedOn, decision, duties } = detailsOf(situation, 'appeal-decided')
  const day = formatDate(decidedOn)
  const { title, meaning } = TRIBUNAL_DECISION_WORDS[decision]
  return {
    subject: `The Tribunal wrote on ${day} about your appeal: what to do next`,
    preheader: 'What it means, what we must do, and what you can do.',
    title,
    blocks: [
      paragraph(`The letter of the Tribunal is dated ${day}. ${meaning}`, 'If we have this wrong, tell us today.'),
      aboutTheDecision(situation),
      ...whatWeMustDo(decision, duties.length > 0),
      ...NEXT[decision](situation),
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
function sendItAgain(situation: SituationOfFact): Block[] {
  const isLate = !appealIsInTime(situation) || situation.dates.appeal.lateContact
  return [
    heading('What to do'),
    paragraph('Read the letter. Send your appeal again with what was missing. You can still appeal.'),
    ...appealDay(situation),
    ...(isLate && !certificateWillGiveADay(situation) ? howToAppealLate(situation) : howToAppeal(situation)),
  ]
}
