import type { FactDetails } from '../../cases/fact.ts'
import type { Asker, FurtherAppealStep, TribunalDecision, WayToOpenAgain } from '../../cases/tribunal/closed-words.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import { type Block, heading, type List, list, type Paragraph, paragraph } from '../content.ts'
import { appealLink } from './appeal.ts'
import { TRIBUNAL_DECISION_WORDS } from './closed-words.ts'
import { nextDay } from './next-day.ts'
import {
  ASK_ALL_THE_SAME,
  ASK_FOR_ADVICE_SOON,
  askWithin28Days,
  furtherAppeal,
  rightsAfterAnAppeal,
} from './tribunal.ts'

/** The council does not oppose the appeal: in law it is decided for the family (SEND Regulations 2014, regulation 45). */
export function weDoNotOppose(concededOn: CalendarDate): Paragraph {
  return paragraph(
    `On ${formatDate(concededOn)} we told the Tribunal that we do not oppose your appeal.`,
    'In law your appeal then counts as decided for you.',
  )
}

/** Where nothing is recorded that the council must do after it. */
export const WE_MUST_DO_WHAT_YOU_ASKED = 'We must do what your appeal asked for. Ask us by which day, and why.'

/** What the family does when the council does not oppose its appeal. */
export function afterConceding(): Block[] {
  return [
    heading('What to do'),
    list(
      'Check that this is all that you appealed about. If something is left, tell the Tribunal at once.',
      'Keep the letter of the Tribunal.',
      'If we do not do what we must by its day, tell us. You can also complain.',
    ),
  ]
}

export function wasWithdrawn(withdrawnOn: CalendarDate): Paragraph {
  return paragraph(
    `Our records show that your appeal was withdrawn on ${formatDate(withdrawnOn)}. So the appeal has ended.`,
    'If this is not right, tell the Tribunal and us today.',
  )
}

/** What a family can do that took its appeal back (rule 17(4)). */
export function afterWithdrawing(withdrawnOn: CalendarDate, today: CalendarDate): Block[] {
  return [
    heading('If you and we agreed on something'),
    paragraph(
      'Ask us for it in writing, with a day for each thing.',
      'If something is not done by its day, tell us. You can also complain.',
    ),
    heading('If you change your mind'),
    paragraph('You can ask the Tribunal to open your appeal again. A judge decides.', ASK_FOR_ADVICE_SOON),
    askWithin28Days(whichDates({ appealWithdrawnOn: withdrawnOn }).dates.reinstateAppeal, today),
    ...rightsAfterAnAppeal(),
    howToReachTheTribunal(),
  ]
}

export function letterOfTheTribunal(decidedOn: CalendarDate, decision: TribunalDecision): Paragraph {
  const { meaning } = TRIBUNAL_DECISION_WORDS[decision]
  return paragraph(
    `The letter of the Tribunal is dated ${formatDate(decidedOn)}. ${meaning}`,
    'If we have this wrong, tell us today.',
  )
}

/** Whether the council must do something after it. */
export function leadsToAnOrder(decision: TribunalDecision): boolean {
  return decision === 'decided-for-appellant' || decision === 'decided-in-part' || decision === 'consent-order'
}

/** Where nothing is recorded that the council must do. */
export const THE_ORDER_SAYS =
  'The order says what we must do, and by when. If you do not have it, ask the Tribunal or us.'

export function keepTheOrder(): List {
  return list(
    'Keep the order. Check that each thing is done by its day.',
    'If something is not done, tell us. You can also complain.',
  )
}

/** An appeal that was not registered has not been made, so that its time runs on. */
type Ended = Exclude<TribunalDecision, 'not-registered'>

type After = (decidedOn: CalendarDate, today: CalendarDate) => readonly Block[]
const AFTER: Readonly<Record<Ended, After>> = {
  'decided-for-appellant': furtherAppeal,
  'decided-in-part': furtherAppeal,
  'decided-for-council': (decidedOn, today) => [...furtherAppeal(decidedOn, today), ...rightsAfterAnAppeal()],
  'consent-order': () => [],
  'struck-out': (decidedOn, today) => [...askAgain(decidedOn, today), ...rightsAfterAnAppeal()],
}

