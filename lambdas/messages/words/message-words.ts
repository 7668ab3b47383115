import type { MessageWords } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'

/** Writes one kind of message. */
export type WriteWords = (situation: MessageSituation) => MessageWords
