import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { buildCase } from '../build-case.ts'
import { caseDates } from '../case-dates.ts'
import type { CaseRecord } from '../case-file.ts'
import type { Contact } from '../contact.ts'
import { daysOfAge } from '../days-of-age.ts'
import type { Fact } from '../fact.ts'
import { londonDay } from '../london.ts'
import type { Decision } from '../opening/facts.ts'
import { summaryOf } from '../outcome.ts'
import { type Sequence, sequenceOf } from '../sequence.ts'
import { fromTheStart, stagesStartedBy } from '../start-stages.ts'
import { contactPuts } from './child-key-store.ts'
import { caseRowOf, contentOf, rowOf } from './rows.ts'
import { startingRow } from './stage-rows.ts'
import { type CaseTables, keys, type SearchableContactTables } from './tables.ts'

/** Another case has the id that was chosen. */
export class CaseIdTakenError extends Error {
  override readonly name = 'CaseIdTakenError'
}

export interface CaseToOpen {
  readonly caseId: string
  /** The id that the form carried: the same form sent twice opens one case. */
  readonly submissionId: string
  readonly decision: Decision
  readonly contact: Contact
  readonly recordedBy: string
}

/**
 * Opens a case: its first fact, its row, its first stage, its contact details and the keys of the child, all or none.
 * @returns the id of the case; that of the case opened before when the same form had been sent already.
 * @throws CaseIdTakenError when another case has this id: choose another and try again.
 */
export async function openCase(
  tables: CaseTables & SearchableContactTables,
  { caseId, submissionId, decision, contact, recordedBy }: CaseToOpen,
  now: Date,
): Promise<string> {
  const fact: Fact<'case-opened'> = {
    type: 'case-opened',
    sequence: sequenceOf(1),
    recordedAt: now.toISOString(),
    recordedBy,
    details: { ...decision, ...daysOfAge(contact.bornOn, decision.printedOn) },
  }
  const subject = buildCase(caseId, [fact])
  const dates = caseDates(subject, londonDay(now))
  const record: CaseRecord = {
    ...summaryOf(subject),
    caseId,
    status: 'open',
    openedAt: now.toISOString(),
    nextDate: (dates.contact ?? dates.appeal).aimDate,
    nextKind: dates.contact ? 'family-speaks-to-adviser' : 'family-appeals',
  }
  const { client, casesTable } = tables
  const put = (Item: Record<string, unknown>) => ({
    Put: { TableName: casesTable, Item, ConditionExpression: 'attribute_not_exists(pk)' },
  })
  try {
    await client.send(
      new TransactWriteCommand({
        TransactItems: [
          put(rowOf(keys.submission(submissionId), 'submission', { caseId, sequence: fact.sequence })),
          put(caseRowOf(keys.case(caseId), record)),
          put(rowOf(keys.fact(caseId, fact.sequence), 'fact', fact)),
          ...stagesStartedBy(fact, subject).map((stage) =>
            startingRow(tables, caseId, fromTheStart({ stage, startedFrom: fact.sequence }), '1', now),
          ),
          ...(await contactPuts(tables, caseId, contact)),
        ],
      }),
    )
    return caseId
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error
    const before = await submissionBefore(tables, submissionId)
    if (before) return before.caseId
    if (error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed')) {
      throw new CaseIdTakenError(`The case id ${caseId} is taken. Choose another and try again.`)
    }
    throw error
  }
}

/** What a form that was sent in before led to. */
export async function submissionBefore(
  { client, casesTable }: CaseTables,
  submissionId: string,
): Promise<{ readonly caseId: string; readonly sequence: Sequence } | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: casesTable, Key: keys.submission(submissionId), ConsistentRead: true }),
  )
  return Item && contentOf('submission', Item)
}
