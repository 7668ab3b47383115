import { type ComposedMessage, composeMessage } from '../../lambdas/messages/compose-message.ts'
import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import { EVERY_SITUATION } from './every-situation.ts'
import { seenInHtml, wordsOf } from './read-message.ts'

/** A message to try rules on. Each part is made when a rule first asks for it, and kept for the next rule. */
export interface MessageToTry {
  readonly situation: MessageSituation
  readonly message: ComposedMessage
  /** Subject, preheader and text part. */
  readonly everything: string
  readonly wordsOfText: readonly string[]
  readonly wordsOfHtml: readonly string[]
}

/**
 * The message of each situation under its name.
 * @param compose makes a message; what it gives is kept, so that no situation is composed twice
 */
export function messagesToTry(
  situations: Readonly<Record<string, MessageSituation>> = EVERY_SITUATION,
  compose: (situation: MessageSituation) => ComposedMessage = composeMessage,
): readonly (readonly [name: string, message: MessageToTry])[] {
  return Object.entries(situations).map(([name, situation]) => {
    const message = once(() => compose(situation))
    const wordsOfText = once(() => wordsOf(message().text))
    const wordsOfHtml = once(() => wordsOf(seenInHtml(message())))
    return [
      name,
      {
        situation,
        get message() {
          return message()
        },
        get everything() {
          const { subject, preheader, text } = message()
          return `${subject}\n${preheader}\n${text}`
        },
        get wordsOfText() {
          return wordsOfText()
        },
        get wordsOfHtml() {
          return wordsOfHtml()
        },
      },
    ]
  })
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
