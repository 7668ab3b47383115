import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/**
 * Counts the read units of what a client asks for.
 *
 * @returns how many it asked for since it was last called, in read units of DynamoDB (4 KB, half of it where the read need
 * not be the latest): https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
export function countReadUnits(client: DynamoDBDocumentClient): () => number {
  let units = 0
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const isRead = /^(Get|BatchGet|Query|Scan|TransactGet)/.test(commandName)
        if (!isRead) return next(args)
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
        const { ConsumedCapacity } = answer.output as { readonly ConsumedCapacity?: unknown }
        for (const one of [ConsumedCapacity ?? []].flat()) units += (one as { CapacityUnits: number }).CapacityUnits
        return answer
      },
    { step: 'initialize', priority: 'high' },
  )
  return () => {
    const counted = units
    units = 0
    return counted
  }
}
