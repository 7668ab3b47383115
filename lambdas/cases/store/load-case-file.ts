import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import { buildCase } from '../build-case.ts'
import type { CaseFile, CaseRecord } from '../case-file.ts'
import type { Fact } from '../fact.ts'
import type { Letter } from '../letter.ts'
import type { MessageRecord } from '../message.ts'
import type { Task } from '../task.ts'
import type { Wait } from '../wait.ts'
import type { CaseTables } from './tables.ts'

/**
 * Reads a whole case as it is at this moment.
 * @returns undefined when there is no such case.
 */
export async function loadCaseFile({ client, casesTable }: CaseTables, caseId: string): Promise<CaseFile | undefined> {
  const pages = paginateQuery(
    { client },
    {
      TableName: casesTable,
      KeyConditionExpression: 'pk = :caseId',
      ExpressionAttributeValues: { ':caseId': caseId },
      ConsistentRead: true,
    },
  )
  const items: Record<string, unknown>[] = []
  for await (const { Items = [] } of pages) items.push(...Items)

  const record = items.find(({ type }) => type === 'case') as CaseRecord | undefined
  if (!record) return undefined
  const ofType = <Item>(type: string) => items.filter((item) => item.type === type).map((item) => item.content as Item)
  return {
    record,
    subject: buildCase(caseId, ofType<Fact>('fact')),
    waits: ofType<Wait>('wait'),
    messages: ofType<MessageRecord>('message'),
    tasks: ofType<Task>('task'),
    letters: ofType<Letter>('letter'),
  }
}

/** As `loadCaseFile`, for callers that were told of the case by the service itself. @throws Error when it is not there. */
export async function requireCaseFile(tables: CaseTables, caseId: string): Promise<CaseFile> {
  const file = await loadCaseFile(tables, caseId)
  if (!file) throw new Error(`There is no case ${caseId} in the table ${tables.casesTable}.`)
  return file
}
