import { SendTaskSuccessCommand, SFNClient, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import type { FactInput } from '../../lambdas/cases/fact-input.ts'
import { expectedFacts } from '../../lambdas/cases/recordable-facts.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { loadWords } from '../../lambdas/cases/store/contact-store.ts'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { claimMessage, noteDelivery, settleMessage } from '../../lambdas/cases/store/message-store.ts'
import { openCase } from '../../lambdas/cases/store/open-case.ts'
import { recordFacts } from '../../lambdas/cases/store/record-facts.ts'
import { rowOf } from '../../lambdas/cases/store/rows.ts'
import { keys } from '../../lambdas/cases/store/tables.ts'
import type { Wait } from '../../lambdas/cases/wait.ts'
import { type CloseRequest, endStage } from '../../lambdas/journey/close-case.ts'
import { taskCompleter } from '../../lambdas/journey/complete-task.ts'
import type { RestartRequest } from '../../lambdas/journey/note-stop.ts'
import { parkJourney, type WaitRequest } from '../../lambdas/journey/park-journey.ts'
import { repairJourneys } from '../../lambdas/journey/repair-journeys.ts'
import type { WaitOutcome } from '../../lambdas/journey/wait-outcome.ts'
import { wakeJourney } from '../../lambdas/journey/wake-journey.ts'
import { coverage } from '../../lambdas/law/bank-holidays.ts'
import { addDays, calendarDate, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { DAYS_OF_WARNING } from '../../lambdas/law/holiday-coverage.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { type TablesForTests, tablesForTests } from '../cases/tables-for-tests.ts'
import { caseToOpen } from './case-to-open.ts'

let fixture: TablesForTests
beforeAll(async () => {
  fixture = await tablesForTests()
})
afterAll(() => fixture.close())

const NOW = new Date('2026-02-10T10:00:00Z')
const day = parseCalendarDate
let count = 0

async function open(now = NOW): Promise<string> {
  count += 1
  return openCase(fixture.tables, caseToOpen(`CASE-${count}`), now)
}

const declined: NewFact = { type: 'mediation-declined', details: { declinedOn: day('2026-02-12') } }

async function record(caseId: string, fact: NewFact, submissionId = `fact-${++count}`) {
  const file = await requireCaseFile(fixture.tables, caseId)
  return recordFacts(fixture.tables, file, { submissionId, facts: [{ fact }], recordedBy: 'officer-1' }, NOW, SETTINGS)
}

/** Remembers what each wait was completed with. */
function completed() {
  const outcomes: { token: string; outcome: WaitOutcome }[] = []
  return {
    outcomes,
    completeTask: async (token: string, outcome: WaitOutcome) => {
      outcomes.push({ token, outcome })
    },
  }
}

function waitRequest(caseId: string, changes: Partial<WaitRequest> = {}): WaitRequest {
  return {
    caseId,
    stage: 'mediation-advice',
    wait: 'adviser-contact',
    awaits: ['adviser-contacted', 'mediation-declined', 'case-withdrawn'],
    plan: {
      caseVersion: 1,
      waitSeconds: 1000,
      wakeAt: '2026-03-12T09:00:00.000Z',
      timeUp: 'no',
      next: { kind: 'family-speaks-to-adviser', date: day('2026-04-10') },
    },
    heard: '00001',
    startedFrom: '00001',
    run: '1',
    execution: 'arn:execution',
    taskToken: 'token-1',
    ...changes,
  }
}

function timeIsOver(caseId: string): CloseRequest {
  return {
    caseId,
    stage: 'mediation-advice',
    startedFrom: '00001',
    run: '1',
    heard: '00001',
    ending: 'appeal-time-passed',
  }
}

describe('parking a wait', () => {
  it('notes on the case what is awaited, until when, and by whom', async () => {
    const caseId = await open()
    const { outcomes, completeTask } = completed()
    await parkJourney({ tables: fixture.tables, completeTask, ownTimes: SETTINGS, now: () => NOW }, waitRequest(caseId))
    const file = await requireCaseFile(fixture.tables, caseId)
    expect(outcomes).toEqual([])
    expect(file.waits).toMatchObject([
      { name: 'adviser-contact', state: 'waiting', wakeAt: '2026-03-12T09:00:00.000Z', taskToken: 'token-1' },
    ])
    expect(file.record).toMatchObject({ nextDate: '2026-04-10', nextKind: 'family-speaks-to-adviser', version: 1 })
    expect(expectedFacts(file)).toContain('mediation-declined')
    expect(expectedFacts(file)).not.toContain('certificate-issued')
  })

  it('ends the wait at once with a fact that came between telling the family and parking', async () => {
    const caseId = await open()
    await parkJourney(
      { tables: fixture.tables, ...completed(), ownTimes: SETTINGS, now: () => NOW },
      waitRequest(caseId),
    )
    await record(caseId, declined)
    // The wait timed out in the same moment, and the machine planned again before the answer reached it.
    const { outcomes, completeTask } = completed()
    const again = waitRequest(caseId, { taskToken: 'token-2', plan: { ...waitRequest(caseId).plan, caseVersion: 2 } })
    await parkJourney({ tables: fixture.tables, completeTask, ownTimes: SETTINGS, now: () => NOW }, again)
    expect(outcomes).toEqual([{ token: 'token-2', outcome: { outcome: 'mediation-declined', heard: '00002' } }])
  })

  it('does not hear the same fact twice', async () => {
    const caseId = await open()
    await parkJourney(
      { tables: fixture.tables, ...completed(), ownTimes: SETTINGS, now: () => NOW },
      waitRequest(caseId),
    )
    await record(caseId, declined)
    const { outcomes, completeTask } = completed()
    const next = waitRequest(caseId, {
      wait: 'certificate-after-declining',
      heard: '00002',
      awaits: ['certificate-issued'],
      plan: { ...waitRequest(caseId).plan, caseVersion: 2 },
    })
    await parkJourney({ tables: fixture.tables, completeTask, ownTimes: SETTINGS, now: () => NOW }, next)
    expect(outcomes).toEqual([])
  })

  it('ends the wait at once when the time is up', async () => {
    const caseId = await open()
    const { outcomes, completeTask } = completed()
    const over = waitRequest(caseId, { plan: { ...waitRequest(caseId).plan, timeUp: 'contact-time-passed' } })
    await parkJourney({ tables: fixture.tables, completeTask, ownTimes: SETTINGS, now: () => NOW }, over)
    expect(outcomes).toEqual([{ token: 'token-1', outcome: { outcome: 'contact-time-passed', heard: '00001' } }])
    const file = await requireCaseFile(fixture.tables, caseId)
    expect(file.waits).toMatchObject([{ state: 'ended' }])
    expect(expectedFacts(file)).not.toContain('mediation-declined')
  })

  it('ends the wait of a run that outlived its case', async () => {
    const caseId = await open()
    await endStage({ tables: fixture.tables, ownTimes: SETTINGS, now: () => NOW }, timeIsOver(caseId))
    const { outcomes, completeTask } = completed()
    await parkJourney({ tables: fixture.tables, completeTask, ownTimes: SETTINGS, now: () => NOW }, waitRequest(caseId))
    expect(outcomes).toEqual([{ token: 'token-1', outcome: { outcome: 'closed', heard: '00001' } }])
  })

  it('asks for a new plan when the case has changed since the plan was made', async () => {
    const caseId = await open()
    await record(caseId, { type: 'note-added', details: {} })
    const { outcomes, completeTask } = completed()
    await parkJourney({ tables: fixture.tables, completeTask, ownTimes: SETTINGS, now: () => NOW }, waitRequest(caseId))
    expect(outcomes).toEqual([{ token: 'token-1', outcome: { outcome: 'changed', heard: '00001' } }])
  })
})

describe('recording a fact', () => {
  it('records one form once, however often it is sent', async () => {
    const caseId = await open()
    await parkJourney(
      { tables: fixture.tables, ...completed(), ownTimes: SETTINGS, now: () => NOW },
      waitRequest(caseId),
    )
    const file = await requireCaseFile(fixture.tables, caseId)
    const form = { submissionId: `same-${caseId}`, facts: [{ fact: declined }], recordedBy: 'officer-1' }
    const results = await Promise.all([1, 2, 3].map(() => recordFacts(fixture.tables, file, form, NOW, SETTINGS)))
    expect(results.sort()).toEqual(['recorded', 'recorded-before', 'recorded-before'])
    expect((await requireCaseFile(fixture.tables, caseId)).subject.facts).toHaveLength(2)
  })

  it('lets one of two officers through and tells the other that the case has moved on', async () => {
    const caseId = await open()
    await parkJourney(
      { tables: fixture.tables, ...completed(), ownTimes: SETTINGS, now: () => NOW },
      waitRequest(caseId),
    )
    const file = await requireCaseFile(fixture.tables, caseId)
    const contacted: NewFact = { type: 'adviser-contacted', details: { contactedOn: day('2026-02-12') } }
    const results = await Promise.all([
      recordFacts(
        fixture.tables,
        file,
        { submissionId: `a-${caseId}`, facts: [{ fact: declined }], recordedBy: 'a' },
        NOW,
        SETTINGS,
      ),
      recordFacts(
        fixture.tables,
        file,
        { submissionId: `b-${caseId}`, facts: [{ fact: contacted }], recordedBy: 'b' },
        NOW,
        SETTINGS,
      ),
    ])
    expect(results.sort()).toEqual(['moved-on', 'recorded'])
  })

  describe('of which one form has several', () => {
    const contacted: NewFact = { type: 'adviser-contacted', details: { contactedOn: day('2026-02-12') } }
    const noted: NewFact = { type: 'note-added', details: {} }

    async function recordTogether(caseId: string, ...facts: FactInput[]) {
      const file = await requireCaseFile(fixture.tables, caseId)
      const form = { submissionId: `together-${++count}`, facts, recordedBy: 'officer-1' }
      return recordFacts(fixture.tables, file, form, NOW, SETTINGS)
    }

    async function waitingCase(): Promise<string> {
      const caseId = await open()
      const service = { tables: fixture.tables, ...completed(), ownTimes: SETTINGS, now: () => NOW }
      await parkJourney(service, waitRequest(caseId))
      return caseId
    }

    it('records them together, in the order of the form, with the words of each', async () => {
      const caseId = await waitingCase()
      const facts = [
        { fact: noted, words: { note: 'Rang' } },
        { fact: declined },
        { fact: noted, words: { note: 'Wrote' } },
      ]
      expect(await recordTogether(caseId, ...facts)).toBe('recorded')
      const { record: row, subject } = await requireCaseFile(fixture.tables, caseId)
      expect([row.version, subject.version]).toEqual([4, 4])
      expect(subject.recorded.map(({ type }) => type)).toEqual([
        'case-opened',
        'note-added',
        'mediation-declined',
        'note-added',
      ])
      const words = await loadWords(fixture.tables, caseId)
      expect([...words]).toEqual([
        ['00002', { note: 'Rang' }],
        ['00004', { note: 'Wrote' }],
      ])
    })

    it('ends a wait once, where it awaits two of them', async () => {
      const caseId = await waitingCase()
      expect(await recordTogether(caseId, { fact: contacted }, { fact: declined })).toBe('recorded')
      const { waits } = await requireCaseFile(fixture.tables, caseId)
      expect(waits).toMatchObject([{ state: 'answered', answer: { outcome: 'corrected', heard: '00003' } }])
    })

    it('lets a wait be answered by the only one that is news', async () => {
      const caseId = await waitingCase()
      await recordTogether(caseId, { fact: noted }, { fact: declined })
      const { waits } = await requireCaseFile(fixture.tables, caseId)
      expect(waits).toMatchObject([{ state: 'answered', answer: { outcome: 'mediation-declined', heard: '00003' } }])
    })

    it('records none where the case can have nothing to do with one of them', async () => {
      const caseId = await waitingCase()
      const done: NewFact = {
        type: 'duty-done',
        details: { of: sequenceOf(2), rule: 'D14', doneOn: day('2026-02-10') },
      }
      await expect(recordTogether(caseId, { fact: declined }, { fact: done })).rejects.toThrow('"duty-done" cannot')
      expect((await requireCaseFile(fixture.tables, caseId)).record.version).toBe(1)
    })
  })

  it('records what happens while the service is at work on what came before, and corrects nothing then', async () => {
    const caseId = await open()
    await parkJourney(
      { tables: fixture.tables, ...completed(), ownTimes: SETTINGS, now: () => NOW },
      waitRequest(caseId),
    )
    await record(caseId, declined)
    await record(caseId, { type: 'certificate-issued', details: { issuedOn: day('2026-02-10') } })
    const { subject, waits } = await requireCaseFile(fixture.tables, caseId)
    expect(subject.certificate).toMatchObject({ sequence: '00003' })
    expect(waits).toContainEqual(expect.objectContaining({ state: 'answered' }))
    const removal: NewFact = { type: 'fact-removed', details: { removes: sequenceOf(2) } }
    await expect(record(caseId, removal)).rejects.toThrow('the service is still working on the last thing')
  })

  it('opens one case for one form', async () => {
    const caseId = await open()
    const again = await openCase(fixture.tables, { ...caseToOpen(caseId), caseId: 'ANOTHER' }, NOW)
    expect(again).toBe(caseId)
  })
})

describe('waking a journey', () => {
  const insert = (image: object, eventName = 'INSERT', sequence = '1') => ({
    eventName: eventName as 'INSERT',
    dynamodb: { SequenceNumber: sequence, Keys: { pk: { S: 'CASE-X' } }, NewImage: image as never },
  })
  const stageRow = {
    stage: 'appeal-window',
    startedFrom: sequenceOf(4),
    run: '1',
    parkedAt: NOW.toISOString(),
  } as const
  const rowOfStage = (wait: Wait) => marshall(rowOf(keys.wait('CASE-X', 'appeal-window'), 'wait', wait))
  const begun = rowOfStage({ ...stageRow, state: 'starting', name: 'appeal', heard: sequenceOf(4) })
  const answered = rowOfStage({
    ...stageRow,
    state: 'answered',
    name: 'appeal',
    awaits: ['appeal-registered'],
    wakeAt: NOW.toISOString(),
    execution: 'arn:execution',
    taskToken: 'token-9',
    heard: sequenceOf(4),
    next: { kind: 'family-appeals', date: day('2026-04-10') },
    answer: { outcome: 'appeal-registered', heard: sequenceOf(5) },
  })

  it('starts the execution of a stage that was begun', async () => {
    const started: unknown[] = []
    const answer = await wakeJourney(
      {
        startStage: async (name, input) => {
          started.push([name, input])
        },
        completeTask: completed().completeTask,
        reportFailure: () => {},
        reportSignOfLife: () => {},
      },
      { Records: [insert(begun)] },
    )
    expect(started).toEqual([
      ['appeal-window', { caseId: 'CASE-X', startedFrom: '00004', wait: 'appeal', heard: '00004', run: '1' }],
    ])
    expect(answer.batchItemFailures).toEqual([])
  })

  it('stops at the first record that fails, so that it comes again with those after it, and says which case', async () => {
    const failures: unknown[] = []
    const { outcomes, completeTask } = completed()
    const answer = await wakeJourney(
      {
        startStage: () => Promise.reject(new Error('Step Functions is not there.')),
        completeTask,
        reportFailure: (caseId) => failures.push(caseId),
        reportSignOfLife: () => {},
      },
      {
        Records: [insert(answered, 'MODIFY', '1'), insert(begun, 'INSERT', '2'), insert(answered, 'MODIFY', '3')],
      },
    )
    expect(outcomes).toEqual([{ token: 'token-9', outcome: { outcome: 'appeal-registered', heard: '00005' } }])
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: '2' }])
    expect(failures).toEqual(['CASE-X'])
  })
})

