import { formatDate } from '../../law/calendar-date.ts'
import { heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'

/** The council does not oppose the appeal: in law it is decided for the family (SEND Regulations 2014, regulation 45). */
export function councilDoesNotOppose(situation: SituationOfFact): MessageWords {
  const { concededOn, duties } = detailsOf(situation, 'appeal-conceded')
  const day = formatDate(concededOn)
  return {
    subject: `We told the Tribunal on ${day} that we do not oppose your appeal`,
    preheader: 'What this means for you, and what we must do now.',
    title: 'We do not oppose your appeal',
    blocks: [
      paragraph(
        `On ${day} we told the Tribunal that we do not oppose your appeal.`,
        'In law your appeal then counts as decided for you.',
      ),
      aboutTheDecision(situation),
      heading('What happens next'),
      list(
        'The Tribunal writes to you. There is no hearing about this.',
        duties.length > 0
          ? 'We tell you in another message what we must do, and by which day.'
          : 'We must do what your appeal asked for. Ask us by which day, and why.',
      ),
      heading('What to do'),
      list(
        'Check that this is all that you appealed about. If something is left, tell the Tribunal at once.',
        'Keep the letter of the Tribunal.',
        'If we do not do what we must by its day, tell us. You can also complain.',
      ),
      ...whoCanHelp(situation),
    ],
  }
}
