import { formatDate } from '../../law/calendar-date.ts'
import { heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { COMPLAINT_BODY_WORDS } from '../passages/closed-words.ts'
import { answerPanel, complaintOf } from '../passages/complaint.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'

/** The body says that it has the complaint, and perhaps by when it answers. */
export function complaintReceived(situation: SituationOfFact): MessageWords {
  const { of, acknowledgedOn } = detailsOf(situation, 'complaint-acknowledged')
  const found = complaintOf(of, situation)
  const { complaint, dates } = found
  const day = formatDate(dates.answerBy)
  const isPast = situation.today > dates.answerBy
  return {
    subject: isPast
      ? `Your complaint: an answer was due by ${day}, ask for it`
      : `Your complaint: expect an answer on or before ${day}`,
    preheader: 'Who has your complaint, and what to do if no answer comes.',
    title: 'Your complaint is being looked at',
    blocks: [
      paragraph(
        `On ${formatDate(complaint.madeOn)} you complained to ${COMPLAINT_BODY_WORDS[complaint.about].to}.`,
        `${COMPLAINT_BODY_WORDS[complaint.about].begins} told you on ${formatDate(acknowledgedOn)} that your complaint has arrived.`,
      ),
      aboutTheCase(situation),
      answerPanel(found, situation),
      heading('What to do'),
      list(
        'Keep what you sent and what you get.',
        'If somebody asks you for more, answer as soon as you can.',
        isPast
          ? 'If you have no answer, ask for it today.'
          : 'If you have no answer by then, ask for it. We write to you too.',
      ),
      ...appealBeside(situation, 'A complaint'),
      ...whoCanHelp(situation),
    ],
  }
}
