import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { conditionHeld } from './conditional-write.ts'
import type { CaseOutcome } from './stage.ts'
import { type CaseTables, keys } from './tables.ts'

/**
 * Closes a case at the version that the decision to close it was made from. Closing a closed case changes nothing.
 * @returns false when the case has moved on since: plan again.
 */
export async function closeCase(
  { client, casesTable }: CaseTables,
  caseId: string,
  version: number,
  outcome: CaseOutcome,
  now: Date,
): Promise<boolean> {
  return conditionHeld(
    client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key: keys.case(caseId),
        UpdateExpression:
          'SET #status = :closed, outcome = if_not_exists(outcome, :outcome), closedAt = if_not_exists(closedAt, :now)',
        ConditionExpression: 'version = :version OR #status = :closed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':closed': 'closed',
          ':outcome': outcome,
          ':now': now.toISOString(),
          ':version': version,
        },
      }),
    ),
  )
}
