import { addWorkingDays } from '../../law/working-days.ts'
import type { Case } from '../case.ts'
import { londonDay } from '../london.ts'
import { OPENED, type Sequence, sequenceOfFact } from '../sequence.ts'
import type { TaskDue } from '../task.ts'
import { DUE_AFTER, NO_DETAILS, OWN_DEED, type TaskRules } from '../task-rules.ts'
import { isBeingTakenOver } from './history.ts'

/** A history that is not complete after so many working days is asked about: until then the case tells nobody anything. */
const WORKING_DAYS_TO_TAKE_OVER = 5

/** Record what is missing of the history, and say that it is complete. */
export const finishTakingOver: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: isBeingTakenOver,
  isWorkAhead: false,
  canBeTicked: false,
}

/** All that the council has to do on a case while its history is being recorded; nothing of any other case. */
export function tasksOfTakingOver(subject: Case): readonly TaskDue[] {
  if (!isBeingTakenOver(subject)) return []
  const dueOn = addWorkingDays(londonDay(new Date(subject.openedAt)), WORKING_DAYS_TO_TAKE_OVER)
  return [{ kind: 'finish-taking-over', about: OPENED, dueOn }]
}
