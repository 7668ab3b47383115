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
})

describe('a form that opens a case', () => {
  it('opens one, under the name of whoever sent it', async () => {
    const outcome = await house.open(opening())
    if (outcome.outcome !== 'opened') throw new Error(outcome.outcome)
    expect((await house.file(outcome.caseId)).subject.facts).toMatchObject([
      { type: 'case-opened', recordedBy: 'officer-7' },
    ])
  })

  it('opens the same one when it is sent again', async () => {
    const form = opening()
    const [one, other] = await Promise.all([1, 2].map(() => house.open(form)))
    expect(one).toEqual(other)
    expect(await house.open(form)).toEqual(one)
  })

  it('opens none for somebody who may not', async () => {
    const stored = await house.everything()
    expect(await house.open(opening(), NOBODY)).toEqual({ outcome: 'not-allowed' })
    expect(await house.everything()).toBe(stored)
  })

  it('opens none on a day that cannot be, and says why', async () => {
    const decision = { ...DECISION, sentOn: parseCalendarDate('2026-03-11') }
    expect(await house.open({ ...opening(), decision })).toMatchObject({
      outcome: 'problems',
      problems: [{ field: 'sentOn' }],
    })
  })

  it('opens none before what will happen was confirmed, nor where that was something else', async () => {
    const stored = await house.everything()
    const form = { ...opening(), secondLook: undefined }
    for (const confirmed of [undefined, 'something else']) {
      const outcome = await openCase(house.tools, OFFICER, { ...form, confirmed })
      if (outcome.outcome !== 'to-confirm') throw new Error(outcome.outcome)
      const { foreseen } = outcome.preview
      expect(foreseen.messages).toMatchObject([{ due: { kind: 'rights', about: '00001' } }])
      expect(foreseen.dates).toMatchObject({ before: undefined, after: { appeal: { lawDate: '2026-04-10' } } })
    }
    expect(await house.everything()).toBe(stored)
  })

  it('that was confirmed on another day is shown again', async () => {
    const form = { ...opening(), secondLook: undefined }
    const seen = await openCase(house.tools, OFFICER, { ...form, confirmed: undefined })
    if (seen.outcome !== 'to-confirm') throw new Error(seen.outcome)
    const tomorrow = { ...house.tools, clock: () => new Date('2026-03-11T00:30:00Z') }
    const { confirmation: confirmed } = seen.preview
    expect((await openCase(tomorrow, OFFICER, { ...form, confirmed })).outcome).toBe('to-confirm')
    expect((await openCase(house.tools, OFFICER, { ...form, confirmed })).outcome).toBe('opened')
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
    await expect(house.open(opening(), OFFICER, clumsy)).rejects.toThrow(`The case id ${taken} is taken.`)
    expect(tried).toBe(5)
  })
})
