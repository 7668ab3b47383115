import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COUNCIL } from '../../../lambdas/cases/message.ts'
import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { closeCase } from '../../../lambdas/cases/store/close-case.ts'
import { letterRow } from '../../../lambdas/cases/store/letter-store.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { findCouncilMessage } from '../../../lambdas/cases/store/message-store.ts'
import { loadWhoMayOpen, restrictCase } from '../../../lambdas/cases/store/restriction-store.ts'
import { keys } from '../../../lambdas/cases/store/tables.ts'
import { finishTask } from '../../../lambdas/cases/store/task-store.ts'
import { coverage } from '../../../lambdas/law/bank-holidays.ts'
import {
  addDays,
  type CalendarDate,
  calendarDate,
  formatDate,
  parseCalendarDate,
} from '../../../lambdas/law/calendar-date.ts'
import { DAYS_OF_WARNING } from '../../../lambdas/law/holiday-coverage.ts'
import { addWorkingDays, nextWorkingDayOnOrAfter } from '../../../lambdas/law/working-days.ts'
import { recordEmailEvent } from '../../../lambdas/messages/record-email-event.ts'
import { UnsendableError } from '../../../lambdas/messages/send-email.ts'
import { type TablesForTests, tablesForTests } from '../../cases/tables-for-tests.ts'
import { given } from '../../cases/work/file-for-tests.ts'
import { council } from '../situations.ts'
import { councilService, mailbox } from './council-mail-for-tests.ts'

/** A digest has every case in it, so each test has tables of its own. */
let fixture: TablesForTests
let house: ReturnType<typeof councilService>
beforeEach(async () => {
  fixture = await tablesForTests()
  house = councilService(fixture)
})
afterEach(() => fixture.close())

const OFFICER = council.contacts.officer.email
const ADVISER = council.providers.mediationAdviser.email
const declined = (on: string) =>
  ({ type: 'mediation-declined', details: { declinedOn: parseCalendarDate(on) } }) as const

/** A family that declined: on Tuesday 3 March 2026 the certificate is due by Friday 6 March. */
async function declinedCase(caseId: string, openedOn = '2026-02-10', declinedOn = '2026-03-03'): Promise<void> {
  const { sendEmail } = mailbox()
  await house.open(caseId, openedOn)
  await house.waits(caseId, 'adviser-contact', '00001')
  await house.record(caseId, declined(declinedOn), `${declinedOn}T06:00:00Z`, sendEmail)
  await house.waits(caseId, 'certificate-after-declining', '00002')
}

describe('the time of the digests', () => {
  beforeEach(() => declinedCase('TIME-1'))

  it.each([
    ['at 7:30 in winter', '2026-03-09T07:30:00Z', 2],
    ['not an hour before, in winter', '2026-03-09T06:30:00Z', 0],
    ['at 7:30 in summer', '2026-03-30T06:30:00Z', 2],
    ['not an hour after, in summer', '2026-03-30T07:30:00Z', 0],
    ['not on a Sunday', '2026-03-15T07:30:00Z', 0],
    ['not on Good Friday', '2026-04-03T06:30:00Z', 0],
    ['not on Easter Monday', '2026-04-06T06:30:00Z', 0],
    ['on the next working day instead', '2026-04-07T06:30:00Z', 2],
  ])('is %s', async (_, now, count) => {
    const { sent, sendEmail } = mailbox()
    await house.digests(sendEmail, now)
    expect(sent).toHaveLength(count)
  })

  it('is any later one at which a person asks for them', async () => {
    const { sent, sendEmail } = mailbox()
    await house.digests(sendEmail, '2026-03-09T06:30:00Z', { byHand: true })
    expect(sent).toEqual([])
    await house.digests(sendEmail, '2026-03-09T14:00:00Z', { byHand: true })
    expect(sent).toHaveLength(2)
  })
})

