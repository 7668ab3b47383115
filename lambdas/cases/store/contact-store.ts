import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { Contact, PrivateWords } from '../contact.ts'
import { parseSequence, type Sequence } from '../sequence.ts'
import { contentOf } from './rows.ts'
import { type ContactTables, contactKeys, WORDS_PREFIX } from './tables.ts'

/** How to reach the family of a case. @throws Error when it is missing: a case is never opened without it. */
export async function loadContact({ client, contactsTable }: ContactTables, caseId: string): Promise<Contact> {
  const { Item } = await client.send(
    new GetCommand({ TableName: contactsTable, Key: contactKeys.contact(caseId), ConsistentRead: true }),
  )
  if (!Item) throw new Error(`Case ${caseId} has no contact details in the table ${contactsTable}.`)
  return contentOf('contact', Item)
}

/** The words that go with the facts of a case, by the fact's sequence. */
export async function loadWords(
  { client, contactsTable }: ContactTables,
  caseId: string,
): Promise<ReadonlyMap<Sequence, PrivateWords>> {
  const pages = paginateQuery(
    { client },
    {
      TableName: contactsTable,
      KeyConditionExpression: 'pk = :caseId AND begins_with(sk, :words)',
      ExpressionAttributeValues: { ':caseId': caseId, ':words': WORDS_PREFIX },
      ConsistentRead: true,
    },
  )
  const words = new Map<Sequence, PrivateWords>()
  for await (const { Items = [] } of pages) {
    for (const item of Items)
      words.set(parseSequence(String(item.sk).slice(WORDS_PREFIX.length)), contentOf('words', item))
  }
  return words
}
