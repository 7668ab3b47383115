import { DeleteCommand, PutCommand, ScanCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { closeCase, finishStage } from '../../lambdas/cases/store/close-case.ts'
import { heldRow } from '../../lambdas/cases/store/held-message-store.ts'
import { letterRow } from '../../lambdas/cases/store/letter-store.ts'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { claimMessage } from '../../lambdas/cases/store/message-store.ts'
import { giveTask } from '../../lambdas/cases/store/task-store.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { deliverFirstMessage } from '../staff/deliver-for-tests.ts'
import { NOW, type ServiceForTests } from '../staff/service-for-tests.ts'

/** When the cases of these tests are closed: six years later they are due, where no birthday counts. */
export const CLOSED_AT = new Date('2026-03-10T11:00:00Z')

/** A case with a row of every kind that a case can have, closed with an outcome whose time is six years or less. */
export async function closedCase(service: ServiceForTests, answers: Readonly<Record<string, string>> = {}) {
  const { tables } = service
  const caseId = await service.open({ name: 'Marked Parent', childName: 'Marked Child', ...answers })
  await deliverFirstMessage(service, caseId)
  await service.park(caseId, 'adviser-contact', ['mediation-declined'], {
    kind: 'family-speaks-to-adviser',
    date: '2026-04-10',
  })
  await service.record(caseId, 'note-added', { note: 'A marked note.' })
  const put = (Item: Record<string, unknown>) =>
    tables.client.send(new PutCommand({ TableName: tables.casesTable, Item }))
  await put(letterRow(caseId, { key: 'rights_00001', recipient: 'family', why: 'bounced' }, NOW))
  await put(
    heldRow(caseId, {
      key: 'certificate-due_00001',
      message: { kind: 'certificate-due', about: sequenceOf(1) },
      heldAt: NOW.toISOString(),
      state: 'ready',
      releasedAt: NOW.toISOString(),
    }),
  )
  const about = { message: 'rights_00001' }
  await giveTask(
    tables,
    caseId,
    { kind: 'tell-family-another-way', about, dueOn: parseCalendarDate('2026-03-10') },
    NOW,
  )
  const work = { caseId, work: 'tell-family-another-way_rights_00001' }
  await claimMessage(
    tables,
    'COUNCIL',
    { kind: 'officer-today', about: work, key: `officer-today_${caseId}_${work.work}`, subject: 'A task' },
    { now: NOW, leaseSeconds: 30 },
  )
  for (const wait of (await requireCaseFile(tables, caseId)).waits)
    await finishStage(tables, caseId, wait, 'appeal-time-passed')
  const { record } = await requireCaseFile(tables, caseId)
  await closeCase(tables, caseId, record.version, 'closed-as-error', CLOSED_AT)
  return caseId
}

/** Every row of every table that has to do with a case: under its reference, or with it in what it holds. */
export async function rowsAbout(
  { tables }: ServiceForTests,
  caseId: string,
): Promise<readonly Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  for (const TableName of [tables.casesTable, tables.contactsTable, tables.sessionsTable]) {
    const { Items = [], LastEvaluatedKey } = await tables.client.send(
      new ScanCommand({ TableName, ConsistentRead: true }),
    )
    if (LastEvaluatedKey) throw new Error('The tables of this test are too large for one page.')
    found.push(...Items.filter((item) => JSON.stringify(item).includes(caseId)))
  }
  return found
}

const IN_CONTACTS: readonly unknown[] = ['contact', 'words', 'sent', 'child-key', 'search-key', 'hold']

/** Puts rows back as they were, as a restore does. */
export async function putBack(
  { tables: { client, casesTable, contactsTable } }: ServiceForTests,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  for (const Item of rows) {
    await client.send(new PutCommand({ TableName: IN_CONTACTS.includes(Item.type) ? contactsTable : casesTable, Item }))
  }
}

/** The power goes. */
export class Crash extends Error {}

/** The same tables, whose client dies after it has made some writes and one more: nobody hears of that one. */
export function dyingTables<Tables extends ServiceForTests['tables']>(tables: Tables, writes: number): Tables {
  let left = writes
  const client = new Proxy(tables.client, {
    get(target, name) {
      if (name !== 'send') return Reflect.get(target, name)
      return async (command: object) => {
        if (left < 0) throw new Crash()
        if (WRITES.some((one) => command instanceof one)) left -= 1
        const answer = await target.send(command as never)
        if (left < 0) throw new Crash()
        return answer
      }
    },
  })
  return { ...tables, client }
}

const WRITES = [PutCommand, UpdateCommand, DeleteCommand, TransactWriteCommand]
