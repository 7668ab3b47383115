import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import { is } from 'valibot'
import { buildCase } from '../build-case.ts'
import type { CaseFile } from '../case-file.ts'
import type { Fact } from '../fact.ts'
import { kindOf } from '../facts.ts'
import { contentOf, type RowContent, type RowType, UnreadableRowError } from './rows.ts'
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

  const [record] = contentsOf('case', items)
  if (!record) return undefined
  const facts = contentsOf('fact', items)
  refuseWrongCorrections(caseId, facts)
  const [particulars] = contentsOf('particulars', items)
  return {
    record,
    subject: buildCase(caseId, facts),
    waits: contentsOf('wait', items),
    stops: contentsOf('stop', items),
    messages: contentsOf('message', items),
    held: contentsOf('held', items),
    tasks: contentsOf('task', items),
    letters: contentsOf('letter', items),
    taskOwners: contentsOf('task-owner', items),
    ...(particulars && { particulars }),
  }
}

function contentsOf<Type extends RowType>(type: Type, items: readonly Record<string, unknown>[]): RowContent<Type>[] {
  return items.filter((item) => item.type === type).map((item) => contentOf(type, item))
}

/** The details of a correction have to fit the kind of the fact that it corrects. */
function refuseWrongCorrections(caseId: string, facts: readonly Fact[]): void {
  for (const { type, sequence, details } of facts) {
    if (type !== 'fact-corrected') continue
    const wrong = facts.find((fact) => fact.sequence === details.corrects)
    if (wrong && is(kindOf(wrong.type).details, details.details)) continue
    throw new UnreadableRowError(
      `Case ${caseId}: the fact ${sequence} corrects the fact ${details.corrects}, but its details do not fit it.`,
    )
  }
}

/** As `loadCaseFile`, for callers that were told of the case by the service itself. @throws Error when it is not there. */
export async function requireCaseFile(tables: CaseTables, caseId: string): Promise<CaseFile> {
  const file = await loadCaseFile(tables, caseId)
  if (!file) throw new Error(`There is no case ${caseId} in the table ${tables.casesTable}.`)
  return file
}
