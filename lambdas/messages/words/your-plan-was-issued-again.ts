import { wantsMediation } from '../../cases/case.ts'
import { earlierOf, formatDate } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import { type Block, datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { appealState } from '../passages/appeal-state.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import type { MessageOfFact } from './family-message.ts'
import { always, noDay } from './of-no-use.ts'

/**
 * The plan was issued again with real changes, or the Tribunal said whether the appeal can be about the new one: what has its own
 * dates now, and what goes on (Children and Families Act 2014, section 51(3); J32, J33).
 */
export const yourPlanWasIssuedAgain: MessageOfFact = { write, noUse: always, callsPast: noDay }

function write(situation: SituationOfFact): MessageWords {
  const type = situation.subject.facts.find(({ sequence }) => sequence === situation.about)?.type
  return type === 'new-plan-in-appeal' ? inTheAppeal(situation) : issuedAgain(situation)
}

function issuedAgain(situation: SituationOfFact): MessageWords {
  const { printedOn, sentOn, newCase } = detailsOf(situation, 'plan-issued-again')
  const { today } = situation
  const { contact, appeal } = whichDates({ printedOn, sentOn, placementOnly: false }).dates
  const counted = `It counts from ${formatDate(earlierOf(printedOn, sentOn))}, the date of the new letter.`
  return {
    subject:
      today > contact.lawDate
        ? `Your plan was issued again on ${formatDate(sentOn)}: what that means for you`
        : `Your plan was issued again: speak to the mediation adviser about it by ${formatDate(nextDay(contact, today))}`,
    preheader: 'The new plan has dates of its own. What is under way about the old one goes on.',
    title: 'Your plan was issued again',
    blocks: [
      paragraph(
        `We sent you a changed plan on ${formatDate(sentOn)}. It is a new decision, so you can appeal about it too.`,
      ),
      aboutTheDecision(situation),
      heading('The new plan has its own dates'),
      datePanel(
        today > contact.lawDate
          ? 'The last day in the law to speak to the adviser about it was'
          : 'Speak to the mediation adviser about it by',
        formatDate(today > contact.lawDate ? contact.lawDate : nextDay(contact, today)),
        'A certificate for the old plan may not count for the new one. So ask the adviser for a new one now.',
      ),
      heading('Why this day for the new plan'),
      paragraph(counted, 'You have 2 months for it, as you had for the old plan.'),
      datePanel(
        today > appeal.lawDate
          ? 'The time limit for an appeal about it was 5pm on'
          : 'Aim for the Tribunal to have an appeal about it by midday on',
        formatDate(today > appeal.lawDate ? appeal.lawDate : appeal.aimDate),
        counted,
        ...(today > appeal.lawDate
          ? ['You can still appeal. A judge decides.']
          : [`The last moment for it in the law is by 5pm on ${formatDate(appeal.lawDate)}.`]),
      ),
      paragraph(
        newCase
          ? `You get our other messages about the new plan under the case reference ${newCase}.`
          : 'You get our other messages about the new plan under a case reference of its own.',
      ),
      ...whatGoesOn(situation),
      ...whoCanHelp(situation),
    ],
  }
}

/** What becomes of the mediation and the appeal about the old plan: nothing ends by itself. */
function whatGoesOn(situation: SituationOfFact): Block[] {
  const { subject } = situation
  const state = appealState(situation)
  return [
    ...(state === 'made'
      ? [
          heading('Your appeal'),
          paragraph('The Tribunal has your appeal about the old plan. It goes on.'),
          list(
            'Ask the Tribunal today if your appeal can be about the new plan. It decides.',
            'Until it says yes, keep to the days of the new plan too.',
          ),
        ]
      : []),
    ...(wantsMediation(subject) && !subject.mediationResult
      ? [
          heading('Your mediation'),
          paragraph(
            'The mediation that you asked for goes on, and its 30 days stay. It can be about the new plan too: tell the adviser and us.',
          ),
        ]
      : []),
    ...(state === 'not-made'
      ? [
          heading('The old plan'),
          paragraph(
            'The new plan is the one that counts for the help you get. Our messages about the old one go on until you tell us that you do not need them.',
          ),
        ]
      : []),
  ]
}

function inTheAppeal(situation: SituationOfFact): MessageWords {
  const { decidedOn, allowed } = detailsOf(situation, 'new-plan-in-appeal')
  required(situation.subject.appeal, 'there is no appeal', situation)
  return {
    subject: `The Tribunal wrote on ${formatDate(decidedOn)} about your new plan: what to do`,
    preheader: allowed ? 'Your appeal is about the new plan now.' : 'Your appeal stays about the old plan.',
    title: allowed ? 'Your appeal is about the new plan now' : 'Your appeal stays about the old plan',
    blocks: [
      paragraph(
        allowed
          ? `By its letter of ${formatDate(decidedOn)} the Tribunal lets your appeal be about the new plan.`
          : `By its letter of ${formatDate(decidedOn)} the Tribunal does not let your appeal be about the new plan.`,
        'If we have this wrong, tell us. Its own letter counts.',
      ),
      aboutTheDecision(situation),
      heading('What to do'),
      list(
        ...(allowed
          ? ['You do not have to appeal again. Say to the Tribunal what you still disagree with in the new plan.']
          : [
              'If you disagree with the new plan, appeal about it too. It has dates of its own.',
              'You can then ask the Tribunal to hear both appeals together.',
            ]),
        'Keep to the days that the Tribunal has set.',
      ),
      ...whoCanHelp(situation),
    ],
  }
}
