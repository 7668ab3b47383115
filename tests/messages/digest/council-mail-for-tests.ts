import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import PostalMime from 'postal-mime'
import type { Contact } from '../../../lambdas/cases/contact.ts'
import type { OtherAdviser } from '../../../lambdas/cases/council.ts'
import type { Fact, NewFact } from '../../../lambdas/cases/fact.ts'
import { parseSequence, sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { heardBy, stageOf, type WaitName } from '../../../lambdas/cases/stages.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../../lambdas/cases/store/open-case.ts'
import { parkWait } from '../../../lambdas/cases/store/park-wait.ts'
import { recordFacts } from '../../../lambdas/cases/store/record-facts.ts'
import { rowOf } from '../../../lambdas/cases/store/rows.ts'
import { keys } from '../../../lambdas/cases/store/tables.ts'
import { giveTask, taskRow } from '../../../lambdas/cases/store/task-store.ts'
import type { TaskDue } from '../../../lambdas/cases/task.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { type DigestReport, sendDigests } from '../../../lambdas/messages/digest/send-digests.ts'
import { tellAtOnce } from '../../../lambdas/messages/digest/tell-at-once.ts'
import type { EmailToSend, SendEmail } from '../../../lambdas/messages/send-email.ts'
import { SETTINGS } from '../../cases/plan/settings-for-tests.ts'
import type { TablesForTests } from '../../cases/tables-for-tests.ts'
import { council, PARENT } from '../situations.ts'

export const LEASE_SECONDS = 120

/** An email that SES took. */
export interface SentMail {
  readonly to: string
  readonly key: string
  readonly subject: string
  readonly text: string
  /** All that it holds, read as a mail program does. */
  readonly everything: string
}

/** An SES that keeps what it takes. */
export function mailbox() {
  const sent: SentMail[] = []
  const sendEmail: SendEmail = async ({ email, to, caseId, messageKey }: EmailToSend) => {
    const { subject = '', text = '', html = '', headers } = await PostalMime.parse(email)
    const everything = [...headers.map(({ value }) => value), text, html].join('\n')
    sent.push({ to, key: `${caseId}/${messageKey}`, subject, text, everything })
    return `ses-${sent.length}`
  }
  return { sent, sendEmail, keys: () => sent.map(({ key }) => key) }
}

/** The council's side of the service, on tables for tests: cases, what their journeys wait for, and the messages. */
export function councilService(fixture: TablesForTests, otherMediationAdvisers: readonly OtherAdviser[] = []) {
  const { tables } = fixture
  const unread: string[] = []
  const unsent: string[] = []
  const failures: unknown[] = []
  const service = (sendEmail: SendEmail, now: string) => ({
    tables,
    council: { ...council, providers: { ...council.providers, otherMediationAdvisers } },
    publicAddress: 'https://send.example.gov.uk',
    sendEmail,
    now: () => new Date(now),
    leaseSeconds: LEASE_SECONDS,
    waitForTurn: async () => {},
    reportUnread: (caseId: string) => void unread.push(caseId),
    reportUnsent: (key: string) => void unsent.push(key),
    reportFailure: (_caseId: string, error: unknown) => void failures.push(error),
    reportSignOfLife: () => {},
  })
  const hear = (sendEmail: SendEmail, now: string, caseId: string, row: Record<string, unknown>) =>
    tellAtOnce(service(sendEmail, now), streamEvent(caseId, row))
  const hearFact = (sendEmail: SendEmail, now: string, caseId: string, fact: NewFact) => {
    const recorded = { ...fact, sequence: '00002', recordedAt: new Date(now).toISOString(), recordedBy: 'officer-1' }
    return hear(sendEmail, now, caseId, rowOf(keys.fact(caseId, sequenceOf(2)), 'fact', recorded as Fact))
  }
  return {
    unread,
    unsent,
    failures,
    digests: (sendEmail: SendEmail, now: string, { byHand = false } = {}): Promise<DigestReport | undefined> =>
      sendDigests(service(sendEmail, now), { byHand }),
    async open(caseId: string, on = '2026-02-10', contact: Contact = PARENT, recordedBy = 'officer-1'): Promise<void> {
      const day = parseCalendarDate(on)
      const decision = { decisionKind: 'plan-contents', placementOnly: false, printedOn: day, sentOn: day } as const
      const opening = { caseId, submissionId: caseId, decision, contact, recordedBy }
      await openCase(tables, opening, new Date(`${on}T10:00:00Z`))
    },
    /** Records a fact that the case awaits, and hears of it as the table's stream would tell. */
    async record(caseId: string, fact: NewFact, at: string, sendEmail: SendEmail): Promise<DynamoDBBatchResponse> {
      const file = await requireCaseFile(tables, caseId)
      const submissionId = `${caseId}-${file.record.version}`
      const recorded = await recordFacts(
        tables,
        file,
        { submissionId, facts: [{ fact }], recordedBy: 'officer-1' },
        new Date(at),
        SETTINGS,
      )
      if (recorded !== 'recorded') throw new Error(`The fact was not recorded: ${recorded}.`)
      return hearFact(sendEmail, at, caseId, fact)
    },
    /** Parks a wait as the case's journey would. */
    async waits(caseId: string, name: WaitName, heard: string, startedFrom = '00001'): Promise<void> {
      const file = await requireCaseFile(tables, caseId)
      if (!(await parkWait(tables, file, waitOf(name, heard, startedFrom), {}))) throw new Error('The case moved on.')
    },
    /** Gives a task, and hears of it as the table's stream would tell. */
    async give(caseId: string, due: TaskDue, at: string, sendEmail: SendEmail) {
      await giveTask(tables, caseId, due, new Date(at))
      return hear(sendEmail, at, caseId, taskRow(caseId, due, new Date(at)))
    },
    hearFact,
  }
}

function waitOf(name: WaitName, heard: string, startedFrom: string) {
  const stage = stageOf(name)
  return {
    stage,
    name,
    state: 'waiting',
    awaits: heardBy(stage),
    wakeAt: '2027-01-01T09:00:00.000Z',
    parkedAt: '2026-02-10T10:00:00.000Z',
    execution: 'execution',
    taskToken: `token-${name}-${heard}`,
    heard: parseSequence(heard),
    startedFrom: parseSequence(startedFrom),
    run: '1',
    next: { kind: 'keep-open', date: parseCalendarDate('2027-01-01') },
  } as const
}

function streamEvent(caseId: string, row: Record<string, unknown>): DynamoDBStreamEvent {
  return {
    Records: [
      {
        eventName: 'INSERT',
        dynamodb: {
          Keys: { pk: { S: caseId } },
          SequenceNumber: '1',
          NewImage: marshall(row, { removeUndefinedValues: true }) as never,
        },
      },
    ],
  }
}
