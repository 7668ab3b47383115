import { formatDate } from '../../law/calendar-date.ts'
import { heading, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { appealLink } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { ASK_FOR_ADVICE_SOON, rightsAfterAnAppeal } from '../passages/tribunal.ts'

/** The family took its appeal back. Whoever changes its mind can ask the Tribunal to reinstate it (rule 17(4)). */
export function appealTakenBack(situation: SituationOfFact): MessageWords {
  const { withdrawnOn } = detailsOf(situation, 'appeal-withdrawn')
  const day = formatDate(withdrawnOn)
  return {
    subject: `Your appeal was withdrawn on ${day}: the rights that you still have`,
    preheader: 'What to do if this is not right, or if you change your mind.',
    title: 'Your appeal was withdrawn',
    blocks: [
      paragraph(
        `Our records show that your appeal was withdrawn on ${day}. So the appeal has ended.`,
        'If this is not right, tell the Tribunal and us today.',
      ),
      aboutTheDecision(situation),
      heading('If you and we agreed on something'),
      paragraph(
        'Ask us for it in writing, with a day for each thing.',
        'If something is not done by its day, tell us. You can also complain.',
      ),
      heading('If you change your mind'),
      paragraph('You can ask the Tribunal to open your appeal again. A judge decides.', ASK_FOR_ADVICE_SOON),
      ...rightsAfterAnAppeal(),
      appealLink('How to reach the Tribunal (GOV.UK)'),
      ...whoCanHelp(situation),
    ],
  }
}
