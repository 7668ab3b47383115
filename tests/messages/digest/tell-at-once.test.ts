import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { findCouncilMessage } from '../../../lambdas/cases/store/message-store.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { UnsendableError } from '../../../lambdas/messages/send-email.ts'
import { type TablesForTests, tablesForTests } from '../../cases/tables-for-tests.ts'
import { given } from '../../cases/work/file-for-tests.ts'
import { council } from '../situations.ts'
import { councilService, mailbox } from './council-mail-for-tests.ts'

let fixture: TablesForTests
let house: ReturnType<typeof councilService>
beforeAll(async () => {
  fixture = await tablesForTests()
  house = councilService(fixture)
})
afterAll(() => fixture.close())

let number = 0
let caseId = ''
beforeEach(async () => {
  number += 1
  caseId = `NOW-${number}`
  await house.open(caseId)
  await house.waits(caseId, 'adviser-contact', '00001')
})

const DAY = parseCalendarDate('2026-03-09')
const MORNING = '2026-03-09T10:00:00Z'
const chosen = { type: 'mediation-chosen', details: { councilToldOn: DAY, healthIssue: 'some' } } as const
const declinedOn = (on: string) =>
  ({ type: 'mediation-declined', details: { declinedOn: parseCalendarDate(on) } }) as const

describe('a task that is due on the day it is given', () => {
  async function chooseWithHealthIssue(at = MORNING) {
    await house.record(caseId, chosen, at, mailbox().sendEmail)
    await house.waits(caseId, 'meeting-date', '00002', '00002')
  }

  it('is told to the officer at once, and once only', async () => {
    await chooseWithHealthIssue()
    const { sent, sendEmail } = mailbox()
    for (let times = 0; times < 2; times++) {
      await house.give(caseId, given('tell-health-board', sequenceOf(2), '2026-03-09'), MORNING, sendEmail)
    }
    expect(sent.map(({ to, key }) => [to, key])).toEqual([
      [council.contacts.officer.email, `COUNCIL/officer-today_${caseId}_tell-health-board_00002`],
    ])
    expect(sent[0]?.subject).toBe(`To do today, Monday 9 March 2026 (case ${caseId})`)
    expect(sent[0]?.everything).not.toMatch(/Zuleika|Peregrine|Quorn/i)
  })

  it.each([
    ['before the digest of the day', '2026-03-09T07:10:00Z'],
    ['on a Sunday, which the digest of Monday holds', '2026-03-08T12:00:00Z'],
  ])('is left to the digest when it is given %s', async (_, at) => {
    await chooseWithHealthIssue(at)
    const { sent, sendEmail } = mailbox()
    await house.give(caseId, given('tell-health-board', sequenceOf(2), '2026-03-08'), at, sendEmail)
    expect(sent).toEqual([])
  })

  it('is not told when its day is still to come, or the law leaves time', async () => {
    await chooseWithHealthIssue()
    const { sent, sendEmail } = mailbox()
    await house.give(caseId, given('check-no-news', sequenceOf(1), '2026-03-10'), MORNING, sendEmail)
    await house.give(
      caseId,
      given('arrange-mediation', { fact: sequenceOf(2), moment: 'day-20' }, '2026-03-09'),
      MORNING,
      sendEmail,
    )
    expect(sent).toEqual([])
  })

  it('is not told when it has come about by itself meanwhile', async () => {
    const { sent, sendEmail } = mailbox()
    await house.give(caseId, given('record-meeting-result', sequenceOf(2), '2026-03-09'), MORNING, sendEmail)
    expect(sent).toEqual([])
  })

  it('is told of a family that an email did not reach', async () => {
    const { sent, sendEmail } = mailbox()
    await house.give(
      caseId,
      given('tell-family-another-way', { message: 'rights_00001' }, '2026-03-09'),
      MORNING,
      sendEmail,
    )
    expect(sent[0]?.text).toContain('An email to the family did not arrive.')
  })

  it('is not told again where the digest of the morning had it as planned', async () => {
    await house.record(caseId, declinedOn('2026-03-05'), '2026-03-05T06:00:00Z', mailbox().sendEmail)
    await house.waits(caseId, 'certificate-after-declining', '00002')
    // The certificate is due by Tuesday 10 March. The journey asks for it on Wednesday at 9.
    const { sent, sendEmail } = mailbox()
    await house.digests(sendEmail, '2026-03-11T07:30:00Z')
    const digests = sent.length
    await house.give(caseId, given('chase-certificate', sequenceOf(2), '2026-03-11'), '2026-03-11T09:00:00Z', sendEmail)
    expect(sent.slice(digests)).toEqual([])
  })
})

