import { isDeepStrictEqual } from 'node:util'
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Month } from '../../law/month.ts'
import {
  type Cells,
  type CellsByMonth,
  cellsOf,
  outcomeOfCase,
  outcomeOfErased,
} from '../outcome-counts/counted-outcome.ts'
import { addTo, differences } from './add-to-counts.ts'
import { transactionHeld } from './conditional-write.ts'
import { contentOf, rowOf } from './rows.ts'
import { readRows } from './rows-by-case.ts'
import { rowsOfStatus } from './rows-of-status.ts'
import { type CaseTables, keys, outcomeKeys } from './tables.ts'

/** Counted outcomes of cases stand in the index of the cases under a status of their own: the recount reads them. */
const COUNTED = 'outcome-counted'

/** What was counted of a case last. */
export interface CountedCase {
  readonly caseId: string
  /** It grows with each change. Whoever changes it has to have seen the one before. */
  readonly revision: number
  /** In which cells it was counted, so that the difference is right whatever the cells are called from a later version on. */
  readonly cells: CellsByMonth
}

/** How often it is tried again when somebody else counted the same case in the same moment. */
const TRIES = 10

/**
 * Keeps what the outcomes count of a case. It is read from the case as it is, and changes the cells of its month by the
 * difference to what was counted of this case before, in one transaction with that: so it may be done twice, late, and in
 * any order.
 */
export async function keepOutcome(tables: CaseTables, caseId: string, now: Date): Promise<'as-it-was' | 'changed'> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const [change] = await changesOf(tables, [caseId])
    if (!change) return 'as-it-was'
    if (await write(tables, [change], now)) return 'changed'
  }
  throw new Error(`The outcome of case ${caseId} changed ${TRIES} times while it was counted. Count it again.`)
}

/**
 * The same of several cases, all at once: of many that nobody has counted the cells change once.
 * @param caseIds 40 at most
 * @returns the cases of which something was to be changed
 */
export async function keepOutcomes(
  tables: CaseTables,
  caseIds: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  const changes = await changesOf(tables, [...new Set(caseIds)])
  if (changes.length === 0) return []
  if (!(await write(tables, changes, now))) {
    // One of them was counted by somebody else in this moment: each by itself.
    for (const { caseId } of changes) await keepOutcome(tables, caseId, now)
  }
  return changes.map(({ caseId }) => caseId)
}

interface Change {
  readonly caseId: string
  readonly before: CountedCase | undefined
  readonly cells: CellsByMonth
}

async function changesOf(tables: CaseTables, caseIds: readonly string[]): Promise<readonly Change[]> {
  const { casesTable: table, client } = tables
  // Read before the cases: what is written then rests on cases that are at least as new as those counted before.
  const counted = await readRows({ client, table }, caseIds.map(outcomeKeys.counted))
  const cases = await readRows({ client, table }, caseIds.map(keys.case))
  return caseIds.flatMap((caseId): readonly Change[] => {
    const [row, item] = [counted.get(outcomeKeys.counted(caseId).pk), cases.get(caseId)]
    // There is no case of this reference.
    if (!item) return []
    const before = row && contentOf('outcome-counted', row)
    const cells = cellsOf(
      item.type === 'erased-case'
        ? outcomeOfErased(contentOf('erased-case', item))
        : outcomeOfCase(contentOf('case', item)),
    )
    return isDeepStrictEqual(before?.cells, cells) ? [] : [{ caseId, before, cells }]
  })
}

