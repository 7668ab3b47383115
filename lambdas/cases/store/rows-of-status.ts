import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import { BY_NEXT_DATE, type CaseTables } from './tables.ts'

/** Every row that stands in the index of the cases under a status of its own, of open and of closed cases, by its day. */
export async function* rowsOfStatus(
  { client, casesTable }: CaseTables,
  status: string,
): AsyncGenerator<Record<string, unknown>> {
  const pages = paginateQuery(
    { client },
    {
      TableName: casesTable,
      IndexName: BY_NEXT_DATE,
      KeyConditionExpression: '#status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status },
    },
  )
  for await (const { Items = [] } of pages) yield* Items
}
