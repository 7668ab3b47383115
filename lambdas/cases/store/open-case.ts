import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { type Acted, chainOfCase } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { CouncilOwnTimes } from '../council.ts'
import { londonDay } from '../london.ts'
import { type NewCase, newCase } from '../new-case.ts'
import { OPENED, type Sequence } from '../sequence.ts'
import { standings } from '../standing.ts'
import { everyStart, fromTheStart } from '../start-stages.ts'
import { contactPuts } from './child-key-store.ts'
import { caseRowOf, contentOf, rowOf } from './rows.ts'
import { rowsByCase } from './rows-by-case.ts'
import { startingRow } from './stage-rows.ts'
import { submissionRow } from './submission-rows.ts'
import { type CaseTables, keys, type SearchableContactTables } from './tables.ts'

/** Another case has the id that was chosen. */
export class CaseIdTakenError extends Error {
  override readonly name = 'CaseIdTakenError'
}

export interface CaseToOpen extends Omit<NewCase, 'happened'> {
  /** The id that the form carried: the same form sent twice opens one case. */
  readonly submissionId: string
  /** What had happened by then, of a case that is under way. Its stages begin where that has led them. */
  readonly happenedBefore?: {
    readonly facts: NonNullable<NewCase['happened']>
    readonly ownTimes: CouncilOwnTimes
  }
}

/**
 * Opens a case: its first facts, its row, the stages that they start, its contact details, the keys of the child and who
 * opened it, all or none.
 * @returns the id of the case; that of the case opened before when the same form had been sent already.
 * @throws CaseIdTakenError when another case has this id: choose another and try again.
 */
export async function openCase(
  tables: CaseTables & SearchableContactTables & AuditTables,
  { submissionId, happenedBefore, ...opening }: CaseToOpen,
  now: Date,
): Promise<string> {
  const { caseId, contact } = opening
  const happened = happenedBefore?.facts ?? []
  const { record, subject } = newCase({ ...opening, happened }, now)
  const beginnings =
    happenedBefore && happened.length > 0
      ? standings(subject, londonDay(now), happenedBefore.ownTimes)
      : everyStart(subject).map(fromTheStart)
  const { casesTable } = tables
  const put = (Item: Record<string, unknown>) => ({
    Put: { TableName: casesTable, Item, ConditionExpression: 'attribute_not_exists(pk)' },
  })
  try {
    const acted: Acted = {
      chain: chainOfCase(caseId),
      who: opening.recordedBy,
      what: 'case-opened',
      ...(happened.length > 0 && { about: happened.map(({ type }) => type) }),
    }
    await writeWithEntry(tables, acted, now, [
      put(submissionRow(submissionId, { caseId, sequence: OPENED }, now)),
      put(caseRowOf(keys.case(caseId), record)),
      ...subject.recorded.map((fact) => put(rowOf(keys.fact(caseId, fact.sequence), 'fact', fact))),
      ...beginnings.map((beginning) => startingRow(tables, caseId, beginning, '1', now)),
      ...(await contactPuts(tables, caseId, contact)),
    ])
    return caseId
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error
    const before = await submissionBefore(tables, submissionId)
    if (before) return before.caseId
    if (error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed')) {
      throw new CaseIdTakenError(`The case id ${caseId} is taken. Choose another and try again.`)
    }
    throw error
  }
}

/** What a form that was sent in before led to. */
export async function submissionBefore(
  { client, casesTable }: CaseTables,
  submissionId: string,
): Promise<{ readonly caseId: string; readonly sequence: Sequence } | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: casesTable, Key: keys.submission(submissionId), ConsistentRead: true }),
  )
  return Item && contentOf('submission', Item)
}

/** What those of several forms that were sent in before led to, by the id of the form. @param submissionIds 100 at most */
export async function submissionsBefore(
  { client, casesTable }: CaseTables,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly caseId: string; readonly sequence: Sequence }>> {
  const wanted = [...new Set(submissionIds)]
  const rows = await rowsByCase({ client, table: casesTable }, 'submission', wanted.map(keys.submission))
  return new Map(
    wanted.flatMap((id) => {
      const row = rows.get(keys.submission(id).pk)
      return row ? [[id, row] as const] : []
    }),
  )
}
