import type { Sequence } from '../../../cases/sequence.ts'
import { formatDate } from '../../../law/calendar-date.ts'
import { type Block, heading, paragraph } from '../../content.ts'
import type { MessageSituation } from '../../message-situation.ts'
import { COMPLAINT_RESULT_WORDS } from '../../passages/closed-words.ts'
import {
  acknowledgementPanel,
  afterTheAnswer,
  answerPanel,
  askForTheAnswer,
  complaintOf,
  howToMendIt,
  noAnswerIsRecorded,
  ombudsmanBeforeTheAnswer,
  youComplained,
} from '../../passages/complaint.ts'

/**
 * Where each complaint stands.
 * @param learnt what the family is told for the first time: an answer is told of only then
 */
export function theComplaints(situation: MessageSituation, learnt: readonly Sequence[]): Block[] {
  return situation.subject.complaints.flatMap(({ of, answered }) => {
    const found = complaintOf(of, situation)
    if (!answered) return open(found, situation, learnt)
    if (!learnt.includes(answered.sequence)) return []
    return [
      heading('Your complaint has an answer'),
      paragraph(
        youComplained(found.complaint),
        `The answer is dated ${formatDate(answered.answeredOn)}. ${COMPLAINT_RESULT_WORDS[answered.result]}`,
      ),
      ...afterTheAnswer(found, answered.result, situation),
    ]
  })
}

function open(
  found: ReturnType<typeof complaintOf>,
  situation: MessageSituation,
  learnt: readonly Sequence[],
): Block[] {
  const { complaint, dates } = found
  const isOverdue = situation.today > dates.answerBy
  return [
    heading('Your complaint'),
    paragraph(youComplained(complaint), ...(isOverdue ? noAnswerIsRecorded(complaint) : [])),
    ...(complaint.acknowledged || isOverdue ? [] : [acknowledgementPanel(found, situation)]),
    answerPanel(found, situation),
    ...(isOverdue ? askForTheAnswer(found, situation) : ombudsmanBeforeTheAnswer(found, situation)),
    ...(learnt.includes(complaint.of) && !isOverdue ? howToMendIt(complaint, situation) : []),
  ]
}
