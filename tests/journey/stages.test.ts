import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import { expectedFacts } from '../../lambdas/cases/recordable-facts.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { heardBy, type Stage, type WaitName } from '../../lambdas/cases/stages.ts'
import { stageKey } from '../../lambdas/cases/start-stages.ts'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../lambdas/cases/store/open-case.ts'
import { recordFacts } from '../../lambdas/cases/store/record-facts.ts'
import { isLive } from '../../lambdas/cases/wait.ts'
import { type CloseRequest, endStage } from '../../lambdas/journey/close-case.ts'
import { parkJourney, type WaitRequest } from '../../lambdas/journey/park-journey.ts'
import { type CalendarDate, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { type TablesForTests, tablesForTests } from '../cases/tables-for-tests.ts'

let fixture: TablesForTests
beforeAll(async () => {
  fixture = await tablesForTests()
})
afterAll(() => fixture.close())

const NOW = new Date('2026-03-10T10:00:00Z')
const day = parseCalendarDate
const decision = {
  decisionKind: 'plan-contents',
  placementOnly: false,
  printedOn: day('2026-02-10'),
  sentOn: day('2026-02-10'),
} as const
let count = 0

async function open(): Promise<string> {
  count += 1
  return openCase(
    fixture.tables,
    {
      caseId: `CASE-${count}`,
      submissionId: `open-${count}`,
      decision,
      contact: { name: 'Ann Lee', relationship: 'parent', childName: 'Bo Lee', email: 'ann@example.com' },
      recordedBy: 'officer-1',
    },
    NOW,
  )
}

async function record(caseId: string, fact: NewFact) {
  const file = await requireCaseFile(fixture.tables, caseId)
  return recordFacts(
    fixture.tables,
    file,
    { submissionId: `fact-${++count}`, facts: [{ fact }], recordedBy: 'officer-1' },
    NOW,
    SETTINGS,
  )
}

const complaint: NewFact = {
  type: 'complaint-made',
  details: { madeOn: day('2026-03-02'), about: 'school', points: [], awareOn: day('2026-02-16') },
}

/** Parks a wait as the execution of the stage would. @returns what the execution was told at once, if anything */
async function park(
  caseId: string,
  stage: Stage,
  wait: WaitName,
  changes: Partial<WaitRequest> & { readonly next?: CalendarDate } = {},
) {
  const { record } = await requireCaseFile(fixture.tables, caseId)
  const startedFrom = changes.startedFrom ?? '00001'
  const told: unknown[] = []
  await parkJourney(
    {
      tables: fixture.tables,
      completeTask: async (_token, outcome) => {
        told.push(outcome)
      },
      ownTimes: SETTINGS,
      now: () => NOW,
    },
    {
      caseId,
      stage,
      wait,
      awaits: heardBy(stage),
      plan: {
        caseVersion: record.version,
        waitSeconds: 1000,
        wakeAt: '2026-04-12T09:00:00.000Z',
        timeUp: 'no',
        next: { kind: 'keep-open', date: changes.next ?? day('2026-04-10') },
      },
      heard: startedFrom,
      startedFrom,
      run: '1',
      execution: `arn:${stage}-${startedFrom}`,
      taskToken: `${caseId}-${stage}-${startedFrom}`,
      ...changes,
    },
  )
  return told
}

function end(caseId: string, stage: Stage, changes: Partial<CloseRequest> = {}) {
  const startedFrom = changes.startedFrom ?? '00001'
  return endStage(
    { tables: fixture.tables, ownTimes: SETTINGS, now: () => NOW },
    { caseId, stage, startedFrom, run: '1', heard: startedFrom, ending: 'no-news', ...changes },
  )
}

async function rows(caseId: string) {
  const { waits } = await requireCaseFile(fixture.tables, caseId)
  return Object.fromEntries(
    waits.map((wait) => [stageKey(wait), `${wait.state} ${wait.run}${isLive(wait) ? '' : ', over'}`]),
  )
}

describe('several stages of one case', () => {
  it('are begun by the facts that start them, in the same moment', async () => {
    const caseId = await open()
    expect(await rows(caseId)).toEqual({ 'mediation-advice': 'starting 1' })
    await record(caseId, complaint)
    await record(caseId, complaint)
    expect(await rows(caseId)).toEqual({
      'mediation-advice': 'starting 1',
      'complaint#00002': 'starting 1',
      'complaint#00003': 'starting 1',
    })
  })

  it('are watched for by the date that comes first', async () => {
    const caseId = await open()
    await record(caseId, complaint)
    await park(caseId, 'mediation-advice', 'adviser-contact', { next: day('2026-04-10') })
    await park(caseId, 'complaint', 'complaint-acknowledgement', { startedFrom: '00002', next: day('2026-03-09') })
    expect((await requireCaseFile(fixture.tables, caseId)).record.nextDate).toBe('2026-03-09')
    const acknowledged = { of: sequenceOf(2), acknowledgedOn: day('2026-03-09') }
    await record(caseId, { type: 'complaint-acknowledged', details: acknowledged })
    const answer = { startedFrom: '00002', heard: '00003', next: day('2026-05-01') }
    await park(caseId, 'complaint', 'complaint-answer', answer)
    expect((await requireCaseFile(fixture.tables, caseId)).record.nextDate).toBe('2026-04-10')
  })

  it('are watched for by the date of one that goes on, when the one with the first date has ended', async () => {
    const caseId = await open()
    await record(caseId, complaint)
    await park(caseId, 'mediation-advice', 'adviser-contact', { next: day('2026-03-09') })
    await park(caseId, 'complaint', 'complaint-acknowledgement', { startedFrom: '00002', next: day('2026-04-10') })
    expect((await requireCaseFile(fixture.tables, caseId)).record.nextDate).toBe('2026-03-09')
    await end(caseId, 'mediation-advice')
    expect((await requireCaseFile(fixture.tables, caseId)).record.nextDate).toBe('2026-04-10')
  })

  it('are not watched for by a wait that a fact has answered', async () => {
    const caseId = await open()
    await record(caseId, complaint)
    await park(caseId, 'complaint', 'complaint-acknowledgement', { startedFrom: '00002', next: day('2026-03-09') })
    const acknowledged = { of: sequenceOf(2), acknowledgedOn: day('2026-03-09') }
    await record(caseId, { type: 'complaint-acknowledged', details: acknowledged })
    await park(caseId, 'mediation-advice', 'adviser-contact', { next: day('2026-04-10') })
    expect((await requireCaseFile(fixture.tables, caseId)).record.nextDate).toBe('2026-04-10')
  })

  it('are woken each by the facts of its own', async () => {
    const caseId = await open()
    await record(caseId, complaint)
    await record(caseId, complaint)
    await park(caseId, 'mediation-advice', 'adviser-contact')
    for (const startedFrom of ['00002', '00003']) {
      await park(caseId, 'complaint', 'complaint-acknowledgement', { startedFrom })
    }
    await record(caseId, {
      type: 'complaint-answered',
      details: { of: sequenceOf(3), answeredOn: day('2026-03-09'), result: 'upheld' },
    })
    expect(await rows(caseId)).toEqual({
      'mediation-advice': 'waiting 1',
      'complaint#00002': 'waiting 1',
      'complaint#00003': 'answered 1',
    })
  })

  it('are all woken by the end of the case', async () => {
    const caseId = await open()
    await record(caseId, complaint)
    await park(caseId, 'mediation-advice', 'adviser-contact')
    await park(caseId, 'complaint', 'complaint-acknowledgement', { startedFrom: '00002' })
    await record(caseId, {
      type: 'case-withdrawn',
      details: { withdrawnOn: day('2026-03-09'), reason: 'opened-in-error' },
    })
    expect(await rows(caseId)).toEqual({ 'mediation-advice': 'answered 1', 'complaint#00002': 'answered 1' })
  })

  it('keep the case open until the last of them ends, with the outcome of them all', async () => {
    const caseId = await open()
    await record(caseId, complaint)
    await park(caseId, 'mediation-advice', 'adviser-contact')
    await park(caseId, 'complaint', 'complaint-acknowledgement', { startedFrom: '00002' })
    await end(caseId, 'mediation-advice', { ending: 'appeal-time-passed' })
    expect((await requireCaseFile(fixture.tables, caseId)).record.status).toBe('open')
    await end(caseId, 'complaint', { startedFrom: '00002' })
    expect((await requireCaseFile(fixture.tables, caseId)).record).toMatchObject({
      status: 'closed',
      outcome: 'time-to-appeal-over',
    })
  })

  it('close it once when they end in the same moment, and when each ends twice', async () => {
    const caseId = await open()
    await record(caseId, complaint)
    const both = () => [end(caseId, 'mediation-advice'), end(caseId, 'complaint', { startedFrom: '00002' })]
    await Promise.all([...both(), ...both()])
    expect((await requireCaseFile(fixture.tables, caseId)).record).toMatchObject({
      status: 'closed',
      outcome: 'ended-without-news',
    })
    expect(await rows(caseId)).toEqual({
      'mediation-advice': 'finished 1, over',
      'complaint#00002': 'finished 1, over',
    })
  })

  it('do not end by themselves over news of their own, but over that of another', async () => {
    const caseId = await open()
    await record(caseId, complaint)
    await park(caseId, 'complaint', 'complaint-acknowledgement', { startedFrom: '00002' })
    await record(caseId, {
      type: 'complaint-acknowledged',
      details: { of: sequenceOf(2), acknowledgedOn: day('2026-03-09') },
    })
    await expect(end(caseId, 'complaint', { startedFrom: '00002' })).rejects.toMatchObject({ name: 'CaseMovedOn' })
    await end(caseId, 'mediation-advice')
    expect(await rows(caseId)).toMatchObject({ 'mediation-advice': 'finished 1, over' })
  })

  it('go on in another run when their execution has grown old', async () => {
    const caseId = await open()
    await end(caseId, 'mediation-advice', { ending: 'stage-is-old' })
    expect(await rows(caseId)).toEqual({ 'mediation-advice': 'starting 2' })
    // The same step run twice changes nothing more.
    await end(caseId, 'mediation-advice', { ending: 'stage-is-old' })
    expect(await rows(caseId)).toEqual({ 'mediation-advice': 'starting 2' })
    await end(caseId, 'mediation-advice', { ending: 'stage-is-old', run: '2' })
    expect(await rows(caseId)).toEqual({ 'mediation-advice': 'starting 3' })
  })
})

describe('a correction', () => {
  const corrected: NewFact = {
    type: 'fact-corrected',
    details: { corrects: sequenceOf(1), details: { ...decision, printedOn: day('2026-02-09') } },
  }

  it('has a stage that waits where the facts still lead look at the case again', async () => {
    const caseId = await open()
    await park(caseId, 'mediation-advice', 'adviser-contact')
    await record(caseId, corrected)
    const { waits } = await requireCaseFile(fixture.tables, caseId)
    expect(waits).toMatchObject([{ state: 'answered', answer: { outcome: 'changed', heard: '00001' } }])
  })

  it('has a stage that the facts lead elsewhere begin again there, once', async () => {
    const caseId = await open()
    await park(caseId, 'mediation-advice', 'adviser-contact')
    await record(caseId, { type: 'mediation-declined', details: { declinedOn: day('2026-02-20') } })
    await park(caseId, 'mediation-advice', 'certificate-after-declining', { heard: '00002' })
    await record(caseId, { type: 'fact-removed', details: { removes: sequenceOf(2) } })
    const { waits } = await requireCaseFile(fixture.tables, caseId)
    expect(waits).toMatchObject([{ state: 'answered', answer: { outcome: 'corrected', heard: '00003' } }])
    for (const _twice of [1, 2]) await end(caseId, 'mediation-advice', { ending: 'corrected', heard: '00003' })
    expect(await rows(caseId)).toEqual({ 'mediation-advice': 'starting c00003' })
    expect((await requireCaseFile(fixture.tables, caseId)).waits).toMatchObject([
      { name: 'adviser-contact', heard: '00001' },
    ])
  })

  it('is not taken while the service works on what was recorded last', async () => {
    const caseId = await open()
    expect(expectedFacts(await requireCaseFile(fixture.tables, caseId))).not.toContain('fact-corrected')
    await park(caseId, 'mediation-advice', 'adviser-contact')
    expect(expectedFacts(await requireCaseFile(fixture.tables, caseId))).toContain('fact-corrected')
  })

  it('ends a stage that the facts no longer lead to, and begins the one that they do', async () => {
    const caseId = await open()
    await park(caseId, 'mediation-advice', 'adviser-contact')
    await record(caseId, {
      type: 'fact-corrected',
      details: { corrects: sequenceOf(1), details: { ...decision, placementOnly: true, sections: ['I'] } },
    })
    await end(caseId, 'mediation-advice', { ending: 'corrected', heard: '00002' })
    expect(await rows(caseId)).toEqual({
      'mediation-advice': 'finished 1, over',
      'appeal-window': 'starting c00002',
    })
    expect((await requireCaseFile(fixture.tables, caseId)).record).toMatchObject({
      placementOnly: true,
      status: 'open',
    })
  })

  it('brings back the stage before a certificate that never was', async () => {
    const caseId = await open()
    await park(caseId, 'mediation-advice', 'adviser-contact')
    await record(caseId, { type: 'certificate-issued', details: { issuedOn: day('2026-03-09') } })
    await end(caseId, 'mediation-advice', { ending: 'certificate-issued', heard: '00002' })
    await park(caseId, 'appeal-window', 'appeal', { startedFrom: '00002' })
    await record(caseId, { type: 'fact-removed', details: { removes: sequenceOf(2) } })
    await end(caseId, 'appeal-window', { startedFrom: '00002', ending: 'corrected', heard: '00003' })
    expect(await rows(caseId)).toEqual({
      'mediation-advice': 'starting c00003',
      'appeal-window': 'finished 1, over',
    })
  })

  it('opens a closed case again, and closes it again when there is nothing to wait for', async () => {
    const caseId = await open()
    await end(caseId, 'mediation-advice')
    await record(caseId, corrected)
    expect((await requireCaseFile(fixture.tables, caseId)).record.status).toBe('open')
    expect(await rows(caseId)).toEqual({ 'mediation-advice': 'starting c00002' })
    await end(caseId, 'mediation-advice', { run: 'c00002' })
    expect((await requireCaseFile(fixture.tables, caseId)).record).toMatchObject({
      status: 'closed',
      outcome: 'ended-without-news',
    })
  })
})
