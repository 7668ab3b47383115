import { isDeepStrictEqual } from 'node:util'
import { GetCommand, PutCommand, paginateQuery, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Month } from '../../law/month.ts'
import type { CaseFile } from '../case-file.ts'
import { ALWAYS, type Cells, type CellsByPeriod, SPAN, spanName } from '../counted-cells.ts'
import { londonDay } from '../london.ts'
import type { ErasedCase } from '../retention/erased-case.ts'
import { addTo, differences } from './add-to-counts.ts'
import { transactionHeld } from './conditional-write.ts'
import { loadErasedCase } from './erased-case-store.ts'
import { loadCaseFile } from './load-case-file.ts'
import { contentOf, rowOf } from './rows.ts'
import { readRows } from './rows-by-case.ts'
import { rowsOfStatus } from './rows-of-status.ts'
import { type CaseTables, outcomeKeys } from './tables.ts'

/** Counted outcomes of cases stand in the index of the cases under a status of their own: the recount reads them. */
const COUNTED = 'outcome-counted'

/** What was counted of a case last. */
export interface CountedCase {
  readonly caseId: string
  /** It grows with each change. Whoever changes it has to have seen the one before. */
  readonly revision: number
  /** In which cells it was counted, so that the difference is right whatever the cells are called from a later version on. */
  readonly cells: CellsByPeriod
  /** The day on which it was counted: some of what is counted changes with the day alone. Absent: an earlier version counted it. */
  readonly countedOn?: CalendarDate
  /** By which version of the figures. */
  readonly countedBy?: string
}

/** How a case is counted. `ofErased`: what it was counted as before, where it was. */
export interface CountCase {
  /** It changes with the figures, so that cases which an earlier version counted are no missed ones. */
  readonly version: string
  readonly ofCase: (file: CaseFile, today: CalendarDate) => CellsByPeriod
  readonly ofErased: (erased: ErasedCase, before: CellsByPeriod | undefined) => CellsByPeriod
}

/** How often it is tried again when somebody else counted the same case in the same moment. */
const TRIES = 10

/**
 * Keeps what the outcomes count of a case. It is worked out from all its facts, as they are, and changes the cells of the months by
 * the difference to what was counted of this case before, in one transaction with that: so it may be done twice, late, and in any
 * order.
 */
export async function keepOutcome(
  tables: CaseTables,
  caseId: string,
  count: CountCase,
  now: Date,
): Promise<'as-it-was' | 'changed'> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const [change] = await changesOf(tables, [caseId], count, now)
    if (!change) return 'as-it-was'
    if (await write(tables, [change], now)) return 'changed'
  }
  throw new Error(`The outcome of case ${caseId} changed ${TRIES} times while it was counted. Count it again.`)
}

/** What was to be changed of several cases. */
export interface KeptOutcomes {
  /** Those of which something has happened that nobody had counted. */
  readonly missed: readonly string[]
  /** Those that an earlier version had counted, or of which the day alone has changed something. */
  readonly renewed: readonly string[]
}

/**
 * The same of several cases, all at once: of many that nobody has counted the cells change once.
 * @param caseIds 40 at most
 */
export async function keepOutcomes(
  tables: CaseTables,
  caseIds: readonly string[],
  count: CountCase,
  now: Date,
): Promise<KeptOutcomes> {
  const changes = await changesOf(tables, [...new Set(caseIds)], count, now)
  await writeAll(tables, changes, count, now)
  const idsOf = (isMissed: boolean) => changes.filter((one) => one.isMissed === isMissed).map(({ caseId }) => caseId)
  return { missed: idsOf(true), renewed: idsOf(false) }
}

/** As many at once as a transaction takes. Where somebody else counted one of them in this moment, each by itself. */
async function writeAll(tables: CaseTables, changes: readonly Change[], count: CountCase, now: Date): Promise<void> {
  if (changes.length === 0) return
  if (changes.length > 1 && isTooMuch(changes)) {
    const half = Math.ceil(changes.length / 2)
    await writeAll(tables, changes.slice(0, half), count, now)
    await writeAll(tables, changes.slice(half), count, now)
  } else if (!(await write(tables, changes, now))) {
    for (const { caseId } of changes) await keepOutcome(tables, caseId, count, now)
  }
}

/**
 * What one transaction takes, and one change of a row in it: 100 writes, and 300 operators in an expression.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
const MOST_WRITES = 100
const MOST_CELLS_OF_PERIOD = 250

function isTooMuch(changes: readonly Change[]): boolean {
  const periods = changesByPeriod(changes)
  return (
    changes.length + periods.length > MOST_WRITES ||
    periods.some(([, cells]) => Object.keys(cells).length > MOST_CELLS_OF_PERIOD)
  )
}

function changesByPeriod(changes: readonly Change[]) {
  return differencesByPeriod(
    addedUp(changes.map(({ before }) => before?.cells ?? {})),
    addedUp(changes.map(({ cells }) => cells)),
  )
}

interface Change {
  readonly caseId: string
  readonly before: CountedCase | undefined
  readonly cells: CellsByPeriod
  readonly countedOn: CalendarDate
  readonly countedBy: string
  /** Nobody had counted something that has happened: it is not the day alone, nor another way of counting. */
  readonly isMissed: boolean
}

