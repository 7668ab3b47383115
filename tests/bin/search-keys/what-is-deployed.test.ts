import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, it } from 'vitest'
import { whatIsDeployed } from '../../../bin/search-keys/what-is-deployed.ts'

const client = new CloudFormationClient({ region: 'eu-west-2' })
const aws = mockClient(client)
beforeEach(() => aws.reset())

const resource = (ResourceType: string, LogicalResourceId: string) => ({
  ResourceType,
  LogicalResourceId,
  PhysicalResourceId: `the ${LogicalResourceId}`,
  Timestamp: new Date(0),
  ResourceStatus: 'CREATE_COMPLETE' as const,
})
/** Under the names that may never change: tests/lib/names-that-stay.test.ts. */
const resources = [
  resource('AWS::KMS::Key', 'ContactsKey02835162'),
  resource('AWS::DynamoDB::Table', 'Cases80582F3E'),
  resource('AWS::DynamoDB::Table', 'Contacts61BDC5DA'),
  resource('AWS::SecretsManager::Secret', 'ChildHashKeyCA4EB032'),
]

it('finds the contacts table and the secret of the hashes', async () => {
  aws.on(DescribeStackResourcesCommand, { StackName: 'Data' }).resolves({ StackResources: resources })
  expect(await whatIsDeployed(client, 'Data')).toEqual({
    contactsTable: 'the Contacts61BDC5DA',
    hashKey: 'the ChildHashKeyCA4EB032',
  })
})

it('says in a sentence what is not there', async () => {
  aws.on(DescribeStackResourcesCommand).resolves({ StackResources: resources.slice(0, 3) })
  await expect(whatIsDeployed(client, 'Data')).rejects.toThrow(
    'The stack Data has no ChildHashKey. Deploy this version first.',
  )
})
