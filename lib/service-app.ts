import { fileURLToPath } from 'node:url'
import { App, Tags } from 'aws-cdk-lib'
import { loadCouncil } from './councils/council-schema.ts'
import { DataStack } from './data-stack.ts'
import { JourneyStack } from './journey-stack.ts'
import { MessagesStack } from './messages-stack.ts'
import { PublicStack } from './public-stack.ts'
import { StaffStack } from './staff-stack.ts'

/** Children's data stays in England's own region: London. */
const REGION = 'eu-west-2'

/** On this machine nobody counts the emails. */
const EMAILS_PER_SECOND_HERE = 1_000_000

export interface ServiceAppProps {
  /** The council's file, for example lib/councils/bath-and-north-east-somerset.json. */
  readonly councilFile: URL
  /** Whether it runs on this machine: the public pages are then where it runs, and not at the council's own address. */
  readonly isForThisMachine?: boolean
  /** Where the synthesized stacks go. */
  readonly outputDirectory?: string
}

/**
 * The whole service for one council: the stacks, and which needs which.
 * @throws CouncilFileError when the council's file cannot be used.
 */
export function serviceApp({ councilFile: file, isForThisMachine = false, outputDirectory }: ServiceAppProps): App {
  const { contacts, publicAddress: ownAddress, emailsPerSecond } = loadCouncil(file)
  const councilFile = fileURLToPath(file)
  const app = new App({ analyticsReporting: false, ...(outputDirectory && { outdir: outputDirectory }) })
  const env = { region: REGION }
  const data = new DataStack(app, 'SendDisputesData', { env })
  const { api } = new PublicStack(app, 'SendDisputesPublic', { env, councilFile, alarms: data.alarms })
  const publicAddress = isForThisMachine ? api.apiEndpoint : (ownAddress ?? api.apiEndpoint)
  new StaffStack(app, 'SendDisputesStaff', { env, data, councilFile, api, publicAddress })
  const messages = new MessagesStack(app, 'SendDisputesMessages', {
    env,
    data,
    councilFile,
    senderEmail: contacts.senderEmail,
    emailsPerSecond: isForThisMachine ? EMAILS_PER_SECOND_HERE : emailsPerSecond,
    publicAddress,
  })
  new JourneyStack(app, 'SendDisputesJourney', { env, data, councilFile, tellFamily: messages.tellFamily })
  Tags.of(app).add('service', 'send-disputes')
  return app
}
