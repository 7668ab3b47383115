import type { Queues } from '../queues/queues.ts'
import type { StatusChangeEvent } from '../step-functions/status-change.ts'
import { type AlarmState, alarmState, lookBack } from './alarm-state.ts'
import type { AlarmDefinition } from './alarms-of-template.ts'
import type { Datum, Metrics, PutMetric } from './metrics.ts'

/** An alarm as it is now. */
export interface Alarm extends Pick<AlarmDefinition, 'name' | 'logicalId' | 'description'> {
  readonly state: AlarmState
}

/** @param now epoch milliseconds */
export function statesOf(
  definitions: readonly AlarmDefinition[],
  metrics: Metrics,
  queues: Queues,
  now: number,
): readonly Alarm[] {
  return definitions.map((definition) => {
    const { name, logicalId, description, metric } = definition
    const data: readonly Datum[] =
      metric.namespace === 'AWS/SQS' && metric.name === 'ApproximateNumberOfMessagesVisible'
        ? [{ at: now, value: queues.count(metric.dimensions.QueueName ?? '') }]
        : metrics.since(metric, lookBack(definition, now))
    return { name, logicalId, description, state: alarmState(definition, data, now) }
  })
}

const METRIC_OF_ENDING: Readonly<Record<string, string>> = {
  FAILED: 'ExecutionsFailed',
  TIMED_OUT: 'ExecutionsTimedOut',
  ABORTED: 'ExecutionsAborted',
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html */
export function countEnding({ detail }: StatusChangeEvent, putMetric: PutMetric): void {
  const name = METRIC_OF_ENDING[String(detail.status)]
  const StateMachineArn = String(detail.stateMachineArn)
  if (name !== undefined) putMetric({ namespace: 'AWS/States', name, dimensions: { StateMachineArn } }, 1)
}
