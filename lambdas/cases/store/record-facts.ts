import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfCase } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import { factsSince, withFacts } from '../build-case.ts'
import type { CaseFile } from '../case-file.ts'
import type { CouncilOwnTimes } from '../council.ts'
import type { FactType } from '../fact.ts'
import type { FactInput } from '../fact-input.ts'
import { londonDay } from '../london.ts'
import { summaryOf } from '../outcome.ts'
import { firstNotRecordable } from '../recordable-facts.ts'
import { sequenceOf } from '../sequence.ts'
import { stageChanges } from '../stage-changes.ts'
import { stageKey } from '../start-stages.ts'
import { heldUntilNow, toldByRecording } from '../telling/told-by-recording.ts'
import type { AnsweredStage, WaitingStage } from '../wait.ts'
import { contactPuts } from './child-key-store.ts'
import { heldRow, release } from './held-message-store.ts'
import { submissionBefore } from './open-case.ts'
import { rowOf } from './rows.ts'
import { startingRow } from './stage-rows.ts'
import { submissionRow } from './submission-rows.ts'
import { type CaseTables, contactKeys, keys, type SearchableContactTables } from './tables.ts'

/** The case does not await such a fact now. The message says so to a person. */
export class FactNotAwaitedError extends Error {
  override readonly name = 'FactNotAwaitedError'
}

export interface FactsToRecord {
  /** The id that the form carried: the same form sent twice is recorded once. */
  readonly submissionId: string
  /** In the order of the form. */
  readonly facts: readonly FactInput[]
  readonly recordedBy: string
}

/** `moved-on`: somebody else recorded something first, so read the case again and say what changed. */
export type RecordingResult = 'recorded' | 'recorded-before' | 'moved-on'

/**
 * Records the facts of one form on the case as `file` shows it: the facts, the case's version, the stages that they start,
 * the answer to every wait that they end, the words that go with them and who recorded it, all or none. The journey hears of started stages
 * and answered waits through the table's stream. A fact that starts a stage on a closed case opens it again.
 *
 * @throws FactNotAwaitedError when the case does not await such a fact now.
 */
export async function recordFacts(
  tables: CaseTables & SearchableContactTables & AuditTables,
  file: CaseFile,
  { submissionId, facts, recordedBy }: FactsToRecord,
  now: Date,
  ownTimes: CouncilOwnTimes,
): Promise<RecordingResult> {
  const { casesTable, contactsTable } = tables
  const { caseId, version, status } = file.record
  if (await submissionBefore(tables, submissionId)) return 'recorded-before'
  const newFacts = facts.map(({ fact }) => fact)
  const notAwaited = firstNotRecordable(file, newFacts)
  if (notAwaited) throw factNotAwaited(notAwaited.type, file)

  const after = withFacts(file.subject, newFacts, { recordedAt: now.toISOString(), recordedBy })
  const recorded = factsSince(file.subject, after)
  const { starts, answers } = stageChanges(file, after, londonDay(now), ownTimes)
  const changes = Object.entries({ ...summaryOf(after), ...(starts.length > 0 && { status: 'open' }) })
  const set = changes.filter(([, value]) => value !== undefined)
  const opensAgain = status === 'closed' && starts.length > 0
  const statusAfter = opensAgain ? 'open' : status
  const remove = [
    ...changes.filter(([, value]) => value === undefined).map(([name]) => name),
    ...(opensAgain ? ['outcome', 'closedAt'] : []),
  ]
  const contact = facts.findLast((one) => one.contact)?.contact
  const writes: NonNullable<TransactWriteCommandInput['TransactItems']> = [
    {
      Update: {
        TableName: casesTable,
        Key: keys.case(caseId),
        UpdateExpression: updateExpression(
          set.map(([name]) => name),
          remove,
        ),
        // The status too: closing does not change the version.
        ConditionExpression: '#version = :before AND #status = :statusBefore',
        ExpressionAttributeNames: Object.fromEntries(
          ['status', ...set.map(([name]) => name), ...remove].map((name) => [`#${name}`, name]),
        ),
        ExpressionAttributeValues: {
          ':before': version,
          ':statusBefore': status,
          ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
        },
      },
    },
    {
      Put: {
        TableName: casesTable,
        Item: submissionRow(submissionId, { caseId, sequence: sequenceOf(after.version) }, now),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...recorded.map((fact) => put(casesTable, rowOf(keys.fact(caseId, fact.sequence), 'fact', fact))),
    ...answers.map(({ wait, outcome, heard }) => answer(casesTable, caseId, wait, { outcome, heard })),
    ...starts.map((beginning) => startingRow(tables, caseId, beginning, beginning.run, now)),
    ...facts.flatMap(({ words }, index) =>
      words
        ? put(contactsTable, rowOf(contactKeys.words(caseId, sequenceOf(version + 1 + index)), 'words', words))
        : [],
    ),
    ...(contact ? await contactPuts(tables, caseId, contact) : []),
    ...heldUntilNow(file, after, now).map((held) => release(casesTable, caseId, held, now)),
    ...recorded.flatMap((fact) =>
      toldByRecording(after, fact, statusAfter, now).map((held) => put(casesTable, heldRow(caseId, held))),
    ),
  ]
  try {
    await writeWithEntry(
      tables,
      {
        chain: chainOfCase(caseId),
        who: recordedBy,
        what: 'facts-recorded',
        about: recorded.map(({ type, sequence }) => `${type}.${sequence}`),
      },
      now,
      writes,
    )
    return 'recorded'
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error
    if (await submissionBefore(tables, submissionId)) return 'recorded-before'
    const overtaken = error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed')
    if (overtaken) return 'moved-on'
    throw error
  }
}

function put(TableName: string, Item: Record<string, unknown>) {
  return { Put: { TableName, Item } }
}

/** What is not so any more is removed: a result that was corrected away, and the outcome of a case that opens again. */
function updateExpression(set: readonly string[], remove: readonly string[]): string {
  const sets = `SET ${set.map((name) => `#${name} = :${name}`)}`
  return remove.length > 0 ? `${sets} REMOVE ${remove.map((name) => `#${name}`)}` : sets
}

/** Marks a wait as answered, if it is still the one that was read. */
function answer(casesTable: string, caseId: string, wait: WaitingStage, given: AnsweredStage['answer']) {
  return {
    Update: {
      TableName: casesTable,
      Key: keys.wait(caseId, stageKey(wait)),
      UpdateExpression: 'SET content.#state = :answered, content.answer = :answer',
      ConditionExpression: 'content.#state = :waiting AND content.taskToken = :token',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':waiting': 'waiting',
        ':answered': 'answered',
        ':token': wait.taskToken,
        ':answer': given,
      },
    },
  }
}

function factNotAwaited(type: FactType, { record, waits }: CaseFile): FactNotAwaitedError {
  const busy = record.status === 'open' && !waits.some(({ state }) => state === 'waiting')
  const why =
    record.status === 'closed'
      ? 'the case is closed'
      : busy
        ? 'the service is still working on the last thing that was recorded; try again in a moment'
        : 'the case does not wait for it now'
  return new FactNotAwaitedError(`"${type}" cannot be recorded on case ${record.caseId}: ${why}.`)
}
