import { formatDate } from '../../law/calendar-date.ts'
import { heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { COMPLAINT_BODY_WORDS, COMPLAINT_RESULT_WORDS } from '../passages/closed-words.ts'
import { complaintOf, whereToGoNext } from '../passages/complaint.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'

/** The body answered the complaint: what that means, and where the family can go next. */
export function complaintOutcome(situation: SituationOfFact): MessageWords {
  const { of, answeredOn, result } = detailsOf(situation, 'complaint-answered')
  const found = complaintOf(of, situation)
  const day = formatDate(answeredOn)
  return {
    subject: `Your complaint was answered on ${day}: what you can do next`,
    preheader: 'What to check, and where you can go if you are not content.',
    title: 'Your complaint has an answer',
    blocks: [
      paragraph(
        `On ${formatDate(found.complaint.madeOn)} you complained to ${COMPLAINT_BODY_WORDS[found.complaint.about].to}.`,
        `The answer is dated ${day}. ${COMPLAINT_RESULT_WORDS[result]}`,
        'If we have this wrong, or you do not have the answer, tell us.',
      ),
      aboutTheCase(situation),
      heading('What to do'),
      list(
        'Read the answer. Check that it is about everything you complained of.',
        ...(result === 'not-upheld'
          ? ['If it gives no reasons, ask for them.']
          : ['Check that it says what will be done, and by when. If not, ask.', 'Check that it is done.']),
      ),
      heading('If you are not content with the answer'),
      ...whereToGoNext(found, situation),
      ...appealBeside(situation, 'A complaint'),
      ...whoCanHelp(situation),
    ],
  }
}
