import { formatDate } from '../../law/calendar-date.ts'
import { deadlineEntries } from '../calendar/deadline-entries.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { appealState } from '../passages/appeal-state.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { itCameFrom, otherCouncil, weHaveItAgain, youMove } from '../passages/moving.ts'
import type { MessageOfFact } from './family-message.ts'
import { always, noDay } from './of-no-use.ts'
import { theAppeal } from './standing/appeal.ts'

/**
 * The family moves, its case came from another council, or came back: who has it, and that no day changes (SEND Regulations 2014,
 * regulation 15(3)).
 */
export const yourCaseMoves: MessageOfFact = { write, noUse: always, callsPast: noDay }

function write(situation: SituationOfFact): MessageWords {
  const type = situation.subject.facts.find(({ sequence }) => sequence === situation.about)?.type
  if (type === 'family-moves') return whenYouMove(situation)
  return type === 'case-came-back' ? weHaveItBack(situation) : itIsOurs(situation)
}

function whenYouMove(situation: SituationOfFact): MessageWords {
  const { movesOn } = detailsOf(situation, 'family-moves')
  const { today, words, dates } = situation
  const council = otherCouncil(words)
  const { planTransfer: transfer } = dates
  return {
    subject: `Your move on ${formatDate(movesOn)}: your dates stay as they are`,
    preheader: 'Who has your case, and what you have to do. No day of yours changes.',
    title: 'You move to another council',
    blocks: [
      paragraph(youMove(movesOn, today, council), 'If that is not right, tell us today.'),
      aboutTheDecision(situation),
      paragraph('None of your days changes because you move. Until we tell you otherwise, we have your case.'),
      ...(transfer
        ? [
            paragraph(
              transfer.lawDate < today
                ? `We had to transfer the plan to your new council on or before ${formatDate(transfer.lawDate)}.`
                : `We must transfer the plan to your new council on or before ${formatDate(transfer.lawDate)}.`,
              'The plan then counts as if your new council had made it on the day on which we did.',
              'Your new council then has 6 weeks to tell you if it will assess again, and when it will review the plan.',
            ),
          ]
        : [
            paragraph(
              'There is no plan to transfer. Your new council decides about an assessment.',
              'Ask it for one in writing on the day on which you move. Send it what you sent us.',
            ),
          ]),
      ...withTheTribunal(situation, council),
      ...(appealState(situation) === 'not-made' ? theAppeal(situation, undefined) : []),
      ...whoCanHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}

/** What the Tribunal usually does is its practice; it decides. */
function withTheTribunal(situation: SituationOfFact, council: string): Block[] {
  if (appealState(situation) !== 'made') return []
  return [
    heading('Your appeal'),
    paragraph('The Tribunal has your appeal. It does not end because you move.'),
    list(
      `Tell the Tribunal today that you move, and when. You can ask it to put ${council} in our place.`,
      'It may stop your appeal while your new council looks at the plan. It sets new days for that.',
      'Until the Tribunal writes to you, keep to the days that it has set.',
    ),
  ]
}

function itIsOurs(situation: SituationOfFact): MessageWords {
  const { transferredOn } = detailsOf(situation, 'case-came-from-council')
  const { words, dates } = situation
  const { tellOfTransfer: told, reviewAfterTransfer: review } = dates
  return {
    subject: `We have your case since ${formatDate(transferredOn)}: your dates stay as they are`,
    preheader: 'What we must tell you, and by when. No day of yours changes.',
    title: 'We have your case now',
    blocks: [
      paragraph(itCameFrom(otherCouncil(words), transferredOn)),
      aboutTheDecision(situation),
      paragraph(
        'None of your days changes because you moved.',
        ...(told ? ['The plan counts as if we had made it on the day on which your old council did.'] : []),
      ),
      ...(told
        ? [
            heading('What we must do'),
            list(
              `Tell you on or before ${formatDate(told.lawDate)} if we will assess again, and when we will review the plan.`,
              ...(review
                ? [`Review the plan on or before ${formatDate(review.lawDate)}.`]
                : ['Review the plan. Ask us by when.']),
            ),
          ]
        : []),
      ...theAppeal(situation, undefined),
      ...whoCanHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}

function weHaveItBack(situation: SituationOfFact): MessageWords {
  const { cameBackOn } = detailsOf(situation, 'case-came-back')
  return {
    subject: `We have your case again since ${formatDate(cameBackOn)}: please read this`,
    preheader: 'What comes next, and the days ahead.',
    title: 'We have your case again',
    blocks: [
      paragraph(weHaveItAgain(cameBackOn), 'You get our messages about it again.'),
      aboutTheDecision(situation),
      ...theAppeal(situation, undefined),
      ...whoCanHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}
