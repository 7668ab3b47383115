import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { stageKey } from '../start-stages.ts'
import type { GoneOn, Stop, Stopped } from '../stop.ts'
import { conditionHeld } from './conditional-write.ts'
import { rowOf } from './rows.ts'
import { type CaseTables, keys } from './tables.ts'

/**
 * Notes that a stage has stopped, or goes on.
 * @param before what was noted of the stage when it was read
 * @returns false when something else has been noted since
 */
export function noteStop(
  { client, casesTable }: CaseTables,
  caseId: string,
  before: Stop | undefined,
  stop: Stopped | GoneOn,
): Promise<boolean> {
  return conditionHeld(
    client.send(
      new PutCommand({
        TableName: casesTable,
        Item: rowOf(keys.stop(caseId, stageKey(stop)), 'stop', stop),
        ...(before
          ? {
              ConditionExpression: 'content.#state = :state AND content.stoppedAt = :stoppedAt',
              ExpressionAttributeNames: { '#state': 'state' },
              ExpressionAttributeValues: { ':state': before.state, ':stoppedAt': before.stoppedAt },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      }),
    ),
  )
}
