import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { EndpointResponse } from '../contracts.ts'

/** A loopback endpoint for JSON 1.0 services, and the real SDK's clients for it. */
export async function endpointForTests(handle: (operation: string, request: object) => Promise<EndpointResponse>) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const operation = String(request.headers['x-amz-target']).split('.').pop() ?? ''
    const answer = await handle(operation, JSON.parse(Buffer.concat(chunks).toString() || '{}')).catch(
      (error: unknown): EndpointResponse => ({
        status: 500,
        body: { __type: 'InternalFailure', message: String(error) },
      }),
    )
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0', ...answer.headers })
    response.end(JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  })
  return {
    client,
    documents: DynamoDBDocumentClient.from(client),
    async close() {
      client.destroy()
      server.closeAllConnections()
      await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
    },
  }
}
