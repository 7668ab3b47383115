import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { type AlarmName, soundAlarm } from '../alarms.ts'
import type { DataStack } from '../data-stack.ts'
import { logMetric } from './log-metric.ts'
import { lostWork } from './lost-work.ts'
import type { ServiceFunction } from './service-function.ts'

export interface StreamProps {
  readonly data: DataStack
  readonly calls: ServiceFunction<never>
  /** How many records it is given at once. */
  readonly batchSize: number
  /** Which records it is given, as the pattern of an event. */
  readonly filters: readonly Record<string, unknown>[]
  /** The id of the queue for records that were given up. It tells where they stood in the stream, and not what they were. */
  readonly lost: string
  readonly alarms: { readonly lost: AlarmName; readonly late: AlarmName; readonly silent: AlarmName }
}

/**
 * Calls a function with the news of the cases table. A function that reports a record as failed has not failed itself, so
 * its errors say nothing: the age of the records does. What is silent is heard by the sign of life of the daily repair,
 * which takes the same way as all news.
 */
export function hearStream(scope: Construct, { data, calls, batchSize, filters, lost, alarms }: StreamProps): void {
  const topic: ITopic = data.alarms
  calls.function.addEventSource(
    new DynamoEventSource(data.cases, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // One record that always fails must not hold up every other case for a day.
      retryAttempts: 20,
      onFailure: new SqsDlq(lostWork(scope, lost, { alarm: alarms.lost, topic })),
      filters: [...filters, SIGN_OF_LIFE].map((pattern) => FilterCriteria.filter(pattern)),
    }),
  )
  soundAlarm(scope, alarms.late, calls.function.metric('IteratorAge'), topic)
  const metricName = `${calls.node.id}HearsStream`
  const heard = logMetric(scope, metricName, { log: calls.log, field: 'signOfLife', metricName })
  soundAlarm(scope, alarms.silent, heard, topic)
}

const SIGN_OF_LIFE = { dynamodb: { NewImage: { type: { S: FilterRule.isEqual('sign-of-life') } } } }
