import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import { tasksOf } from '../../lambdas/cases/tasks-of.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { type FactRecorder, factRecorder } from './fact-recorder.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** Cases that another service has followed, taken over half way, on the whole service. */

let house: ServiceForTests
let recorder: FactRecorder
beforeAll(async () => {
  house = await serviceForTests('2025-09-01')
  recorder = await factRecorder(house.service)
})
afterAll(() => house.close())

const UNDER_WAY = { decisionKind: 'refusal-to-assess', history: 'being-recorded' } as const
const letterOf = (on: string) => ({ ...UNDER_WAY, printedOn: day(on), sentOn: day(on) })
const COMPLETE: NewFact = { type: 'history-complete', details: {} }

const chosen = (on: string): NewFact => ({
  type: 'mediation-chosen',
  details: { councilToldOn: day(on), contactedOn: day(on), healthIssue: 'none' },
})
const meeting = (arrangedOn: string, meetingOn: string): NewFact => ({
  type: 'meeting-arranged',
  details: { arrangedOn: day(arrangedOn), meetingOn: day(meetingOn), startsAt: '10:30', format: 'online' },
})

async function sent(caseId: string): Promise<string[]> {
  const mails = (await house.client.mailbox()).filter(({ tags }) => tags.case === caseId)
  return mails.map(({ tags, sentAt }) => `${sentAt.slice(0, 10)} ${tags.message}`)
}

/** What the council's own people were told of a case, in the digests and at once. */
async function toldToCouncil(caseId: string): Promise<string[]> {
  const mails = (await house.client.mailbox()).filter(({ tags }) => tags.case === 'COUNCIL')
  const texts = await Promise.all(
    mails.map(async ({ id, tags }) => [tags.message, (await house.client.message(id)).text]),
  )
  return texts.flatMap(([message, text]) => (text?.includes(caseId) ? [message ?? ''] : []))
}

async function tasks(caseId: string, today: string): Promise<string[]> {
  return tasksOf(await recorder.read(caseId), day(today), SETTINGS).map(({ kind, dueOn }) => `${dueOn} ${kind}`)
}

describe('a case that is under way', () => {
  it('is silent while its history is recorded, tells one message then, and goes on as any other', async () => {
    const caseId = await recorder.open('half-way', '2025-09-01', letterOf('2025-08-04'))
    await recorder.record(caseId, '2025-09-02', chosen('2025-08-20'))
    await recorder.record(caseId, '2025-09-03', meeting('2025-08-27', '2025-09-02'))
    expect((await recorder.read(caseId)).record).toMatchObject({ status: 'open', history: 'being-recorded' })
    expect(await tasks(caseId, '2025-09-03')).toEqual(['2025-09-08 finish-taking-over'])
    await recorder.goTo('2025-09-08', '12:00')
    expect(await sent(caseId)).toEqual([])
    expect((await recorder.read(caseId)).held).toEqual([])
    expect((await recorder.read(caseId)).tasks).toEqual([])
    expect(await toldToCouncil(caseId)).toEqual(['officer-digest_2025-09-08'])

    await recorder.record(caseId, '2025-09-09', COMPLETE)
    expect(await sent(caseId)).toEqual(['2025-09-09 where-your-case-stands_00004'])
    expect((await recorder.read(caseId)).record).not.toHaveProperty('history')
    expect(await tasks(caseId, '2025-09-09')).toContain('2025-09-03 record-meeting-result')
    // Seven days after the meeting: of that day the message tells.
    await recorder.goTo('2025-09-12')
    expect(await sent(caseId)).toHaveLength(1)
    await recorder.record(caseId, '2025-09-12', {
      type: 'mediation-not-agreed',
      details: { concludedOn: day('2025-09-12') },
    })
    expect((await sent(caseId)).slice(1)).toEqual(['2025-09-12 mediation-ended_00005'])
  })

  it('tells what its time brings after that', async () => {
    const caseId = await recorder.open('time-goes-on', '2025-09-15', letterOf('2025-08-18'))
    await recorder.record(caseId, '2025-09-15', chosen('2025-09-08'))
    await recorder.record(caseId, '2025-09-16', COMPLETE)
    await recorder.goTo('2025-10-10')
    expect((await sent(caseId)).map((one) => one.slice(11))).toEqual([
      'where-your-case-stands_00003',
      'mediation-not-arranged_00002',
    ])
  })

  it('may leave the message out, with a reason', async () => {
    const caseId = await recorder.open('left-out', '2025-10-13', letterOf('2025-09-15'))
    await recorder.record(caseId, '2025-10-13', { type: 'history-complete', details: { leftOut: 'told-in-person' } })
    expect(await sent(caseId)).toEqual([])
    expect((await recorder.read(caseId)).held).toMatchObject([{ state: 'not-needed', reason: 'left-out' }])
    // What was wrong in it is put right all the same.
    await recorder.record(caseId, '2025-10-14', {
      type: 'fact-corrected',
      details: {
        corrects: '00001' as never,
        details: {
          decisionKind: 'refusal-to-assess',
          placementOnly: false,
          printedOn: day('2025-09-22'),
          sentOn: day('2025-09-22'),
        },
      },
    })
    await recorder.goTo('2025-10-14', '17:05')
    expect(await sent(caseId)).toEqual(['2025-10-14 dates-corrected_00003'])
  })

  it('stays open while its history is recorded, though all of it is over, and is closed in the night after', async () => {
    const caseId = await recorder.open('over', '2025-10-15', letterOf('2025-01-06'))
    await recorder.record(
      caseId,
      '2025-10-16',
      { type: 'certificate-issued', details: { issuedOn: day('2025-02-03'), contactedOn: day('2025-01-20') } },
      { type: 'appeal-registered', details: { receivedOn: day('2025-02-20') } },
      {
        type: 'appeal-decided',
        details: { decidedOn: day('2025-08-28'), decision: 'decided-for-council', duties: [] },
      },
    )
    await recorder.goTo('2025-10-17')
    expect((await recorder.read(caseId)).waits.every(({ state }) => state === 'finished')).toBe(true)
    expect((await recorder.read(caseId)).record.status).toBe('open')
    await recorder.record(caseId, '2025-10-17', COMPLETE)
    await recorder.goTo('2025-10-18')
    expect((await recorder.read(caseId)).record).toMatchObject({ status: 'closed' })
    expect(await sent(caseId)).toEqual(['2025-10-17 where-your-case-stands_00005'])
  })
})
