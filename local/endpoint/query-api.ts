import { escapeHtml } from '../console/html.ts'
import type { EndpointResponse } from '../contracts.ts'
import { type AwsServices, answerSendRawEmail } from './aws-services.ts'

/**
 * The older services' query protocol: a form with an `Action`, answered in XML. SES's SendRawEmail, and STS's
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
  const [source, configurationSet] = [form.get('Source'), form.get('ConfigurationSetName')]
  const destinations = listIn(form, 'Destinations', '')
  const [names, values] = [listIn(form, 'Tags', '.Name'), listIn(form, 'Tags', '.Value')]
  const response = await answerSendRawEmail(
    {
      RawMessage: { Data: form.get('RawMessage.Data') ?? '' },
      ...(source !== null && { Source: source }),
      ...(configurationSet !== null && { ConfigurationSetName: configurationSet }),
      ...(destinations.length > 0 && { Destinations: destinations }),
      Tags: names.map((Name, index) => ({ Name, Value: values[index] ?? '' })),
    },
    services,
  )
  const body = response.body as { readonly MessageId?: string; readonly __type?: string; readonly message?: string }
  if (body.MessageId === undefined) return xmlError(String(body.__type), String(body.message))
  return xml(
    200,
    `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${body.MessageId}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></SendRawEmailResponse>`,
  )
}

/** A list as the query protocol writes it: `Destinations.member.1`, `Tags.member.1.Name`. */
function listIn(form: URLSearchParams, name: string, part: string): readonly string[] {
  const list: string[] = []
  for (let number = 1; ; number += 1) {
    const member = form.get(`${name}.member.${number}${part}`)
    if (member === null) return list
    list.push(member)
  }
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
