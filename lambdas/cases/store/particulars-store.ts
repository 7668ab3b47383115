import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfCase } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { CaseFile } from '../case-file.ts'
import type { Particulars } from '../particulars.ts'
import { transactionHeld } from './conditional-write.ts'
import { rowOf } from './rows.ts'
import { type CaseTables, keys } from './tables.ts'

/**
 * Records what a case is about, and which groups its family belongs to, in the place of what was recorded before. The entry says who
 * did it, and not what.
 * @param file the case as whoever recorded it had seen it
 * @returns false when somebody else has recorded it meanwhile, or the case is being erased: look again
 */
export function recordParticulars(
  tables: CaseTables & AuditTables,
  { record: { caseId }, particulars: seen }: Pick<CaseFile, 'record' | 'particulars'>,
  recorded: Omit<Particulars, 'changedAt'>,
  recordedBy: string,
  now: Date,
): Promise<boolean> {
  const { casesTable: TableName } = tables
  const Item = rowOf(keys.particulars(caseId), 'particulars', { ...recorded, changedAt: now.toISOString() })
  return transactionHeld(
    writeWithEntry(tables, { chain: chainOfCase(caseId), who: recordedBy, what: 'particulars-recorded' }, now, [
      {
        ConditionCheck: {
          TableName,
          Key: keys.case(caseId),
          ConditionExpression: '#type = :case',
          ExpressionAttributeNames: { '#type': 'type' },
          ExpressionAttributeValues: { ':case': 'case' },
        },
      },
      {
        Put: {
          TableName,
          Item,
          ConditionExpression: seen ? 'content.changedAt = :seen' : 'attribute_not_exists(pk)',
          ...(seen && { ExpressionAttributeValues: { ':seen': seen.changedAt } }),
        },
      },
    ]),
  )
}