describe('completing a wait', () => {
  it.each([
    ['was used before', TaskDoesNotExist],
    ['has timed out', TaskTimedOut],
  ])('leaves a token alone that %s', async (_, Problem) => {
    const client = new SFNClient({})
    const stepFunctions = mockClient(client)
    stepFunctions.on(SendTaskSuccessCommand).rejects(new Problem({ message: 'no', $metadata: {} }))
    await taskCompleter(client)('token', { outcome: 'changed', heard: sequenceOf(1) })
    expect(stepFunctions.commandCalls(SendTaskSuccessCommand)[0]?.args[0].input).toEqual({
      taskToken: 'token',
      output: '{"outcome":"changed","heard":"00001"}',
    })
  })

  it('tells of every other error, so that it is tried again', async () => {
    const client = new SFNClient({})
    mockClient(client).on(SendTaskSuccessCommand).rejects(new Error('the network is away'))
    await expect(taskCompleter(client)('token', { outcome: 'changed', heard: sequenceOf(1) })).rejects.toThrow('away')
  })
})

describe('closing a case', () => {
  const service = () => ({ tables: fixture.tables, ownTimes: SETTINGS, now: () => NOW })

  it('closes it once, with how it ended', async () => {
    const caseId = await open()
    const request = timeIsOver(caseId)
    await endStage(service(), request)
    await endStage(service(), request)
    expect((await requireCaseFile(fixture.tables, caseId)).record).toMatchObject({
      status: 'closed',
      outcome: 'time-to-appeal-over',
    })
  })

  it('does not close because of the time when something was recorded in the same moment', async () => {
    const caseId = await open()
    await record(caseId, { type: 'appeal-registered', details: { receivedOn: day('2026-02-10') } })
    const request = timeIsOver(caseId)
    await expect(endStage(service(), request)).rejects.toMatchObject({ name: 'CaseMovedOn' })
    expect((await requireCaseFile(fixture.tables, caseId)).record.status).toBe('open')
  })

  it('does not let a fact in that was written for the open case', async () => {
    const caseId = await open()
    const file = await requireCaseFile(fixture.tables, caseId)
    await endStage(service(), timeIsOver(caseId))
    const fact: NewFact = { type: 'appeal-registered', details: { receivedOn: day('2026-02-10') } }
    const form = { submissionId: `stale-${caseId}`, facts: [{ fact }], recordedBy: 'officer-1' }
    expect(await recordFacts(fixture.tables, file, form, NOW, SETTINGS)).toBe('moved-on')
  })

  it('lets one appeal be recorded, not two', async () => {
    const caseId = await open()
    await record(caseId, { type: 'appeal-registered', details: { receivedOn: day('2026-02-10') } })
    expect(expectedFacts(await requireCaseFile(fixture.tables, caseId))).not.toContain('appeal-registered')
  })

  it('opens a closed case again for a late appeal, at the stage of the Tribunal', async () => {
    const caseId = await open()
    await endStage(service(), timeIsOver(caseId))
    await record(caseId, { type: 'appeal-registered', details: { receivedOn: day('2026-02-10') } })
    const { record: reopened, waits } = await requireCaseFile(fixture.tables, caseId)
    expect(reopened).toMatchObject({ status: 'open', appealOutcome: 'open' })
    expect(reopened).not.toHaveProperty('outcome')
    expect(waits).toContainEqual(
      expect.objectContaining({ stage: 'tribunal', state: 'starting', startedFrom: '00002' }),
    )
  })

  it('goes on where it was closed in silence, when something happened after all', async () => {
    const caseId = await open()
    await endStage(service(), timeIsOver(caseId))
    await record(caseId, declined)
    const { record: reopened, waits } = await requireCaseFile(fixture.tables, caseId)
    expect(reopened.status).toBe('open')
    expect(waits).toContainEqual(
      expect.objectContaining({ stage: 'mediation-advice', state: 'starting', name: 'certificate-after-declining' }),
    )
  })
})

