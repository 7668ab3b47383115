import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfCase } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { LegalHold } from '../retention/legal-hold.ts'
import { transactionHeld } from './conditional-write.ts'
import { contentOf, rowOf } from './rows.ts'
import { type CaseTables, type ContactTables, contactKeys, keys } from './tables.ts'

/** What was last said of a hold on a case; undefined where nobody ever held it. */
export async function loadHold(
  { client, contactsTable }: ContactTables,
  caseId: string,
): Promise<LegalHold | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: contactsTable, Key: contactKeys.hold(caseId), ConsistentRead: true }),
  )
  return Item && contentOf('hold', Item)
}

/**
 * Notes that a case is held, or is not any more. Doing it twice changes nothing.
 * @returns false when there is no such case, or its erasure has begun
 */
export async function noteHold(
  tables: CaseTables & ContactTables & AuditTables,
  caseId: string,
  hold: LegalHold,
): Promise<boolean> {
  const { casesTable, contactsTable } = tables
  const what = hold.state === 'held' ? 'case-held' : 'hold-lifted'
  return transactionHeld(
    writeWithEntry(tables, { chain: chainOfCase(caseId), who: hold.by, what }, new Date(hold.at), [
      {
        ConditionCheck: {
          TableName: casesTable,
          Key: keys.case(caseId),
          ConditionExpression: '#type = :case',
          ExpressionAttributeNames: { '#type': 'type' },
          ExpressionAttributeValues: { ':case': 'case' },
        },
      },
      { Put: { TableName: contactsTable, Item: rowOf(contactKeys.hold(caseId), 'hold', hold) } },
    ]),
  )
}

/** What a transaction asks for so that nothing is erased that is held. */
export function isNotHeld(contactsTable: string, caseId: string) {
  return {
    ConditionCheck: {
      TableName: contactsTable,
      Key: contactKeys.hold(caseId),
      ConditionExpression: 'attribute_not_exists(pk) OR content.#state = :lifted',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':lifted': 'lifted' },
    },
  }
}
