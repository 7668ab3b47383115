import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
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
} from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import { emailEventEnvironment, tellFamilyEnvironment } from '../lambdas/messages/environment.ts'
import { soundAlarm } from './alarms.ts'
import { callOnRule } from './constructs/call-on-rule.ts'
import { grantTable } from './constructs/grant-table.ts'
import { ServiceFunction } from './constructs/service-function.ts'
import { councilMessages } from './council-messages.ts'
import type { DataStack } from './data-stack.ts'
import { heldMessages } from './held-messages.ts'

export interface MessagesStackProps extends StackProps {
  readonly data: DataStack
  /** The path of the council's file. */
  readonly councilFile: string
  /** The address that messages come from. */
  readonly senderEmail: string
  /** Where families reach the public pages, without a slash at the end. */
  readonly publicAddress: string
}

/** What families, the officer and the mediation adviser are sent, and what SES says became of it. */
export class MessagesStack extends Stack {
  readonly tellFamily: LambdaFunction

  constructor(
    scope: Construct,
    id: string,
    { data, councilFile, senderEmail, publicAddress, ...props }: MessagesStackProps,
  ) {
    super(scope, id, props)
    const domain = senderEmail.split('@')[1] ?? ''
    const identity = new EmailIdentity(this, 'Sender', { identity: Identity.domain(domain) })
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
          // SES asks for SendRawEmail when the whole message is given, as it is here.
          actions: ['ses:SendEmail', 'ses:SendRawEmail'],
          resources: [
            identity.emailIdentityArn,
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
      eventPattern: { source: ['aws.ses'], detail: { mail: { tags: { message: [{ exists: true }] } } } },
      calls: recordEmailEvent,
      lost: 'UndeliveredEmailEvents',
      heardBy: { alarm: 'EmailEventsAreLost', topic: data.alarms },
    })
    // The machines call it and wait, so an error of it is kept by no queue.
    soundAlarm(this, 'TellFamilyFails', this.tellFamily.metricErrors(), data.alarms)

    heldMessages(this, { data, environment, councilFile, maySend })
    councilMessages(this, {
      data,
      environment: {
        CASES_TABLE: data.cases.tableName,
        CONFIGURATION_SET: configurationSet.configurationSetName,
        PUBLIC_ADDRESS: publicAddress,
      },
      councilFile,
      maySend,
      emailEvents: recordEmailEvent.log,
    })
  }
}
