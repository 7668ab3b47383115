import { type CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation'
import { GetIdentityVerificationAttributesCommand, type SESClient } from '@aws-sdk/client-ses'

export interface Sender {
  /** The domain of the address that messages come from. */
  readonly domain: string
  /** What the council's file says of it. */
  readonly isInSesAlready: boolean
  /** The stack that makes the domain in SES. */
  readonly messagesStack: string
}

/**
 * Whether what the council's file says of its domain in SES is so in the account. CloudFormation would otherwise refuse it
 * in the middle of a deployment, or leave a service that cannot send.
 * @returns a sentence that says what to write, or undefined when it is so. @throws what AWS answers.
 */
export async function senderProblem(
  { cloudFormation, ses }: { readonly cloudFormation: CloudFormationClient; readonly ses: SESClient },
  { domain, isInSesAlready, messagesStack }: Sender,
): Promise<string | undefined> {
  const { VerificationAttributes = {} } = await ses.send(
    new GetIdentityVerificationAttributesCommand({ Identities: [domain] }),
  )
  const isInSes = domain in VerificationAttributes
  if (isInSes === isInSesAlready) return
  if (!isInSes) {
    return `Nothing was deployed: SES does not have ${domain} in this account, and the council's file says that it has. Write "isInSesAlready": false in deployment.senderDomain, with mailFrom.`
  }
  if (await isMadeBy(cloudFormation, messagesStack, domain)) return
  return `Nothing was deployed: SES has ${domain} already in this account, and this service did not make it. Write "senderDomain": { "isInSesAlready": true } in the council's file: it is then used and left as it is.`
}

async function isMadeBy(cloudFormation: CloudFormationClient, stack: string, domain: string): Promise<boolean> {
  try {
    const { StackResources = [] } = await cloudFormation.send(new DescribeStackResourcesCommand({ StackName: stack }))
    return StackResources.some(
      ({ ResourceType, PhysicalResourceId }) =>
        ResourceType === 'AWS::SES::EmailIdentity' && PhysicalResourceId === domain,
    )
  } catch (error) {
    // That there is no such stack has no error of its own: "ValidationError: Stack with id ... does not exist".
    if (error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message)) return false
    throw error
  }
}
