import { formatDate } from '../../law/calendar-date.ts'
import { heading, list, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { COMPLAINT_BODY_WORDS } from '../passages/closed-words.ts'
import { answerPanel, complaintOf, goesToAnOmbudsman, whereToGoNext } from '../passages/complaint.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'

/** No answer is recorded, and the day for it has gone by. */
export function complaintOverdue(situation: SituationOfFact): MessageWords {
  const found = complaintOf(situation.about, situation)
  const { complaint, dates } = found
  const day = formatDate(dates.answerBy)
  const isOurs = complaint.about === 'council'
  return {
    subject: `Your complaint: an answer was due by ${day}, ask for it today`,
    preheader: 'How to ask, and where you can go next.',
    title: 'The answer to your complaint is late',
    blocks: [
      paragraph(
        `On ${formatDate(complaint.madeOn)} you complained to ${COMPLAINT_BODY_WORDS[complaint.about].to}.`,
        'Our records do not show that you have an answer.',
        'If you have it, tell us.',
        ...(isOurs ? ['If not, we are sorry.'] : []),
      ),
      aboutTheCase(situation),
      answerPanel(found, situation),
      heading('What to do today'),
      list(
        `Write to ${isOurs ? 'us' : COMPLAINT_BODY_WORDS[complaint.about].to} and ask for the answer. Give a new day for it.`,
        'Keep a copy of what you write.',
      ),
      heading('If no answer comes'),
      ...(goesToAnOmbudsman(complaint)
        ? [paragraph('If it takes too long, you can go to the Ombudsman without an answer.')]
        : []),
      ...whereToGoNext(found, situation),
      ...appealBeside(situation, 'A complaint'),
      ...whoCanHelp(situation),
    ],
  }
}
