import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'

export interface EmailToSend {
  /** The whole message in MIME. */
  readonly email: Uint8Array
  readonly to: string
  readonly caseId: string
  readonly messageKey: string
}

/** Gives a message to SES. @returns SES's id for it. @throws UnsendableError when trying again cannot help. */
export type SendEmail = (email: EmailToSend) => Promise<string>

/** SES refuses this message for good. A person has to tell the family another way. */
export class UnsendableError extends Error {
  override readonly name = 'UnsendableError'
  /** The name of SES's error: it never holds an address. */
  readonly reason: string

  constructor(reason: string, options: ErrorOptions) {
    super(`SES does not send this message: ${reason}.`, options)
    this.reason = reason
  }
}

/** SES could not be reached, or refused for now. Trying again can help. Holds the error's name only: never an address. */
export class SendingFailedError extends Error {
  override readonly name = 'SendingFailed'

  constructor(error: unknown) {
    super(`SES did not take the message: ${error instanceof Error ? error.name : 'an unknown error'}.`)
  }
}

/**
 * The errors for which the family is told another way, today: what is wrong is in the message, or only a person can put it
 * right. Every other is for later, among them "Throttling", which means both too fast and over the day's quota
 * (docs/decisions/0017-email-goes-through-ses-version-1.md). By name: SES has a class for some of them only.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html#API_SendRawEmail_Errors
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html
 */
export const FINAL_ERRORS: readonly string[] = [
  'AccountSendingPausedException',
  'ConfigurationSetDoesNotExistException',
  'ConfigurationSetSendingPausedException',
  'InvalidParameterValue',
  'MailFromDomainNotVerifiedException',
  'MessageRejected',
  'ValidationError',
]

/**
 * Sends through SES. The case and the message's key travel as tags, so that SES's own events can settle a message whose
 * sender stopped before it could note the sending.
 */
export function sesSender(ses: SESClient, configurationSet: string): SendEmail {
  return async ({ email, to, caseId, messageKey }) => {
    try {
      const { MessageId } = await ses.send(
        new SendRawEmailCommand({
          Destinations: [to],
          RawMessage: { Data: email },
          ConfigurationSetName: configurationSet,
          Tags: [
            { Name: 'case', Value: caseId },
            { Name: 'message', Value: messageKey },
          ],
        }),
      )
      if (!MessageId) throw new Error(`SES took the message "${messageKey}" of case ${caseId} but gave it no id.`)
      return MessageId
    } catch (error) {
      if (error instanceof Error && FINAL_ERRORS.includes(error.name)) {
        throw new UnsendableError(error.name, { cause: error })
      }
      // SES's own words can name the address, and an error's words are kept in the execution's history.
      throw new SendingFailedError(error)
    }
  }
}
