import { escapeHtml } from '../console/html.ts'
import type { EndpointResponse } from '../contracts.ts'
import { type AwsServices, answerSendEmail } from './aws-services.ts'

/**
 * The older services' query protocol: a form with an `Action`, answered in XML. SES v1's SendRawEmail, and STS's
 * GetCallerIdentity.
 *
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export async function answerQuery(form: URLSearchParams, services: AwsServices): Promise<EndpointResponse> {
  const action = form.get('Action') ?? ''
  if (action === 'GetCallerIdentity') {
    const { accountId } = services
    return xml(
      200,
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::${accountId}:user/local</Arn><UserId>local</UserId><Account>${accountId}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
    )
  }
  if (action === 'SendRawEmail') return sendRawEmail(form, services)
  return xmlError('InvalidAction', `The local service does not support the action ${action}.`)
}

async function sendRawEmail(form: URLSearchParams, services: AwsServices): Promise<EndpointResponse> {
  const destinations = [...form].filter(([name]) => name.startsWith('Destinations.member.')).map(([, value]) => value)
  const [source, configurationSet] = [form.get('Source'), form.get('ConfigurationSetName')]
  const response = await answerSendEmail(
    {
      Content: { Raw: { Data: form.get('RawMessage.Data') ?? '' } },
      ...(source === null ? {} : { FromEmailAddress: source }),
      ...(configurationSet === null ? {} : { ConfigurationSetName: configurationSet }),
      ...(destinations.length === 0 ? {} : { Destination: { ToAddresses: destinations } }),
    },
    services,
  )
  const body = response.body as { readonly MessageId?: string; readonly __type?: string; readonly message?: string }
  if (body.MessageId === undefined) return xmlError(nameInVersion1(String(body.__type)), String(body.message))
  return xml(
    200,
    `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${body.MessageId}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></SendRawEmailResponse>`,
  )
}

/** Version 1 of SES has other names for the same errors. */
function nameInVersion1(name: string): string {
  if (name === 'NotFoundException') return 'ConfigurationSetDoesNotExist'
  return name === 'BadRequestException' ? 'InvalidParameterValue' : name
}

function xml(status: number, body: string): EndpointResponse {
  return { status, headers: { 'content-type': 'text/xml' }, body }
}

function xmlError(code: string, message: string): EndpointResponse {
  return xml(
    400,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${escapeHtml(code)}</Code><Message>${escapeHtml(message)}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
  )
}
