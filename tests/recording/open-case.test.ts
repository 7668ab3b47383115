import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contact } from '../../lambdas/cases/contact.ts'
import type { Decision } from '../../lambdas/cases/opening/facts.ts'
import { closeCase } from '../../lambdas/cases/store/close-case.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { whyNotPrinted } from '../../lambdas/messages/letter/why-not-printed.ts'
import { type Opening, openCase } from '../../lambdas/recording/open-case.ts'
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
      expect(foreseen.messages).toMatchObject([{ kind: 'rights', about: '00001' }])
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

  it('asks to look again at a name that letters cannot show', async () => {
    const form = { ...opening(), contact: { ...CONTACT, childName: '王' }, secondLook: undefined }
    const asked = await openCase(house.tools, OFFICER, { ...form, confirmed: undefined })
    expect(asked).toMatchObject({ outcome: 'unlikely', unlikely: [{ sentence: expect.stringContaining('“王”') }] })
    const looked = await openCase(house.tools, OFFICER, { ...form, secondLook: 'yes', confirmed: undefined })
    expect(looked.outcome).toBe('to-confirm')
  })

  it('gives up when one reference after another is taken', async () => {
    const taken = await house.waitingCase()
    let tried = 0
    const clumsy = {
      ...house.tools,
      whyNotPrinted,
      newCaseId: () => {
        tried += 1
        return taken
      },
    }
    await expect(house.open(opening(), OFFICER, clumsy)).rejects.toThrow(`The case id ${taken} is taken.`)
    expect(tried).toBe(5)
  })
})

describe('a case of the same child', () => {
  const day = parseCalendarDate
  /** A child of its own for each test. */
  const child = (name: string) => ({
    ...CONTACT,
    childName: `${name} O’Brien`,
    bornOn: day('2015-04-03'),
    childReference: `SEN/${name}`,
    uniquePupilNumber: `number ${name}`,
  })
  const { name, relationship } = CONTACT
  const send = (contact: Contact, decision: Decision = DECISION, changes: Partial<Pick<Opening, 'secondLook'>> = {}) =>
    house.open({ ...opening(), contact, decision, ...changes })
  async function opened(contact: Contact): Promise<string> {
    const outcome = await send(contact)
    if (outcome.outcome !== 'opened') throw new Error(outcome.outcome)
    return outcome.caseId
  }

  it.each<[string, (of: string) => Contact]>([
    ['its reference', (of) => ({ name, relationship, childName: 'Another', childReference: ` sen/${of}` })],
    ['its pupil number', (of) => ({ name, relationship, childName: 'Another', uniquePupilNumber: `NUMBER ${of}` })],
    [
      'its name and its date of birth',
      (of) => ({ name, relationship, childName: `${of} Obrien`, bornOn: day('2015-04-03') }),
    ],
  ])('and the same decision is told when one more is opened, by %s', async (by, contact) => {
    const of = `Ada${by.length}`
    const caseId = await opened(child(of))
    const stored = await house.everything()
    expect(await send(contact(of))).toEqual({
      outcome: 'unlikely',
      unlikely: [
        {
          sentence: `A case about the same child and decision is already open: case ${caseId}, opened Tuesday 10 March 2026.`,
          otherCase: caseId,
        },
      ],
    })
    expect(await house.everything()).toBe(stored)
    expect(await send(contact(of), DECISION, { secondLook: 'yes' })).toMatchObject({ outcome: 'opened' })
  })

  it.each<[string, Partial<Decision>]>([
    ['sent on the same day', { printedOn: day('2026-02-09') }],
    ['dated the same day', { sentOn: day('2026-02-12') }],
    ['about other parts of the plan', { placementOnly: true }],
  ])('is told where the decision is of the same kind and %s', async (what, changes) => {
    await opened(child(what))
    expect(await send(child(what), { ...DECISION, ...changes })).toMatchObject({ outcome: 'unlikely' })
  })

  it.each<[string, Partial<Decision>]>([
    ['of another kind', { decisionKind: 'refusal-to-assess' }],
    ['of other days', { printedOn: day('2026-02-09'), sentOn: day('2026-02-12') }],
  ])('is not told where the decision is %s', async (what, changes) => {
    await opened(child(what))
    expect(await send(child(what), { ...DECISION, ...changes })).toMatchObject({ outcome: 'opened' })
  })

  it.each<[string, (of: string) => Contact]>([
    ['name alone', (of) => ({ name, relationship, childName: `${of} O’Brien` })],
    ['date of birth alone', () => ({ name, relationship, childName: 'Another', bornOn: day('2015-04-03') })],
    ['reference as the pupil number', (of) => ({ name, relationship, childName: of, uniquePupilNumber: `SEN/${of}` })],
  ])('is not told by its %s', async (by, contact) => {
    const of = `Ben${by.length}`
    await opened(child(of))
    expect(await send(contact(of))).toMatchObject({ outcome: 'opened' })
  })

  it('is not told once it is closed', async () => {
    const caseId = await opened(child('Cem'))
    await closeCase(house.tools.tables, caseId, 1, 'time-to-appeal-over', house.tools.clock())
    expect(await send(child('Cem'))).toMatchObject({ outcome: 'opened' })
  })

  it('is told once for each, the one that was opened first at the top', async () => {
    const tomorrow = { ...house.tools, clock: () => new Date(house.tools.clock().getTime() + 86_400_000) }
    const later = await house.open({ ...opening(), contact: child('Dai') }, OFFICER, tomorrow)
    const earlier = await send(child('Dai'), DECISION, { secondLook: 'yes' })
    expect([later.outcome, earlier.outcome]).toEqual(['opened', 'opened'])
    expect(await send(child('Dai'))).toMatchObject({
      unlikely: [earlier, later].map((one) => ({ otherCase: 'caseId' in one && one.caseId })),
    })
  })

  it('is not told of itself when the form that opened it is sent again', async () => {
    const form = { ...opening(), contact: child('Eve') }
    const [one, other] = await Promise.all([1, 2].map(() => house.open(form)))
    expect(one).toMatchObject({ outcome: 'opened' })
    expect(other).toEqual(one)
    expect(await house.open(form)).toEqual(one)
  })
})
