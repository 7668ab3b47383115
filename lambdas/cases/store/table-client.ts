import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { retryConflicts } from './retry-conflicts.ts'

/** The client through which the tables are reached. Absent optional fields are left out of what is stored. */
export function tableClient(): DynamoDBDocumentClient {
  const client = retryConflicts(new DynamoDBClient({}), { sleep, random: Math.random })
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}
