import type { ServiceClock } from '../clock.ts'
import type { Alarm } from '../cloudwatch/alarms.ts'
import type { EndpointResponse } from '../contracts.ts'
import type { UndeliveredRecord } from '../dynamodb/dynamodb.ts'
import type { FailedEvent } from '../lambda/asynchronous-invocations.ts'
import type { FunctionFigures } from '../lambda/function-pool.ts'
import type { QueueMessage } from '../queues/queues.ts'
import type { Scheduler } from '../scheduler.ts'
import type { ExecutionOverview } from '../step-functions/step-functions.ts'

/** What the console shows, and what it can do. */
export interface ConsoleSources {
  readonly clock: ServiceClock
  readonly scheduler: Scheduler
  readonly executions: (limit: number) => readonly ExecutionOverview[]
  /** Step Functions' own API. */
  readonly stepFunctions: (operation: string, request: object) => Promise<EndpointResponse>
  readonly undelivered: () => readonly UndeliveredRecord[]
  readonly failedEvents: () => readonly FailedEvent[]
  readonly queueMessages: () => readonly QueueMessage[]
  readonly functions: () => readonly { readonly name: string; readonly figures: FunctionFigures }[]
  readonly schedules: () => readonly {
    readonly rule: string
    readonly expression: string
    readonly dueAt: number | undefined
  }[]
  readonly alarms: () => readonly Alarm[]
  readonly messageCount: () => number
  readonly withoutEffect: readonly {
    readonly stack: string
    readonly logicalId: string
    readonly type: string
    readonly why: string
  }[]
  readonly apiUrl: string | undefined
}
