import type { Case, Complaint } from '../case.ts'
import { complaintDates } from '../complaint-dates.ts'
import { type AboutFact, aboutFact } from '../task-about.ts'
import { ASKS_AFTER, type TaskDetails, type TaskRules, type TaskSituation } from '../task-rules.ts'

/** The body has not said by its own day that it has the complaint. */
export const chaseAcknowledgement: TaskRules<AboutFact> = {
  ...ASKS_AFTER,
  about: aboutFact,
  isStillToDo: (subject, about) => {
    const complaint = complaintOf(subject, about)
    return !complaint?.acknowledged && !complaint?.answered
  },
  details: ({ about }, situation) => expected(situation, about, 'acknowledgeBy'),
}

/** The body has not answered by the day that it promised, or its own. */
export const chaseComplaintAnswer: TaskRules<AboutFact> = {
  ...ASKS_AFTER,
  about: aboutFact,
  isStillToDo: (subject, about) => !complaintOf(subject, about)?.answered,
  details: ({ about }, situation) => expected(situation, about, 'answerBy'),
}

function complaintOf({ complaints }: Case, { fact }: AboutFact): Complaint | undefined {
  return complaints.find(({ of }) => of === fact)
}

function expected(
  { subject, complaintTimes }: TaskSituation,
  about: AboutFact,
  by: 'acknowledgeBy' | 'answerBy',
): TaskDetails {
  const complaint = complaintOf(subject, about)
  return complaint ? { complaintTo: complaint.about, expectedOn: complaintDates(complaint, complaintTimes)[by] } : {}
}
