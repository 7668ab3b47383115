import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfCase, type RestrictingReason } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { CaseRecord } from '../case-file.ts'
import { londonDay } from '../london.ts'
import type { Restriction } from '../restriction.ts'
import { transactionHeld } from './conditional-write.ts'
import { contentOf, rowOf } from './rows.ts'
import { rowsOfStatus } from './rows-of-status.ts'
import { type CaseTables, keys } from './tables.ts'

/** Restricted cases stand in the index of the cases under a status of their own, by the day of the last change. */
const RESTRICTED = 'restricted-case'

/** Who may open a case, as far as somebody may know it who may not. */
export interface WhoMayOpen {
  readonly caseId: string
  /** Absent: everybody who reads cases. */
  readonly restrictedTo?: readonly string[]
  /** Whose case it is. Absent: nobody's. */
  readonly owner?: string
  /** When that was changed last: ISO 8601. Absent: never. */
  readonly changedAt?: string
  /** The child or young person has died: nobody is asked for anything about it. */
  readonly hasDied?: true
}

/** Who may open a case. @returns undefined when there is no such case */
export async function loadWhoMayOpen(
  { client, casesTable }: CaseTables,
  caseId: string,
): Promise<WhoMayOpen | undefined> {
  const [record, restriction] = await Promise.all(
    [keys.case(caseId), keys.restriction(caseId)].map((Key) =>
      client.send(new GetCommand({ TableName: casesTable, Key, ConsistentRead: true })),
    ),
  )
  // What is left of a case that was erased is none.
  if (record?.Item?.type !== 'case') return undefined
  const { restrictedTo, owner, hasDied } = contentOf('case', record.Item)
  const changedAt = restriction?.Item && contentOf('restriction', restriction.Item).changedAt
  return {
    caseId,
    ...(restrictedTo && { restrictedTo }),
    ...(owner && { owner }),
    ...(changedAt && { changedAt }),
    ...(hasDied && { hasDied }),
  }
}

export interface NewRestriction {
  /** The ids of those who may open the case from now on; undefined for everybody who reads cases. */
  readonly to: readonly string[] | undefined
  readonly why: RestrictingReason
  readonly changedBy: string
}

/**
 * Restricts a case to some people, to others, or not any more, with the entry that says who did it and why.
 * @param seen as whoever decided it had seen it
 * @returns false when somebody else has changed it meanwhile: look again
 */
export async function restrictCase(
  tables: CaseTables & AuditTables,
  { caseId, restrictedTo: before, changedAt }: WhoMayOpen,
  { to, why, changedBy }: NewRestriction,
  now: Date,
): Promise<boolean> {
  const { casesTable } = tables
  const restriction: Restriction = { why, changedAt: now.toISOString() }
  const indexed = to ? { status: RESTRICTED, nextDate: londonDay(now) } : {}
  const update = {
    Update: {
      TableName: casesTable,
      Key: keys.case(caseId),
      UpdateExpression: to ? 'SET restrictedTo = :to' : 'REMOVE restrictedTo',
      ConditionExpression: 'attribute_exists(pk)',
      ...(to && { ExpressionAttributeValues: { ':to': to } }),
    },
  }
  const put = {
    Put: {
      TableName: casesTable,
      Item: rowOf(keys.restriction(caseId), 'restriction', restriction, indexed),
      ConditionExpression: changedAt ? 'content.changedAt = :seen' : 'attribute_not_exists(pk)',
      ...(changedAt && { ExpressionAttributeValues: { ':seen': changedAt } }),
    },
  }
  const what = !to ? 'restriction-lifted' : before ? 'restriction-changed' : 'case-restricted'
  const entry = { chain: chainOfCase(caseId), who: changedBy, what, about: to ?? [], why } as const
  return transactionHeld(writeWithEntry(tables, entry, now, [update, put]))
}

/** The cases that are restricted, the one that was changed first at the top: their references and the day of the change. */
export async function listRestricted(
  tables: CaseTables,
): Promise<readonly (Pick<CaseRecord, 'caseId'> & Pick<Restriction, 'changedAt'>)[]> {
  const found: (Pick<CaseRecord, 'caseId'> & Pick<Restriction, 'changedAt'>)[] = []
  for await (const row of rowsOfStatus(tables, RESTRICTED)) {
    found.push({ caseId: String(row.pk), changedAt: contentOf('restriction', row).changedAt })
  }
  return found
}
