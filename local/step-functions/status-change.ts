import type { ExecutionRecord } from './store.ts'

/** What Step Functions puts on the default event bus when an execution begins or ends. */
export interface StatusChangeEvent {
  readonly source: 'aws.states'
  readonly 'detail-type': 'Step Functions Execution Status Change'
  readonly resources: readonly string[]
  readonly detail: Readonly<Record<string, unknown>>
}

/** Input and output that are longer together are left out of the event. */
const LONGEST_IN_BYTES = 248 * 1024

/**
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export function statusChangeEvent(execution: ExecutionRecord): StatusChangeEvent {
  const { arn, machineArn, name, status, startedAt, stoppedAt, input, output, error, cause } = execution
  const isIncluded = Buffer.byteLength(input) + Buffer.byteLength(output ?? '') <= LONGEST_IN_BYTES
  const included = { included: isIncluded }
  const isRedrivable = status === 'FAILED' || status === 'TIMED_OUT' || status === 'ABORTED'
  return {
    source: 'aws.states',
    'detail-type': 'Step Functions Execution Status Change',
    resources: [arn],
    detail: {
      executionArn: arn,
      stateMachineArn: machineArn,
      name,
      status,
      startDate: Math.round(startedAt),
      stopDate: stoppedAt === null ? null : Math.round(stoppedAt),
      input: isIncluded ? input : null,
      output: isIncluded ? output : null,
      inputDetails: included,
      outputDetails: output === null ? null : included,
      error,
      cause,
      stateMachineVersionArn: null,
      stateMachineAliasArn: null,
      redriveCount: 0,
      redriveDate: null,
      redriveStatus: isRedrivable ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
      redriveStatusReason: isRedrivable ? null : `Execution is ${status} and cannot be redriven`,
    },
  }
}
