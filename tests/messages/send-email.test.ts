import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SESClient } from '@aws-sdk/client-ses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FINAL_ERRORS, sesSender } from '../../lambdas/messages/send-email.ts'

/** What SES answers next, on the wire. */
let answer = { status: 200, body: '' }
/** What it was asked last. */
let asked = new URLSearchParams()

const server = createServer(async (request, response) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  asked = new URLSearchParams(Buffer.concat(chunks).toString())
  response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body)
})
let client: SESClient
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  client = new SESClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  })
})
afterAll(() => {
  client.destroy()
  server.close()
})

const EMAIL = { email: Buffer.from('From: a\r\n\r\nHello'), to: 'ann@example.com', caseId: 'A', messageKey: 'k' }
const send = () => sesSender(client, 'the-set')(EMAIL)

function refusedWith(code: string, message: string, status = 400): Promise<unknown> {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`
  answer = {
    status,
    body: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${error}<RequestId>1</RequestId></ErrorResponse>`,
  }
  return send().then(
    () => undefined,
    (error: unknown) => error,
  )
}

describe('sending through SES', () => {
  it('gives the whole message, whom it goes to, the configuration set, and the case and message as tags', async () => {
    answer = {
      status: 200,
      body: '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>0107-1</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></SendRawEmailResponse>',
    }
    expect(await send()).toBe('0107-1')
    expect(Object.fromEntries(asked)).toEqual({
      Action: 'SendRawEmail',
      Version: '2010-12-01',
      'RawMessage.Data': EMAIL.email.toString('base64'),
      'Destinations.member.1': 'ann@example.com',
      ConfigurationSetName: 'the-set',
      'Tags.member.1.Name': 'case',
      'Tags.member.1.Value': 'A',
      'Tags.member.2.Name': 'message',
      'Tags.member.2.Value': 'k',
    })
  })

  // https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html#API_SendRawEmail_Errors
  // https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html
  it.each([
    ['AccountSendingPausedException', 'Sending is disabled for the account', 'AccountSendingPausedException'],
    ['ConfigurationSetDoesNotExist', 'no such set', 'ConfigurationSetDoesNotExistException'],
    ['ConfigurationSetSendingPausedException', 'paused', 'ConfigurationSetSendingPausedException'],
    ['InvalidParameterValue', 'Local address contains control or whitespace', 'InvalidParameterValue'],
    ['MailFromDomainNotVerifiedException', 'no MX record', 'MailFromDomainNotVerifiedException'],
    ['MessageRejected', 'Email address is not verified.', 'MessageRejected'],
    ['ValidationError', 'too long', 'ValidationError'],
  ])('is over with %s: the family is told another way', async (code, message, reason) => {
    expect(FINAL_ERRORS).toContain(reason)
    expect(await refusedWith(code, message)).toMatchObject({ name: 'UnsendableError', reason })
  })

  // https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html
  // https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html
  it.each([
    ['Throttling', 'Maximum sending rate exceeded', 400],
    ['Throttling', 'Daily message quota exceeded', 400],
    ['ThrottlingException', 'Daily message quota exceeded', 400],
    ['AccessDenied', 'not authorized to perform ses:SendRawEmail', 403],
    ['RequestExpired', 'too late', 400],
    ['ServiceUnavailable', 'not now', 503],
    ['InternalFailure', 'no', 500],
    ['SomethingNew', 'of which nobody has heard', 400],
  ])('is for later with %s: %s', async (code, message, status) => {
    expect(await refusedWith(code, message, status)).toMatchObject({
      name: 'SendingFailed',
      message: `SES did not take the message: ${code}.`,
    })
  })

  it('is for later when SES cannot be reached', async () => {
    const nobody = new SESClient({
      endpoint: 'http://127.0.0.1:1',
      region: 'eu-west-2',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    })
    await expect(sesSender(nobody, 'the-set')(EMAIL)).rejects.toMatchObject({ name: 'SendingFailed' })
    nobody.destroy()
  })

  it("never repeats SES's own words, which can name the address", async () => {
    const words = 'not authorized to perform ses:SendRawEmail on identity/ann@example.com'
    const later = (await refusedWith('AccessDenied', words, 403)) as Error
    expect(`${later.message} ${later.stack} ${JSON.stringify(later)}`).not.toContain('ann@')
    const over = (await refusedWith('MessageRejected', words)) as Error
    expect(`${over.message} ${JSON.stringify(over)}`).not.toContain('ann@')
  })
})
