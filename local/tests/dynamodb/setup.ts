import type { FunctionInvoker, InvocationResult } from '../../contracts.ts'
import { openDatabase } from '../../database.ts'
import { createDynamoDb, type DynamoDbOptions, type TableDefinition } from '../../dynamodb/dynamodb.ts'

/** 3 March 2025, 09:00 UTC. */
export const START = Date.UTC(2025, 2, 3, 9)

/** A clock that moves only when told to. */
export function manualClock(start = START) {
  let time = start
  return {
    now: () => time,
    advance(milliseconds: number) {
      time += milliseconds
    },
  }
}

export interface StreamEvent {
  readonly Records: readonly {
    readonly eventID: string
    readonly eventName: string
    readonly eventSourceARN: string
    readonly userIdentity?: object
    readonly dynamodb: {
      readonly Keys: { readonly id: { readonly S: string } }
      readonly NewImage?: Record<string, { readonly S?: string; readonly N?: string }>
      readonly OldImage?: Record<string, { readonly S?: string; readonly N?: string }>
      readonly SequenceNumber: string
    }
  }[]
}

type Answer = (event: StreamEvent, call: number) => unknown

/** An invoker that notes every event; `answer` returns the payload, or throws to make the function fail. */
export function recordingInvoker(answer: Answer = () => null) {
  const events: StreamEvent[] = []
  const invoker: FunctionInvoker = {
    async invoke(_functionName, payload): Promise<InvocationResult> {
      const event = structuredClone(payload) as StreamEvent
      events.push(event)
      try {
        return { ok: true, payload: await answer(event, events.length) }
      } catch (error) {
        const { name, message } = error as Error
        return { ok: false, errorType: name, errorMessage: message, trace: [] }
      }
    },
  }
  return {
    invoker,
    events,
    /** The values of one attribute's new images, in order of delivery. */
    batches: () => events.map((event) => event.Records.map((record) => record.dynamodb.Keys.id.S)),
  }
}

export const TABLE: TableDefinition = {
  TableName: 'cases',
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  AttributeDefinitions: [
    { AttributeName: 'id', AttributeType: 'S' },
    { AttributeName: 'state', AttributeType: 'S' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-state',
      KeySchema: [
        { AttributeName: 'state', KeyType: 'HASH' },
        { AttributeName: 'id', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  BillingMode: 'PAY_PER_REQUEST',
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
}

/** DynamoDB on a database in memory (or the one given), with the table above. */
export async function dynamoDbForTests(options: Partial<DynamoDbOptions> & { answer?: Answer } = {}) {
  const { answer, ...rest } = options
  const clock = manualClock()
  const functions = recordingInvoker(answer)
  const database = options.database ?? openDatabase(':memory:')
  const dynamoDb = createDynamoDb({ database, clock, invoker: functions.invoker, ...rest })
  await dynamoDb.createTable(TABLE)
  return {
    dynamoDb,
    clock,
    database,
    ...functions,
    put: (id: string, more: Record<string, object> = {}) =>
      dynamoDb.handle('PutItem', { TableName: 'cases', Item: { id: { S: id }, ...more } }),
    /** Resolves when nothing is running. */
    async settle() {
      do await new Promise((resolve) => setTimeout(resolve, 1))
      while (!dynamoDb.isIdle())
    },
  }
}
