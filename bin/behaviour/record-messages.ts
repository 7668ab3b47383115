import { messageKey } from '../../lambdas/cases/message.ts'
import { composeMessage } from '../../lambdas/messages/compose-message.ts'
import { COUNCIL_MESSAGES } from '../../tests/messages/digest/council-messages.ts'
import { EVERY_SITUATION } from '../../tests/messages/every-situation.ts'

/** Every message to families and to the council's own people, in every situation that the tests know, by its name. */
export function recordMessages(): Record<string, unknown> {
  return {
    ...Object.fromEntries(
      Object.entries(EVERY_SITUATION).map(([name, situation]) => {
        const { subject, preheader, text, html, calendarFile } = composeMessage(situation)
        return [name, { key: messageKey(situation), subject, preheader, text, html, calendarFile }]
      }),
    ),
    ...Object.fromEntries(
      COUNCIL_MESSAGES.map(([name, { subject, preheader, text, html }]) => [
        `to the council: ${name}`,
        { subject, preheader, text, html },
      ]),
    ),
  }
}
