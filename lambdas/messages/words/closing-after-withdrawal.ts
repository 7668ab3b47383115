import type { WithdrawnReason } from '../../cases/opening/facts.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { appealDay } from '../passages/appeal-day.ts'
import { appealState } from '../passages/appeal-state.ts'
import { WITHDRAWN_REASON_WORDS } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whatGoesOn } from '../passages/other-routes.ts'

/** The council no longer follows the case. Whoever still disagrees keeps every right. */
export function closingAfterWithdrawal(situation: SituationOfFact): MessageWords {
  const { withdrawnOn, reason } = required(situation.subject.withdrawn, 'the case was not withdrawn', situation)
  return {
    subject: `We stopped our reminders on ${formatDate(withdrawnOn)}: your rights stay the same`,
    preheader: 'Why we stopped, and what to do if this is not right.',
    title: 'We have stopped our reminders',
    blocks: [
      paragraph(
        `We stopped our reminders about this case on ${formatDate(withdrawnOn)}.`,
        WITHDRAWN_REASON_WORDS[reason],
      ),
      aboutTheDecision(situation),
      heading('What to do'),
      paragraph(
        'If this is right, you do not have to do anything. If it is not right, or you change your mind, tell us.',
      ),
      ...rightsThatStay(situation, reason),
      ...whatGoesOn(situation),
      ...whoCanHelp(situation),
    ],
  }
}

function rightsThatStay(situation: SituationOfFact, reason: WithdrawnReason): Block[] {
  // No decision stands behind a case that was opened by mistake, so its dates would mislead.
  if (reason === 'opened-in-error') {
    return [
      paragraph('The dates that we sent you about this case do not apply. Dates in other letters from us still do.'),
    ]
  }
  switch (appealState(situation)) {
    case 'ended':
      return []
    case 'made':
      return [
        heading('Your appeal'),
        paragraph(
          'The Tribunal has your appeal. This does not end it. If you do not want it any more, tell the Tribunal.',
        ),
      ]
    case 'not-made':
  }
  return [
    heading('Your right to appeal'),
    paragraph(
      reason === 'council-changed-decision'
        ? 'A new decision can give you a new right to appeal, with its own dates. For the old decision, nothing changes.'
        : 'Your right to appeal is not affected. You can still change your mind.',
    ),
    ...appealDay(situation),
  ]
}
