import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { conditionHeld } from './conditional-write.ts'
import { rowOf } from './rows.ts'
import { type CaseTables, keys } from './tables.ts'

/**
 * Takes one of the emails that may be sent in a second, for whichever function asks: they share one row.
 * @param second the second, counted from 1970.
 * @param emails how many may be sent in it.
 * @returns false when none is left in this second, or another function's clock is in a later one already.
 */
export async function takeSendingTurn(
  { client, casesTable }: CaseTables,
  second: number,
  emails: number,
): Promise<boolean> {
  const isFirst = await conditionHeld(
    client.send(
      new PutCommand({
        TableName: casesTable,
        Item: rowOf(keys.sendingSecond(), 'sending-second', { second, taken: 1 }),
        ConditionExpression: 'attribute_not_exists(pk) OR content.#second < :second',
        ExpressionAttributeNames: { '#second': 'second' },
        ExpressionAttributeValues: { ':second': second },
      }),
    ),
  )
  if (isFirst) return true
  return conditionHeld(
    client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key: keys.sendingSecond(),
        UpdateExpression: 'SET content.taken = content.taken + :one',
        ConditionExpression: 'content.#second = :second AND content.taken < :emails',
        ExpressionAttributeNames: { '#second': 'second' },
        ExpressionAttributeValues: { ':second': second, ':one': 1, ':emails': emails },
      }),
    ),
  )
}
