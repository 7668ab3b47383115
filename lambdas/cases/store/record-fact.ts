import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { buildCase } from '../build-case.ts'
import type { CaseFile } from '../case-file.ts'
import type { Contact, PrivateWords } from '../contact.ts'
import type { CouncilOwnTimes } from '../council.ts'
import type { FactType, NewFact } from '../fact.ts'
import { londonDay } from '../london.ts'
import { nextFact } from '../order.ts'
import { summaryOf } from '../outcome.ts'
import { recordableFacts } from '../recordable-facts.ts'
import { stageChanges } from '../stage-changes.ts'
import { stageKey } from '../start-stages.ts'
import type { AnsweredStage, WaitingStage } from '../wait.ts'
import { contactPuts } from './child-key-store.ts'
import { submissionBefore } from './open-case.ts'
import { rowOf } from './rows.ts'
import { startingRow } from './stage-rows.ts'
import { type CaseTables, contactKeys, keys, type SearchableContactTables } from './tables.ts'

/** The case does not await such a fact now. The message says so to a person. */
export class FactNotAwaitedError extends Error {
  override readonly name = 'FactNotAwaitedError'
}

export interface FactToRecord {
  /** The id that the form carried: the same form sent twice is recorded once. */
  readonly submissionId: string
  readonly fact: NewFact
  /** What belongs to the fact and may name somebody; kept in the contacts table. */
  readonly words?: PrivateWords
  /** The new contact details, with the fact `contact-details-changed`. */
  readonly contact?: Contact
  readonly recordedBy: string
}

/** `moved-on`: somebody else recorded something first, so read the case again and say what changed. */
export type RecordingResult = 'recorded' | 'recorded-before' | 'moved-on'

/**
 * Records a fact on the case as `file` shows it: the fact, the case's version, the stages that it starts, the answer to
 * every wait that awaits it and the words that go with it, all or none. The journey hears of started stages and answered
 * waits through the table's stream. A fact that starts a stage on a closed case opens it again.
 *
 * @throws FactNotAwaitedError when the case does not await such a fact now.
 */
export async function recordFact(
  tables: CaseTables & SearchableContactTables,
  file: CaseFile,
  { submissionId, fact: newFact, words, contact, recordedBy }: FactToRecord,
  now: Date,
  ownTimes: CouncilOwnTimes,
): Promise<RecordingResult> {
  const { client, casesTable, contactsTable } = tables
  const { caseId, version, status } = file.record
  if (await submissionBefore(tables, submissionId)) return 'recorded-before'
  if (!recordableFacts(file).includes(newFact.type)) throw factNotAwaited(newFact.type, file)

  const fact = nextFact(file.subject, newFact, { recordedAt: now.toISOString(), recordedBy })
  const { sequence } = fact
  const after = buildCase(caseId, [...file.subject.recorded, fact])
  const { starts, answers } = stageChanges(file, after, fact, londonDay(now), ownTimes)
  const changes = Object.entries({ ...summaryOf(after), ...(starts.length > 0 && { status: 'open' }) })
  const set = changes.filter(([, value]) => value !== undefined)
  const opensAgain = status === 'closed' && starts.length > 0
  const remove = [
    ...changes.filter(([, value]) => value === undefined).map(([name]) => name),
    ...(opensAgain ? ['outcome', 'closedAt'] : []),
  ]
  const writes: TransactWriteCommandInput['TransactItems'] = [
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
        Item: rowOf(keys.submission(submissionId), 'submission', { caseId, sequence }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    { Put: { TableName: casesTable, Item: rowOf(keys.fact(caseId, sequence), 'fact', fact) } },
    ...answers.map(({ wait, outcome, heard }) => answer(casesTable, caseId, wait, { outcome, heard })),
    ...starts.map((beginning) => startingRow(tables, caseId, beginning, beginning.run, now)),
  ]
  if (words) {
    writes.push({
      Put: {
        TableName: contactsTable,
        Item: rowOf(contactKeys.words(caseId, sequence), 'words', words),
      },
    })
  }
  if (contact) writes.push(...(await contactPuts(tables, caseId, contact)))
  try {
    await client.send(new TransactWriteCommand({ TransactItems: writes }))
    return 'recorded'
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error
    if (await submissionBefore(tables, submissionId)) return 'recorded-before'
    const overtaken = error.CancellationReasons?.some(
      ({ Code }) => Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict',
    )
    if (overtaken) return 'moved-on'
    throw error
  }
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
