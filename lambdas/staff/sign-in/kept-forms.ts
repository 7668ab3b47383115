import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, GetCommand, PutCommand, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { Typed } from '../../web/forms/field.ts'
import { expiry, type SessionTables, sessionKeys } from './session-tables.ts'

/** What was typed and not recorded, as it is kept for the person who typed it, and for nobody else. */
export interface KeptForm {
  readonly formId: string
  /** Our own path where it is gone on with, with its query. */
  readonly path: string
  /** What it is about, from the table of routes. */
  readonly about: string
  readonly typed: Typed
  /** Epoch milliseconds. */
  readonly keptAt: number
  /** How often it was changed since it was kept first. */
  readonly changes: number
}

/** Why something typed is kept, and for how long. */
export interface Keeping {
  readonly keyOf: (personId: string, formId: string) => { readonly pk: string; readonly sk: string }
  /** In milliseconds, from when it was kept last. */
  readonly keptFor: number
}

/** A form that was sent when the session of whoever sent it had run out. */
export const INTERRUPTED: Keeping = { keyOf: sessionKeys.keptForm, keptFor: 60 * 60_000 }
/** A form that was sent and has to be confirmed, so that its answer can be looked at again. */
export const ANSWERED: Keeping = { keyOf: sessionKeys.answeredForm, keptFor: 60 * 60_000 }
/** The answers to question pages that are not all answered yet. */
export const DRAFT: Keeping = { keyOf: sessionKeys.draft, keptFor: 7 * 24 * 60 * 60_000 }

const keptRow = v.object({
  formId: v.string(),
  path: v.string(),
  about: v.string(),
  typed: v.record(v.string(), v.string()),
  keptAt: v.number(),
  // A form that was kept before forms were counted was never changed.
  changes: v.optional(v.number(), 0),
})

/** Keeps what was typed, for the person alone. */
export async function keepForm(
  { client, sessionsTable }: SessionTables,
  keeping: Keeping,
  personId: string,
  form: KeptForm,
): Promise<void> {
  await client.send(new PutCommand({ TableName: sessionsTable, Item: rowOf(keeping, personId, form) }))
}

/**
 * Keeps what was typed in place of what was kept, unless that was changed since it was read.
 * @param was what was read; undefined where nothing was kept
 * @returns false when it was changed, and nothing was kept
 */
export async function replaceForm(
  { client, sessionsTable }: SessionTables,
  keeping: Keeping,
  personId: string,
  form: KeptForm,
  was: KeptForm | undefined,
): Promise<boolean> {
  const condition = was
    ? { ConditionExpression: 'changes = :was', ExpressionAttributeValues: { ':was': was.changes } }
    : { ConditionExpression: 'attribute_not_exists(pk)' }
  try {
    await client.send(new PutCommand({ TableName: sessionsTable, Item: rowOf(keeping, personId, form), ...condition }))
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

function rowOf({ keyOf, keptFor }: Keeping, personId: string, form: KeptForm) {
  const typed = Object.fromEntries(Object.entries(form.typed).filter(([name]) => OUR_NAME.test(name)))
  return { ...keyOf(personId, form.formId), ...form, typed, ...expiry(form.keptAt + keptFor) }
}

/** What the inputs of our forms are called. What else is sent with a form is nothing that was asked for. */
const OUR_NAME = /^[A-Za-z][\w-]*$/

/** One of those that are kept for a person now; undefined when there is none. */
export async function keptFormOf(
  { client, sessionsTable }: SessionTables,
  { keyOf, keptFor }: Keeping,
  personId: string,
  formId: string,
  now: number,
): Promise<KeptForm | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: sessionsTable, Key: keyOf(personId, formId), ConsistentRead: true }),
  )
  const form = Item && v.parse(keptRow, Item)
  return form && now < form.keptAt + keptFor ? form : undefined
}

/** What is kept for a person now, the latest first. */
export async function keptFormsOf(
  { client, sessionsTable }: SessionTables,
  { keyOf, keptFor }: Keeping,
  personId: string,
  now: number,
): Promise<readonly KeptForm[]> {
  const { pk, sk } = keyOf(personId, '')
  const pages = paginateQuery(
    { client },
    {
      TableName: sessionsTable,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :person AND begins_with(sk, :form)',
      ExpressionAttributeValues: { ':person': pk, ':form': sk },
    },
  )
  const found: KeptForm[] = []
  for await (const { Items = [] } of pages) found.push(...Items.map((item) => v.parse(keptRow, item)))
  // DynamoDB removes what has expired within a few days.
  return found.filter(({ keptAt }) => now < keptAt + keptFor).sort((one, other) => other.keptAt - one.keptAt)
}

/** Removes what was kept. Removing it twice changes nothing. */
export async function forgetForm(
  { client, sessionsTable }: SessionTables,
  { keyOf }: Keeping,
  personId: string,
  formId: string,
): Promise<void> {
  await client.send(new DeleteCommand({ TableName: sessionsTable, Key: keyOf(personId, formId) }))
}

/** Forgets what anybody typed into forms of these cases. The rows of the table are few: they go within two days. */
export async function forgetFormsAbout(
  { client, sessionsTable }: SessionTables,
  caseIds: readonly string[],
): Promise<void> {
  const pages = paginateScan(
    { client },
    {
      TableName: sessionsTable,
      ConsistentRead: true,
      FilterExpression: 'begins_with(sk, :form) OR begins_with(sk, :answered)',
      ExpressionAttributeValues: {
        ':form': sessionKeys.keptForm('', '').sk,
        ':answered': sessionKeys.answeredForm('', '').sk,
      },
    },
  )
  for await (const { Items = [] } of pages) {
    for (const { pk, sk, path } of Items) {
      const isAbout = caseIds.some((caseId) => String(path).startsWith(`/cases/${caseId}/`))
      if (isAbout) await client.send(new DeleteCommand({ TableName: sessionsTable, Key: { pk, sk } }))
    }
  }
}
