import { App, Tags } from 'aws-cdk-lib'
import type { CouncilFile } from './councils/council-schema.ts'
import { DataStack } from './data-stack.ts'
import { JourneyStack } from './journey-stack.ts'
import { MessagesStack } from './messages-stack.ts'
import { StaffStack } from './staff-stack.ts'

/** Children's data stays in England's own region: London. */
const REGION = 'eu-west-2'

export interface ServiceAppProps {
  readonly council: CouncilFile
  /** Where the synthesized stacks go. */
  readonly outputDirectory?: string
}

/** The whole service for one council: the stacks, and which needs which. */
export function serviceApp({ council, outputDirectory }: ServiceAppProps): App {
  const app = new App({ analyticsReporting: false, ...(outputDirectory && { outdir: outputDirectory }) })
  const env = { region: REGION }
  const data = new DataStack(app, 'SendDisputesData', { env })
  const staff = new StaffStack(app, 'SendDisputesStaff', { env, data, council })
  const publicAddress = council.publicAddress ?? staff.address
  const messages = new MessagesStack(app, 'SendDisputesMessages', { env, data, council, publicAddress })
  new JourneyStack(app, 'SendDisputesJourney', { env, data, tellFamily: messages.tellFamily })
  Tags.of(app).add('service', 'send-disputes')
  return app
}
