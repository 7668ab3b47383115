import { type Sequence, sequenceOfFact } from '../sequence.ts'
import { DUE_BEFORE, NO_DETAILS, OWN_DEED, type TaskRules } from '../task-rules.ts'

/** Do what the Ombudsman asked for by the day in its decision, and record that. */
export const doRemedy: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_BEFORE,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: ({ ombudsmen }, about) =>
    ombudsmen.some(({ decided, remedied }) => decided?.sequence === about && !remedied),
  canBeTicked: false,
}
