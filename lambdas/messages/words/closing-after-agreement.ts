import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { appealDay } from '../passages/appeal-day.ts'
import { appealState } from '../passages/appeal-state.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'

/** The family and the council agreed without an appeal. The right of appeal stays. */
export function closingAfterAgreement(situation: SituationOfFact): MessageWords {
  const { agreedOn } = required(situation.subject.agreement, 'no agreement is recorded', situation)
  return {
    subject: `You and we agreed on ${formatDate(agreedOn)}: what happens next`,
    preheader: 'What to check, and what you can do if it is not done.',
    title: 'You and we have agreed',
    blocks: [
      paragraph(
        `Our records show that you and we agreed on ${formatDate(agreedOn)}.`,
        'If this is not right, tell us today.',
      ),
      aboutTheDecision(situation),
      heading('What to do'),
      list(
        'Ask us for what was agreed in writing, with the day for each thing.',
        'Check that each thing is done by its day.',
        'If something is not done, tell us. You can also complain.',
        ...(appealState(situation) === 'not-made'
          ? ['If you have sent an appeal, tell the Tribunal what you agreed.']
          : []),
      ),
      ...rightToAppeal(situation),
      paragraph('We will not send more reminders about this decision. You can still ask us anything, at any time.'),
      ...whoCanHelp(situation),
    ],
  }
}

function rightToAppeal(situation: SituationOfFact): Block[] {
  switch (appealState(situation)) {
    case 'ended':
      return []
    case 'made':
      return [
        heading('Your appeal'),
        paragraph(
          'The Tribunal has your appeal. Tell it what was agreed, and ask what you need to do to end the appeal.',
          'Do not end it before you have the agreement in writing.',
        ),
      ]
    case 'not-made':
      return [
        heading('Your right to appeal'),
        paragraph('Your right to appeal is not affected. Keep it in mind until all that was agreed is done.'),
        ...appealDay(situation),
      ]
  }
}
