import { Duration, type Stack } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import type { IRole } from 'aws-cdk-lib/aws-iam'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { BY_NEXT_DATE } from '../lambdas/cases/store/tables.ts'
import type { Environment } from '../lambdas/environment.ts'
import { releaseEnvironment, tellFamilyEnvironment } from '../lambdas/messages/environment.ts'
import { grantTable } from './constructs/grant-table.ts'
import { logMetric } from './constructs/log-metric.ts'
import { serviceAlarm } from './constructs/service-alarm.ts'
import { ServiceFunction } from './constructs/service-function.ts'
import type { DataStack } from './data-stack.ts'

export interface HeldMessagesProps {
  readonly data: DataStack
  readonly environment: Environment<typeof tellFamilyEnvironment>
  /** The path of the council's file. */
  readonly councilFile: string
  readonly maySend: (role: IRole) => void
}

const NOT_TOLD = 'A family is not told what we have learnt of its case, or not told that something was wrong.'

/** What was learnt late waits until 5pm and leaves in one message; what is put right leaves at once. */
export function heldMessages(stack: Stack, { data, environment, councilFile, maySend }: HeldMessagesProps): void {
  const release = new ServiceFunction(stack, 'ReleaseHeldMessages', {
    handler: 'messages/telling/release-held-messages',
    description: 'At 5pm lets the messages leave that were held until then',
    schema: releaseEnvironment,
    environment: { CASES_TABLE: environment.CASES_TABLE },
    timeout: Duration.minutes(5),
  })
  grantTable(release.role, data.cases, ['UpdateItem'], { index: BY_NEXT_DATE })
  new Rule(stack, 'FivePm', {
    // Rules know UTC only. What is not due yet at the time that is an hour off stays; the second time mends what failed.
    description: '5pm in England, in winter and in summer, and ten minutes after',
    schedule: Schedule.cron({ minute: '0,10', hour: '16,17' }),
    targets: [new LambdaTarget(release.function, { retryAttempts: 2 })],
  })

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
  const unsent = new Queue(stack, 'UnsentHeldMessages', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  send.function.addEventSource(
    new DynamoEventSource(data.cases, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      // Each record can be several emails, and all of them have to go out before the time is over.
      batchSize: 5,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // One record that always fails must not hold up every other case for a day. The next 5pm tries it again.
      retryAttempts: 20,
      onFailure: new SqsDlq(unsent),
      filters: ['ready', 'leaving'].map((state) =>
        FilterCriteria.filter({
          dynamodb: {
            NewImage: {
              type: { S: FilterRule.isEqual('held') },
              content: { M: { state: { S: FilterRule.isEqual(state) } } },
            },
          },
        }),
      ),
    }),
  )

  const alarm = (id: string, metric: Parameters<typeof serviceAlarm>[2]['metric'], whatToDo: string) =>
    serviceAlarm(stack, id, { metric, topic: data.alarms, whomItHurts: NOT_TOLD, whatToDo })
  alarm(
    'ReleaseFails',
    release.function.metricErrors(),
    'Look at the log of ReleaseHeldMessages. It tries again ten minutes later; after that run it by hand.',
  )
  alarm(
    'HeldMessagesAreUnsent',
    unsent.metricApproximateNumberOfMessagesVisible(),
    'Read the queue UnsentHeldMessages and look at those cases. ReleaseHeldMessages tries them again at 5pm, or by hand.',
  )
  alarm(
    'HeldMessagesAreStuck',
    logMetric(stack, 'StuckMessages', { log: release.log, field: 'stuckMessages', metricName: 'StuckMessages' }),
    'Look at the log of SendHeldMessages: something keeps failing for that case.',
  )
}
