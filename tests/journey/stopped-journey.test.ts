import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../lambdas/cases/stages.ts'
import type { StageInput } from '../../lambdas/cases/start-stages.ts'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../lambdas/cases/store/open-case.ts'
import { recordFacts } from '../../lambdas/cases/store/record-facts.ts'
import { hearStoppedJourney } from '../../lambdas/journey/hear-stopped-journey.ts'
import { type RestartRequest, restartWaiter } from '../../lambdas/journey/note-stop.ts'
import { parkJourney } from '../../lambdas/journey/park-journey.ts'
import { repairJourneys } from '../../lambdas/journey/repair-journeys.ts'
import { restartJourney } from '../../lambdas/journey/restart-journey.ts'
import type { WaitOutcome } from '../../lambdas/journey/wait-outcome.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { type TablesForTests, tablesForTests } from '../cases/tables-for-tests.ts'
import { caseToOpen } from './case-to-open.ts'

let fixture: TablesForTests
beforeAll(async () => {
  fixture = await tablesForTests()
})
afterAll(() => fixture.close())

const OPENED_AT = '2026-02-10T08:00:00Z'
let count = 0

/** A case whose first stage has not come to its wait yet, and what the functions around it do. */
async function aJourney() {
  const { tables } = fixture
  const caseId = await openCase(tables, caseToOpen(`STOP-${++count}`), new Date(OPENED_AT))
  const waits: RestartRequest[] = []
  const reports: unknown[] = []
  const started: StageInput[] = []
  const completed: WaitOutcome[] = []
  const waitToRestart = async (request: RestartRequest) => void waits.push(request)
  const file = () => requireCaseFile(tables, caseId)
  return {
    caseId,
    waits,
    reports,
    started,
    completed,
    file,
    async fails(at: string, run = '1', change: object = {}) {
      const detail = {
        name: `${caseId}-mediation-advice-00001-${run}`,
        status: 'FAILED',
        input: JSON.stringify({ caseId, startedFrom: '00001', wait: 'adviser-contact', heard: '00001', run }),
        error: 'SendingFailed',
        ...change,
      }
      const reportStopped = (...report: unknown[]) => void reports.push(report)
      await hearStoppedJourney({ tables, waitToRestart, now: () => new Date(at), reportStopped }, {
        detail,
      } as Parameters<typeof hearStoppedJourney>[1])
    },
    goesOn: (at: string, request = waits.at(-1) ?? expect.fail('nothing waits')) =>
      restartJourney(
        {
          tables,
          ownTimes: SETTINGS,
          startStage: async (_, input) => void started.push(input),
          completeTask: async (_, outcome) => void completed.push(outcome),
          now: () => new Date(at),
        },
        request,
      ),
    async parks(run: string, at = '2026-02-10T09:00:00Z') {
      await parkJourney(
        {
          tables,
          completeTask: async () => {},
          ownTimes: SETTINGS,
          now: () => new Date(at),
        },
        {
          caseId,
          stage: 'mediation-advice',
          wait: 'adviser-contact',
          awaits: ['mediation-declined'],
          plan: {
            caseVersion: (await file()).record.version,
            waitSeconds: 1000,
            wakeAt: '2026-03-12T09:00:00.000Z',
            timeUp: 'no',
            next: { kind: 'family-speaks-to-adviser', date: day('2026-04-10') },
          },
          heard: '00001',
          startedFrom: '00001',
          run,
          execution: `execution-${run}`,
          taskToken: `token-${run}`,
        },
      )
    },
  }
}

const declined = { fact: { type: 'mediation-declined', details: { declinedOn: day('2026-02-10') } } } as const

