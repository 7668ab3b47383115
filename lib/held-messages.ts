import { Duration, type Stack } from 'aws-cdk-lib'
import { Schedule } from 'aws-cdk-lib/aws-events'
import type { IRole } from 'aws-cdk-lib/aws-iam'
import { FilterRule } from 'aws-cdk-lib/aws-lambda'
import { BY_NEXT_DATE } from '../lambdas/cases/store/tables.ts'
import type { Environment } from '../lambdas/environment.ts'
import { releaseEnvironment, tellFamilyEnvironment } from '../lambdas/messages/environment.ts'
import { soundAlarm } from './alarms.ts'
import { callOnRule } from './constructs/call-on-rule.ts'
import { grantTable } from './constructs/grant-table.ts'
import { hearStream } from './constructs/hear-stream.ts'
import { logMetric } from './constructs/log-metric.ts'
import { ServiceFunction } from './constructs/service-function.ts'
import type { DataStack } from './data-stack.ts'

export interface HeldMessagesProps {
  readonly data: DataStack
  readonly environment: Environment<typeof tellFamilyEnvironment>
  /** The path of the council's file. */
  readonly councilFile: string
  readonly maySend: (role: IRole) => void
}

/** What was learnt late waits until 5pm and leaves in one message; what is put right leaves at once. */
export function heldMessages(stack: Stack, { data, environment, councilFile, maySend }: HeldMessagesProps): void {
  const release = new ServiceFunction(stack, 'ReleaseHeldMessages', {
    handler: 'messages/telling/release-held-messages',
    description: 'At 5pm lets the messages leave that were held until then',
    schema: releaseEnvironment,
    environment: { CASES_TABLE: environment.CASES_TABLE },
    timeout: Duration.minutes(5),
  })
  grantTable(release.role, data.cases, ['UpdateItem'], { indexes: [BY_NEXT_DATE] })
  callOnRule(stack, 'FivePm', {
    // Rules know UTC only. What is not due yet at the time that is an hour off stays; the second time mends what failed.
    description: '5pm in England, in winter and in summer, and ten minutes after',
    schedule: Schedule.cron({ minute: '0,10', hour: '16,17' }),
    calls: release,
    lost: 'LostReleases',
    heardBy: { alarm: 'ReleaseFails', topic: data.alarms },
  })
  const found = (metricName: string, field: string) =>
    logMetric(stack, metricName, { log: release.log, field, metricName })
  soundAlarm(stack, 'ReleaseIsSilent', found('ReleaseHasRun', 'released'), data.alarms)
  soundAlarm(stack, 'HeldMessagesAreStuck', found('StuckMessages', 'stuckMessages'), data.alarms)

  const send = new ServiceFunction(stack, 'SendHeldMessages', {
    handler: 'messages/telling/send-held-messages',
    description: 'Sends what a case has to tell together, in one message where it is several',
    schema: tellFamilyEnvironment,
    environment,
    councilFile,
    // Shorter than the claim on a message lasts (send-held-messages.handler.ts).
    timeout: Duration.seconds(25),
  })
  grantTable(send.role, data.cases, ['Query', 'GetItem', 'PutItem', 'UpdateItem'])
  grantTable(send.role, data.contacts, ['GetItem', 'Query', 'PutItem'])
  maySend(send.role)
  hearStream(stack, {
    data,
    calls: send,
    // Each record can be several emails, and all of them have to go out before the time is over.
    batchSize: 5,
    // What is given up is tried again by the next 5pm.
    filters: ['ready', 'leaving'].map((state) => ({
      dynamodb: {
        NewImage: {
          type: { S: FilterRule.isEqual('held') },
          content: { M: { state: { S: FilterRule.isEqual(state) } } },
        },
      },
    })),
    lost: 'UnsentHeldMessages',
    alarms: { lost: 'HeldMessagesAreUnsent', late: 'HeldMessagesAreLate', silent: 'SendingHeldIsSilent' },
  })
}
