import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { caseIdFrom } from '../../lambdas/cases/case-id.ts'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { searchKeys } from '../../lambdas/cases/search/search-keys.ts'
import { rowOf } from '../../lambdas/cases/store/rows.ts'
import { contactKeys } from '../../lambdas/cases/store/tables.ts'

type Row = Readonly<Record<string, unknown>>

/** DynamoDB's own limit: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const ROWS_IN_A_BATCH = 25
const BATCHES_AT_ONCE = 8

/** The reference of the made-up case with this number, from 0. */
export function referenceOf(number: number): string {
  return caseIdFrom(Uint8Array.from({ length: 8 }, (_, at) => Math.floor(number / 30 ** (7 - at)) % 30))
}

/** What the contacts table holds of a family: who they are, and the keys by which they are found. */
export function rowsOfFamily(secret: string, caseId: string, contact: Contact): readonly Row[] {
  return [
    rowOf(contactKeys.contact(caseId), 'contact', contact),
    ...searchKeys(secret, contact).map((key, at) =>
      rowOf(contactKeys.searchKey(caseId, at + 1), 'search-key', {}, { ...key }),
    ),
  ]
}

/** Writes very many rows, some batches at a time. Nothing is read back and no condition is checked. */
export class ManyRows {
  readonly #client: DynamoDBDocumentClient
  readonly #waiting: { readonly table: string; readonly Item: Row }[] = []
  #batches: Promise<unknown>[] = []

  constructor(client: DynamoDBDocumentClient) {
    this.#client = client
  }

  /** Takes rows of a table, and writes as many as fill batches. */
  async put(table: string, rows: readonly Row[]): Promise<void> {
    this.#waiting.push(...rows.map((Item) => ({ table, Item })))
    while (this.#waiting.length >= ROWS_IN_A_BATCH) await this.#write(this.#waiting.splice(0, ROWS_IN_A_BATCH))
  }

  /** Writes what is left. */
  async end(): Promise<void> {
    if (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0))
    await Promise.all(this.#batches)
  }

  async #write(some: readonly { readonly table: string; readonly Item: Row }[]): Promise<void> {
    const RequestItems = Object.fromEntries(
      [...new Set(some.map(({ table }) => table))].map((table) => [
        table,
        some.filter((one) => one.table === table).map(({ Item }) => ({ PutRequest: { Item } })),
      ]),
    )
    this.#batches.push(this.#client.send(new BatchWriteCommand({ RequestItems })))
    if (this.#batches.length === BATCHES_AT_ONCE) {
      await Promise.all(this.#batches)
      this.#batches = []
    }
  }
}
