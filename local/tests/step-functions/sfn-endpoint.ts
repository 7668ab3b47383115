import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SFNClient } from '@aws-sdk/client-sfn'
import type { StepFunctions } from '../../step-functions/step-functions.ts'

/** The AWS SDK's own client, talking HTTP to Step Functions in this process. */
export interface SfnEndpoint {
  readonly client: SFNClient
  close(): Promise<void>
}

/** Serves `handle` on a free loopback port, and makes an SDK client for it. */
export async function openSfnEndpoint(stepFunctions: StepFunctions): Promise<SfnEndpoint> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const operation = String(request.headers['x-amz-target']).replace('AWSStepFunctions.', '')
      const answer = await stepFunctions.handle(operation, JSON.parse(Buffer.concat(chunks).toString('utf8')))
      response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' })
      response.end(JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const client = new SFNClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    disableHostPrefix: true,
    maxAttempts: 1,
  })
  return {
    client,
    close: async () => {
      client.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
