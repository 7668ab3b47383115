import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { CalendarDate } from '../law/calendar-date.ts'
import { buildCase, type Case } from './case.ts'
import type { DatesTold } from './dates-told.ts'
import type { Fact } from './fact.ts'
import type { Letter } from './letter.ts'
import type { MessageRecord } from './message.ts'
import type { CaseSummary } from './outcome.ts'
import type { NextDateKind } from './plan/next-date-kind.ts'
import type { CaseOutcome, Wait } from './stage.ts'
import type { CaseTables } from './tables.ts'
import type { Task } from './task.ts'

/** The case's own row: what the list of cases shows, and the version that every change checks. */
export interface CaseRecord extends CaseSummary {
  readonly caseId: string
  readonly status: 'open' | 'closed'
  readonly openedAt: string
  readonly nextDate: CalendarDate
  readonly nextKind: NextDateKind
  /** The dates as they were when the journey last looked. Absent until it has. */
  readonly told?: DatesTold
  readonly outcome?: CaseOutcome
  readonly closedAt?: string
}

/** Everything that is stored about a case, but for names and addresses. */
export interface CaseFile {
  readonly record: CaseRecord
  /** What is so on the facts. */
  readonly subject: Case
  readonly waits: readonly Wait[]
  readonly messages: readonly MessageRecord[]
  readonly tasks: readonly Task[]
  readonly letters: readonly Letter[]
}

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