/** What comes next, besides what the council must do. */
export function afterTheDecision(decision: Ended, ...days: Parameters<After>): readonly Block[] {
  return AFTER[decision](...days)
}

function askAgain(decidedOn: CalendarDate, today: CalendarDate): Block[] {
  return [
    heading('If you want your appeal to go on'),
    paragraph('You can ask the Tribunal to open your appeal again. Say why. A judge decides.', ASK_FOR_ADVICE_SOON),
    askWithin28Days(whichDates({ tribunalDecidedOn: decidedOn }).dates.challengeDecision, today),
    howToReachTheTribunal(),
  ]
}

function howToReachTheTribunal(): Block {
  return appealLink('How to reach the Tribunal (GOV.UK)')
}

/** To a family whose appeal the Tribunal did not register. */
export const READ_AND_SEND_AGAIN =
  'Read the letter. Send your appeal again with what was missing. You can still appeal.'

const OPEN_AGAIN: Readonly<Record<WayToOpenAgain, string>> = {
  'set-aside': 'the Tribunal set aside its decision',
  reviewed: 'the Tribunal reviewed its decision',
  'sent-back': 'the Upper Tribunal sent your appeal back to the Tribunal',
  reinstated: 'the Tribunal opened again the appeal that you took back',
}

/** Why an appeal that had ended is open again. */
export function openAgain(on: CalendarDate, how: WayToOpenAgain): string {
  return `On ${formatDate(on)} ${OPEN_AGAIN[how]}.`
}

const STEPS: Readonly<Record<FurtherAppealStep, (day: string, who: string) => string>> = {
  'asked-tribunal': (day, who) => `On ${day} ${who} asked the Tribunal for permission to appeal to the Upper Tribunal.`,
  'tribunal-refused': (day, who) =>
    `A letter of the Tribunal arrived on ${day}: it refuses ${inObjectCase(who)} permission to appeal to the Upper Tribunal.`,
  'asked-upper-tribunal': (day, who) => `On ${day} ${who} asked the Upper Tribunal for permission to appeal.`,
  'permission-given': (day, who) =>
    `On ${day} ${who} got permission to appeal to the Upper Tribunal. It can take many months.`,
  'decision-stands': (day) => `A letter of the Upper Tribunal arrived on ${day}: the decision of the Tribunal stands.`,
}

function inObjectCase(who: string): string {
  return who === 'we' ? 'us' : who
}

/** What happened on the way to the Upper Tribunal. */
export function furtherAppealStep(step: FurtherAppealStep, askedBy: Asker, on: CalendarDate): string {
  return STEPS[step](formatDate(on), askedBy === 'family' ? 'you' : 'we')
}

/** The step, and until when the family can go on from it. */
export function furtherAppealNow(
  { step, askedBy, stepOn }: Omit<FactDetails['further-appeal'], 'of'>,
  today: CalendarDate,
): Paragraph[] {
  return [
    paragraph(furtherAppealStep(step, askedBy, stepOn), 'If we have this wrong, tell us.'),
    ...(step === 'tribunal-refused' ? [upperTribunalCanBeAsked(askedBy, stepOn, today)] : []),
  ]
}

/** A month from the day on which the refusal arrived (Tribunal Procedure (Upper Tribunal) Rules 2008, rule 21(3)(b)). */
function upperTribunalCanBeAsked(askedBy: Asker, refusedOn: CalendarDate, today: CalendarDate): Paragraph {
  if (askedBy === 'council') return paragraph('We can still ask the Upper Tribunal itself. If we do, we tell you.')
  const deadline = whichDates({ permissionRefusedOn: refusedOn }).dates.permissionOfUpperTribunal
  return today > deadline.lawDate
    ? paragraph(
        `The month to ask the Upper Tribunal itself ended on ${formatDate(deadline.lawDate)}.`,
        ASK_ALL_THE_SAME,
      )
    : paragraph(
        `You can ask the Upper Tribunal itself by ${formatDate(nextDay(deadline, today))}.`,
        'There is one month to ask, from the day on which that letter arrived.',
      )
}
