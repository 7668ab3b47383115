import type { AboutFact } from '../../cases/message.ts'
import type { MessageWords } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'

/** Writes one kind of message about a fact. */
export type WriteWords = (situation: SituationOfFact) => MessageWords

/** Those of one part of a case. */
export type SomeWords = { readonly [Kind in AboutFact['kind']]?: WriteWords }
