import { Duration, type Stack } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import type { IRole } from 'aws-cdk-lib/aws-iam'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { BY_NEXT_DATE } from '../lambdas/cases/store/tables.ts'
import type { Environment } from '../lambdas/environment.ts'
import { councilMailEnvironment } from '../lambdas/messages/environment.ts'
import { grantTable } from './constructs/grant-table.ts'
import { logMetric } from './constructs/log-metric.ts'
import { serviceAlarm } from './constructs/service-alarm.ts'
import { ServiceFunction } from './constructs/service-function.ts'
import type { DataStack } from './data-stack.ts'

export interface CouncilMessagesProps {
  readonly data: DataStack
  readonly environment: Environment<typeof councilMailEnvironment>
  /** The path of the council's file. */
  readonly councilFile: string
  readonly maySend: (role: IRole) => void
  /** The log of the function that hears what SES says of a message. */
  readonly emailEvents: ILogGroup
}

const MISSED = 'The officer or the mediation adviser is not told what is due, so days in the law can be missed.'

/** What the officer and the mediation adviser are told: one digest each working day, and at once what came up since. */
export function councilMessages(
  stack: Stack,
  { data, environment, councilFile, maySend, emailEvents }: CouncilMessagesProps,
): void {
  const sendDigests = new ServiceFunction(stack, 'SendDigests', {
    handler: 'messages/digest/send-digests',
    description: 'Tells the officer and the mediation adviser each working day what is late, due and coming up',
    schema: councilMailEnvironment,
    environment,
    councilFile,
    // Shorter than the claim on a digest lasts (send-digests.handler.ts).
    timeout: Duration.seconds(110),
  })
  grantTable(sendDigests.role, data.cases, ['Query', 'GetItem', 'PutItem', 'UpdateItem'], { index: BY_NEXT_DATE })
  maySend(sendDigests.role)
  new Rule(stack, 'MorningDigests', {
    // Rules know UTC only. The function leaves alone the time that is an hour off (digest-of-day.ts).
    description: 'Half past seven in England, in winter and in summer',
    schedule: Schedule.cron({ minute: '30', hour: '6,7', weekDay: 'MON-FRI' }),
    targets: [new LambdaTarget(sendDigests.function, { retryAttempts: 2 })],
  })

  const tellAtOnce = new ServiceFunction(stack, 'TellAtOnce', {
    handler: 'messages/digest/tell-at-once',
    description: 'Tells the officer or the mediation adviser at once what came up after the digest and is due today',
    schema: councilMailEnvironment,
    environment,
    councilFile,
    // Shorter than the claim on a message lasts (tell-at-once.handler.ts).
    timeout: Duration.seconds(25),
  })
  grantTable(tellAtOnce.role, data.cases, ['Query', 'GetItem', 'PutItem', 'UpdateItem'])
  maySend(tellAtOnce.role)
  const untold = new Queue(stack, 'UntoldToday', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  tellAtOnce.function.addEventSource(
    new DynamoEventSource(data.cases, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      // Each record can be an email, and all of them have to go out before the time is over.
      batchSize: 10,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 20,
      onFailure: new SqsDlq(untold),
      filters: ['task', 'fact'].map((type) =>
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { type: { S: FilterRule.isEqual(type) } } },
        }),
      ),
    }),
  )

  const alarm = (id: string, metric: Parameters<typeof serviceAlarm>[2]['metric'], whatToDo: string, hurts = MISSED) =>
    serviceAlarm(stack, id, { metric, topic: data.alarms, whomItHurts: hurts, whatToDo })
  alarm(
    'DigestsFail',
    sendDigests.function.metricErrors(),
    'Look at the log of SendDigests. It tries twice more within minutes; after that run it by hand on the same day.',
  )
  alarm(
    'DueTodayIsUntold',
    untold.metricApproximateNumberOfMessagesVisible(),
    'Read the queue UntoldToday and look at those cases. The next digest tells all of it.',
  )
  alarm(
    'DigestLeavesCasesOut',
    logMetric(stack, 'UnreadCases', { log: sendDigests.log, field: 'unreadCases', metricName: 'UnreadCases' }),
    'The log of SendDigests names the cases that cannot be read. Look at what is stored of them.',
    'What is due on a case is missing from the digest.',
  )
  const unsent = { field: 'unsentToCouncil', metricName: 'UnsentToCouncil' }
  logMetric(stack, 'UnsentAtOnce', { ...unsent, log: tellAtOnce.log })
  alarm(
    'CouncilIsNotWrittenTo',
    logMetric(stack, 'UnsentDigests', { ...unsent, log: sendDigests.log }),
    "SES refuses the message. Check the addresses in the council's file, and that SES may send.",
  )
  alarm(
    'CouncilIsNotReached',
    logMetric(stack, 'UndeliveredToCouncil', {
      log: emailEvents,
      field: 'undeliveredToCouncil',
      metricName: 'UndeliveredToCouncil',
    }),
    "The log of RecordEmailEvent names the message. Check the addresses in the council's file.",
  )
}
