import { isDeepStrictEqual } from 'node:util'
import { GetCommand, QueryCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { CouncilOwnTimes } from '../council.ts'
import { londonDay } from '../london.ts'
import { type CaseWork, caseWork, countsOf, NOBODY, type WorkItem, type WorkKind } from '../work/case-work.ts'
import type { Cover } from '../work/cover.ts'
import type { Team } from '../work/team.ts'
import { addTo, type Counts, differences } from './add-to-counts.ts'
import { transactionHeld } from './conditional-write.ts'
import { allCovers } from './cover-store.ts'
import { loadCaseFile } from './load-case-file.ts'
import { contentOf, rowOf } from './rows.ts'
import { positionIn } from './rows-of-status.ts'
import { BY_NEXT_DATE, type CaseTables, workKeys } from './tables.ts'

/** Counted work of cases stands in the index of the cases under a status of its own: the recount reads it. */
export const COUNTED = 'work-counted'

/** What was counted of a case last. */
export interface CountedWork {
  /** It grows with each change. Whoever changes it has to have seen the one before. */
  readonly revision: number
  /** The day as of which it was worked out. */
  readonly countedOn: CalendarDate
  readonly work: CaseWork
}

export interface KeepWork {
  readonly tables: CaseTables
  readonly ownTimes: CouncilOwnTimes
  readonly now: () => Date
}

/** `changed`: something of the case. `by-time`: only the day is another than that on which it was counted. */
export type Kept = 'as-it-was' | 'by-time' | 'changed'

/** How often it is tried again when somebody else counted the same case in the same moment. */
const TRIES = 10

/**
 * Keeps what there is to look after on a case where lists and counts find it. It is worked out from the case as it is, and
 * changes the counts by the difference to what was counted of this case before, in one transaction with that: so it may
 * be done twice, late, and in any order.
 */
export async function keepWork({ tables, ownTimes, now }: KeepWork, caseId: string): Promise<Kept> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const today = londonDay(now())
    // Read before the case: what is written then rests on a case that is at least as new as the one counted before.
    const before = await countedOf(tables, caseId)
    const covers = await allCovers(tables)
    const file = await loadCaseFile(tables, caseId)
    const work = file && caseWork(file, covers, today, ownTimes)
    const after = work && hasWork(work) ? work : undefined
    if (isDeepStrictEqual(before?.work, after)) return 'as-it-was'
    const asOfThen = before && file ? caseWork(file, covers, before.countedOn, ownTimes) : work
    const hasChanged = !isDeepStrictEqual(before?.work, asOfThen && hasWork(asOfThen) ? asOfThen : undefined)
    if (await write(tables, caseId, before, after, now())) return hasChanged ? 'changed' : 'by-time'
  }
  throw new Error(`The work of case ${caseId} changed ${TRIES} times while it was counted. Count it again.`)
}

function hasWork({ items, letters }: CaseWork): boolean {
  return items.length > 0 || letters > 0
}

async function countedOf({ client, casesTable }: CaseTables, caseId: string): Promise<CountedWork | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: casesTable, Key: workKeys.counted(caseId), ConsistentRead: true }),
  )
  return Item && contentOf('work-counted', Item)
}

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>

/** @returns false when somebody else has counted the case meanwhile */
async function write(
  tables: CaseTables,
  caseId: string,
  before: CountedWork | undefined,
  work: CaseWork | undefined,
  now: Date,
): Promise<boolean> {
  const { client, casesTable: TableName } = tables
  const Key = workKeys.counted(caseId)
  const unchanged = before
    ? { ConditionExpression: 'content.revision = :before', ExpressionAttributeValues: { ':before': before.revision } }
    : { ConditionExpression: 'attribute_not_exists(pk)' }
  // Never a number that it had before it was taken away: the clock goes on.
  const revision = Math.max(now.getTime(), (before?.revision ?? 0) + 1)
  const countedOn = londonDay(now)
  const counted: Writes[number] = work
    ? {
        Put: {
          TableName,
          Item: rowOf(Key, 'work-counted', { revision, countedOn, work }, { status: COUNTED, nextDate: countedOn }),
          ...unchanged,
        },
      }
    : { Delete: { TableName, Key, ...unchanged } }
  const TransactItems = [
    counted,
    ...placeWrites(TableName, before?.work, work),
    ...countWrites(TableName, before?.work, work),
  ]
  return transactionHeld(client.send(new TransactWriteCommand({ TransactItems })))
}

/** Whose work a list has: everybody's, one person's, or nobody's. */
export type Whose = 'all' | typeof NOBODY | (string & {})

/** Where a list of work stands in the index of the cases: "work:all", "work:person-1:task". */
function placeOf(whose: Whose, kind?: WorkKind): string {
  return ['work', whose, ...(kind ? [kind] : [])].join(':')
}

/** Each thing stands in everybody's lists, its owner's and those of who covers for them: of all kinds and of its own kind. */
function rowsOf(work: CaseWork | undefined): ReadonlyMap<string, Record<string, unknown>> {
  const rows = new Map<string, Record<string, unknown>>()
  if (!work) return rows
  const { items, letters: _letters, owner: _owner, ...ofCase } = work
  for (const item of items) {
    const whose = ['all', item.owner ?? NOBODY, ...(item.cover ? [item.cover] : [])]
    whose
      .flatMap((one) => [placeOf(one), placeOf(one, item.kind)])
      .forEach((status, index) => {
        const key = workKeys.place(work.caseId, item.id, index)
        rows.set(key.sk, rowOf(key, 'work', { ...ofCase, item }, { status, nextDate: item.dueOn }))
      })
  }
  return rows
}

