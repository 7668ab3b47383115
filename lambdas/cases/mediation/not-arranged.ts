import type { CalendarDate } from '../../law/calendar-date.ts'
import { type Case, happenedBefore } from '../case.ts'
import type { Sequence } from '../sequence.ts'
import type { NotArrangedBecause } from './closed-words.ts'

/** The case once it is known that the mediation is not arranged in its 30 days. A later word of it moves no day to a later one. */
export function notArranged(before: Case, sequence: Sequence, because: NotArrangedBecause, on: CalendarDate): Case {
  return {
    ...before,
    cannotBeArranged: { sequence, on, because, firstOn: before.cannotBeArranged?.firstOn ?? on },
  }
}

/** What was last said of the present request: that it is not arranged. A family that asked again since has 30 days more. */
export function saidNotArranged(subject: Case): Case['cannotBeArranged'] {
  const { chosen, cannotBeArranged } = subject
  return chosen && cannotBeArranged && happenedBefore(subject, chosen, cannotBeArranged) ? cannotBeArranged : undefined
}
