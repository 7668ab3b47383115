import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { loadContact } from '../../lambdas/cases/store/contact-store.ts'
import { tasksOf } from '../../lambdas/cases/tasks-of.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { type FactRecorder, factRecorder } from './fact-recorder.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** People who join in the middle of a case, on the whole service. */

let house: ServiceForTests
let recorder: FactRecorder
beforeAll(async () => {
  house = await serviceForTests('2025-02-03', inject('quietAssembly'))
  recorder = await factRecorder(house.service)
})
afterAll(() => house.close())

const emailsOf = async (caseId: string) => (await house.client.mailbox()).filter(({ tags }) => tags.case === caseId)

/** What was sent of a case: the day, the key and the reader of each message. */
const sent = async (caseId: string) =>
  (await emailsOf(caseId)).map(({ sentAt, tags, to }) => `${sentAt.slice(0, 10)} ${tags.message} ${to}`)

/** The contact details of a case with others beside them. */
async function changed(caseId: string, changes: Partial<Contact>): Promise<Contact> {
  return { ...(await loadContact(recorder.tables, caseId)), ...changes }
}

const KIM = { name: 'Kim Lee', by: 'email', email: 'kim@example.net' } as const

describe('a second parent who joins in the middle', () => {
  it('hears first where the case stands, and from then on gets what the first gets', async () => {
    const caseId = await recorder.open('second-parent', '2025-02-03')
    await recorder.goTo('2025-03-06')
    const before = await sent(caseId)
    await recorder.change(caseId, '2025-03-06', await changed(caseId, { second: KIM }))
    await recorder.goTo('2025-03-26', '12:00')
    expect((await sent(caseId)).slice(before.length)).toEqual([
      '2025-03-06 where-your-case-stands_00002_second kim@example.net',
      '2025-03-25 contact-reminder-day-50_00001 second-parent@example.com',
      '2025-03-25 contact-reminder-day-50_00001_second kim@example.net',
    ])
    const [first] = (await emailsOf(caseId)).filter(({ to }) => to.includes(KIM.email))
    const { text } = await house.client.message(first?.id ?? '')
    expect(text).toMatch(/From now on you get our messages about this case/)
    expect(text).toMatch(/What an appeal can be about/i)
  })
})

describe('a young person who becomes the party', () => {
  it('hears first where the case stands, and the parent who gets copies does not hear it again', async () => {
    const caseId = await recorder.open('young-person', '2025-04-01')
    const before = await sent(caseId)
    const contact = await changed(caseId, {
      name: 'Bo Lee',
      relationship: 'young-person',
      email: 'bo@example.com',
      second: { name: 'Ann Lee', by: 'email', email: 'young-person@example.com' },
    })
    await recorder.change(caseId, '2025-04-10', contact)
    expect((await sent(caseId)).slice(before.length)).toEqual([
      '2025-04-10 where-your-case-stands_00002 bo@example.com',
    ])
    await recorder.record(caseId, '2025-04-11', {
      type: 'mediation-declined',
      details: { declinedOn: day('2025-04-11') },
    })
    expect((await sent(caseId)).slice(before.length + 1)).toEqual([
      '2025-04-11 certificate-due_00003 bo@example.com',
      '2025-04-11 certificate-due_00003_second young-person@example.com',
    ])
  })
})

describe('somebody who joins a family that must not be written to', () => {
  it('is told by a person', async () => {
    const caseId = await recorder.open('not-written-to', '2025-04-14')
    const contact = await changed(caseId, { name: 'Bo Lee', relationship: 'young-person', by: 'not-at-all' })
    await recorder.change(caseId, '2025-04-15', contact)
    const { tasks } = await recorder.read(caseId)
    expect(tasks).toMatchObject([
      { kind: 'tell-family-safely', about: { message: 'where-your-case-stands_00002' }, state: 'open' },
    ])
  })
})

describe('the end of compulsory school age in the middle of a case', () => {
  const OPENED_ON = '2025-06-02'
  const LEAVING = { daysOfAge: { compulsorySchoolAgeEndsOn: day('2025-06-27') } }
  const YOUNG = { name: 'Bo Lee', relationship: 'young-person', email: 'bo@example.com' } as const
  const kinds = async (caseId: string, today: string) =>
    tasksOf(await recorder.read(caseId), day(today), SETTINGS).map(({ kind, dueOn }) => `${dueOn} ${kind}`)

  const [YOUNG_PERSON, PARENT, NOBODY] = ['says-young-person', 'says-parent', 'says-nobody'] as const

  it('holds what is due to the family, and asks who the party is', async () => {
    for (const name of [YOUNG_PERSON, PARENT, NOBODY]) await recorder.open(name, OPENED_ON, LEAVING)
    expect(await kinds(NOBODY, OPENED_ON)).toEqual(['2025-06-02 say-who-the-party-is', '2025-07-18 reach-young-person'])
    await recorder.goTo('2025-07-03')
    for (const caseId of [YOUNG_PERSON, PARENT, NOBODY]) {
      expect(await sent(caseId)).toEqual([`2025-06-02 rights_00001 ${caseId}@example.com`])
      expect((await recorder.read(caseId)).held).toMatchObject([{ state: 'held', waitsFor: 'party' }])
    }
  })

  it('tells all of it to the young person in one message when it is they', async () => {
    await recorder.change(YOUNG_PERSON, '2025-07-04', await changed(YOUNG_PERSON, YOUNG), 'young-person')
    expect((await sent(YOUNG_PERSON)).slice(1)).toEqual(['2025-07-04 where-your-case-stands_00002 bo@example.com'])
    expect((await recorder.read(YOUNG_PERSON)).held).toMatchObject([
      { state: 'not-needed', reason: 'told-by-another' },
      { state: 'left' },
    ])
    expect(await kinds(YOUNG_PERSON, '2025-07-04')).toEqual([])
  })

  it('tells the parent at once what waited when it is they', async () => {
    await recorder.change(PARENT, '2025-07-04', await changed(PARENT, {}), 'parent')
    expect((await sent(PARENT)).slice(1)).toEqual(['2025-07-04 contact-reminder-day-30_00001 says-parent@example.com'])
  })

  it('tells the date when it is near, whoever it is', async () => {
    await recorder.goTo('2025-07-22', '12:00')
    expect((await sent(NOBODY)).slice(1)).toEqual([
      '2025-07-18 contact-reminder-day-30_00001 says-nobody@example.com',
      '2025-07-22 contact-reminder-day-50_00001 says-nobody@example.com',
    ])
  })
})
