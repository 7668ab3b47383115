import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation'
import { GetIdentityVerificationAttributesCommand, SESClient } from '@aws-sdk/client-ses'
import { mockClient } from 'aws-sdk-client-mock'
import { describe, expect, it } from 'vitest'
import { senderProblem } from '../../../bin/deploy/sender-problem.ts'

const STACK = 'SendDisputes-example-council-live-Messages'
const noStack = Object.assign(new Error(`Stack with id ${STACK} does not exist`), { name: 'ValidationError' })

/** What is said, in an account whose SES has the domain or not, and whose stack made these resources or is not there. */
async function problemIn(
  account: { readonly isInSes: boolean; readonly made: readonly [type: string, id: string][] | Error },
  isInSesAlready: boolean,
) {
  const clients = { cloudFormation: new CloudFormationClient({}), ses: new SESClient({}) }
  mockClient(clients.ses)
    .on(GetIdentityVerificationAttributesCommand, { Identities: ['example.gov.uk'] })
    .resolves({
      VerificationAttributes: account.isInSes ? { 'example.gov.uk': { VerificationStatus: 'Pending' } } : {},
    })
  const stack = mockClient(clients.cloudFormation).on(DescribeStackResourcesCommand, { StackName: STACK })
  if (account.made instanceof Error) stack.rejects(account.made)
  else {
    stack.resolves({
      StackResources: account.made.map(([ResourceType, PhysicalResourceId]) => ({
        ResourceType,
        PhysicalResourceId,
        LogicalResourceId: 'Sender',
        ResourceStatus: 'CREATE_COMPLETE',
        Timestamp: new Date(0),
      })),
    })
  }
  return senderProblem(clients, { domain: 'example.gov.uk', isInSesAlready, messagesStack: STACK })
}

describe('what the file says of the domain in SES', () => {
  const ours: [string, string][] = [
    ['AWS::SQS::Queue', 'example.gov.uk'],
    ['AWS::SES::EmailIdentity', 'example.gov.uk'],
  ]
  it.each([
    ['a first deployment makes it', { isInSes: false, made: noStack }, false],
    ['a later deployment has made it', { isInSes: true, made: ours }, false],
    ['it was there', { isInSes: true, made: noStack }, true],
    ['this service made it, and the file now says that it is there', { isInSes: true, made: ours }, true],
  ])('is so when %s', async (_name, account, isInSesAlready) => {
    expect(await problemIn(account, isInSesAlready)).toBeUndefined()
  })

  it.each([
    ['another made it', [['AWS::SES::EmailIdentity', 'other.gov.uk']] as [string, string][]],
    ['it is there from before, or from a stack that was deleted', noStack],
  ])('is told when %s', async (_name, made) => {
    expect(await problemIn({ isInSes: true, made }, false)).toBe(
      'Nothing was deployed: SES has example.gov.uk already in this account, and this service did not make it. Write "senderDomain": { "isInSesAlready": true } in the council\'s file: it is then used and left as it is.',
    )
  })

  it('is told when SES does not have it', async () => {
    expect(await problemIn({ isInSes: false, made: noStack }, true)).toMatch(
      /^Nothing was deployed: SES does not have example\.gov\.uk in this account, and the council's file says that it has\./,
    )
  })

  it('is not guessed when AWS does not answer', async () => {
    const denied = Object.assign(new Error('not authorized'), { name: 'AccessDenied' })
    await expect(problemIn({ isInSes: true, made: denied }, false)).rejects.toThrow('not authorized')
  })
})
