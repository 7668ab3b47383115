import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
} from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import { emailEventEnvironment, tellFamilyEnvironment } from '../lambdas/messages/environment.ts'
import { soundAlarm } from './alarms.ts'
import { callOnRule } from './constructs/call-on-rule.ts'
import { grantTable } from './constructs/grant-table.ts'
import { ServiceFunction } from './constructs/service-function.ts'
import { councilMessages } from './council-messages.ts'
import type { SenderDomain } from './councils/deployment-schema.ts'
import type { DataStack } from './data-stack.ts'
import { heldMessages } from './held-messages.ts'

export interface MessagesStackProps extends StackProps {
  readonly data: DataStack
  /** The path of the council's file. */
  readonly councilFile: string
  /** The domain of the address that messages come from. */
  readonly domain: string
  readonly senderDomain: SenderDomain
  /** The most emails that the account may send in a second. */
  readonly emailsPerSecond: number
  /** Where families reach the public pages, without a slash at the end. */
  readonly publicAddress: string
}

/** What families, the officer and the mediation adviser are sent, and what SES says became of it. */
export class MessagesStack extends Stack {
  readonly tellFamily: LambdaFunction

  constructor(
    scope: Construct,
    id: string,
    { data, councilFile, domain, senderDomain, emailsPerSecond, publicAddress, ...props }: MessagesStackProps,
  ) {
    super(scope, id, props)
    const identityArn = this.#identity(domain, senderDomain)
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    })
    configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    })

    const environment = {
      CASES_TABLE: data.cases.tableName,
      CONTACTS_TABLE: data.contacts.tableName,
      CONFIGURATION_SET: configurationSet.configurationSetName,
      EMAILS_PER_SECOND: String(emailsPerSecond),
      PUBLIC_ADDRESS: publicAddress,
    }
    const tellFamily = new ServiceFunction(this, 'TellFamily', {
      handler: 'messages/tell-family',
      description: 'Works out what is due on a case today, sends it to the family, and says when to look again',
      schema: tellFamilyEnvironment,
      environment,
      councilFile,
      // Shorter than the claim on a message lasts (tell-family.handler.ts).
      timeout: Duration.seconds(25),
    })
    grantTable(tellFamily.role, data.cases, ['Query', 'GetItem', 'PutItem', 'UpdateItem'])
    // Messages are kept beside the names and addresses, as they go out.
    grantTable(tellFamily.role, data.contacts, ['GetItem', 'Query', 'PutItem'])
    const maySend = (role: IRole) =>
      role.addToPrincipalPolicy(
        new PolicyStatement({
          actions: ['ses:SendRawEmail'],
          resources: [
            identityArn,
            this.formatArn({
              service: 'ses',
              resource: 'configuration-set',
              resourceName: configurationSet.configurationSetName,
            }),
          ],
        }),
      )
    maySend(tellFamily.role)
    this.tellFamily = tellFamily.function

    const recordEmailEvent = new ServiceFunction(this, 'RecordEmailEvent', {
      handler: 'messages/record-email-event',
      description: 'Notes on the case what SES says became of a message',
      schema: emailEventEnvironment,
      environment: { CASES_TABLE: data.cases.tableName },
      timeout: Duration.seconds(15),
    })
    grantTable(recordEmailEvent.role, data.cases, ['PutItem', 'UpdateItem'])

    callOnRule(this, 'EmailEvents', {
      description: 'What SES says of the messages to families',
      // Of this service alone: another council's in the same account are heard on the same bus.
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } } },
      },
      calls: recordEmailEvent,
      lost: 'UndeliveredEmailEvents',
      heardBy: { alarm: 'EmailEventsAreLost', topic: data.alarms },
    })
    // The machines call it and wait, so an error of it is kept by no queue.
    soundAlarm(this, 'TellFamilyFails', this.tellFamily.metricErrors(), data.alarms)

    heldMessages(this, { data, environment, councilFile, maySend })
    councilMessages(this, {
      data,
      environment,
      councilFile,
      maySend,
      emailEvents: recordEmailEvent.log,
    })
  }

  /** The domain in SES, which is made here unless the account has it already. @returns its ARN */
  #identity(domain: string, { isInSesAlready, mailFrom }: SenderDomain): string {
    const arn = this.formatArn({ service: 'ses', resource: 'identity', resourceName: domain })
    if (isInSesAlready || mailFrom === undefined) return arn
    const identity = new EmailIdentity(this, 'Sender', {
      identity: Identity.domain(domain),
      mailFromDomain: mailFrom,
      // Until its records are published, messages go out under SES's own domain instead of not at all.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    })
    // Nobody could be written to without it, so it stays when the stack goes, and when the file says that it is there.
    identity.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
    const record = (id: string, value: string) =>
      new CfnOutput(this, id, { value, description: 'A record to publish for the domain that messages come from' })
    for (const [index, { name, value }] of identity.dkimRecords.entries()) {
      record(`SenderDkim${index + 1}`, `${name} CNAME ${value}`)
    }
    record('SenderMailFrom', `${mailFrom} MX 10 feedback-smtp.${this.region}.amazonses.com`)
    record('SenderSpf', `${mailFrom} TXT "v=spf1 include:amazonses.com ~all"`)
    return identity.emailIdentityArn
  }
}
