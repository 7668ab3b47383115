import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { letterRow } from '../../lambdas/cases/store/letter-store.ts'
import { giveTask } from '../../lambdas/cases/store/task-store.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { finishTask } from '../../lambdas/recording/finish-task.ts'
import { recordLetters } from '../../lambdas/recording/record-letters.ts'
import { NOBODY, NOW, OFFICER, type RecordingForTests, recordingForTests } from './recording-for-tests.ts'

let house: RecordingForTests
beforeAll(async () => {
  house = await recordingForTests()
})
afterAll(() => house.close())

const today = parseCalendarDate('2026-03-10')

describe('a task', () => {
  it('is done once, by somebody who may record it', async () => {
    const caseId = await house.waitingCase()
    await giveTask(house.tools.tables, caseId, { kind: 'chase-certificate', about: sequenceOf(1), dueOn: today }, NOW)
    const state = async () => (await house.file(caseId)).tasks[0]?.state
    expect(await finishTask(house.tools, NOBODY, caseId, 'chase-certificate_00001')).toBe('not-allowed')
    expect(await state()).toBe('open')
    for (let time = 0; time < 2; time += 1) {
      expect(await finishTask(house.tools, OFFICER, caseId, 'chase-certificate_00001')).toBe('recorded')
    }
    expect(await state()).toBe('done')
    expect(await finishTask(house.tools, OFFICER, caseId, 'nothing')).toBe('no-such-task')
  })
})

describe('letters', () => {
  async function caseWithLetter() {
    const caseId = await house.waitingCase()
    const due = { key: 'rights_00001', recipient: 'family', why: 'chosen' } as const
    const { client, casesTable } = house.tools.tables
    await client.send(new PutCommand({ TableName: casesTable, Item: letterRow(caseId, due, NOW) }))
    return { caseId, key: due.key, wantedOn: today }
  }
  const stateOf = async ({ caseId }: { readonly caseId: string }) => (await house.file(caseId)).letters[0]?.state

  it('are recorded together, by somebody who may', async () => {
    const letters = [await caseWithLetter(), await caseWithLetter()]
    const done = { letters, how: 'posted', doneOn: today } as const
    expect(await recordLetters(house.tools, NOBODY, done)).toEqual({ outcome: 'not-allowed' })
    expect(await Promise.all(letters.map(stateOf))).toEqual(['to-print', 'to-print'])
    expect(await recordLetters(house.tools, OFFICER, done)).toEqual({ outcome: 'recorded' })
    expect(await Promise.all(letters.map(stateOf))).toEqual(['posted', 'posted'])
  })

  it('are none of them recorded when the day is wrong for one, and it is told once', async () => {
    const letters = [await caseWithLetter(), await caseWithLetter()]
    const outcome = await recordLetters(house.tools, OFFICER, {
      letters,
      how: 'posted',
      doneOn: parseCalendarDate('2026-03-11'),
    })
    expect(outcome).toMatchObject({ outcome: 'problems', problems: [{ field: 'doneOn' }] })
    expect(await Promise.all(letters.map(stateOf))).toEqual(['to-print', 'to-print'])
  })
})
