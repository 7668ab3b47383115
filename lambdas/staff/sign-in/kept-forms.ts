import { DeleteCommand, PutCommand, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { Typed } from '../../web/forms/field.ts'
import { expiry, type SessionTables, sessionKeys } from './session-tables.ts'

/** For how long what was typed is kept. */
export const KEPT_FOR = 60 * 60_000

/** A form that was sent when the session of whoever sent it had run out. Nothing of it was recorded. */
export interface KeptForm {
  readonly formId: string
  /** Our own path that it was sent to, with its query. */
  readonly path: string
  /** What it is about, from the table of routes. */
  readonly about: string
  readonly typed: Typed
  /** Epoch milliseconds. */
  readonly keptAt: number
}

const keptRow = v.object({
  formId: v.string(),
  path: v.string(),
  about: v.string(),
  typed: v.record(v.string(), v.string()),
  keptAt: v.number(),
})

/** Keeps what was typed for an hour, for the person alone. */
export async function keepForm(
  { client, sessionsTable }: SessionTables,
  personId: string,
  form: KeptForm,
): Promise<void> {
  const Item = { ...sessionKeys.keptForm(personId, form.formId), ...form, ...expiry(form.keptAt + KEPT_FOR) }
  await client.send(new PutCommand({ TableName: sessionsTable, Item }))
}

/** What is kept for a person now, the latest first. */
export async function keptFormsOf(
  { client, sessionsTable }: SessionTables,
  personId: string,
  now: number,
): Promise<readonly KeptForm[]> {
  const { pk, sk } = sessionKeys.keptForm(personId, '')
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
  return found.filter(({ keptAt }) => now < keptAt + KEPT_FOR).sort((one, other) => other.keptAt - one.keptAt)
}

/** Removes what was kept. Removing it twice changes nothing. */
export async function forgetForm(
  { client, sessionsTable }: SessionTables,
  personId: string,
  formId: string,
): Promise<void> {
  await client.send(new DeleteCommand({ TableName: sessionsTable, Key: sessionKeys.keptForm(personId, formId) }))
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
      FilterExpression: 'begins_with(sk, :form)',
      ExpressionAttributeValues: { ':form': sessionKeys.keptForm('', '').sk },
    },
  )
  for await (const { Items = [] } of pages) {
    for (const { pk, sk, path } of Items) {
      const isAbout = caseIds.some((caseId) => String(path).startsWith(`/cases/${caseId}/`))
      if (isAbout) await client.send(new DeleteCommand({ TableName: sessionsTable, Key: { pk, sk } }))
    }
  }
}
