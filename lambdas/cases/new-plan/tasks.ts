import type { Case } from '../case.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import type { TaskDue } from '../task.ts'
import { DUE_AFTER, NO_DETAILS, OWN_DEED, type TaskRules } from '../task-rules.ts'
import { planWithoutCase } from './facts.ts'

/** Open a case for a plan that was issued again: its dates are told and watched there. */
export const openCaseForNewPlan: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: (subject, about) => planWithoutCase(subject)?.sequence === about,
}

/** What the council has to do about a plan that it issued again. */
export function tasksOfNewPlan(subject: Case): readonly TaskDue[] {
  const newPlan = planWithoutCase(subject)
  if (!newPlan) return []
  return [{ kind: 'open-case-for-new-plan', about: newPlan.sequence, dueOn: newPlan.sentOn }]
}
