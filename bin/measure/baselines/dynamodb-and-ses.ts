import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

export const clients = [DynamoDBDocumentClient.from(new DynamoDBClient({})), new SESv2Client({})]
export { handler } from './nothing.ts'
