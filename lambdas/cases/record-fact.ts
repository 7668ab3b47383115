import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { buildCase } from './case.ts'
import type { CaseFile } from './case-file.ts'
import type { Contact, PrivateWords } from './contact.ts'
import { FACTS_AFTER_CLOSING, FACTS_AT_ANY_TIME, type Fact, type FactType, type NewFact, sequenceOf } from './fact.ts'
import { submissionBefore } from './open-case.ts'
import { routeOf } from './outcome.ts'
import type { Wait } from './stage.ts'
import { type CaseTables, type ContactTables, contactKeys, keys } from './tables.ts'

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

/** Which facts can be recorded on the case now: what its waits await, and what may come at any time. */
export function recordableFacts({ record, subject, waits }: CaseFile): readonly FactType[] {
  const awaited = waits.filter(({ state }) => state === 'waiting').flatMap(({ awaits }) => awaits)
  const facts = record.status === 'closed' ? FACTS_AFTER_CLOSING : [...new Set([...awaited, ...FACTS_AT_ANY_TIME])]
  return subject.appeal ? facts.filter((type) => type !== 'appeal-registered') : facts
}

/**
 * Records a fact on the case as `file` shows it: the fact, the case's version, the answer to every wait that awaits it
 * and the words that go with it, all or none. The journey is woken by the answered waits, through the table's stream.
 *
 * @throws Error named FactNotAwaitedError when the case does not await such a fact now; its message says so to a person.
 */
export async function recordFact(
  tables: CaseTables & ContactTables,
  file: CaseFile,
  { submissionId, fact: newFact, words, contact, recordedBy }: FactToRecord,
  now: Date,
): Promise<RecordingResult> {
  const { client, casesTable, contactsTable } = tables
  const { caseId, version, status } = file.record
  if (await submissionBefore(tables, submissionId)) return 'recorded-before'
  if (!recordableFacts(file).includes(newFact.type)) throw factNotAwaited(newFact.type, file)

  const sequence = sequenceOf(version + 1)
  const fact = { ...newFact, sequence, recordedAt: now.toISOString(), recordedBy } as Fact
  const answered = file.waits.filter(({ state, awaits }) => state === 'waiting' && awaits.includes(fact.type))
  const after = buildCase(caseId, [...file.subject.facts, fact])
  const changes = {
    version: after.version,
    route: routeOf(after),
    ...(after.mediationResult && { mediationResult: after.mediationResult.result }),
    ...(status === 'closed' && after.appeal && { outcome: 'appealed' }),
  }
  const writes: TransactWriteCommandInput['TransactItems'] = [
    {
      Update: {
        TableName: casesTable,
        Key: keys.case(caseId),
        UpdateExpression: `SET ${Object.keys(changes).map((name) => `#${name} = :${name}`)}`,
        // The status too: closing does not change the version.
        ConditionExpression: '#version = :before AND #status = :status',
        ExpressionAttributeNames: {
          '#status': 'status',
          ...Object.fromEntries(Object.keys(changes).map((name) => [`#${name}`, name])),
        },
        ExpressionAttributeValues: {
          ':before': version,
          ':status': status,
          ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [`:${name}`, value])),
        },
      },
    },
    {
      Put: {
        TableName: casesTable,
        Item: { ...keys.submission(submissionId), type: 'submission', caseId, sequence },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    { Put: { TableName: casesTable, Item: { ...keys.fact(caseId, sequence), type: 'fact', content: fact } } },
    ...answered.map((wait) => answer(casesTable, caseId, wait, fact)),
  ]
  if (words) {
    writes.push({
      Put: {
        TableName: contactsTable,
        Item: { ...contactKeys.words(caseId, sequence), type: 'words', content: words },
      },
    })
  }
  if (contact) {
    writes.push({
      Put: {
        TableName: contactsTable,
        Item: { ...contactKeys.contact(caseId), type: 'contact', content: contact },
      },
    })
  }
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

/** Marks a wait as answered, if it is still the one that was read. */
function answer(casesTable: string, caseId: string, wait: Wait, fact: Fact) {
  return {
    Update: {
      TableName: casesTable,
      Key: keys.wait(caseId, wait.stage),
      UpdateExpression: 'SET content.#state = :answered, content.answer = :answer',
      ConditionExpression: 'content.#state = :waiting AND content.taskToken = :token',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':waiting': 'waiting',
        ':answered': 'answered',
        ':token': wait.taskToken,
        ':answer': { outcome: fact.type, heard: fact.sequence },
      },
    },
  }
}

function factNotAwaited(type: FactType, { record, waits }: CaseFile): Error {
  const busy = record.status === 'open' && !waits.some(({ state }) => state === 'waiting')
  const why =
    record.status === 'closed'
      ? 'the case is closed'
      : busy
        ? 'the service is still working on the last thing that was recorded; try again in a moment'
        : 'the case does not wait for it now'
  return Object.assign(new Error(`"${type}" cannot be recorded on case ${record.caseId}: ${why}.`), {
    name: 'FactNotAwaitedError',
  })
}
