import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  paginateQuery,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { ROLES } from '../../cases/role.ts'
import { expiry, IMPORTS, type SessionTables, sessionKeys } from '../sign-in/session-tables.ts'
import { COLUMN_NAMES } from './columns.ts'

/** For how long a file is kept, from when it was sent: milliseconds. */
export const KEPT_FOR = 7 * 24 * 60 * 60_000

/** `ready`: it was looked through, and waits for somebody to say what is imported. */
const PHASES = ['looking-through', 'ready', 'importing', 'imported'] as const

/** Whether the rows that may be doubles are imported too. */
const WHICH = ['good', 'all'] as const
export type Which = (typeof WHICH)[number]

/**
 * What a row is. `doubtful`: it can be imported, and something speaks for looking again. `here`: the very same row was
 * imported before. `left-out`: it could be imported and was not wanted. */
export const ROW_STANDINGS = ['good', 'doubtful', 'bad', 'here', 'imported', 'left-out'] as const
export type RowStanding = (typeof ROW_STANDINGS)[number]

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const counts = v.strictObject(
  Object.fromEntries(ROW_STANDINGS.map((standing) => [standing, count])) as Record<RowStanding, typeof count>,
)

/** What is known of a file that is imported. It holds nothing of its rows. */
const importRow = v.strictObject({
  importId: v.string(),
  /** Epoch milliseconds, as all moments here. */
  sentAt: v.number(),
  /** Who sent it, and who records what it holds: their id, and their roles when they said so. */
  by: v.strictObject({ id: v.string(), roles: v.array(v.picklist(ROLES)) }),
  /** The names of its columns as they came. */
  names: v.array(v.string()),
  rows: count,
  /** Into how many steps its rows are divided, and which is next. */
  steps: count,
  next: count,
  phase: v.picklist(PHASES),
  which: v.picklist(WHICH),
  /** How often it was set going, so that each run has a name of its own. */
  runs: count,
  /** When it last moved. */
  movedAt: v.number(),
  /** Why it does not go on: a person stopped it, or a step failed. */
  stopped: v.optional(v.picklist(['by-a-person', 'by-a-fault'])),
  counts,
})
export type Import = Readonly<v.InferOutput<typeof importRow>>
export type Counts = Import['counts']

const rowsOfStep = v.array(
  v.strictObject({
    line: count,
    cells: v.array(v.string()),
    unreadable: v.optional(v.string()),
    /** The line of an earlier row about the same child and decision. */
    sameAs: v.optional(count),
  }),
)
export type StepRow = v.InferOutput<typeof rowsOfStep>[number]

const foundOfStep = v.array(
  v.strictObject({
    line: count,
    standing: v.picklist(ROW_STANDINGS),
    /** What it could be, by its reference; of an imported row, its case. */
    caseId: v.optional(v.string()),
    /** The dates of its case, each by its name. */
    dates: v.optional(v.record(v.string(), v.string())),
    problems: v.array(
      v.strictObject({ column: v.optional(v.picklist(COLUMN_NAMES)), value: v.optional(v.string()), why: v.string() }),
    ),
    /** What speaks for looking again, each in a sentence. */
    doubts: v.array(v.strictObject({ why: v.string(), caseId: v.optional(v.string()) })),
  }),
)
export type FoundRow = Readonly<v.InferOutput<typeof foundOfStep>[number]>

export const NO_COUNTS: Counts = Object.fromEntries(ROW_STANDINGS.map((one) => [one, 0])) as unknown as Counts

/**
 * Keeps a file. Its rows are there before it is listed, so that nobody sees half of one; the same form sent twice keeps one.
 * @param steps its rows, those of each step together
 */
export async function keepImport(
  { client, sessionsTable }: SessionTables,
  one: Import,
  steps: readonly (readonly StepRow[])[],
): Promise<void> {
  const { importId } = one
  if (await loadImport({ client, sessionsTable }, importId, one.sentAt)) return
  const expires = expiry(one.sentAt + KEPT_FOR)
  for (const [step, rows] of steps.entries()) {
    await client.send(
      new PutCommand({
        TableName: sessionsTable,
        Item: { ...sessionKeys.importRows(importId, step), rows, ...expires },
      }),
    )
  }
  try {
    await client.send(
      new PutCommand({
        TableName: sessionsTable,
        Item: { ...sessionKeys.importOf(importId), content: one, ...expires },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    )
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}

/** @returns undefined when there is none, or its time is over. @param now epoch milliseconds */
export async function loadImport(
  { client, sessionsTable }: SessionTables,
  importId: string,
  now: number,
): Promise<Import | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: sessionsTable, Key: sessionKeys.importOf(importId), ConsistentRead: true }),
  )
  const one = Item && readKept(importRow, Item.content, `The import ${importId}`)
  return one && isKept(one, now) ? one : undefined
}

/** What is imported or was in the last 7 days, the latest first. */
export async function listImports({ client, sessionsTable }: SessionTables, now: number): Promise<readonly Import[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: sessionsTable,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :imports',
      ExpressionAttributeValues: { ':imports': IMPORTS },
    },
  )
  const found: Import[] = []
  for await (const { Items = [] } of pages) {
    found.push(...Items.map(({ sk, content }) => readKept(importRow, content, `The import ${String(sk)}`)))
  }
  return found.filter((one) => isKept(one, now)).sort((one, other) => other.sentAt - one.sentAt)
}

