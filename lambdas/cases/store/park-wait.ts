import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseFile } from '../case-file.ts'
import type { DatesTold } from '../dates-told.ts'
import { stageKey } from '../start-stages.ts'
import { isWaiting, type TimedOutStage, type WaitingStage } from '../wait.ts'
import { conditionHeld, transactionHeld } from './conditional-write.ts'
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
  const others = waits.filter((other) => stageKey(other) !== stageKey(wait)).filter(isWaiting)
  const next = firstOf([wait, ...others])
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

/**
 * Notes what the case is watched for next when one of its stages has ended and others wait on. A case on which none waits is
 * about to close, or about to come to a wait that notes it.
 * @returns false when the case has moved on: look again.
 */
export async function noteNextDate(
  { client, casesTable }: CaseTables,
  { record, waits }: Pick<CaseFile, 'record' | 'waits'>,
): Promise<boolean> {
  const next = firstOf(waits.filter(isWaiting))
  if (!next || (next.date === record.nextDate && next.kind === record.nextKind)) return true
  return conditionHeld(
    client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key: keys.case(record.caseId),
        UpdateExpression: 'SET nextDate = :date, nextKind = :kind',
        ConditionExpression: 'version = :version AND #status = :open AND nextDate = :dateBefore',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':date': next.date,
          ':kind': next.kind,
          ':version': record.version,
          ':open': 'open',
          ':dateBefore': record.nextDate,
        },
      }),
    ),
  )
}

function firstOf(waits: readonly ParkedWait[]): ParkedWait['next'] | undefined {
  return waits.map(({ next }) => next).sort((one, other) => (one.date < other.date ? -1 : 1))[0]
}
