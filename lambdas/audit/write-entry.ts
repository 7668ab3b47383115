import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { PutCommand, QueryCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { type AuditTables, auditKeys } from './audit-tables.ts'
import { type Acted, type AuditEntry, type Head, itemOf, nextEntry } from './entry.ts'

/** Others kept writing entries of the same chain, time after time. Nothing was saved. Trying again can help. */
export class ChainBusyError extends Error {
  override readonly name = 'WriteConflict'
}

/**
 * Each time that somebody is overtaken, somebody else has written. So this is more than the people who are ever at one case
 * in one moment.
 */
const ATTEMPTS = 40

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>

/**
 * Writes a change and its entry, all or none. An entry that meets another is written after it, with the change as it was:
 * nobody who reads a case makes a saving fail.
 *
 * @param writes what changes, at most 99. Their conditions decide: none of them is tried again that did not hold.
 * @throws TransactionCanceledException when a condition of a write did not hold; its reasons are in the order of the writes
 * @throws ChainBusyError when others wrote entries of the chain again and again
 */
export async function writeWithEntry(tables: AuditTables, acted: Acted, now: Date, writes: Writes): Promise<void> {
  const { client, auditTable } = tables
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    // What opens a case begins its chain, so that there is nothing to look for. Where there is after all, it is overtaken.
    const isFirst = acted.what === 'case-opened' && attempt === 1
    const Put = putOf(auditTable, nextEntry(acted, isFirst ? undefined : await headOf(tables, acted.chain), now))
    try {
      await client.send(new TransactWriteCommand({ TransactItems: [...writes, { Put }] }))
      return
    } catch (error) {
      if (!isOvertaken(error, writes.length)) throw error
    }
  }
  throw busy(acted)
}

/**
 * Writes an entry by itself, of what was read. One that meets another is written after it. Where the SDK sends it again
 * because it heard nothing of the first time, it can stand there twice: rather that than not at all.
 * @throws ChainBusyError when others wrote entries of the chain again and again
 */
export async function writeEntry(tables: AuditTables, acted: Acted, now: Date): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const put = putOf(tables.auditTable, nextEntry(acted, await headOf(tables, acted.chain), now))
    try {
      await tables.client.send(new PutCommand(put))
      return
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }
  throw busy(acted)
}

/** Where a chain ends. An entry that somebody has spoilt must not keep a case from being opened: `verify-audit` finds it. */
async function headOf({ client, auditTable }: AuditTables, chain: string): Promise<Head | undefined> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: auditTable,
      KeyConditionExpression: 'pk = :chain',
      ExpressionAttributeValues: { ':chain': chain },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  )
  const [last] = Items
  return last && { number: Number(last.sk), hash: String(last.hash) }
}

function putOf(TableName: string, entry: AuditEntry) {
  const Item = itemOf(entry, auditKeys.entry(entry.chain, entry.number))
  return { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }
}

/** Whether somebody else's entry took the number, and nothing else went wrong. @param place that of the entry */
function isOvertaken(error: unknown, place: number): boolean {
  if (!(error instanceof TransactionCanceledException)) return false
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code)
  return codes[place] === 'ConditionalCheckFailed' && codes.indexOf('ConditionalCheckFailed') === place
}

function busy({ chain }: Acted): ChainBusyError {
  return new ChainBusyError(
    `Others wrote entries of ${chain} ${ATTEMPTS} times in a row. Nothing was saved. Try again.`,
  )
}
