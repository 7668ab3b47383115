import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { StageBeginning } from '../start-stages.ts'
import type { Wait } from '../wait.ts'
import { conditionHeld } from './conditional-write.ts'
import { startingRow } from './stage-rows.ts'
import type { CaseTables } from './tables.ts'

/**
 * Begins a stage that was not begun with its fact: by the daily repair, where its row is missing.
 * @returns false when it has a row by now.
 */
export function beginStage(
  tables: CaseTables,
  caseId: string,
  beginning: StageBeginning,
  run: string,
  now: Date,
): Promise<boolean> {
  const { Put } = startingRow(tables, caseId, beginning, run, now)
  return conditionHeld(tables.client.send(new PutCommand({ ...Put, ConditionExpression: 'attribute_not_exists(pk)' })))
}

/**
 * Begins a stage again in another run: where the facts lead somewhere else by now, when its execution has grown old, or in
 * the daily repair.
 * @param wait the row as it was read.
 * @returns false when the row has changed since.
 */
export function beginStageAgain(
  tables: CaseTables,
  caseId: string,
  wait: Wait,
  beginning: StageBeginning,
  run: string,
  now: Date,
): Promise<boolean> {
  const { Put } = startingRow(tables, caseId, beginning, run, now)
  return conditionHeld(
    tables.client.send(
      new PutCommand({
        ...Put,
        ConditionExpression: 'content.startedFrom = :startedFrom AND content.#run = :run AND content.#state = :state',
        ExpressionAttributeNames: { '#run': 'run', '#state': 'state' },
        ExpressionAttributeValues: { ':startedFrom': wait.startedFrom, ':run': wait.run, ':state': wait.state },
      }),
    ),
  )
}
