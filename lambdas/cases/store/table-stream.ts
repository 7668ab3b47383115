import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import * as v from 'valibot'
import { readAs } from './rows.ts'

const streamItem = v.looseObject({ pk: v.string() })

/** An item of the cases table, as its stream tells of it. */
export type StreamItem = Readonly<v.InferOutput<typeof streamItem>>

/** Who is told how it goes with hearing a stream. */
export interface StreamReporter {
  /** Is told of the case whose record could not be heard. */
  readonly reportFailure: (caseId: string, error: unknown) => void
  /** Is told when the daily sign of life came, by the way on which all news comes. */
  readonly reportSignOfLife: () => void
}

/**
 * Hears the records of a table's stream one after another. They come in order and at least once.
 *
 * @param hear is given each item as it is now. It may be given the same one again.
 * @returns the first record that failed. It and those after it come again, in order.
 */
export async function hearRecords(
  { Records }: DynamoDBStreamEvent,
  hear: (item: StreamItem) => Promise<void>,
  { reportFailure, reportSignOfLife }: StreamReporter,
): Promise<DynamoDBBatchResponse> {
  for (const { dynamodb } of Records) {
    try {
      if (!dynamodb?.NewImage) continue
      // The two packages that AWS has for this say the same of a value's type in two ways.
      const item = unmarshall(dynamodb.NewImage as Parameters<typeof unmarshall>[0])
      if (item.type === 'sign-of-life') reportSignOfLife()
      else await hear(readAs(streamItem, item, 'a record of the stream of the cases table'))
    } catch (error) {
      reportFailure(dynamodb?.Keys?.pk?.S ?? 'unknown', error)
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}
