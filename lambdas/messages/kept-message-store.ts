import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { Addressee } from '../cases/recipient.ts'
import { contentOf, nameOfRow, readAs, rowOf } from '../cases/store/rows.ts'
import { type ContactTables, contactKeys, SENT_PREFIX } from '../cases/store/tables.ts'
import type { MessageContent } from './content.ts'
import { messageContent } from './content-schema.ts'

const compress = promisify(gzip)
const decompress = promisify(gunzip)

/** A message as it is about to go out, on one attempt. */
export interface MessageToKeep {
  readonly key: string
  readonly attempt: number
  readonly keptAt: string
  readonly to: Addressee
  /** What it says, from which a letter can be made. */
  readonly content: MessageContent
  /** The whole email in MIME, byte for byte. Absent when none goes out. */
  readonly email?: Uint8Array
}

/** A message as it was kept. */
export interface KeptMessage extends MessageToKeep {
  /** What was read back, byte for byte: the email, or what it says as JSON where no email went out. */
  readonly original: Uint8Array
  /** The SHA-256 of that, in hexadecimal: compare it with the hash on the message's record. */
  readonly hash: string
}

/**
 * The SHA-256 of what goes out, in hexadecimal: of the email's bytes, or, where no email goes out, of the content as JSON.
 */
export function hashOf({ email, content }: Pick<MessageToKeep, 'email' | 'content'>): string {
  return hashOfBytes(email ?? Buffer.from(JSON.stringify(content)))
}

/** Keeps a message exactly as it is about to go out, beside the names and addresses. Compressed, to cost little. */
export async function keepMessage(
  { client, contactsTable }: ContactTables,
  caseId: string,
  { email, content, ...message }: MessageToKeep,
): Promise<void> {
  const Item = rowOf(contactKeys.sent(caseId, message.key, message.attempt), 'sent', {
    ...message,
    words: await compress(JSON.stringify(content)),
    ...(email && { email: await compress(email) }),
  })
  await client.send(new PutCommand({ TableName: contactsTable, Item }))
}

/**
 * Reads back what was kept of a message, one for each attempt, the first at the top.
 * @throws UnreadableRowError when what was kept is not what it says it is.
 */
export async function loadKeptMessages(
  tables: ContactTables,
  caseId: string,
  key: string,
): Promise<readonly KeptMessage[]> {
  const { sk } = contactKeys.sent(caseId, key, 1)
  return keptUnder(tables, caseId, sk.slice(0, sk.lastIndexOf('#') + 1))
}

/** As `loadKeptMessages`, of every message of a case. */
export async function loadAllKeptMessages(tables: ContactTables, caseId: string): Promise<readonly KeptMessage[]> {
  return keptUnder(tables, caseId, SENT_PREFIX)
}

async function keptUnder({ client, contactsTable }: ContactTables, pk: string, prefix: string) {
  const pages = paginateQuery(
    { client },
    {
      TableName: contactsTable,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
    },
  )
  const kept: KeptMessage[] = []
  for await (const { Items = [] } of pages) for (const item of Items) kept.push(await unpack(item))
  return kept
}

async function unpack(item: Record<string, unknown>): Promise<KeptMessage> {
  const { words, email, ...message } = contentOf('sent', item)
  const json = await decompress(words)
  const mime = email && (await decompress(email))
  return {
    ...message,
    content: readAs(messageContent, JSON.parse(json.toString()), `what ${nameOfRow(item)} says`),
    ...(mime && { email: mime }),
    original: mime ?? json,
    hash: hashOfBytes(mime ?? json),
  }
}

function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