describe('the daily repair', () => {
  async function repair(running: readonly string[], now: Date) {
    const waits: RestartRequest[] = []
    const warnings: string[] = []
    const report = await repairJourneys({
      tables: fixture.tables,
      runningExecutions: async () => new Set(running),
      executionOf: (stage, { caseId, startedFrom, run }) => `${stage}-${caseId}-${startedFrom}-${run}`,
      waitToRestart: async (request) => void waits.push(request),
      reportHolidays: (warning) => void warnings.push(warning),
      now: () => now,
    })
    return { report, waits, warnings }
  }
  const nextNight = new Date('2026-02-11T03:30:00Z')
  const inTheMorning = (caseId: string) => ({
    caseId,
    stage: 'mediation-advice',
    startedFrom: '00001',
    goesOnAt: '2026-02-11T08:00:00Z',
  })
  const park = (caseId: string, changes: Partial<WaitRequest> = {}) =>
    parkJourney(
      { tables: fixture.tables, ...completed(), ownTimes: SETTINGS, now: () => NOW },
      waitRequest(caseId, changes),
    )

  it('has a case go on in the morning whose journey never began, but not one that was opened a moment ago', async () => {
    const caseId = await open()
    expect((await repair([], new Date(NOW.getTime() + 60_000))).report.missing).not.toContain(caseId)
    const { waits, report } = await repair(['arn:execution'], nextNight)
    expect(waits).toContainEqual(inTheMorning(caseId))
    expect(report.missing).toContain(caseId)
  })

  it('has a stage go on in the morning whose execution is gone, and tells of it once', async () => {
    const caseId = await open()
    await park(caseId, { execution: `gone-${caseId}` })
    const { waits, report } = await repair(['arn:execution'], nextNight)
    expect(waits).toContainEqual(inTheMorning(caseId))
    expect(report.missing).toContain(caseId)
    const again = await repair(['arn:execution'], new Date('2026-02-11T04:00:00Z'))
    expect(again.report.missing).not.toContain(caseId)
    // Whoever noted it first may have stopped before the machine began to wait.
    expect(again.waits).toContainEqual(inTheMorning(caseId))
  })

  it('has a stage go on in the next morning that should have gone on and did not', async () => {
    const caseId = await open()
    await park(caseId, { execution: `gone-${caseId}` })
    await repair(['arn:execution'], nextNight)
    const { waits, report } = await repair(['arn:execution'], new Date('2026-02-12T03:30:00Z'))
    expect(waits).toContainEqual({ ...inTheMorning(caseId), goesOnAt: '2026-02-12T08:00:00Z' })
    expect(report.missing).toContain(caseId)
  })

  it('leaves a case alone that waits as it should', async () => {
    const caseId = await open()
    await park(caseId)
    const { report } = await repair(['arn:execution'], nextNight)
    expect(report.missing).not.toContain(caseId)
    expect(report.mostOverdueHours).toBe(0)
  })

  it('has an execution told its answer in the morning that has not heard it', async () => {
    const caseId = await open()
    await park(caseId)
    await record(caseId, declined)
    const { waits, report } = await repair(['arn:execution'], nextNight)
    expect(report.missing).toContain(caseId)
    expect(waits).toContainEqual(inTheMorning(caseId))
    expect((await requireCaseFile(fixture.tables, caseId)).stops).toMatchObject([{ why: 'answer-unheard' }])
  })

  it('leaves a stage alone that is under way, though it has not come to its first wait', async () => {
    const caseId = await open()
    const { waits } = await repair([`mediation-advice-${caseId}-00001-1`], nextNight)
    expect(waits).not.toContainEqual(expect.objectContaining({ caseId }))
  })

  it('says how late the most overdue wait is', async () => {
    const caseId = await open()
    await park(caseId)
    const { report } = await repair(['arn:execution'], new Date('2026-03-12T15:00:00Z'))
    expect(report.mostOverdueHours).toBe(6)
  })

  it('finds a message of which SES has said nothing for a day, on whatever case, until it does', async () => {
    const caseId = await open()
    const key = 'rights_00001'
    const { tables } = fixture
    const lease = { now: NOW, leaseSeconds: 30 }
    const toClaim = { kind: 'rights', about: sequenceOf(1), key, subject: 'Your rights', hash: 'h' } as const
    await claimMessage(tables, caseId, toClaim, lease)
    await settleMessage(tables, caseId, key, 'ses-1', NOW)
    const unheardOf = async (now: string) => (await repair([], new Date(now))).report.unheardOf
    expect(await unheardOf('2026-02-11T09:59:00Z')).not.toContain(caseId)
    expect(await unheardOf('2026-02-11T10:01:00Z')).toContain(caseId)
    await noteDelivery(tables, caseId, key, 'delivered')
    expect(await unheardOf('2026-02-12T03:30:00Z')).not.toContain(caseId)
    // It had gone out twice, and the second one is heard of after the first.
    await settleMessage(tables, caseId, key, 'ses-2', NOW)
    expect(await unheardOf('2026-02-12T03:30:00Z')).toContain(caseId)
    await noteDelivery(tables, caseId, key, 'delivered')
    expect(await unheardOf('2026-02-12T03:30:00Z')).not.toContain(caseId)
  })

  it('gives a sign of life that whoever hears the stream tells of', async () => {
    await repair([], nextNight)
    const { Item } = await fixture.tables.client.send(
      new GetCommand({ TableName: fixture.tables.casesTable, Key: keys.signOfLife }),
    )
    let signs = 0
    await wakeJourney(
      {
        startStage: () => Promise.reject(new Error('There is nothing to start.')),
        completeTask: completed().completeTask,
        reportFailure: (caseId, error) => expect.fail(`${caseId} ${String(error)}`),
        reportSignOfLife: () => {
          signs += 1
        },
      },
      { Records: [{ eventName: 'MODIFY', dynamodb: { NewImage: marshall(Item) as never } }] },
    )
    expect(signs).toBe(1)
    expect(Item).toMatchObject({ type: 'sign-of-life', content: { givenAt: nextNight.toISOString() } })
  })

  it('tells every night that the table of bank holidays ends, from 120 days before on', async () => {
    const lastDay = calendarDate(coverage.publishedTo, 12, 31)
    const warnedOn = async (days: number) =>
      (await repair([], new Date(`${addDays(lastDay, days)}T03:30:00Z`))).warnings
    expect(await warnedOn(-DAYS_OF_WARNING - 1)).toEqual([])
    expect(await warnedOn(-DAYS_OF_WARNING)).toEqual([expect.stringContaining('run out in 120 days')])
    expect(await warnedOn(30)).toEqual([expect.stringContaining('have run out')])
  })
})
