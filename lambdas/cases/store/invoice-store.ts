import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfPerson } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { Month } from '../../law/month.ts'
import { contentOf, rowOf } from './rows.ts'
import { type CaseTables, outcomeKeys } from './tables.ts'

/** What a provider sent an invoice for, for one month, as a manager typed it in. */
export interface Invoice {
  readonly month: Month
  /** The id of the provider. */
  readonly provider: string
  readonly pence: number
  /** The number of the invoice, or where else the amount comes from. */
  readonly source: string
  readonly recordedBy: string
  /** ISO 8601. */
  readonly recordedAt: string
}

/** Keeps the invoice of a month. One that is typed in again takes the place of the one before; the entry says that there was. */
export async function keepInvoice(tables: CaseTables & AuditTables, invoice: Invoice, now: Date): Promise<void> {
  const { month, provider, recordedBy } = invoice
  const Item = rowOf(outcomeKeys.invoice(month, provider), 'invoice', invoice)
  const about = [month, provider]
  const entry = { chain: chainOfPerson(recordedBy), who: recordedBy, what: 'invoice-recorded', about } as const
  await writeWithEntry(tables, entry, now, [{ Put: { TableName: tables.casesTable, Item } }])
}

/** The invoices of the months from the first to the last. */
export async function invoicesOf(
  { client, casesTable }: CaseTables,
  { from, to }: { readonly from: Month; readonly to: Month },
): Promise<readonly Invoice[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: casesTable,
      KeyConditionExpression: 'pk = :invoices AND sk BETWEEN :from AND :to',
      // "~" sorts after everything that can stand in the id of a provider.
      ExpressionAttributeValues: { ':invoices': 'INVOICES', ':from': from, ':to': `${to}~` },
    }),
  )
  return Items.map((item) => contentOf('invoice', item))
}
