import { GetCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfPerson } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { ListResult, RetentionList } from '../retention/retention-list.ts'
import { conditionHeld, transactionHeld } from './conditional-write.ts'
import { contentOf, rowOf } from './rows.ts'
import { type CaseTables, keys } from './tables.ts'

/** Keeps a list that was proposed. Doing it twice keeps the first. @returns false when there was one of that id */
export async function proposeList(tables: CaseTables & AuditTables, list: RetentionList): Promise<boolean> {
  const { id, proposedBy: who, cases } = list
  const entry = {
    chain: chainOfPerson(who),
    who,
    what: 'erasure-proposed',
    about: [id],
    results: cases.length,
  } as const
  return transactionHeld(
    writeWithEntry(tables, entry, new Date(list.proposedAt), [
      {
        Put: {
          TableName: tables.casesTable,
          Item: rowOf(keys.retentionList(id), 'retention-list', list),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]),
  )
}

/** @returns undefined when there is no list of that id */
export async function loadList({ client, casesTable }: CaseTables, id: string): Promise<RetentionList | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: casesTable, Key: keys.retentionList(id), ConsistentRead: true }),
  )
  return Item && contentOf('retention-list', Item)
}

/** Every list, the latest first. */
export async function everyList({ client, casesTable }: CaseTables): Promise<readonly RetentionList[]> {
  const { pk } = keys.retentionList('')
  const pages = paginateQuery(
    { client },
    {
      TableName: casesTable,
      KeyConditionExpression: 'pk = :lists',
      ExpressionAttributeValues: { ':lists': pk },
      ConsistentRead: true,
    },
  )
  const found: RetentionList[] = []
  for await (const { Items = [] } of pages) found.push(...Items.map((item) => contentOf('retention-list', item)))
  return found.sort((one, other) => (one.proposedAt < other.proposedAt ? 1 : -1))
}

const DECIDES = {
  confirmed: 'SET content.#state = :decided, content.confirmedBy = :who, content.confirmedAt = :now',
  withdrawn: 'SET content.#state = :decided, content.withdrawnBy = :who, content.withdrawnAt = :now',
} as const

/**
 * Confirms a list that is proposed, or withdraws it.
 * @returns false when somebody has confirmed or withdrawn it before
 */
export async function decideOnList(
  tables: CaseTables & AuditTables,
  id: string,
  decided: keyof typeof DECIDES,
  who: string,
  now: Date,
): Promise<boolean> {
  const entry = { chain: chainOfPerson(who), who, what: `erasure-${decided}`, about: [id] } as const
  return transactionHeld(
    writeWithEntry(tables, entry, now, [
      {
        Update: {
          TableName: tables.casesTable,
          Key: keys.retentionList(id),
          UpdateExpression: DECIDES[decided],
          ConditionExpression: 'content.#state = :proposed',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: {
            ':decided': decided,
            ':who': who,
            ':now': now.toISOString(),
            ':proposed': 'proposed',
          },
        },
      },
    ]),
  )
}

/** Notes what became of a case of a confirmed list. The first news stays. */
export async function noteResult(
  { client, casesTable }: CaseTables,
  id: string,
  caseId: string,
  result: ListResult,
): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: casesTable,
      Key: keys.retentionList(id),
      UpdateExpression: 'SET content.results.#case = if_not_exists(content.results.#case, :result)',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#case': caseId },
      ExpressionAttributeValues: { ':result': result },
    }),
  )
}

/** Notes that a list is carried out. Doing it twice keeps the first time. */
export async function noteCarriedOut({ client, casesTable }: CaseTables, id: string, now: Date): Promise<void> {
  await conditionHeld(
    client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key: keys.retentionList(id),
        UpdateExpression: 'SET content.#state = :done, content.carriedOutAt = :now',
        ConditionExpression: 'content.#state = :confirmed',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':done': 'carried-out', ':confirmed': 'confirmed', ':now': now.toISOString() },
      }),
    ),
  )
}