describe('an execution that fails', () => {
  it('has its stage go on a quarter of an hour later, under a name of its own', async () => {
    const journey = await aJourney()
    const { caseId } = journey
    await journey.fails('2026-02-10T09:30:00Z')
    expect(journey.waits).toEqual([
      { caseId, stage: 'mediation-advice', startedFrom: '00001', goesOnAt: '2026-02-10T09:45:00Z' },
    ])
    expect(journey.reports).toEqual([[caseId, 'mediation-advice', 'SendingFailed']])
    expect(await journey.goesOn('2026-02-10T09:45:00Z')).toMatchObject({ isForLater: false })
    expect(journey.started).toEqual([
      { caseId, startedFrom: '00001', wait: 'adviser-contact', heard: '00001', run: '202602100945' },
    ])
    expect((await journey.file()).waits).toMatchObject([{ state: 'starting', run: '202602100945' }])
  })

  it('waits longer each time that its stage has come no further, and a quarter of an hour when it had', async () => {
    const journey = await aJourney()
    await journey.fails('2026-02-10T08:30:00Z')
    await journey.goesOn('2026-02-10T08:45:00Z')
    await journey.fails('2026-02-10T09:30:00Z', '202602100845')
    await journey.goesOn('2026-02-10T10:30:00Z')
    await journey.fails('2026-02-10T11:00:00Z', '202602101030')
    expect(journey.waits.map(({ goesOnAt }) => goesOnAt)).toEqual([
      '2026-02-10T08:45:00Z',
      '2026-02-10T10:30:00Z',
      // Four hours later it is too late in the day.
      '2026-02-11T08:00:00Z',
    ])
    await journey.goesOn('2026-02-11T08:00:00Z')
    await journey.parks('202602110800', '2026-02-11T08:01:00Z')
    await journey.fails('2026-02-11T10:00:00Z', '202602110800')
    expect(journey.waits.at(-1)?.goesOnAt).toBe('2026-02-11T10:15:00Z')
  })

  it('is noted and told once, though the event comes twice, and the machine is asked again', async () => {
    const journey = await aJourney()
    await journey.fails('2026-02-10T09:30:00Z')
    await journey.fails('2026-02-10T09:31:00Z')
    expect(journey.reports).toHaveLength(1)
    expect(new Set(journey.waits.map(({ goesOnAt }) => goesOnAt))).toEqual(new Set(['2026-02-10T09:45:00Z']))
    await journey.goesOn('2026-02-10T09:45:00Z')
    await journey.fails('2026-02-10T09:46:00Z')
    expect(journey.reports).toHaveLength(1)
  })

  it('leaves alone a stage that another run goes on with, or that is over', async () => {
    const journey = await aJourney()
    await journey.fails('2026-02-10T09:30:00Z', 'c00007')
    expect(journey.waits).toEqual([])
    expect(journey.reports).toEqual([])
  })

  it('is told of by its status where it has no error, as when a person has stopped it', async () => {
    const journey = await aJourney()
    await journey.fails('2026-02-10T09:30:00Z', '1', { status: 'ABORTED', error: null })
    expect(journey.reports).toEqual([[journey.caseId, 'mediation-advice', 'ABORTED']])
  })

  it('is not told of by what somebody wrote who stopped it', async () => {
    const journey = await aJourney()
    await journey.fails('2026-02-10T09:30:00Z', '1', { status: 'ABORTED', error: 'Mrs Lee rang' })
    expect(journey.reports).toEqual([[journey.caseId, 'mediation-advice', 'ABORTED']])
  })

  it('of no stage that we know is an error, so that its event is kept', async () => {
    const journey = await aJourney()
    await expect(journey.fails('2026-02-10T09:30:00Z', '1', { name: 'by-hand' })).rejects.toThrow('by-hand')
    await expect(journey.fails('2026-02-10T09:30:00Z', '1', { input: null })).rejects.toThrow()
  })
})

