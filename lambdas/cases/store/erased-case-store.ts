import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { ErasedCase } from '../retention/erased-case.ts'
import { contentOf, rowOf } from './rows.ts'
import { rowsOfStatus } from './rows-of-status.ts'
import { type CaseTables, keys } from './tables.ts'

/** What is left of erased cases stands in the index of the cases under a status of its own, by the month of opening. */
const ERASED = 'erased'

/** The row of what is left of a case, in the place of the case's own. */
export function erasedRow(erased: ErasedCase): Record<string, unknown> {
  return rowOf(keys.case(erased.caseId), 'erased-case', erased, { status: ERASED, nextDate: `${erased.openedIn}-01` })
}

/** What is left of a case; undefined when it was not erased. */
export async function loadErasedCase(
  { client, casesTable }: CaseTables,
  caseId: string,
): Promise<ErasedCase | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: casesTable, Key: keys.case(caseId), ConsistentRead: true }),
  )
  return Item?.type === 'erased-case' ? contentOf('erased-case', Item) : undefined
}

/** Every case that was erased, for reports. */
export async function* everyErasedCase(tables: CaseTables): AsyncGenerator<ErasedCase> {
  for await (const row of rowsOfStatus(tables, ERASED)) yield contentOf('erased-case', row)
}
