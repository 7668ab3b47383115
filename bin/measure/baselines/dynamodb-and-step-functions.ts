import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SFNClient } from '@aws-sdk/client-sfn'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

export const clients = [DynamoDBDocumentClient.from(new DynamoDBClient({})), new SFNClient({})]
export { handler } from './nothing.ts'
