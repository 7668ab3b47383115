import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { openCase } from '../../lambdas/recording/open-case.ts'
import { CONTACT, DECISION, NOBODY, OFFICER, type RecordingForTests, recordingForTests } from './recording-for-tests.ts'

let house: RecordingForTests
beforeAll(async () => {
  house = await recordingForTests()
})
afterAll(() => house.close())

const opening = () => ({
  submissionId: house.newSubmission(),
  decision: DECISION,
  contact: CONTACT,
  secondLook: undefined,
})

describe('a form that opens a case', () => {
  it('opens one, under the name of whoever sent it', async () => {
    const outcome = await openCase(house.tools, OFFICER, opening())
    if (outcome.outcome !== 'opened') throw new Error(outcome.outcome)
    expect((await house.file(outcome.caseId)).subject.facts).toMatchObject([
      { type: 'case-opened', recordedBy: 'officer-7' },
    ])
  })

  it('opens the same one when it is sent again', async () => {
    const form = opening()
    const [one, other] = await Promise.all([1, 2].map(() => openCase(house.tools, OFFICER, form)))
    expect(one).toEqual(other)
    expect(await openCase(house.tools, OFFICER, form)).toEqual(one)
  })

  it('opens none for somebody who may not', async () => {
    const stored = await house.everything()
    expect(await openCase(house.tools, NOBODY, opening())).toEqual({ outcome: 'not-allowed' })
    expect(await house.everything()).toBe(stored)
  })

  it('opens none on a day that cannot be, and says why', async () => {
    const decision = { ...DECISION, sentOn: parseCalendarDate('2026-03-11') }
    expect(await openCase(house.tools, OFFICER, { ...opening(), decision })).toMatchObject({
      outcome: 'problems',
      problems: [{ field: 'sentOn' }],
    })
  })

  it('gives up when one reference after another is taken', async () => {
    const taken = await house.waitingCase()
    let tried = 0
    const clumsy = {
      ...house.tools,
      newCaseId: () => {
        tried += 1
        return taken
      },
    }
    await expect(openCase(clumsy, OFFICER, opening())).rejects.toThrow(`The case id ${taken} is taken.`)
    expect(tried).toBe(5)
  })
})
