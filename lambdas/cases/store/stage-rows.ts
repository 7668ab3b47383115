import { type StageBeginning, stageKey } from '../start-stages.ts'
import type { Wait } from '../wait.ts'
import { rowOf } from './rows.ts'
import { type CaseTables, keys } from './tables.ts'

/** The row of a run of a stage that is begun now. The table's stream starts its execution. */
export function startingRow(
  { casesTable }: Pick<CaseTables, 'casesTable'>,
  caseId: string,
  { stage, startedFrom, wait: name, heard }: StageBeginning,
  run: string,
  now: Date,
) {
  const wait: Wait = { stage, state: 'starting', startedFrom, run, name, heard, parkedAt: now.toISOString() }
  return { Put: { TableName: casesTable, Item: stageItem(caseId, wait) } }
}

/** The stored item of a stage. */
export function stageItem(caseId: string, wait: Wait) {
  return rowOf(keys.wait(caseId, stageKey(wait)), 'wait', wait)
}
