import type { MessageWords } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'

/** Writes one kind of message about a fact. */
export type WriteWords = (situation: SituationOfFact) => MessageWords
