import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../audit/audit-tables.ts'
import { chainOfCase } from '../audit/entry.ts'
import { writeWithEntry } from '../audit/write-entry.ts'
import type { CaseRecord } from '../cases/case-file.ts'
import { mayOpen } from '../cases/may-open.ts'
import { type ErasedCase, whatIsLeft } from '../cases/retention/erased-case.ts'
import type { ListedForErasure, ListResult, ReasonLeftOut } from '../cases/retention/retention-list.ts'
import { transactionHeld } from '../cases/store/conditional-write.ts'
import { erasedRow } from '../cases/store/erased-case-store.ts'
import { isNotHeld, loadHold } from '../cases/store/hold-store.ts'
import { requireCaseFile } from '../cases/store/load-case-file.ts'
import { contentOf } from '../cases/store/rows.ts'
import { type CaseTables, type ContactTables, keys } from '../cases/store/tables.ts'
import { isLive } from '../cases/wait.ts'
import { countsOf, removeRows, rowsToErase } from './case-rows.ts'

type Tables = CaseTables & ContactTables & AuditTables

/** Who erases, by which list, and when. */
export interface Erasure {
  readonly listId: string
  readonly who: string
  readonly now: Date
}

/** Others may write a row in the moment in which a case is erased; they do not go on doing it. */
const ROUNDS = 5

/**
 * Erases a case of a confirmed list, or leaves it out. First its own row becomes what is left of it: from then on nothing can
 * be recorded, and it has no page. Then contacts, words and kept messages go, and then the rest. It may stop at any moment
 * and be run again: it goes on where it stopped, and a case that is erased stays so.
 *
 * @param isDue whether a case is due now by the times that are set now
 */
export async function eraseCase(
  tables: Tables,
  erasure: Erasure,
  { caseId, version }: Pick<ListedForErasure, 'caseId' | 'version'>,
  isDue: (record: CaseRecord & { readonly status: 'closed' }) => Promise<boolean>,
): Promise<ListResult> {
  const { listId } = erasure
  const before = await rowOfCase(tables, caseId)
  if (before === undefined) return { result: 'not-there' }
  if ('erased' in before)
    return before.erased.list === listId ? finish(tables, before.erased) : leftOut('erased-before')
  const { record } = before
  if (!mayOpen({ id: erasure.who }, record)) return leftOut('restricted')
  if (record.status !== 'closed') return leftOut('reopened')
  if (record.version !== version) return leftOut('changed')
  if ((await loadHold(tables, caseId))?.state === 'held') return leftOut('on-hold')
  const { waits } = await requireCaseFile(tables, caseId)
  if (waits.some(isLive)) return leftOut('still-working')
  if (!(await isDue(record))) return leftOut('not-due')
  const erased = whatIsLeft(record, listId, countsOf(await rowsToErase(tables, caseId)))
  const begun = await begin(tables, erasure, erased, version)
  // Something has changed in this moment: what, the row tells now. It was not that another began, as the version is the same.
  return begun ? finish(tables, erased) : eraseCase(tables, erasure, { caseId, version }, isDue)
}

/**
 * Erases a case again that was erased and has come back with a restore.
 * @returns how many rows went; 0 when none had come back
 * @throws Error for a case that is open: it cannot be one that was erased, so a person has to look
 */
export async function eraseCaseAgain(tables: Tables, erasure: Erasure, caseId: string): Promise<number> {
  const before = await rowOfCase(tables, caseId)
  const rows = await rowsToErase(tables, caseId)
  if (before && 'record' in before) {
    const { record } = before
    if (record.status !== 'closed') {
      throw new Error(
        `Case ${caseId} is open, and the list ${erasure.listId} says that it was erased. Look at it first.`,
      )
    }
    const erased = whatIsLeft(record, erasure.listId, countsOf(rows))
    await begin(tables, erasure, erased, record.version, 'whatever was held')
    await finish(tables, erased)
    return rows.length + 1
  }
  if (before) await finish(tables, before.erased)
  else await removeAll(tables, caseId)
  return rows.length
}

function leftOut(result: ReasonLeftOut): ListResult {
  return { result }
}

async function rowOfCase(
  { client, casesTable }: CaseTables,
  caseId: string,
): Promise<{ readonly record: CaseRecord } | { readonly erased: ErasedCase } | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: casesTable, Key: keys.case(caseId), ConsistentRead: true }),
  )
  if (!Item) return undefined
  return Item.type === 'erased-case' ? { erased: contentOf('erased-case', Item) } : { record: contentOf('case', Item) }
}

/** @returns false when the case is not as it was read any more, or is held: nothing was written */
async function begin(
  tables: Tables,
  { listId, who, now }: Erasure,
  erased: ErasedCase,
  version: number,
  held?: 'whatever was held',
): Promise<boolean> {
  const put = {
    Put: {
      TableName: tables.casesTable,
      Item: erasedRow(erased),
      ConditionExpression: '#type = :case AND #status = :closed AND version = :version',
      ExpressionAttributeNames: { '#type': 'type', '#status': 'status' },
      ExpressionAttributeValues: { ':case': 'case', ':closed': 'closed', ':version': version },
    },
  }
  const writes = held ? [put] : [put, isNotHeld(tables.contactsTable, erased.caseId)]
  const entry = { chain: chainOfCase(erased.caseId), who, what: 'case-erased', about: [listId] } as const
  return transactionHeld(writeWithEntry(tables, entry, now, writes))
}

async function finish(tables: Tables, erased: ErasedCase): Promise<ListResult> {
  await removeAll(tables, erased.caseId)
  if (erased.state === 'erasing') {
    await tables.client.send(
      new UpdateCommand({
        TableName: tables.casesTable,
        Key: keys.case(erased.caseId),
        UpdateExpression: 'SET content.#state = :erased',
        ConditionExpression: '#type = :type',
        ExpressionAttributeNames: { '#state': 'state', '#type': 'type' },
        ExpressionAttributeValues: { ':erased': 'erased', ':type': 'erased-case' },
      }),
    )
  }
  return { result: 'erased', rows: erased.rows }
}

/** Removes every row of a case but what is left of it, and looks again until there is none. */
async function removeAll(tables: Tables, caseId: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = await rowsToErase(tables, caseId)
    if (rows.length === 0) return
    await removeRows(tables, rows)
  }
  throw new Error(`Rows of case ${caseId} come back as often as they are erased.`)
}

/** Whether nothing is left of a case's own row but what came of it, or not even that, as after a restore of another day. */
export async function isErased(tables: CaseTables, caseId: string): Promise<boolean> {
  const row = await rowOfCase(tables, caseId)
  return row === undefined || ('erased' in row && row.erased.state === 'erased')
}
