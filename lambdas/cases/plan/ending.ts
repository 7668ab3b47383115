import type { Case } from '../case.ts'
import type { MessageDue } from '../message.ts'
import type { Sequence } from '../sequence.ts'
import { closingMessage, type Ending, type Stage, TIME_OUTCOMES, type TimeOutcome } from '../stages.ts'
import { isBeingTakenOver, isHistory } from '../taking-over/history.ts'

/**
 * What the family is told at the end of a stage. Of an end that is a part of the history it is told nothing.
 *
 * @param heard the sequence of the last fact that the journey acted on.
 * @param isLast whether no other stage of the case is under way: while one is, there is more news to come.
 */
export function endingMessages(
  subject: Case,
  { stage, ending, heard }: { readonly stage: Stage; readonly ending: Ending; readonly heard: Sequence },
  isLast: boolean,
): readonly MessageDue[] {
  const kind = closingMessage(stage, ending)
  if (isBeingTakenOver(subject) || (isHistory(subject, heard) && !endedByItself(ending))) return []
  if (!kind || (ending === 'no-news' && !isLast)) return []
  return [{ kind, about: heard }]
}

/** True when no fact ended the stage, so that news that came in the same moment has to be heard first. */
export function endedByItself(ending: Ending): boolean {
  return !beginsAgain(ending) && TIME_OUTCOMES.some((word) => word === ending)
}

/** True when somebody's no, or the last duty, has ended the stage by itself: nothing that comes later opens it again. */
export function endedForGood(word: TimeOutcome): boolean {
  return word === 'party-declined' || word === 'all-done'
}

/** True when the stage is to begin again in a new execution. */
export function beginsAgain(ending: Ending): ending is 'corrected' | 'stage-is-old' {
  return ending === 'corrected' || ending === 'stage-is-old'
}
