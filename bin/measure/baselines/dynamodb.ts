import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

export const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
export { handler } from './nothing.ts'