describe('a certificate that is due on the day on which its cause is recorded', () => {
  it('is told to the adviser at once, and once only, with how it was counted', async () => {
    const { sent, sendEmail } = mailbox()
    await house.record(caseId, declinedOn('2026-03-04'), MORNING, sendEmail)
    await house.hearFact(sendEmail, MORNING, caseId, declinedOn('2026-03-04'))
    expect(sent.map(({ to, key }) => [to, key])).toEqual([
      [council.providers.mediationAdviser.email, `COUNCIL/adviser-today_${caseId}_certificate-2026-03-09`],
    ])
    expect(sent[0]?.subject).toBe(`Issue a certificate today, Monday 9 March 2026 (case ${caseId})`)
    expect(sent[0]?.text).toContain('The time is 3 working days, counted from the day')
  })

  it('is told as late when its day had gone by', async () => {
    const { sent, sendEmail } = mailbox()
    await house.record(caseId, declinedOn('2026-03-02'), MORNING, sendEmail)
    expect(sent[0]?.subject).toBe(`A certificate is late, Monday 9 March 2026 (case ${caseId})`)
  })

  it('waits for the next digest when there is time', async () => {
    const { sent, sendEmail } = mailbox()
    await house.record(caseId, declinedOn('2026-03-06'), MORNING, sendEmail)
    expect(sent).toEqual([])
  })

  it('is not told again because of a note, nor where the digest of the morning had it', async () => {
    await house.record(caseId, declinedOn('2026-03-04'), '2026-03-09T06:00:00Z', mailbox().sendEmail)
    const { sent, sendEmail } = mailbox()
    await house.hearFact(sendEmail, MORNING, caseId, { type: 'note-added', details: {} })
    expect(sent).toEqual([])
    await house.digests(sendEmail, '2026-03-09T07:30:00Z')
    const digests = sent.length
    expect(digests).toBeGreaterThan(0)
    await house.hearFact(sendEmail, MORNING, caseId, { type: 'adviser-contacted', details: { contactedOn: DAY } })
    expect(sent).toHaveLength(digests)
  })
})

describe('when something goes wrong on the way', () => {
  const refuse = () => Promise.reject(new UnsendableError('MessageRejected', {}))

  it('gives the record back, to be heard again', async () => {
    const { sent, sendEmail } = mailbox()
    const crash = () => Promise.reject(new Error('The power went.'))
    const give = (send: typeof sendEmail, at: string) =>
      house.give(caseId, given('tell-family-another-way', { message: 'rights_00001' }, '2026-03-09'), at, send)
    const failed = { batchItemFailures: [{ itemIdentifier: '1' }] }
    expect(await give(crash, '2026-03-09T10:00:00Z')).toEqual(failed)
    expect(await give(sendEmail, '2026-03-09T10:00:10Z')).toEqual(failed)
    expect(await give(sendEmail, '2026-03-09T10:03:00Z')).toEqual({ batchItemFailures: [] })
    expect(sent).toHaveLength(1)
    expect(house.failures).toHaveLength(2)
  })

  it('reports what SES refuses, and holds nothing else up', async () => {
    const answer = await house.give(
      caseId,
      given('tell-family-another-way', { message: 'rights_00001' }, '2026-03-09'),
      MORNING,
      refuse,
    )
    const key = `officer-today_${caseId}_tell-family-another-way_rights_00001`
    expect(answer).toEqual({ batchItemFailures: [] })
    expect(house.unsent).toEqual([key])
    expect(await findCouncilMessage(fixture.tables, key)).toMatchObject({ state: 'unsettled' })
  })
})
