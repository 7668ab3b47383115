import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseFile } from '../case-file.ts'
import type { DatesTold } from '../dates-told.ts'
import { stageKey } from '../start-stages.ts'
import { isParked, type TimedOutStage, type WaitingStage } from '../wait.ts'
import { transactionHeld } from './conditional-write.ts'
import { stageItem } from './stage-rows.ts'
import { type CaseTables, keys } from './tables.ts'

/** A wait of a stage that has come to it. */
export type ParkedWait = WaitingStage | TimedOutStage

/**
 * Parks a wait on the case, if the case is still open and as `file` shows it. The stage's wait before it is replaced, the
 * dates that it rests on are noted, and the next date of the case is the first of all its stages.
 * @returns false when the case has moved on: plan again.
 */
export async function parkWait(
  { client, casesTable }: CaseTables,
  { record, waits }: CaseFile,
  wait: ParkedWait,
  told: DatesTold,
): Promise<boolean> {
  const others = waits.filter((other) => stageKey(other) !== stageKey(wait)).filter(isParked)
  const next = [wait.next, ...others.map((other) => other.next)].sort((one, other) =>
    one.date < other.date ? -1 : 1,
  )[0]
  return transactionHeld(
    client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName: casesTable,
              Key: keys.case(record.caseId),
              UpdateExpression: 'SET nextDate = :date, nextKind = :kind, told = :told',
              // The next date too: another stage may have parked in the same moment.
              ConditionExpression: 'version = :version AND #status = :open AND nextDate = :dateBefore',
              ExpressionAttributeNames: { '#status': 'status' },
              ExpressionAttributeValues: {
                ':date': next?.date,
                ':kind': next?.kind,
                ':told': told,
                ':version': record.version,
                ':open': 'open',
                ':dateBefore': record.nextDate,
              },
            },
          },
          { Put: { TableName: casesTable, Item: stageItem(record.caseId, wait) } },
        ],
      }),
    ),
  )
}
