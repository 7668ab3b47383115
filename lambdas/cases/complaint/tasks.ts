import type { Case, Complaint } from '../case.ts'
import { complaintDates } from '../complaint-dates.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import { ASKS_AFTER, DUE_AFTER, type TaskDetails, type TaskRules, type TaskSituation } from '../task-rules.ts'

/** The body has not said by its own day that it has the complaint. */
export const chaseAcknowledgement: TaskRules<Sequence> = {
  ...ASKS_AFTER,
  ...DUE_AFTER,
  about: sequenceOfFact,
  isStillToDo: (subject, about) => {
    const complaint = complaintOf(subject, about)
    return !complaint?.acknowledged && !complaint?.answered
  },
  details: ({ about }, situation) => expected(situation, about, 'acknowledgeBy'),
}

/** The body has not answered by the day that it promised, or its own. */
export const chaseComplaintAnswer: TaskRules<Sequence> = {
  ...ASKS_AFTER,
  ...DUE_AFTER,
  about: sequenceOfFact,
  isStillToDo: (subject, about) => !complaintOf(subject, about)?.answered,
  details: ({ about }, situation) => expected(situation, about, 'answerBy'),
}

function complaintOf({ complaints }: Case, fact: Sequence): Complaint | undefined {
  return complaints.find(({ of }) => of === fact)
}

function expected(
  { subject, complaintTimes }: TaskSituation,
  about: Sequence,
  by: 'acknowledgeBy' | 'answerBy',
): TaskDetails {
  const complaint = complaintOf(subject, about)
  return complaint ? { complaintTo: complaint.about, expectedOn: complaintDates(complaint, complaintTimes)[by] } : {}
}