function placeWrites(TableName: string, before: CaseWork | undefined, after: CaseWork | undefined): Writes {
  const [was, is] = [rowsOf(before), rowsOf(after)]
  const puts = [...is].filter(([sk, row]) => !isDeepStrictEqual(row, was.get(sk)))
  const gone = [...was].filter(([sk]) => !is.has(sk))
  return [
    ...puts.map(([, Item]) => ({ Put: { TableName, Item } })),
    ...gone.map(([, { pk, sk }]) => ({ Delete: { TableName, Key: { pk, sk } } })),
  ]
}

function countWrites(TableName: string, before: CaseWork | undefined, after: CaseWork | undefined): Writes {
  const [was, is] = [before ? countsOf(before) : new Map(), after ? countsOf(after) : new Map()]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((whose) => {
    const changes = differences(was.get(whose) ?? {}, is.get(whose) ?? {})
    return Object.keys(changes).length > 0 ? [{ Update: addToWork(TableName, whose, changes) }] : []
  })
}

/** The write that changes somebody's counts, whatever they are. */
export function addToWork(TableName: string, whose: string, changes: Counts) {
  return addTo(TableName, workKeys.counts(whose), 'work-counts', changes)
}

/** How much there is, who covers for whom, and who works together. */
export interface WorkOfPeople {
  /** By whose they are. */
  readonly counts: ReadonlyMap<string, Readonly<Record<string, number>>>
  readonly covers: readonly Cover[]
  /** By name. */
  readonly teams: readonly Team[]
}

/** The counts of everybody, the covers and the teams. One query page, however many cases there are. */
export async function workOfPeople(
  { client, casesTable }: CaseTables,
  { consistent = false } = {},
): Promise<WorkOfPeople> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: casesTable,
      KeyConditionExpression: 'pk = :counts',
      ExpressionAttributeValues: { ':counts': workKeys.counts('').pk },
      ConsistentRead: consistent,
    }),
  )
  const { cover = [], team = [], 'work-counts': counts = [] } = Object.groupBy(Items, ({ type }) => String(type))
  return {
    counts: new Map(counts.map((item) => [String(item.sk), contentOf('work-counts', item)])),
    covers: cover.map((item) => contentOf('cover', item)),
    teams: team.map((item) => contentOf('team', item)).sort((one, other) => one.name.localeCompare(other.name, 'en')),
  }
}

/** A thing to look after, with what a list shows of its case. */
export interface ListedWork extends Omit<CaseWork, 'items' | 'letters' | 'owner'> {
  readonly item: WorkItem
}

export interface WorkAsked {
  readonly whose: Whose
  /** Of that, what one of these owns. Absent: whoever owns it. */
  readonly ownedBy?: readonly string[]
  /** Of this kind alone. */
  readonly kind?: WorkKind
  /** The first and the last day. */
  readonly since?: CalendarDate
  readonly until?: CalendarDate
  readonly limit: number
  /** `next` of the page before. */
  readonly from?: string
}

/** So many things are looked through for a page of what some people own, among everybody's. */
const LOOKED_THROUGH = 500

/**
 * One page of what there is to look after, in the order of its days. A page of what some people own can have fewer than its limit
 * and not be the last.
 * @throws Error when `from` is not a position that this function gave
 */
export async function pageOfWork(
  { client, casesTable }: CaseTables,
  { whose, ownedBy, kind, since, until, limit, from }: WorkAsked,
): Promise<{ readonly work: readonly ListedWork[]; readonly next?: string }> {
  const owners = Object.fromEntries((ownedBy ?? []).map((owner, index) => [`:owner${index}`, owner]))
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: casesTable,
      IndexName: BY_NEXT_DATE,
      KeyConditionExpression: '#status = :status AND nextDate BETWEEN :since AND :until',
      ...(ownedBy && { FilterExpression: `#content.#item.#owner IN (${Object.keys(owners).join(', ')})` }),
      ExpressionAttributeNames: {
        '#status': 'status',
        ...(ownedBy && { '#content': 'content', '#item': 'item', '#owner': 'owner' }),
      },
      ExpressionAttributeValues: {
        ':status': placeOf(whose, kind),
        ':since': since ?? '0',
        ':until': until ?? 'A',
        ...owners,
      },
      Limit: ownedBy ? LOOKED_THROUGH : limit,
      ...(from && { ExclusiveStartKey: positionIn(from) }),
    }),
  )
  const shown = Items.slice(0, limit)
  const last = Items.length > limit ? positionOf(shown.at(-1)) : LastEvaluatedKey
  const next = last && Buffer.from(JSON.stringify(last)).toString('base64url')
  return { work: shown.map((item) => contentOf('work', item)), ...(next && { next }) }
}

/** Where the page after a row begins. */
function positionOf(row: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  return row && { pk: row.pk, sk: row.sk, status: row.status, nextDate: row.nextDate }
}
