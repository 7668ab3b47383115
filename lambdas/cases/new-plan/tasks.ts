import type { Case } from '../case.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import type { TaskDue } from '../task.ts'
import { DUE_AFTER, NO_DETAILS, OWN_DEED, type TaskRules } from '../task-rules.ts'

/** Open a case for a plan that was issued again: its dates are told and watched there. */
export const openCaseForNewPlan: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: ({ newPlan }, about) => newPlan?.sequence === about && !newPlan.newCase,
}

/** What the council has to do about a plan that it issued again. */
export function tasksOfNewPlan({ newPlan }: Case): readonly TaskDue[] {
  if (!newPlan || newPlan.newCase) return []
  return [{ kind: 'open-case-for-new-plan', about: newPlan.sequence, dueOn: newPlan.sentOn }]
}
