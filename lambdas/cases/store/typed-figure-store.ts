import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
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

/** What is typed in for the months of one calendar year: one row, so that a report of years reads few. */
export interface TypedYear {
  /** "2026" */
  readonly year: string
  /** It grows by one with each change of any of its months, from 1. */
  readonly revision: number
  readonly months: readonly TypedMonth[]
}

/** As many tables of months are written at once: they stand in the entry of who did. */
export const MOST_MONTHS_AT_ONCE = 99
/** Where somebody changes another month of the same year in the same moment, it is tried again. */
const ATTEMPTS = 4

/**
 * Keeps what was typed in, all or nothing, with one entry of who did. The entry says whether numbers took the place of others.
 * @param changed each with the revision that follows the one it takes the place of
 * @param how whether any number is another than before, or was taken back
 * @returns false when somebody else has changed one of them meanwhile: nothing was written
 */
export async function keepTypedMonths(
  tables: CaseTables & AuditTables,
  changed: readonly TypedMonth[],
  how: 'figures-typed' | 'figures-typed-again',
  who: string,
  now: Date,
): Promise<boolean> {
  const about = changed.map(({ month, table }) => `${month}:${table}`)
  const entry = { chain: chainOfPerson(who), who, what: how, about } as const
  const byYear = [...Map.groupBy(changed, ({ month }) => yearOf(month))]
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const years = await Promise.all(
      byYear.map(async ([year, own]) => {
        const before = await loadYear(tables, year)
        const isSeen = own.every((one) => (find(before.months, one)?.revision ?? 0) === one.revision - 1)
        return { before, own, isSeen }
      }),
    )
    if (years.some(({ isSeen }) => !isSeen)) return false
    const writes = years.map(({ before, own }) => putYear(tables, before, own))
    if (await transactionHeld(writeWithEntry(tables, entry, now, writes))) return true
  }
  return false
}

function putYear({ casesTable }: CaseTables, before: TypedYear, changed: readonly TypedMonth[]) {
  const others = before.months.filter((one) => !find(changed, one))
  const months = [...others, ...changed].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
  const after: TypedYear = { ...before, revision: before.revision + 1, months }
  return {
    Put: {
      TableName: casesTable,
      Item: rowOf(outcomeKeys.typedFigures(before.year), 'typed-figures', after),
      ...(before.revision === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'content.revision = :before',
            ExpressionAttributeValues: { ':before': before.revision },
          }),
    },
  }
}

async function loadYear({ client, casesTable }: CaseTables, year: string): Promise<TypedYear> {
  const { Item } = await client.send(
    new GetCommand({ TableName: casesTable, Key: outcomeKeys.typedFigures(year), ConsistentRead: true }),
  )
  return Item ? contentOf('typed-figures', Item) : { year, revision: 0, months: [] }
}

/** What is typed in for the months from the first to the last, of every table. A row for each calendar year is read. */
export async function typedMonths(
  { client, casesTable }: CaseTables,
  { from, to }: { readonly from: Month; readonly to: Month },
): Promise<readonly TypedMonth[]> {
  const [first, last] = [outcomeKeys.typedFigures(yearOf(from)), outcomeKeys.typedFigures(yearOf(to))]
  const pages = paginateQuery(
    { client },
    {
      TableName: casesTable,
      KeyConditionExpression: 'pk = :typed AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':typed': first.pk, ':from': first.sk, ':to': last.sk },
      ConsistentRead: true,
    },
  )
  const found: TypedMonth[] = []
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const { months } = contentOf('typed-figures', item)
      found.push(...months.filter(({ month }) => month >= from && month <= to))
    }
  }
  return found
}

function yearOf(month: Month): string {
  return month.slice(0, 'yyyy'.length)
}

function nameOf({ month, table }: Pick<TypedMonth, 'month' | 'table'>): string {
  return `${month} ${table}`
}

function find(some: readonly TypedMonth[], one: TypedMonth): TypedMonth | undefined {
  return some.find((other) => nameOf(other) === nameOf(one))
}
