import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { CalendarDate } from '../law/calendar-date.ts'
import { transactionHeld } from './conditional-write.ts'
import type { DatesTold } from './dates-told.ts'
import type { NextDateKind } from './plan/plan.ts'
import type { Wait } from './stage.ts'
import { type CaseTables, keys } from './tables.ts'

/**
 * Parks a wait on the case, if the case is still open at the version that the plan was made from.
 * The stage's wait before it is replaced, and the dates that it rests on are noted.
 * @returns false when the case has moved on: plan again.
 */
export async function parkWait(
  { client, casesTable }: CaseTables,
  caseId: string,
  version: number,
  wait: Wait,
  {
    next,
    told,
  }: { readonly next: { readonly date: CalendarDate; readonly kind: NextDateKind }; readonly told: DatesTold },
): Promise<boolean> {
  return transactionHeld(
    client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName: casesTable,
              Key: keys.case(caseId),
              UpdateExpression: 'SET nextDate = :date, nextKind = :kind, told = :told',
              ConditionExpression: 'version = :version AND #status = :open',
              ExpressionAttributeNames: { '#status': 'status' },
              ExpressionAttributeValues: {
                ':date': next.date,
                ':kind': next.kind,
                ':told': told,
                ':version': version,
                ':open': 'open',
              },
            },
          },
          { Put: { TableName: casesTable, Item: { ...keys.wait(caseId, wait.stage), type: 'wait', content: wait } } },
        ],
      }),
    ),
  )
}