/** @returns false when somebody else has counted one of the cases meanwhile */
async function write(tables: CaseTables, changes: readonly Change[], now: Date): Promise<boolean> {
  const { client, casesTable: TableName } = tables
  const rows = changes.map(({ caseId, before, cells }) => {
    const revision = Math.max(now.getTime(), (before?.revision ?? 0) + 1)
    const Item = rowOf(
      outcomeKeys.counted(caseId),
      'outcome-counted',
      { caseId, revision, cells },
      { status: COUNTED, nextDate: caseId },
    )
    return {
      Put: {
        TableName,
        Item,
        ...(before
          ? {
              ConditionExpression: 'content.revision = :before',
              ExpressionAttributeValues: { ':before': before.revision },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    }
  })
  const months = differencesByMonth(
    addedUp(changes.map(({ before }) => before?.cells ?? {})),
    addedUp(changes.map(({ cells }) => cells)),
  )
  const updates = months.map(([month, cells]) => ({ Update: addToMonth(TableName, month, cells) }))
  return transactionHeld(client.send(new TransactWriteCommand({ TransactItems: [...rows, ...updates] })))
}

/** The cells of several cases, or of several readings, in one. */
export function addedUp(all: readonly CellsByMonth[]): CellsByMonth {
  const sum: Record<string, Record<string, number>> = {}
  for (const cells of all) {
    for (const [month, counts] of Object.entries(cells)) {
      sum[month] ??= {}
      const own = sum[month]
      for (const [cell, number] of Object.entries(counts)) own[cell] = (own[cell] ?? 0) + number
    }
  }
  return sum
}

/** By how much the cells of each month are more in the second than in the first. Months in which nothing differs are left out. */
export function differencesByMonth(was: CellsByMonth, is: CellsByMonth): readonly (readonly [Month, Cells])[] {
  const months = [...new Set([...Object.keys(was), ...Object.keys(is)])] as Month[]
  return months
    .map((month) => [month, differences(was[month] ?? {}, is[month] ?? {})] as const)
    .filter(([, changes]) => Object.keys(changes).length > 0)
}

function addToMonth(TableName: string, month: Month, changes: Cells) {
  return addTo(TableName, outcomeKeys.month(month), 'outcome-month', changes)
}

/** The cells of each month of a period in which any case was opened. One query, however many cases there are. */
export async function cellsOfMonths(
  { client, casesTable }: CaseTables,
  { from, to }: { readonly from: Month; readonly to: Month },
  { consistent = false } = {},
): Promise<CellsByMonth> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: casesTable,
      KeyConditionExpression: 'pk = :months AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':months': outcomeKeys.month(from).pk, ':from': from, ':to': to },
      ConsistentRead: consistent,
    }),
  )
  return Object.fromEntries(Items.map((item) => [String(item.sk), contentOf('outcome-month', item)]))
}

/** Every case that was counted, with what was counted of it. */
export async function* everyCounted(tables: CaseTables): AsyncGenerator<CountedCase> {
  for await (const row of rowsOfStatus(tables, COUNTED)) yield contentOf('outcome-counted', row)
}

/** Puts the cells of a month right by adding what is missing, whatever was counted since. */
export async function mendMonth({ client, casesTable }: CaseTables, month: Month, changes: Cells): Promise<void> {
  await client.send(new UpdateCommand(addToMonth(casesTable, month, changes)))
}

/** What the last night's recount found. */
export interface OutcomesCompared {
  /** When it began: cases that were opened after it are not in its numbers. */
  readonly comparedAt: string
  /** How many cases there were, erased ones among them. */
  readonly cases: number
  /** How many of them were not counted as they are, and how many cells were not what they add up to. Both are right since. */
  readonly putRight: number
}

/** Notes what the recount found, for whoever reads the outcomes. */
export async function noteComparison({ client, casesTable }: CaseTables, found: OutcomesCompared): Promise<void> {
  await client.send(
    new PutCommand({ TableName: casesTable, Item: rowOf(outcomeKeys.compared, 'outcomes-compared', found) }),
  )
}

/** What the last recount found; undefined before the first. */
export async function lastComparison({ client, casesTable }: CaseTables): Promise<OutcomesCompared | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: casesTable, Key: outcomeKeys.compared }))
  return Item && contentOf('outcomes-compared', Item)
}
