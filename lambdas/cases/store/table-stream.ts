import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'

/** An item of the cases table, as its stream tells of it. */
export type StreamItem = Readonly<Record<string, unknown>> & { readonly pk: string }

/**
 * Hears the records of a table's stream one after another. They come in order and at least once.
 *
 * @param hear is given each item as it is now. It may be given the same one again.
 * @param reportFailure is told of the case whose record could not be heard.
 * @returns the first record that failed. It and those after it come again, in order.
 */
export async function hearRecords(
  { Records }: DynamoDBStreamEvent,
  hear: (item: StreamItem) => Promise<void>,
  reportFailure: (caseId: string, error: unknown) => void,
): Promise<DynamoDBBatchResponse> {
  for (const { dynamodb } of Records) {
    try {
      if (dynamodb?.NewImage)
        await hear(unmarshall(dynamodb.NewImage as Parameters<typeof unmarshall>[0]) as StreamItem)
    } catch (error) {
      reportFailure(dynamodb?.Keys?.pk?.S ?? 'unknown', error)
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}
