import type { Case } from '../case.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import type { TaskDue } from '../task.ts'
import { DUE_AFTER, NO_DETAILS, OWN_DEED, type TaskRules } from '../task-rules.ts'

/** Send whoever has the right of appeal a letter with all that a notice has to say. Our messages are not that notice. */
export const sendFullNotice: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: ({ noticeFault, fullNotice }, about) => noticeFault?.sequence === about && !fullNotice,
  canBeTicked: false,
}

/** What the council has to do about its letter: from the day on which it was found at fault. */
export function tasksOfNotice({ noticeFault, fullNotice }: Case): readonly TaskDue[] {
  if (!noticeFault || fullNotice) return []
  return [{ kind: 'send-full-notice', about: noticeFault.sequence, dueOn: noticeFault.foundOn }]
}