async function changesOf(
  tables: CaseTables,
  caseIds: readonly string[],
  count: CountCase,
  now: Date,
): Promise<readonly Change[]> {
  const { casesTable: table, client } = tables
  // Read before the cases: what is written then rests on cases that are at least as new as those counted before.
  const counted = await readRows({ client, table }, caseIds.map(outcomeKeys.counted))
  const changes = await Promise.all(
    caseIds.map(async (caseId): Promise<readonly Change[]> => {
      const row = counted.get(outcomeKeys.counted(caseId).pk)
      const before = row && contentOf('outcome-counted', row)
      const countOn = await counterOf(tables, caseId, count, before)
      const [countedOn, countedBy] = [londonDay(now), count.version]
      const cells = countOn?.(countedOn)
      if (!countOn || !cells || isDeepStrictEqual(before?.cells, cells)) return []
      const isSameWay = before?.countedOn !== undefined && before.countedBy === countedBy
      const isByTheDay = isSameWay && isDeepStrictEqual(before.cells, countOn(before.countedOn))
      return [{ caseId, before, cells, countedOn, countedBy, isMissed: !before || (isSameWay && !isByTheDay) }]
    }),
  )
  return changes.flat()
}

/** Counts a case as it is now on any day. @returns undefined when there is no case of this reference */
async function counterOf(
  tables: CaseTables,
  caseId: string,
  count: CountCase,
  before: CountedCase | undefined,
): Promise<((today: CalendarDate) => CellsByPeriod) | undefined> {
  const file = await loadCaseFile(tables, caseId)
  if (file) return (today) => count.ofCase(file, today)
  const erased = await loadErasedCase(tables, caseId)
  return erased && (() => count.ofErased(erased, before?.cells))
}

/** @returns false when somebody else has counted one of the cases meanwhile */
async function write(tables: CaseTables, changes: readonly Change[], now: Date): Promise<boolean> {
  const { client, casesTable: TableName } = tables
  const rows = changes.map(({ caseId, before, cells, countedOn, countedBy }) => {
    const revision = Math.max(now.getTime(), (before?.revision ?? 0) + 1)
    const Item = rowOf(
      outcomeKeys.counted(caseId),
      'outcome-counted',
      { caseId, revision, cells, countedOn, countedBy },
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
  const updates = changesByPeriod(changes).map(([period, cells]) => ({ Update: addToPeriod(TableName, period, cells) }))
  return transactionHeld(client.send(new TransactWriteCommand({ TransactItems: [...rows, ...updates] })))
}

/** The cells of several cases, or of several readings, in one. */
export function addedUp(all: readonly CellsByPeriod[]): CellsByPeriod {
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

/** By how much the cells of each period are more in the second than in the first. Those in which nothing differs are left out. */
export function differencesByPeriod(was: CellsByPeriod, is: CellsByPeriod): readonly (readonly [string, Cells])[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((period) => [period, differences(was[period] ?? {}, is[period] ?? {})] as const)
    .filter(([, changes]) => Object.keys(changes).length > 0)
}

function addToPeriod(TableName: string, period: string, changes: Cells) {
  return addTo(TableName, outcomeKeys.period(period), 'outcome-month', changes)
}

/**
 * The cells of each month from the first to the last in which anything was counted, and those of all time. One query, however many
 * cases there are.
 * @param to absent: all months from the first on
 */
export function cellsOfMonths(
  tables: CaseTables,
  { from, to }: { readonly from: Month; readonly to?: Month },
): Promise<CellsByPeriod> {
  return cellsBetween(tables, from, to ?? ALWAYS)
}

/** The cells of each span of days from this on, and those of all time: for a term. The same for any number of cases. */
export async function cellsOfSpans(tables: CaseTables, from: CalendarDate): Promise<CellsByPeriod> {
  const [always, spans] = await Promise.all([
    cellsBetween(tables, ALWAYS, ALWAYS),
    cellsBetween(tables, spanName(from), LAST_SPAN),
  ])
  return { ...always, ...spans }
}

/** All cells that there are, as they are at this moment. */
export function everyCell(tables: CaseTables): Promise<CellsByPeriod> {
  return cellsBetween(tables, '0', LAST_SPAN, { consistent: true })
}

/** Sorted after every span. */
const LAST_SPAN = `${SPAN}~`

async function cellsBetween(
  { client, casesTable }: CaseTables,
  from: string,
  to: string,
  { consistent = false } = {},
): Promise<CellsByPeriod> {
  const pages = paginateQuery(
    { client },
    {
      TableName: casesTable,
      KeyConditionExpression: 'pk = :periods AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':periods': outcomeKeys.period(from).pk, ':from': from, ':to': to },
      ConsistentRead: consistent,
    },
  )
  const cells: Record<string, Cells> = {}
  for await (const { Items = [] } of pages) {
    for (const item of Items) cells[String(item.sk)] = contentOf('outcome-month', item)
  }
  return cells
}

/** Every case that was counted, with what was counted of it. */
export async function* everyCounted(tables: CaseTables): AsyncGenerator<CountedCase> {
  for await (const row of rowsOfStatus(tables, COUNTED)) yield contentOf('outcome-counted', row)
}

/** Puts the cells of a period right by adding what is missing, whatever was counted since. */
export async function mendPeriod({ client, casesTable }: CaseTables, period: string, changes: Cells): Promise<void> {
  const all = Object.entries(changes)
  for (let from = 0; from < all.length; from += MOST_CELLS_OF_PERIOD) {
    const some = Object.fromEntries(all.slice(from, from + MOST_CELLS_OF_PERIOD))
    await client.send(new UpdateCommand(addToPeriod(casesTable, period, some)))
  }
}

/** What the last night's recount found. */
export interface OutcomesCompared {
  /** When it began: cases that were opened after it are not in its numbers. */
  readonly comparedAt: string
  /** How many cases there were, erased ones among them. */
  readonly cases: number
  /** How many of them were not counted as they are, and how many cells were not what they add up to. Both are right since. */
  readonly putRight: number
  /** By which version of the figures. Absent: by one that did not say so yet. */
  readonly countedBy?: string
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
