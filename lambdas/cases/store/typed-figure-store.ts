import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfPerson } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { Month } from '../../law/month.ts'
import { transactionHeld } from './conditional-write.ts'
import { contentOf, rowOf } from './rows.ts'
import { type CaseTables, outcomeKeys } from './tables.ts'

/** A number that the service cannot know, as a manager typed it in. */
export interface TypedNumber {
  readonly figure: string
  readonly row: string
  /** A whole number of things, or pence. */
  readonly number: number
  /** Where it comes from, in words. */
  readonly source: string
  readonly recordedBy: string
  /** ISO 8601. */
  readonly recordedAt: string
}

/** All that is typed in of one table for one month. Together, because one number can be a part of another. */
export interface TypedMonth {
  readonly table: string
  readonly month: Month
  /** It grows by one with each change, from 1. Whoever changes it has to have seen the one before. */
  readonly revision: number
  readonly numbers: readonly TypedNumber[]
}

/** As many tables of months as are written at once, with the entry of who did. */
export const MOST_MONTHS_AT_ONCE = 99

/**
 * Keeps what was typed in, all or nothing, with one entry of who did. The entry says whether numbers took the place of others.
 * @param changed each with the revision that follows the one it takes the place of
 * @param how whether any number is another than before, or was taken back
 * @returns false when somebody else has changed one of them meanwhile: nothing was written
 */
export function keepTypedMonths(
  tables: CaseTables & AuditTables,
  changed: readonly TypedMonth[],
  how: 'figures-typed' | 'figures-typed-again',
  who: string,
  now: Date,
): Promise<boolean> {
  const writes = changed.map((one) => ({
    Put: {
      TableName: tables.casesTable,
      Item: rowOf(outcomeKeys.typedFigures(one.month, one.table), 'typed-figures', one),
      ...(one.revision === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'content.revision = :before',
            ExpressionAttributeValues: { ':before': one.revision - 1 },
          }),
    },
  }))
  const about = changed.map(({ month, table }) => `${month}:${table}`)
  return transactionHeld(writeWithEntry(tables, { chain: chainOfPerson(who), who, what: how, about }, now, writes))
}

/** What is typed in for the months from the first to the last, of every table. */
export async function typedMonths(
  { client, casesTable }: CaseTables,
  { from, to }: { readonly from: Month; readonly to: Month },
): Promise<readonly TypedMonth[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: casesTable,
      KeyConditionExpression: 'pk = :typed AND sk BETWEEN :from AND :to',
      // "~" sorts after everything that can stand in the id of a table.
      ExpressionAttributeValues: { ':typed': outcomeKeys.typedFigures(from, '').pk, ':from': from, ':to': `${to}~` },
      ConsistentRead: true,
    },
  )
  const found: TypedMonth[] = []
  for await (const { Items = [] } of pages) found.push(...Items.map((item) => contentOf('typed-figures', item)))
  return found
}
