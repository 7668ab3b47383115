import type { MessageDue, MessageKind } from '../message.ts'

/** The words with which a state machine says why a stage ends: a fact, the time, or what is so by then. */
export const ENDINGS = [
  'mediation-chosen',
  'mediation-declined',
  'certificate-issued',
  'nothing-to-wait-for',
  'appeal-registered',
  'agreement-reached',
  'case-withdrawn',
  'no-news',
  'appeal-time-passed',
  'appeal-conceded',
  'appeal-withdrawn',
  'appeal-decided',
  'all-done',
  'party-declined',
  'disagreement-resolution-ended',
  'complaint-answered',
  'corrected',
  'stage-is-old',
] as const
export type Ending = (typeof ENDINGS)[number]

/** What the family is told at the end of a stage. Other endings have been told by then, or are told by the next stage. */
const MESSAGES: Readonly<Partial<Record<Ending, MessageKind>>> = {
  'agreement-reached': 'closing-after-agreement',
  'case-withdrawn': 'closing-after-withdrawal',
  'no-news': 'closing-without-news',
  'appeal-conceded': 'council-does-not-oppose',
  'appeal-withdrawn': 'appeal-taken-back',
  'appeal-decided': 'what-the-tribunal-decided',
  'party-declined': 'resolution-declined',
  'disagreement-resolution-ended': 'resolution-ended',
  'complaint-answered': 'complaint-outcome',
}

/**
 * What the family is told at the end of a stage.
 *
 * @param heard the sequence of the last fact that the journey acted on.
 * @param isLast whether no other stage of the case is under way: while one is, there is more news to come.
 */
export function endingMessages(ending: Ending, heard: string, isLast: boolean): readonly MessageDue[] {
  const kind = MESSAGES[ending]
  if (!kind || (ending === 'no-news' && !isLast)) return []
  return [{ kind, about: heard }]
}

const BY_ITSELF: readonly Ending[] = [
  'nothing-to-wait-for',
  'no-news',
  'appeal-time-passed',
  'all-done',
  'party-declined',
]

/** True when no fact ended the stage, so that news that came in the same moment has to be heard first. */
export function endedByItself(ending: Ending): boolean {
  return BY_ITSELF.includes(ending)
}

/** True when the stage is to begin again in a new execution. */
export function beginsAgain(ending: Ending): ending is 'corrected' | 'stage-is-old' {
  return ending === 'corrected' || ending === 'stage-is-old'
}
