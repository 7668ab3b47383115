import { paginateScan, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Contact } from '../contact.ts'
import { transactionHeld } from './conditional-write.ts'
import { contentOf } from './rows.ts'
import { searchRows } from './search-key-store.ts'
import { contactKeys, type SearchableContactTables } from './tables.ts'

/** How many cases are written side by side. */
const AT_ONCE = 10

export interface SearchKeysGiven {
  readonly cases: number
  /** Those whose contact details were changed at that moment: whoever changed them wrote their keys. */
  readonly changedMeanwhile: number
}

/**
 * Gives every case the rows by which it is found, as one that is opened now has them: for cases from before there was a
 * search, and after a change of how names are compared. It may run at any time, be stopped and run again: a case has the
 * same rows after it, and none of names that it had before.
 *
 * @param tell hears how many cases are done, after each page of the table
 */
export async function giveSearchKeys(
  tables: SearchableContactTables,
  tell: (cases: number) => void,
): Promise<SearchKeysGiven> {
  let cases = 0
  let changedMeanwhile = 0
  const pages = paginateScan(
    { client: tables.client },
    {
      TableName: tables.contactsTable,
      FilterExpression: 'sk = :contact',
      ExpressionAttributeValues: { ':contact': contactKeys.contact('').sk },
    },
  )
  for await (const { Items = [] } of pages) {
    for (let first = 0; first < Items.length; first += AT_ONCE) {
      const held = await Promise.all(Items.slice(first, first + AT_ONCE).map((item) => giveTo(tables, item)))
      cases += held.length
      changedMeanwhile += held.filter((isHeld) => !isHeld).length
    }
    tell(cases)
  }
  return { cases, changedMeanwhile }
}

/** @returns false when the contact details are not what was read any more, so nothing was written */
async function giveTo(tables: SearchableContactTables, item: Readonly<Record<string, unknown>>): Promise<boolean> {
  const { client, contactsTable: TableName } = tables
  const caseId = String(item.pk)
  const contact = contentOf('contact', item)
  const rows = await searchRows(tables, caseId, contact)
  return transactionHeld(
    client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            ConditionCheck: { TableName, Key: contactKeys.contact(caseId), ...asRead(contact) },
          },
          ...rows.map((Item) => ({ Put: { TableName, Item } })),
        ],
      }),
    ),
  )
}

/** That everything from which the rows are made is as it was read. */
function asRead({ name, childName, caseReference, second, representative }: Contact) {
  const read = [
    { path: '#name', value: name },
    { path: 'childName', value: childName },
    { path: 'caseReference', value: caseReference },
    { path: '#second.#name', value: second?.name },
    { path: 'representative.#name', value: representative?.name },
  ]
  return {
    ConditionExpression: read
      .map(({ path, value }, at) =>
        value === undefined ? `attribute_not_exists(content.${path})` : `content.${path} = :read${at}`,
      )
      .join(' AND '),
    // Names that DynamoDB keeps for itself.
    ExpressionAttributeNames: { '#name': 'name', '#second': 'second' },
    ExpressionAttributeValues: Object.fromEntries(
      read.flatMap(({ value }, at) => (value === undefined ? [] : [[`:read${at}`, value]])),
    ),
  }
}