describe('going on', () => {
  it('begins where the facts lead by then: what was recorded meanwhile is not lost', async () => {
    const journey = await aJourney()
    await journey.parks('1')
    await journey.fails('2026-02-10T09:30:00Z')
    const form = { submissionId: `while-${journey.caseId}`, facts: [declined], recordedBy: 'officer-1' }
    const at = new Date('2026-02-10T09:40:00Z')
    expect(await recordFacts(fixture.tables, await journey.file(), form, at, SETTINGS)).toBe('recorded')
    await journey.goesOn('2026-02-10T09:45:00Z')
    expect(journey.started).toMatchObject([{ wait: 'certificate-after-declining', heard: '00002' }])
  })

  it('twice starts once, whether it was done or stopped halfway', async () => {
    const journey = await aJourney()
    await journey.fails('2026-02-10T09:30:00Z')
    await journey.goesOn('2026-02-10T09:45:00Z')
    await journey.goesOn('2026-02-10T09:46:00Z')
    expect(journey.started).toHaveLength(1)

    const halfway = await aJourney()
    await halfway.fails('2026-02-10T09:30:00Z')
    const { tables } = fixture
    const breaks = restartJourney(
      {
        tables,
        ownTimes: SETTINGS,
        startStage: () => Promise.reject(new Error('Step Functions is not there.')),
        completeTask: async () => {},
        now: () => new Date('2026-02-10T09:45:00Z'),
      },
      halfway.waits[0] ?? expect.fail(),
    )
    await expect(breaks).rejects.toThrow('not there')
    await halfway.goesOn('2026-02-10T09:45:10Z')
    // The table's stream starts the run that was begun. That it was begun is noted, so that the next pause is longer.
    expect((await halfway.file()).stops).toMatchObject([{ state: 'gone-on', as: '202602100945', stops: 1 }])
  })

  it('is tried again where something is recorded in the same moment, and begins where that leads', async () => {
    const journey = await aJourney()
    await journey.parks('1')
    await journey.fails('2026-02-10T09:30:00Z')
    const { tables } = fixture
    const at = new Date('2026-02-10T09:45:00Z')
    let isFirstWrite = true
    const client = Object.create(tables.client) as typeof tables.client
    client.send = (async (command: PutCommand) => {
      if (command instanceof PutCommand && isFirstWrite) {
        isFirstWrite = false
        const form = { submissionId: `moment-${journey.caseId}`, facts: [declined], recordedBy: 'officer-1' }
        await recordFacts(tables, await journey.file(), form, at, SETTINGS)
      }
      return tables.client.send(command)
    }) as typeof client.send
    const service = {
      tables: { ...tables, client },
      ownTimes: SETTINGS,
      startStage: async (_: Stage, input: StageInput) => void journey.started.push(input),
      completeTask: async () => {},
      now: () => at,
    }
    const request = journey.waits[0] ?? expect.fail('nothing waits')
    await expect(restartJourney(service, request)).rejects.toThrow('changed')
    expect(journey.started).toEqual([])
    await restartJourney(service, request)
    expect(journey.started).toMatchObject([{ wait: 'certificate-after-declining', heard: '00002' }])
  })

  it('that comes too late in the day waits for the morning', async () => {
    const journey = await aJourney()
    await journey.fails('2026-02-10T09:30:00Z')
    const later = await journey.goesOn('2026-02-10T15:00:00Z')
    expect(later).toMatchObject({ isForLater: true, goesOnAt: '2026-02-11T08:00:00Z' })
    expect(journey.started).toEqual([])
    expect((await journey.file()).stops).toMatchObject([{ state: 'stopped', goesOnAt: '2026-02-11T08:00:00Z' }])
    await journey.goesOn('2026-02-11T08:00:00Z', later)
    expect(journey.started).toHaveLength(1)
  })

  it('tells an execution its answer that had not heard it', async () => {
    const journey = await aJourney()
    await journey.parks('1')
    const form = { submissionId: `answer-${journey.caseId}`, facts: [declined], recordedBy: 'officer-1' }
    await recordFacts(fixture.tables, await journey.file(), form, new Date('2026-02-10T09:40:00Z'), SETTINGS)
    await repairJourneys({
      tables: fixture.tables,
      runningExecutions: async () => new Set(['execution-1']),
      executionOf: () => 'another',
      waitToRestart: async (request) => {
        if (request.caseId === journey.caseId) journey.waits.push(request)
      },
      reportHolidays: () => {},
      now: () => new Date('2026-02-11T03:30:00Z'),
    })
    expect(journey.waits).toMatchObject([{ goesOnAt: '2026-02-11T08:00:00Z' }])
    await journey.goesOn('2026-02-11T08:00:00Z')
    expect(journey.completed).toEqual([{ outcome: 'mediation-declined', heard: '00002' }])
    expect(journey.started).toEqual([])
  })
})

describe('the machine that waits', () => {
  it('is started under a name that says which wait it is, and one that waits already is left alone', async () => {
    const client = new SFNClient({})
    const stepFunctions = mockClient(client)
    const { ExecutionAlreadyExists } = await import('@aws-sdk/client-sfn')
    stepFunctions.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ message: 'no', $metadata: {} }))
    const request: RestartRequest = {
      caseId: '7K2M-4QXP',
      stage: 'disagreement-resolution',
      startedFrom: '00012',
      goesOnAt: '2026-02-10T09:45:00Z',
    }
    await restartWaiter(client, 'arn:restart')(request)
    const { name, ...sent } = stepFunctions.commandCalls(StartExecutionCommand)[0]?.args[0].input ?? {}
    expect(name).toBe('7K2M-4QXP-disagreement-resolution-00012-20260210T094500Z')
    expect(String(name).length).toBeLessThanOrEqual(80)
    expect(sent).toEqual({ stateMachineArn: 'arn:restart', input: JSON.stringify(request) })
  })
})
