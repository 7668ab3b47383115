import type { MessageDue } from '../message.ts'
import type { CaseOutcome } from '../stage.ts'

/** The words with which a state machine says why it ends a case: a fact, or the time. */
export const ENDINGS = [
  'appeal-registered',
  'agreement-reached',
  'case-withdrawn',
  'no-news',
  'appeal-time-passed',
] as const
export type Ending = (typeof ENDINGS)[number]

/** What the family is told at the end of a case. @param heard the sequence of the last fact that the journey acted on. */
export function endingMessages(ending: Ending, heard: string): readonly MessageDue[] {
  // The message for `appeal-time-passed` is part of the wait for the appeal: it has gone out by now.
  return ending === 'appeal-time-passed' ? [] : [{ kind: ending, about: heard }]
}

/** True when the time ended the case, so that news that came in the same moment has to be heard first. */
export function endedByTime(ending: Ending): ending is Extract<Ending, CaseOutcome> {
  return ending === 'no-news' || ending === 'appeal-time-passed'
}
