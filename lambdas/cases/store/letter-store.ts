import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfCase } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { CaseFile, CaseRecord } from '../case-file.ts'
import type { Letter } from '../letter.ts'
import { londonDay } from '../london.ts'
import { taskId } from '../task.ts'
import { transactionHeld } from './conditional-write.ts'
import { pageOfSeen } from './page-of-seen.ts'
import { contentOf, rowOf } from './rows.ts'
import { recordsOf } from './rows-by-case.ts'
import { type PageAsked, pageOfStatus, rowsOfStatus } from './rows-of-status.ts'
import { type CaseTables, keys } from './tables.ts'
import { doneTask } from './task-store.ts'

/** Letters to print stand in the index of the cases under a status of their own, by the day from which they are wanted. */
const TO_PRINT = 'letter-to-print'

/** A letter that is asked for now. */
export type LetterDue = Pick<Letter, 'key' | 'recipient' | 'why'>

/** A letter to print, and whose case it belongs to. */
export type ListedLetter = Letter & { readonly caseId: string }

export interface LetterPage {
  readonly letters: readonly ListedLetter[]
  /** Pass this back for the page after; absent on the last page. */
  readonly next?: string
}

/** The row of a letter that somebody has to print. */
export function letterRow(caseId: string, due: LetterDue, now: Date): Record<string, unknown> {
  const wantedOn = londonDay(now)
  const letter: Letter = { ...due, state: 'to-print', wantedOn, wantedAt: now.toISOString() }
  return rowOf(keys.letter(caseId, due.key), 'letter', letter, { status: TO_PRINT, nextDate: wantedOn })
}

/**
 * Takes back a letter that was asked for because an email seemed lost, when it arrived after all, and the task with it.
 * Doing it twice changes nothing.
 */
export async function withdrawLetter(
  { client, casesTable }: CaseTables,
  caseId: string,
  key: string,
  now: Date,
): Promise<void> {
  const letter = {
    Update: {
      TableName: casesTable,
      Key: keys.letter(caseId, key),
      UpdateExpression: 'SET content.#state = :notNeeded, content.recordedAt = :now REMOVE #status, nextDate',
      ConditionExpression: 'content.#state = :toPrint AND content.why = :undelivered',
      ExpressionAttributeNames: { '#state': 'state', '#status': 'status' },
      ExpressionAttributeValues: {
        ':notNeeded': 'not-needed',
        ':toPrint': 'to-print',
        ':undelivered': 'undelivered',
        ':now': now.toISOString(),
      },
    },
  }
  await transactionHeld(
    client.send(
      new TransactWriteCommand({ TransactItems: [letter, doneTask(casesTable, caseId, taskOfLetter(key), now)] }),
    ),
  )
}

/** The id of the task that asks somebody to see to a letter. */
function taskOfLetter(key: string): string {
  return taskId({ kind: 'tell-family-another-way', about: { message: key } })
}

/**
 * Records what was done with a letter, that the task that asked for it is done too, and who recorded it: all or none.
 * @returns false when the letter is not there to print any more: somebody else recorded it first.
 */
export async function recordLetterDone(
  tables: CaseTables & AuditTables,
  { record: { caseId }, tasks }: Pick<CaseFile, 'record' | 'tasks'>,
  key: string,
  { how, doneOn, recordedBy }: { readonly how: LetterOutcome; readonly doneOn: CalendarDate; recordedBy: string },
  now: Date,
): Promise<boolean> {
  const { casesTable } = tables
  const letter = {
    Update: {
      TableName: casesTable,
      Key: keys.letter(caseId, key),
      UpdateExpression:
        'SET content.#state = :how, content.doneOn = :doneOn, content.recordedAt = :now REMOVE #status, nextDate',
      ConditionExpression: 'content.#state = :toPrint',
      ExpressionAttributeNames: { '#state': 'state', '#status': 'status' },
      ExpressionAttributeValues: {
        ':how': how,
        ':doneOn': doneOn,
        ':now': now.toISOString(),
        ':toPrint': 'to-print',
      },
    },
  }
  const taskOf = taskOfLetter(key)
  const task = tasks.some(({ id }) => id === taskOf) ? [doneTask(casesTable, caseId, taskOf, now)] : []
  const entry = { chain: chainOfCase(caseId), who: recordedBy, what: 'letter-done', about: [key, how] } as const
  return transactionHeld(writeWithEntry(tables, entry, now, [letter, ...task]))
}

/** What can become of a letter. */
export const LETTER_OUTCOMES = ['posted', 'told-another-way'] as const satisfies readonly Letter['state'][]
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number]

/**
 * Lists the letters to print of all cases, the one that is wanted since longest at the top.
 * @param mayOpen whether who asks may open a case: the letters of others are left out
 * @param from `next` of the page before. @throws Error when it is not one that this function gave.
 */
export async function listLetters(
  tables: CaseTables,
  mayOpen: (record: CaseRecord) => boolean,
  page: PageAsked,
): Promise<LetterPage> {
  const read = async (asked: PageAsked) => {
    const { rows, next } = await pageOfStatus(tables, TO_PRINT, asked)
    return {
      items: rows.map((row): ListedLetter => ({ caseId: String(row.pk), ...contentOf('letter', row) })),
      ...(next && { next }),
    }
  }
  const { items: letters, next } = await pageOfSeen(page, read, async (listed) => {
    const records = await recordsOf(
      tables,
      listed.map(({ caseId }) => caseId),
    )
    return listed.filter(({ caseId }) => {
      const record = records.get(caseId)
      return record && !record.hasDied && mayOpen(record)
    })
  })
  return { letters, ...(next && { next }) }
}

/** What there is to print, of open and of closed cases. */
export interface LettersToPrint {
  readonly count: number
  /** The day from which the oldest of them is wanted. Absent when there is none. */
  readonly since?: CalendarDate
}

/** Every letter to print, of open and of closed cases, the one that is wanted since longest first. */
export async function* everyLetterToPrint(tables: CaseTables): AsyncGenerator<ListedLetter> {
  for await (const row of rowsOfStatus(tables, TO_PRINT)) yield { caseId: String(row.pk), ...contentOf('letter', row) }
}
