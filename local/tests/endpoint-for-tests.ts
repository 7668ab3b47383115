import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { JsonService } from '../endpoint/aws-services.ts'
import { serveOneService } from '../endpoint/one-service.ts'

/** A service on a loopback endpoint, and the real SDK's clients of DynamoDB for it. */
export async function endpointForTests(service: JsonService) {
  const { url, close } = await serveOneService(service)
  const client = new DynamoDBClient({
    endpoint: url,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  })
  return {
    client,
    documents: DynamoDBDocumentClient.from(client),
    async close() {
      client.destroy()
      await close()
    },
  }
}
