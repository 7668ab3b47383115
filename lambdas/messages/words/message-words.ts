import type { MessageKind } from '../../cases/message.ts'
import type { MessageWords } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'

/** Writes one kind of message. */
export type WriteWords = (situation: MessageSituation) => MessageWords

/** Those of one part of a case. */
export type SomeWords = { readonly [Kind in MessageKind]?: WriteWords }
