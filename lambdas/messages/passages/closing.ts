import type { Withdrawn } from '../../cases/case.ts'
import { isOpenedWrongly, type WithdrawnReason } from '../../cases/opening/closed-words.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, type List, list, type Paragraph, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { appealDay } from './appeal-day.ts'
import { appealState, ofTheAppeal } from './appeal-state.ts'
import { WITHDRAWN_REASON_WORDS } from './closed-words.ts'

/** The family and the council agreed without an appeal. */
export function youAndWeAgreed(agreedOn: CalendarDate): Paragraph {
  return paragraph(
    `Our records show that you and we agreed on ${formatDate(agreedOn)}.`,
    'If this is not right, tell us today.',
  )
}

export function afterAgreeing(situation: MessageSituation): List {
  return list(
    'Ask us for what was agreed in writing, with the day for each thing.',
    'Check that each thing is done by its day.',
    'If something is not done, tell us. You can also complain.',
    ...(appealState(situation) === 'not-made'
      ? ['If you have sent an appeal, tell the Tribunal what you agreed.']
      : []),
  )
}

/** Of the Tribunal that has an appeal, to a family that has agreed. */
export const TELL_IT_WHAT_WAS_AGREED: readonly string[] = [
  'Tell it what was agreed, and ask what you need to do to end the appeal.',
  'Do not end it before you have the agreement in writing.',
]

/** Of an appeal that the Tribunal has, when the council follows the case no longer. */
export const THIS_DOES_NOT_END_IT = 'This does not end it. If you do not want it any more, tell the Tribunal.'

/** The right of appeal stays. */
export function appealAfterAgreeing(situation: MessageSituation): Block[] {
  return ofTheAppeal(situation, {
    made: () => [heading('Your appeal'), paragraph('The Tribunal has your appeal.', ...TELL_IT_WHAT_WAS_AGREED)],
    notMade: () => [
      heading('Your right to appeal'),
      paragraph('Your right to appeal is not affected. Keep it in mind until all that was agreed is done.'),
      ...appealDay(situation),
    ],
  })
}

/** The council no longer follows the case. */
export function remindersStopped({ withdrawnOn, reason }: Withdrawn): Paragraph {
  return paragraph(
    `We stopped our reminders about this case on ${formatDate(withdrawnOn)}.`,
    WITHDRAWN_REASON_WORDS[reason],
  )
}

export function ifThatIsRight(): Paragraph {
  return paragraph(
    'If this is right, you do not have to do anything. If it is not right, or you change your mind, tell us.',
  )
}

/** Whoever still disagrees keeps every right. */
export function rightsThatStay(situation: MessageSituation, reason: WithdrawnReason): Block[] {
  // No decision stands behind a case that was opened by mistake, so its dates would mislead.
  if (isOpenedWrongly(reason)) {
    return [
      paragraph('The dates that we sent you about this case do not apply. Dates in other letters from us still do.'),
    ]
  }
  return ofTheAppeal(situation, {
    made: () => [heading('Your appeal'), paragraph('The Tribunal has your appeal.', THIS_DOES_NOT_END_IT)],
    notMade: () => [
      heading('Your right to appeal'),
      paragraph(
        reason === 'council-changed-decision'
          ? 'A new decision can give you a new right to appeal, with its own dates. For the old decision, nothing changes.'
          : 'Your right to appeal is not affected. You can still change your mind.',
      ),
      ...appealDay(situation),
    ],
  })
}
