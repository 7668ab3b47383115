import { QueryCommand, type QueryCommandInput, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb'
import { type AuditTables, BY_DAY, BY_PERSON } from './audit-tables.ts'
import { type AuditEntry, type Chain, entryOf, UnreadableEntryError } from './entry.ts'

/** Which entries: those of a chain, of a person, of both, or of everybody, within a time. */
export interface EntriesAsked {
  readonly chain?: Chain
  readonly who?: string
  readonly from: Date
  /** The first moment that is too late. */
  readonly to: Date
}

/** An entry as it is listed. */
export interface ListedEntry {
  readonly chain: string
  readonly number: number
  /** Undefined for one that cannot be read: somebody has spoilt it. */
  readonly entry: AuditEntry | undefined
}

export interface EntryPage {
  readonly entries: readonly ListedEntry[]
  /** Pass this back for the page after; absent on the last page. */
  readonly next?: string
}

/** Where a page ends: on which day, where each day is asked for by itself, and after which row. */
interface Position {
  readonly day: string
  readonly key?: Record<string, unknown>
}

const DAY = 24 * 3_600_000
/** A page of days on which nothing was done ends after so many, and the next one goes on. */
const MOST_QUERIES = 40

/**
 * Entries, the newest first.
 * @param page how many at most, and `next` of the page before. @throws Error when it is not one that this function gave
 */
export async function listEntries(
  { client, auditTable }: AuditTables,
  asked: EntriesAsked,
  { limit, from }: { readonly limit: number; readonly from?: string },
): Promise<EntryPage> {
  const byDay = asked.chain === undefined && asked.who === undefined
  const firstDay = dayOf(asked.from)
  let position: Position | undefined = from ? positionIn(from) : { day: dayOf(new Date(asked.to.getTime() - 1)) }
  const entries: ListedEntry[] = []
  for (let queries = 0; position && entries.length < limit && queries < MOST_QUERIES; queries += 1) {
    const { day, key }: Position = position
    const { Items = [], LastEvaluatedKey }: QueryCommandOutput = await client.send(
      new QueryCommand({
        TableName: auditTable,
        ...queryFor(asked, day),
        ScanIndexForward: false,
        Limit: limit - entries.length,
        ...(key && { ExclusiveStartKey: key }),
      }),
    )
    entries.push(...Items.map(listed))
    if (LastEvaluatedKey) position = { day, key: LastEvaluatedKey }
    else position = byDay && day > firstDay ? { day: dayOf(new Date(Date.parse(day) - DAY)) } : undefined
  }
  const next = position && Buffer.from(JSON.stringify(position)).toString('base64url')
  return { entries, ...(next && { next }) }
}

function queryFor({ chain, who, from, to }: EntriesAsked, day: string): Partial<QueryCommandInput> {
  // A moment is followed by its chain, so that the first moment that is too late stands before all of its entries.
  const within = { ':from': from.toISOString(), ':to': to.toISOString() }
  if (chain) {
    return {
      KeyConditionExpression: 'pk = :chain',
      FilterExpression: `moment BETWEEN :from AND :to${who ? ' AND who = :who' : ''}`,
      ExpressionAttributeValues: { ...within, ':chain': chain, ...(who && { ':who': who }) },
    }
  }
  if (who) {
    return {
      IndexName: BY_PERSON,
      KeyConditionExpression: 'who = :who AND moment BETWEEN :from AND :to',
      ExpressionAttributeValues: { ...within, ':who': who },
    }
  }
  return {
    IndexName: BY_DAY,
    KeyConditionExpression: '#day = :day AND moment BETWEEN :from AND :to',
    ExpressionAttributeNames: { '#day': 'day' },
    ExpressionAttributeValues: { ...within, ':day': day },
  }
}

function listed(item: Readonly<Record<string, unknown>>): ListedEntry {
  const place = { chain: String(item.pk), number: Number(item.sk) }
  try {
    return { ...place, entry: entryOf(item) }
  } catch (error) {
    if (error instanceof UnreadableEntryError) return { ...place, entry: undefined }
    throw error
  }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

function positionIn(from: string): Position {
  try {
    const { day, key } = JSON.parse(Buffer.from(from, 'base64url').toString()) as Position
    if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return { day, ...(key && { key }) }
  } catch {
    // It is told below.
  }
  throw new Error(`"${from}" is not a position in the list. Start again from the first page.`)
}