describe('the digests of a day', () => {
  it('go out once to the officer and once to the adviser, however often they run', async () => {
    await declinedCase('ONCE-1')
    const { sent, sendEmail } = mailbox()
    const report = await house.digests(sendEmail, '2026-03-09T07:30:00Z')
    expect(report).toEqual({ openCases: 1, unreadCases: 0, digests: { officer: 'sent', adviser: 'sent' } })
    expect(await house.digests(sendEmail, '2026-03-09T08:30:00Z', { byHand: true })).toBeUndefined()
    expect(sent.map(({ to, key }) => [to, key])).toEqual([
      [OFFICER, 'COUNCIL/officer-digest_2026-03-09'],
      [ADVISER, 'COUNCIL/adviser-digest_2026-03-09'],
    ])
    await house.digests(sendEmail, '2026-03-10T07:30:00Z')
    expect(sent).toHaveLength(4)
  })

  it('tell what the journeys will ask for at 9, before it is given', async () => {
    await declinedCase('NINE-1')
    const { sent, sendEmail } = mailbox()
    // The certificate was due on Friday, so the task to ask for it comes on Monday at 9.
    expect((await requireCaseFile(fixture.tables, 'NINE-1')).tasks).toEqual([])
    await house.digests(sendEmail, '2026-03-09T07:30:00Z')
    expect(sent[0]?.text).toContain('Ask the mediation adviser for the certificate.')
  })

  it('are not sent where there is nothing to tell', async () => {
    await house.open('NOTHING-1')
    await house.waits('NOTHING-1', 'adviser-contact', '00001')
    const { sent, sendEmail } = mailbox()
    expect(await house.digests(sendEmail, '2026-02-11T07:30:00Z')).toEqual({
      openCases: 1,
      unreadCases: 0,
      digests: { officer: 'nothing-to-tell', adviser: 'nothing-to-tell' },
    })
    expect(sent).toEqual([])
  })

  it('leave a restricted case out of what goes to the address of the team, and tell the adviser as always', async () => {
    await declinedCase('OPEN-1')
    await declinedCase('SHUT-1')
    const asOf = (await loadWhoMayOpen(fixture.tables, 'SHUT-1')) ?? expect.fail('There is no such case.')
    const restriction = { to: ['person-1'], why: 'safeguarding', changedBy: 'person-1' } as const
    expect(await restrictCase(fixture.tables, asOf, restriction, new Date('2026-03-04T12:00:00Z'))).toBe(true)
    const { sent, sendEmail } = mailbox()
    await house.digests(sendEmail, '2026-03-09T07:30:00Z')
    const textTo = (reader: string) => sent.find(({ to }) => to === reader)?.text ?? ''
    expect(textTo(OFFICER)).toContain('OPEN-1')
    expect(textTo(OFFICER)).not.toContain('SHUT-1')
    expect(textTo(ADVISER)).toContain('SHUT-1')
  })

  it('say to the officer that the bank holidays run out, from 120 days before on, beside what there is to do', async () => {
    const lastDay = calendarDate(coverage.publishedTo, 12, 31)
    const warned = nextWorkingDayOnOrAfter(addDays(lastDay, -DAYS_OF_WARNING))
    const morning = (day: CalendarDate) => `${day}T06:30:00Z`
    const { sent, sendEmail } = mailbox()
    expect((await house.digests(sendEmail, morning(warned)))?.digests.officer).toBe('nothing-to-tell')
    await declinedCase('HOLIDAYS-1', addDays(warned, -30), addDays(warned, -15))
    for (const day of [addWorkingDays(addDays(lastDay, -DAYS_OF_WARNING), -1), addWorkingDays(warned, 1)]) {
      await house.digests(sendEmail, morning(day))
    }
    const officers = sent.filter(({ to }) => to === OFFICER).map(({ text }) => text)
    expect(officers.map((text) => text.includes(`Our list of bank holidays ends on ${formatDate(lastDay)}.`))).toEqual([
      false,
      true,
    ])
    expect(
      sent
        .filter(({ to }) => to === ADVISER)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('bank holidays')
  })

  it('hold no name and no address of a family', async () => {
    await declinedCase('NAMES-1')
    const { sent, sendEmail } = mailbox()
    await house.digests(sendEmail, '2026-03-09T07:30:00Z')
    for (const { everything } of sent) expect(everything).not.toMatch(/Zuleika|Peregrine|Quorn|07700 900123/i)
    expect(sent).toHaveLength(2)
  })

  it('keep a family that an email did not reach when its case is closed, until somebody has told it', async () => {
    await house.open('CLOSED-1')
    const { sendEmail } = mailbox()
    await house.give(
      'CLOSED-1',
      given('tell-family-another-way', { message: 'rights_00001' }, '2026-03-04'),
      '2026-03-04T06:00:00Z',
      sendEmail,
    )
    await closeCase(fixture.tables, 'CLOSED-1', 1, 'ended-without-news', new Date('2026-03-04T12:00:00Z'))
    const before = mailbox()
    await house.digests(before.sendEmail, '2026-03-05T07:30:00Z')
    expect(before.keys()).toEqual(['COUNCIL/officer-digest_2026-03-05'])
    expect(before.sent[0]?.text).toContain('An email to the family did not arrive.')

    await finishTask(fixture.tables, 'CLOSED-1', 'tell-family-another-way_rights_00001', 'officer-1', new Date())
    const after = mailbox()
    await house.digests(after.sendEmail, '2026-03-06T07:30:00Z')
    expect(after.sent).toEqual([])
  })

  it('count the letters to print, which are no task where a family is always written to by post', async () => {
    await house.open('POST-1')
    await house.waits('POST-1', 'adviser-contact', '00001')
    const letter = (key: string, day: string) =>
      fixture.tables.client.send(
        new PutCommand({
          TableName: fixture.tables.casesTable,
          Item: letterRow('POST-1', { key, recipient: 'family', why: 'chosen' }, new Date(`${day}T10:00:00Z`)),
        }),
      )
    await letter('choose_00002', '2026-02-12')
    await letter('rights_00001', '2026-02-10')
    const { sent, sendEmail } = mailbox()
    await house.digests(sendEmail, '2026-02-13T07:30:00Z')
    expect(sent.map(({ to }) => to)).toEqual([OFFICER])
    expect(sent[0]?.text).toContain(
      'There are 2 letters to print and post. The oldest has been wanted since Tuesday 10',
    )
  })

  it('read every page of a long list of cases', { timeout: 60_000 }, async () => {
    // More than a page of the list, and no whole number of groups.
    const numbers = Array.from({ length: 207 }, (_, index) => index)
    for (const number of numbers) await house.open(`MANY-${number}`)
    await declinedCase('MANY-LAST')
    const { sent, sendEmail } = mailbox()
    const report = await house.digests(sendEmail, '2026-03-09T07:30:00Z')
    expect(report?.openCases).toBe(208)
    expect(sent[0]?.text).toContain('MANY-LAST')
  })

  it('go out without a case that cannot be read, and name it', async () => {
    await declinedCase('GOOD-1')
    await house.open('DAMAGED-1')
    await fixture.tables.client.send(
      new UpdateCommand({
        TableName: fixture.tables.casesTable,
        Key: keys.fact('DAMAGED-1', sequenceOf(1)),
        UpdateExpression: 'SET content.#type = :other',
        ExpressionAttributeNames: { '#type': 'type' },
        ExpressionAttributeValues: { ':other': 'note-added' },
      }),
    )
    const { sent, sendEmail } = mailbox()
    const report = await house.digests(sendEmail, '2026-03-09T07:30:00Z')
    expect(report).toMatchObject({ openCases: 2, unreadCases: 1 })
    expect(house.unread).toEqual(['DAMAGED-1'])
    expect(sent[0]?.text).toContain('Case DAMAGED-1')
    expect(sent[0]?.text).toContain('Case GOOD-1')
  })
})

describe('when something goes wrong on the way', () => {
  beforeEach(() => declinedCase('WRONG-1'))

  it('a digest that never left is sent when its claim has run out, and the other one is not held up', async () => {
    const { sent, sendEmail } = mailbox()
    const crash: typeof sendEmail = (email) =>
      email.to === OFFICER ? Promise.reject(new Error('The power went.')) : sendEmail(email)
    await expect(house.digests(crash, '2026-03-09T07:30:00Z')).rejects.toThrow('The power went.')
    expect(sent.map(({ to }) => to)).toEqual([ADVISER])
    await expect(house.digests(sendEmail, '2026-03-09T07:31:00Z')).rejects.toMatchObject({ name: 'MessageInDoubt' })
    await house.digests(sendEmail, '2026-03-09T07:33:00Z')
    expect(sent.map(({ to }) => to)).toEqual([ADVISER, OFFICER])
  })

  it("a digest is not sent twice when SES's own event says that it has it", async () => {
    const { sent, sendEmail } = mailbox()
    const crash: typeof sendEmail = async (email) => {
      await sendEmail(email)
      throw new Error('The power went.')
    }
    await expect(house.digests(crash, '2026-03-09T07:30:00Z')).rejects.toThrow('The power went.')
    for (const reader of ['officer', 'adviser']) await hearEvent('Send', `${reader}-digest_2026-03-09`)
    expect(await house.digests(sendEmail, '2026-03-09T07:33:00Z')).toBeUndefined()
    expect(sent).toHaveLength(2)
  })

  it('a digest that SES refuses is left as it is and reported, and the next day holds it all', async () => {
    const refuse = () => Promise.reject(new UnsendableError('MessageRejected', {}))
    const report = await house.digests(refuse, '2026-03-09T07:30:00Z')
    expect(report?.digests).toEqual({ officer: 'unsendable', adviser: 'unsendable' })
    expect(await findCouncilMessage(fixture.tables, 'officer-digest_2026-03-09')).toMatchObject({
      state: 'unsettled',
      problem: 'MessageRejected',
    })
    const { sent, sendEmail } = mailbox()
    await house.digests(sendEmail, '2026-03-10T07:30:00Z')
    expect(sent[0]?.text).toContain('Case WRONG-1')
  })

  it('a digest that does not arrive is reported, and is in no record of a family', async () => {
    const { sendEmail } = mailbox()
    await house.digests(sendEmail, '2026-03-09T07:30:00Z')
    const before = await requireCaseFile(fixture.tables, 'WRONG-1')
    expect(await hearEvent('Bounce', 'officer-digest_2026-03-09')).toEqual(['officer-digest_2026-03-09 bounced'])
    expect(await findCouncilMessage(fixture.tables, 'officer-digest_2026-03-09')).toMatchObject({
      state: 'sent',
      delivery: 'bounced',
    })
    expect(await requireCaseFile(fixture.tables, 'WRONG-1')).toEqual(before)
    expect(before.messages).toEqual([])
    expect(await fixture.everything()).not.toContain('tell-family-another-way')
  })
})

/** @returns what was reported as not delivered */
async function hearEvent(eventType: string, message: string): Promise<string[]> {
  const reported: string[] = []
  await recordEmailEvent(
    {
      tables: fixture.tables,
      now: () => new Date('2026-03-09T07:30:10Z'),
      reportUndelivered: (key, delivery) => void reported.push(`${key} ${delivery}`),
    },
    {
      version: '0',
      id: '1',
      account: '1',
      time: '2026-03-09T07:30:10Z',
      region: 'eu-west-2',
      resources: [],
      source: 'aws.ses',
      'detail-type': 'Email',
      detail: {
        eventType,
        mail: {
          messageId: 'ses-1',
          timestamp: '2026-03-09T07:30:10Z',
          tags: { case: [COUNCIL], message: [message] },
        },
        ...(eventType === 'Bounce' && { bounce: { bounceType: 'Permanent' } }),
      },
    },
  )
  return reported
}
