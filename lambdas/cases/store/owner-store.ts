import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfCase } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { CaseRecord } from '../case-file.ts'
import { NOBODY } from '../work/case-work.ts'
import { transactionHeld } from './conditional-write.ts'
import { rowOf } from './rows.ts'
import { type CaseTables, keys } from './tables.ts'

export interface NewOwner {
  /** The id of the person; undefined for nobody, and for a task the owner of its case. */
  readonly to: string | undefined
  readonly changedBy: string
}

/**
 * Gives a case to somebody, or to nobody, with the entry that says who did it. It changes no version: what somebody else is
 * typing about the case can still be saved.
 * @param record as whoever decided it had seen it
 * @returns false when it has another owner meanwhile: look again
 */
export function giveCase(
  tables: CaseTables & AuditTables,
  { caseId, owner }: Pick<CaseRecord, 'caseId' | 'owner'>,
  { to, changedBy }: NewOwner,
  now: Date,
): Promise<boolean> {
  const change = to ? 'SET #owner = :to REMOVE ownerLeftOn' : 'REMOVE #owner, ownerLeftOn'
  return writeOwner(tables, caseId, owner, { change, values: to ? { ':to': to } : {} }, { to, changedBy }, now)
}

/**
 * Takes a case from somebody who has left: it is nobody's from then on, and a task asks for a new owner. Doing it twice
 * changes nothing.
 * @returns false when it is not theirs any more
 */
export function takeFromWhoLeft(
  tables: CaseTables & AuditTables,
  { caseId, owner }: Pick<CaseRecord, 'caseId' | 'owner'>,
  leftOn: CalendarDate,
  now: Date,
): Promise<boolean> {
  const change = 'SET ownerLeftOn = :leftOn REMOVE #owner'
  const by = { to: undefined, changedBy: 'service:owner-left' }
  return writeOwner(tables, caseId, owner, { change, values: { ':leftOn': leftOn } }, by, now)
}

function writeOwner(
  tables: CaseTables & AuditTables,
  caseId: string,
  before: string | undefined,
  { change, values }: { readonly change: string; readonly values: Readonly<Record<string, unknown>> },
  { to, changedBy }: NewOwner,
  now: Date,
): Promise<boolean> {
  const update = {
    Update: {
      TableName: tables.casesTable,
      Key: keys.case(caseId),
      UpdateExpression: change,
      ConditionExpression: before ? '#owner = :before' : 'attribute_exists(pk) AND attribute_not_exists(#owner)',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ...((before || Object.keys(values).length > 0) && {
        ExpressionAttributeValues: { ...values, ...(before && { ':before': before }) },
      }),
    },
  }
  const entry = { chain: chainOfCase(caseId), who: changedBy, what: 'owner-changed', about: [to ?? NOBODY] } as const
  return transactionHeld(writeWithEntry(tables, entry, now, [update]))
}

/** Gives one task of a case to somebody, or back to the owner of the case, with the entry that says who did it. */
export async function giveTaskTo(
  tables: CaseTables & AuditTables,
  caseId: string,
  taskId: string,
  { to, changedBy }: NewOwner,
  now: Date,
): Promise<void> {
  const Item = rowOf(keys.taskOwner(caseId, taskId), 'task-owner', { task: taskId, ...(to && { owner: to }) })
  const about = [taskId, to ?? NOBODY]
  const entry = { chain: chainOfCase(caseId), who: changedBy, what: 'task-owner-changed', about } as const
  await writeWithEntry(tables, entry, now, [{ Put: { TableName: tables.casesTable, Item } }])
}
