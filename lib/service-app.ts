import { fileURLToPath } from 'node:url'
import { App, CrossStackReferences, ReferenceStrength, type StackProps, Tags } from 'aws-cdk-lib'
import type { CouncilRetention } from '../lambdas/cases/council.ts'
import type { SignInSettings } from '../lambdas/staff/sign-in/settings.ts'
import { loadCouncil, senderDomainOf } from './councils/council-schema.ts'
import { councilIdOf } from './councils/council-to-deploy.ts'
import type { Deployment } from './councils/deployment-schema.ts'
import { DataStack } from './data-stack.ts'
import { JourneyStack } from './journey-stack.ts'
import { MessagesStack } from './messages-stack.ts'
import { PublicStack } from './public-stack.ts'
import { type StackPart, stackName } from './stack-name.ts'
import { StaffStack } from './staff-stack.ts'

export interface ServiceAppProps {
  /** The council's file, for example lib/councils/bath-and-north-east-somerset.json. */
  readonly councilFile: URL
  /** Where it goes: what the file says, or MADE_UP_DEPLOYMENT for one machine. */
  readonly deployment: Deployment
  /** How staff sign in: what the file says, or MADE_UP_SIGN_IN for one machine. Undefined where nobody can. */
  readonly signIn: SignInSettings | undefined
  /** How long closed cases are kept: what the file says, or for one machine `madeUpRetention` of it. */
  readonly retention: CouncilRetention
  /** Where the synthesized stacks go. */
  readonly outputDirectory?: string
}

/**
 * The whole service for one council: the stacks, and which needs which. Every name has the council's id and the stage in
 * it, so that two councils, or two stages of one, can be in one account.
 * @throws CouncilFileError when the council's file cannot be used.
 */
export function serviceApp({
  councilFile: file,
  deployment,
  signIn,
  retention,
  outputDirectory,
}: ServiceAppProps): App {
  const { contacts, audit } = loadCouncil(file)
  const { account, region, stage } = deployment
  const council = councilIdOf(file)
  const councilFile = fileURLToPath(file)
  const app = new App({ analyticsReporting: false, ...(outputDirectory && { outdir: outputDirectory }) })
  // By exports, so that nothing can take away what another stack uses: docs/decisions/0016.
  CrossStackReferences.of(app).consume(ReferenceStrength.STRONG)
  // With account and region, CDK itself refuses credentials for another account.
  const stack = (part: StackPart): StackProps => ({
    stackName: stackName(council, stage, part),
    env: { account, region },
    terminationProtection: true,
  })
  const data = new DataStack(app, 'SendDisputesData', { ...stack('Data'), alarmEmails: deployment.alarmEmails })
  const { api } = new PublicStack(app, 'SendDisputesPublic', {
    ...stack('Public'),
    councilFile,
    alarms: data.alarms,
    securityContact: deployment.securityContact,
    atOnce: deployment.publicPagesAtOnce,
  })
  const publicAddress = deployment.publicAddress ?? api.apiEndpoint
  new StaffStack(app, 'SendDisputesStaff', {
    ...stack('Staff'),
    data,
    councilFile,
    api,
    publicAddress,
    signIn,
    retention,
    audit,
  })
  const messages = new MessagesStack(app, 'SendDisputesMessages', {
    ...stack('Messages'),
    data,
    councilFile,
    domain: senderDomainOf(contacts),
    senderDomain: deployment.senderDomain,
    emailsPerSecond: deployment.emailsPerSecond,
    publicAddress,
  })
  new JourneyStack(app, 'SendDisputesJourney', {
    ...stack('Journey'),
    data,
    councilFile,
    tellFamily: messages.tellFamily,
  })
  for (const [name, value] of Object.entries({ service: 'send-disputes', council, stage }))
    Tags.of(app).add(name, value)
  return app
}
