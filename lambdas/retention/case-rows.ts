import { DeleteCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import { COUNCIL, COUNCIL_MESSAGE_KINDS } from '../cases/message.ts'
import { nameOfRow, type RowType } from '../cases/store/rows.ts'
import { submissionsOf } from '../cases/store/submission-rows.ts'
import { BY_NEXT_DATE, type CaseTables, type ContactTables, keys } from '../cases/store/tables.ts'

/**
 * When a row goes with its case: who somebody is and what was written of them goes first, then what leads to them, then what
 * happened and the rest. `stays`: it outlives the case. `of-no-case`: no case has such a row.
 */
const GOES: Readonly<Record<RowType, 'first' | 'second' | 'third' | 'stays' | 'of-no-case'>> = {
  contact: 'first',
  words: 'first',
  sent: 'first',
  particulars: 'first',
  'child-key': 'second',
  'search-key': 'second',
  hold: 'second',
  fact: 'third',
  wait: 'third',
  stop: 'third',
  message: 'third',
  'council-message': 'third',
  held: 'third',
  task: 'third',
  letter: 'third',
  restriction: 'third',
  submission: 'third',
  'task-owner': 'third',
  // Replaced by what is left of it before anything is erased.
  case: 'stays',
  'erased-case': 'stays',
  // Kept by the stream for lists and counts: it takes them away itself when it hears that the case was erased.
  work: 'of-no-case',
  'work-counted': 'of-no-case',
  'work-counts': 'of-no-case',
  cover: 'of-no-case',
  team: 'of-no-case',
  // What is counted of a case is counted of what is left of it: closed words and its month.
  'outcome-counted': 'of-no-case',
  'outcome-month': 'of-no-case',
  'outcomes-compared': 'of-no-case',
  release: 'of-no-case',
  invoice: 'of-no-case',
  'typed-figures': 'of-no-case',
  'retention-list': 'of-no-case',
  'sending-second': 'of-no-case',
  'sign-of-life': 'of-no-case',
}

/** A row that goes with its case. */
export interface RowToErase {
  readonly table: string
  readonly key: { readonly pk: string; readonly sk: string }
  readonly type: RowType
}

/**
 * Every row that goes with a case, of both tables, in the order in which they go: those under its reference, the forms that
 * were sent in about it, and what the officer and the adviser were told of it at once.
 * @throws Error for a row of a kind that this version does not know: nobody has said whether it goes
 */
export async function rowsToErase(tables: CaseTables & ContactTables, caseId: string): Promise<readonly RowToErase[]> {
  const { client, casesTable, contactsTable } = tables
  const under = async (table: string, pk: string, begins = '') => {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: begins ? 'pk = :pk AND begins_with(sk, :begins)' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk, ...(begins && { ':begins': begins }) },
        ConsistentRead: true,
      },
    )
    return rowsIn(table, pages)
  }
  const submissions = paginateQuery(
    { client },
    {
      TableName: casesTable,
      IndexName: BY_NEXT_DATE,
      KeyConditionExpression: '#status = :of',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':of': submissionsOf(caseId) },
    },
  )
  const toldAtOnce = COUNCIL_MESSAGE_KINDS.filter((kind) => kind.endsWith('-today')).map((kind) =>
    keys.message(COUNCIL, `${kind}_${caseId}_`),
  )
  const found = await Promise.all([
    under(contactsTable, caseId),
    under(casesTable, caseId),
    rowsIn(casesTable, submissions),
    ...toldAtOnce.map(({ pk, sk }) => under(casesTable, pk, sk)),
  ])
  const rows = found.flat().filter(({ type }) => GOES[type] !== 'stays')
  return (['first', 'second', 'third'] as const).flatMap((when) => rows.filter(({ type }) => GOES[type] === when))
}

async function rowsIn(
  table: string,
  pages: AsyncIterable<{ Items?: Record<string, unknown>[] | undefined }>,
): Promise<readonly RowToErase[]> {
  const rows: RowToErase[] = []
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const type = String(item.type)
      if (!isOfCase(type))
        throw new Error(`${nameOfRow(item)} is a "${type}": nobody has said whether it goes with its case.`)
      rows.push({ table, key: { pk: String(item.pk), sk: String(item.sk) }, type })
    }
  }
  return rows
}

function isOfCase(type: string): type is RowType {
  return type in GOES && GOES[type as RowType] !== 'of-no-case'
}

/** How many rows are removed side by side. */
const AT_ONCE = 10

/** Removes rows, those that go first before the others. Removing one that is gone changes nothing. */
export async function removeRows({ client }: Pick<CaseTables, 'client'>, rows: readonly RowToErase[]): Promise<void> {
  for (const when of ['first', 'second', 'third'] as const) {
    const now = rows.filter(({ type }) => GOES[type] === when)
    for (let at = 0; at < now.length; at += AT_ONCE) {
      await Promise.all(
        now
          .slice(at, at + AT_ONCE)
          .map(({ table, key }) => client.send(new DeleteCommand({ TableName: table, Key: key }))),
      )
    }
  }
}

/** How many rows there are of each kind. */
export function countsOf(rows: readonly RowToErase[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { type } of rows) counts[type] = (counts[type] ?? 0) + 1
  return counts
}
