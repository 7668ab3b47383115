import { App, Tags } from 'aws-cdk-lib'
import type { Council } from '../lambdas/cases/council.ts'
import { DataStack } from './data-stack.ts'
import { JourneyStack } from './journey-stack.ts'
import { MessagesStack } from './messages-stack.ts'
import { PublicStack } from './public-stack.ts'
import { StaffStack } from './staff-stack.ts'

/** Children's data stays in England's own region: London. */
const REGION = 'eu-west-2'

export interface ServiceAppProps {
  readonly council: Council
  /** Where the synthesized stacks go. */
  readonly outputDirectory?: string
}

/** The whole service for one council: the stacks, and which needs which. */
export function serviceApp({ council, outputDirectory }: ServiceAppProps): App {
  const app = new App({ analyticsReporting: false, ...(outputDirectory && { outdir: outputDirectory }) })
  const env = { region: REGION }
  const data = new DataStack(app, 'SendDisputesData', { env })
  const { api } = new PublicStack(app, 'SendDisputesPublic', { env, council, alarms: data.alarms })
  new StaffStack(app, 'SendDisputesStaff', { env, data, council, api })
  const publicAddress = council.publicAddress ?? api.apiEndpoint
  const messages = new MessagesStack(app, 'SendDisputesMessages', { env, data, council, publicAddress })
  new JourneyStack(app, 'SendDisputesJourney', { env, data, tellFamily: messages.tellFamily })
  Tags.of(app).add('service', 'send-disputes')
  return app
}
