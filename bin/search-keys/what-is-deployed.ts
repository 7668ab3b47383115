import { type CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation'

/** What the data stack of a deployed service has that the search needs. */
export interface SearchIsIn {
  readonly contactsTable: string
  /** The secret with the key of the hashes, as Secrets Manager takes it. */
  readonly hashKey: string
}

/** The stack does not have what the search needs. The message is a sentence for whoever asked. */
export class NotDeployedError extends Error {
  override readonly name = 'NotDeployedError'
}

/** Finds the contacts table and the secret of a data stack. @throws NotDeployedError when one is not there */
export async function whatIsDeployed(client: CloudFormationClient, dataStack: string): Promise<SearchIsIn> {
  const found = await resourcesOf(client, dataStack)
  return {
    contactsTable: found('AWS::DynamoDB::Table', 'Contacts'),
    hashKey: found('AWS::SecretsManager::Secret', 'ChildHashKey'),
  }
}

/** Finds the table of who did and who read what. @throws NotDeployedError when it is not there */
export async function auditTableOf(client: CloudFormationClient, dataStack: string): Promise<string> {
  return (await resourcesOf(client, dataStack))('AWS::DynamoDB::Table', 'Audit')
}

async function resourcesOf(client: CloudFormationClient, dataStack: string) {
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: dataStack }))
  return (type: string, name: string): string => {
    const resource = StackResources.find(
      ({ ResourceType, LogicalResourceId }) => ResourceType === type && LogicalResourceId?.startsWith(name),
    )
    if (resource?.PhysicalResourceId) return resource.PhysicalResourceId
    throw new NotDeployedError(`The stack ${dataStack} has no ${name}. Deploy this version first.`)
  }
}
