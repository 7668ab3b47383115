import {
  AccountSuspendedException,
  BadRequestException,
  LimitExceededException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  NotFoundException,
  type SESv2Client,
  SendEmailCommand,
  SendingPausedException,
} from '@aws-sdk/client-sesv2'

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

/** Errors that stay however often the message is tried (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html). */
const FINAL_ERRORS = [
  AccountSuspendedException,
  BadRequestException,
  LimitExceededException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  NotFoundException,
  SendingPausedException,
]

/**
 * Sends through SES. The case and the message's key travel as tags, so that SES's own events can settle a message whose
 * sender stopped before it could note the sending.
 */
export function sesSender(ses: SESv2Client, configurationSet: string): SendEmail {
  return async ({ email, to, caseId, messageKey }) => {
    try {
      const { MessageId } = await ses.send(
        new SendEmailCommand({
          Destination: { ToAddresses: [to] },
          Content: { Raw: { Data: email } },
          ConfigurationSetName: configurationSet,
          EmailTags: [
            { Name: 'case', Value: caseId },
            { Name: 'message', Value: messageKey },
          ],
        }),
      )
      if (!MessageId) throw new Error(`SES took the message "${messageKey}" of case ${caseId} but gave it no id.`)
      return MessageId
    } catch (error) {
      if (FINAL_ERRORS.some((kind) => error instanceof kind)) {
        throw new UnsendableError((error as Error).name, { cause: error })
      }
      // SES's own words can name the address, and an error's words are kept in the execution's history.
      throw new SendingFailedError(error)
    }
  }
}
