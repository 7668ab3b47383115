import { SFNClient } from '@aws-sdk/client-sfn'
import { serveOneService } from '../../endpoint/one-service.ts'
import type { StepFunctions } from '../../step-functions/step-functions.ts'

/** The AWS SDK's own client, talking HTTP to Step Functions in this process. */
export interface SfnEndpoint {
  readonly client: SFNClient
  close(): Promise<void>
}

/** Serves `handle` on a free loopback port, and makes an SDK client for it. */
export async function openSfnEndpoint(stepFunctions: StepFunctions): Promise<SfnEndpoint> {
  const { url, close } = await serveOneService(stepFunctions)
  const client = new SFNClient({
    endpoint: url,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    disableHostPrefix: true,
    maxAttempts: 1,
  })
  return {
    client,
    async close() {
      client.destroy()
      await close()
    },
  }
}
