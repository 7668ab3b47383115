import { type EventPattern, Rule, type Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { Construct } from 'constructs'
import { type HeardBy, lostWork } from './lost-work.ts'
import type { ServiceFunction } from './service-function.ts'

export type RuleProps = {
  /** When it is called, for whoever reads the list of rules in the console. */
  readonly description: string
  readonly calls: ServiceFunction<never>
  /** The id of the queue for the events that the function could not handle. */
  readonly lost: string
  readonly heardBy: HeardBy
} & ({ readonly schedule: Schedule } | { readonly eventPattern: EventPattern })

/**
 * Calls a function when its time comes, or when something has happened. EventBridge only hands the event to Lambda, which
 * says yes and tries three times in three minutes: so what the function could not handle is kept by Lambda's own failure
 * destination. What EventBridge could not hand over comes to the same queue.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function callOnRule(scope: Construct, id: string, { calls, lost, heardBy, ...rule }: RuleProps): void {
  const queue = lostWork(scope, lost, heardBy)
  calls.function.configureAsyncInvoke({ onFailure: new SqsDestination(queue), retryAttempts: 2 })
  new Rule(scope, id, {
    ...rule,
    targets: [new LambdaTarget(calls.function, { deadLetterQueue: queue })],
  })
}