/** DynamoDB removes what has expired within a few days. */
function isKept({ sentAt }: Pick<Import, 'sentAt'>, now: number): boolean {
  return now < sentAt + KEPT_FOR
}

/**
 * Reads what is kept of an import.
 * @throws Error that names the import and where it does not fit, and no value: it may name somebody
 */
function readKept<Schema extends v.GenericSchema>(schema: Schema, kept: unknown, what: string): v.InferOutput<Schema> {
  const read = v.safeParse(schema, kept)
  if (read.success) return read.output
  const where = [...new Set(read.issues.map((issue) => v.getDotPath(issue) ?? 'it'))]
  throw new Error(`${what} cannot be read: ${where.join(', ')} does not fit.`)
}

/** The rows of a step as they came. Of those that were imported nothing is left but their line. */
export async function loadStepRows(
  { client, sessionsTable }: SessionTables,
  importId: string,
  step: number,
): Promise<readonly StepRow[]> {
  const { Item } = await client.send(
    new GetCommand({ TableName: sessionsTable, Key: sessionKeys.importRows(importId, step), ConsistentRead: true }),
  )
  return Item ? readKept(rowsOfStep, Item.rows, `Step ${step} of the import ${importId}`) : []
}

/** What was found of the rows of a step; none where it was not looked through yet. */
export async function loadFoundRows(
  { client, sessionsTable }: SessionTables,
  importId: string,
  step: number,
): Promise<readonly FoundRow[]> {
  const { Item } = await client.send(
    new GetCommand({ TableName: sessionsTable, Key: sessionKeys.importFound(importId, step), ConsistentRead: true }),
  )
  return Item ? readKept(foundOfStep, Item.found, `What was found in step ${step} of the import ${importId}`) : []
}

/**
 * Notes what a step found, and that the next one follows, both or neither: a step that runs twice counts once.
 * @param before the import as the step found it
 * @param rows the rows as they are kept from now on, where that changes
 * @returns whether it was noted. It was not where another run of the step was faster, or somebody stopped it
 */
export async function noteStep(
  { client, sessionsTable }: SessionTables,
  before: Import,
  after: Import,
  found: readonly FoundRow[],
  rows: readonly StepRow[] | undefined,
): Promise<boolean> {
  const { importId, sentAt, next } = before
  const expires = expiry(sentAt + KEPT_FOR)
  const put = (Item: Record<string, unknown>) => ({ Put: { TableName: sessionsTable, Item: { ...Item, ...expires } } })
  try {
    await client.send(
      new TransactWriteCommand({
        TransactItems: [
          put({ ...sessionKeys.importFound(importId, next), found }),
          ...(rows ? [put({ ...sessionKeys.importRows(importId, next), rows })] : []),
          {
            Put: {
              TableName: sessionsTable,
              Item: { ...sessionKeys.importOf(importId), content: after, ...expires },
              ...asItWas(before),
            },
          },
        ],
      }),
    )
    return true
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error
    if (error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed')) return false
    throw error
  }
}

/**
 * Changes what is known of an import, if nothing has changed it meanwhile.
 * @returns whether it was changed
 */
export async function changeImport(
  { client, sessionsTable }: SessionTables,
  before: Import,
  after: Import,
): Promise<boolean> {
  const condition = asItWas(before)
  try {
    await client.send(
      new UpdateCommand({
        TableName: sessionsTable,
        Key: sessionKeys.importOf(before.importId),
        UpdateExpression: 'SET content = :after',
        ConditionExpression: condition.ConditionExpression,
        ExpressionAttributeNames: condition.ExpressionAttributeNames,
        ExpressionAttributeValues: { ...condition.ExpressionAttributeValues, ':after': after },
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** Removes a file with all that is known of it. What was imported from it stays. */
export async function forgetImport(
  { client, sessionsTable }: SessionTables,
  { importId, steps }: Pick<Import, 'importId' | 'steps'>,
): Promise<void> {
  const remove = (Key: Record<string, unknown>) => client.send(new DeleteCommand({ TableName: sessionsTable, Key }))
  // It is listed until all else is gone, so that what is left can be removed again.
  for (let step = 0; step < steps; step += 1) {
    await remove(sessionKeys.importRows(importId, step))
    await remove(sessionKeys.importFound(importId, step))
  }
  await remove(sessionKeys.importOf(importId))
}

/** That an import stands where it was read. */
function asItWas({ phase, next, runs, stopped }: Import) {
  const notStopped = 'attribute_not_exists(content.stopped)'
  return {
    ConditionExpression: `content.phase = :phase AND content.#next = :next AND content.runs = :runs AND ${
      stopped ? 'content.stopped = :stopped' : notStopped
    }`,
    ExpressionAttributeNames: { '#next': 'next' },
    ExpressionAttributeValues: {
      ':phase': phase,
      ':next': next,
      ':runs': runs,
      ...(stopped && { ':stopped': stopped }),
    },
  }
}
