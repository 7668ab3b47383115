import { Duration } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { type AlarmName, soundAlarm } from '../alarms.ts'

/** Who hears of what is in a queue. */
export interface HeardBy {
  readonly alarm: AlarmName
  readonly topic: ITopic
}

/** A queue for what was given up, with the alarm that hears of it: none is made without one. */
export function lostWork(scope: Construct, id: string, { alarm, topic }: HeardBy): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  soundAlarm(scope, alarm, queue.metricApproximateNumberOfMessagesVisible(), topic)
  return queue
}
