import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Case } from '../case.ts'
import { caseDates } from '../case-dates.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import type { TaskDue } from '../task.ts'
import { DUE_BEFORE, lawDay, NO_DETAILS, OWN_DEED, type TaskRules } from '../task-rules.ts'

const OF_A_MOVE = { ...OWN_DEED, ...DUE_BEFORE, about: sequenceOfFact } as const

/** Transfer the plan to the new council, or send it what was gathered, and record that it has the case (D36). */
export const passCaseOn: TaskRules<Sequence> = {
  ...OF_A_MOVE,
  canBeTicked: false,
  isStillToDo: ({ moves, withdrawn }, about) => moves?.sequence === about && !withdrawn,
  details: (_task, { dates }) => lawDay(dates.planTransfer),
}

/** Tell the Tribunal of the move at once, so that it can put the new council in (its Rules of 2008, rule 9). */
export const tellTribunalOfMove: TaskRules<Sequence> = {
  ...OF_A_MOVE,
  ...NO_DETAILS,
  isStillToDo: ({ moves, withdrawn }, about) => moves?.sequence === about && !withdrawn,
}

/** Tell the family of the transfer, whether its needs are assessed anew, and when the plan is reviewed (D37). */
export const tellOfTransfer: TaskRules<Sequence> = {
  ...OF_A_MOVE,
  isStillToDo: ({ cameFrom }, about) => cameFrom?.sequence === about,
  details: (_task, { dates }) => lawDay(dates.tellOfTransfer),
}

/** Review the plan that was transferred (D38). */
export const reviewTransferredPlan: TaskRules<Sequence> = {
  ...OF_A_MOVE,
  isStillToDo: ({ cameFrom }, about) => cameFrom?.sequence === about,
  details: (_task, { dates }) => lawDay(dates.reviewAfterTransfer),
}

/** What the council has to do because the family moves away, or came from another council. @param today the day in England */
export function tasksOfMoving(subject: Case, today: CalendarDate): readonly TaskDue[] {
  const { moves, cameFrom, withdrawn } = subject
  if (!moves && !cameFrom) return []
  const { planTransfer, tellOfTransfer: told, reviewAfterTransfer: review } = caseDates(subject, today)
  return [
    ...(moves && !withdrawn ? tasksOfLeaving(subject, moves, planTransfer?.aimDate ?? moves.movesOn) : []),
    ...(cameFrom && told ? [{ kind: 'tell-of-transfer', about: cameFrom.sequence, dueOn: told.aimDate } as const] : []),
    ...(cameFrom && review
      ? [{ kind: 'review-transferred-plan', about: cameFrom.sequence, dueOn: review.aimDate } as const]
      : []),
  ]
}

/** @param by where there is no plan, regulation 15 sets no day: the new council decides afresh (J27) */
function tasksOfLeaving(
  { appeal, appealEnded }: Case,
  { sequence: about, awareOn }: NonNullable<Case['moves']>,
  by: CalendarDate,
): readonly TaskDue[] {
  return [
    { kind: 'pass-case-on', about, dueOn: by },
    ...(appeal && !appealEnded ? [{ kind: 'tell-tribunal-of-move', about, dueOn: awareOn } as const] : []),
  ]
}
