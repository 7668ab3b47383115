import { SFNClient } from '@aws-sdk/client-sfn'
import type { LocalService } from 'aws-on-one-machine'

/** The Step Functions of a service that runs here. Whoever asks for it destroys it. */
export function stepFunctionsOf({ endpointUrl }: Pick<LocalService, 'endpointUrl'>): SFNClient {
  return new SFNClient({
    endpoint: endpointUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
}
