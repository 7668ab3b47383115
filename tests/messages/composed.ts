import { type ComposedMessage, composeMessage } from '../../lambdas/messages/compose-message.ts'
import { theSituation } from './every-situation.ts'

/** The message of one of the situations, by its name. */
export function composed(name: string): ComposedMessage {
  return composeMessage(theSituation(name))
}

/** Its text part. */
export function textOf(name: string): string {
  return composed(name).text
}
