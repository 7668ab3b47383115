import { PutCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { type AuditTables, auditKeys, BY_DAY } from './audit-tables.ts'
import { type Head, NOTHING_BEFORE, sha256, storedHead, storedRoot } from './entry.ts'

/** Where a chain stood at the end of a day on which it grew. */
export interface ChainHead extends Head {
  readonly chain: string
}

/** What all chains that grew on a day came to, with the root before: whoever has it can tell that none was altered since. */
export interface DailyRoot {
  /** Of UTC: "2026-03-10". */
  readonly day: string
  readonly root: string
  /** The root of the day before. */
  readonly before: string
  /** How many chains grew on that day. */
  readonly chains: number
}

/** So many days are looked through for the first entry when there is no root yet. */
const DAYS_BEFORE_THE_FIRST = 30
const DAY = 24 * 3_600_000
const AT_ONCE = 25

/** @param heads those of the chains that grew on the day, in any order */
export function rootOf(day: string, before: string, heads: readonly ChainHead[]): string {
  const inOrder = heads
    .map(({ chain, number, hash }) => ({ chain, number, hash }))
    .sort((one, other) => (one.chain < other.chain ? -1 : 1))
  return sha256({ day, before, heads: inOrder })
}

/**
 * Makes the root of each day that is over and has none. It may run twice and be stopped in between: the heads of a day that
 * is over are the same each time, and the root is written last.
 * @returns the roots that were made, the earliest first
 */
export async function makeRoots(tables: AuditTables, now: Date): Promise<readonly DailyRoot[]> {
  const last = await latestRoot(tables)
  const today = dayOf(now)
  let day = last ? dayAfter(last.day) : await firstDay(tables, now)
  let before = last?.root ?? NOTHING_BEFORE
  const made: DailyRoot[] = []
  for (; day < today; day = dayAfter(day)) {
    const heads = await headsOn(tables, day)
    for (let from = 0; from < heads.length; from += AT_ONCE) {
      await Promise.all(heads.slice(from, from + AT_ONCE).map((head) => putHead(tables, day, head)))
    }
    const root = { day, root: rootOf(day, before, heads), before, chains: heads.length }
    await putRoot(tables, root)
    made.push(root)
    before = root.root
  }
  return made
}

/** The root of the last day that has one: for the log, the managers' digest and their first page. */
export async function latestRoot({ client, auditTable }: AuditTables): Promise<DailyRoot | undefined> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: auditTable,
      KeyConditionExpression: 'pk = :roots',
      ExpressionAttributeValues: { ':roots': auditKeys.root('').pk },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  )
  const [item] = Items
  return item && dailyRoot(item)
}

/** Every root, the earliest first. */
export async function allRoots(tables: AuditTables): Promise<readonly DailyRoot[]> {
  return (await rowsOf(tables, auditKeys.root('').pk)).map(dailyRoot)
}

/** The heads that were noted for a day. */
export async function notedHeads(tables: AuditTables, day: string): Promise<readonly ChainHead[]> {
  const rows = await rowsOf(tables, auditKeys.head(day, '').pk)
  return rows.map((item) => {
    const { sk: chain, number, hash } = v.parse(storedHead, item)
    return { chain, number, hash }
  })
}

/** The day of UTC after a day. */
export function dayAfter(day: string): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + DAY))
}

/** The day of UTC so many days before that of a moment. */
export function daysBefore(moment: Date, days: number): string {
  return dayOf(new Date(moment.getTime() - days * DAY))
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** The first of the last days on which something was written, at the latest yesterday. */
async function firstDay(tables: AuditTables, now: Date): Promise<string> {
  for (let ago = DAYS_BEFORE_THE_FIRST; ago > 1; ago -= 1) {
    const day = daysBefore(now, ago)
    if ((await headsOn(tables, day)).length > 0) return day
  }
  return daysBefore(now, 1)
}

/** Where each chain stood at the end of a day on which it grew. */
async function headsOn({ client, auditTable }: AuditTables, day: string): Promise<readonly ChainHead[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: auditTable,
      IndexName: BY_DAY,
      KeyConditionExpression: '#day = :day',
      ExpressionAttributeNames: { '#day': 'day' },
      ExpressionAttributeValues: { ':day': day },
    },
  )
  const heads = new Map<string, ChainHead>()
  for await (const { Items = [] } of pages) {
    for (const { pk, sk, hash } of Items) {
      const head = { chain: String(pk), number: Number(sk), hash: String(hash) }
      // Whether it is what it has to be is for who verifies it: one that was spoilt must not keep a day from its root.
      if (head.number > (heads.get(head.chain)?.number ?? 0)) heads.set(head.chain, head)
    }
  }
  return [...heads.values()]
}

async function putHead({ client, auditTable }: AuditTables, day: string, { chain, number, hash }: ChainHead) {
  const Item = { ...auditKeys.head(day, chain), number, hash }
  await client.send(new PutCommand({ TableName: auditTable, Item }))
}

/** Another run may have made it in the same moment: then it is the same. */
async function putRoot({ client, auditTable }: AuditTables, { day, root, before, chains }: DailyRoot) {
  const Item = { ...auditKeys.root(day), root, before, chains }
  await client.send(new PutCommand({ TableName: auditTable, Item }))
}

function dailyRoot(item: Readonly<Record<string, unknown>>): DailyRoot {
  const { sk: day, root, before, chains } = v.parse(storedRoot, item)
  return { day, root, before, chains }
}

async function rowsOf({ client, auditTable }: AuditTables, pk: string): Promise<readonly Record<string, unknown>[]> {
  const pages = paginateQuery(
    { client },
    { TableName: auditTable, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } },
  )
  const rows: Record<string, unknown>[] = []
  for await (const { Items = [] } of pages) rows.push(...Items)
  return rows
}
