import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { caseDates } from '../../lambdas/cases/case-dates.ts'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import { tasksOf } from '../../lambdas/cases/tasks-of.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { type FactRecorder, factRecorder } from './fact-recorder.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** Real cases, which the council learns of late and out of order, on the whole service. */

let house: ServiceForTests
let recorder: FactRecorder
beforeAll(async () => {
  house = await serviceForTests('2025-07-14', inject('quietAssembly'))
  recorder = await factRecorder(house.service)
  await recorder.open('forgotten', '2025-07-14', refusal('2025-03-03'))
  await recorder.open('held-before', '2025-07-14', refusal('2025-07-14'))
})
afterAll(() => house.close())

const contacted = (on: string): NewFact => ({ type: 'adviser-contacted', details: { contactedOn: day(on) } })
const declined = (on: string): NewFact => ({ type: 'mediation-declined', details: { declinedOn: day(on) } })
const chosen = (on: string): NewFact => ({
  type: 'mediation-chosen',
  details: { councilToldOn: day(on), contactedOn: day(on), healthIssue: 'none' },
})
const certificate = (on: string, contactedOn?: string): NewFact => ({
  type: 'certificate-issued',
  details: { issuedOn: day(on), ...(contactedOn && { contactedOn: day(contactedOn) }) },
})
const appeal = (receivedOn: string, sentToCouncilOn: string): NewFact => ({
  type: 'appeal-registered',
  details: { receivedOn: day(receivedOn), sentToCouncilOn: day(sentToCouncilOn) },
})

/** A refusal to assess, printed and sent on the same day. */
const refusal = (on: string) => ({ decisionKind: 'refusal-to-assess', printedOn: day(on), sentOn: day(on) }) as const

/** What the family was sent of a case: the time and the key of each message. */
async function sent(caseId: string): Promise<string[]> {
  const mails = (await house.client.mailbox()).filter(({ tags }) => tags.case === caseId)
  return mails.map(({ tags, sentAt }) => `${sentAt.slice(0, 16).replace('T', ' ')} ${tags.message}`)
}

/** The text of the message under a key. */
async function textOf(caseId: string, key: string): Promise<string> {
  const mail = (await house.client.mailbox()).find(({ tags }) => tags.case === caseId && tags.message === key)
  return (await house.client.message(mail?.id ?? '')).text
}

async function openTasks(caseId: string, today: string): Promise<string[]> {
  const file = await recorder.read(caseId)
  return tasksOf(file, day(today), SETTINGS).map(({ kind }) => kind)
}

const appealDay = async (caseId: string, today: string) =>
  caseDates((await recorder.read(caseId)).subject, day(today)).appeal.lawDate

describe('learnt after the appeal', { timeout: 120_000 }, () => {
  it('a no and its certificate end the tasks about them, and the family hears that its certificate is known', async () => {
    const caseId = await recorder.open('no-after-appeal', '2025-07-14', refusal('2025-07-14'))
    await recorder.record(caseId, '2025-08-04', appeal('2025-08-01', '2025-08-04'))
    await recorder.record(caseId, '2025-08-06', declined('2025-07-24'))
    await recorder.record(caseId, '2025-08-06', certificate('2025-07-28', '2025-07-24'))
    await recorder.goTo('2025-08-06', '17:05')
    expect((await sent(caseId)).slice(-2)).toEqual([
      '2025-08-04 09:00 appeal-at-tribunal_00002',
      '2025-08-06 16:00 where-your-case-stands_00004',
    ])
    expect(await textOf(caseId, 'where-your-case-stands_00004')).toMatch(/certificate\s+is dated\s+Monday 28 July 2025/)
    expect(await openTasks(caseId, '2025-08-06')).not.toContain('chase-certificate')
  })

  it('a mediation that was held and its certificate are told in one message, which asks for neither again', async () => {
    const caseId = 'held-before'
    await recorder.record(caseId, '2025-08-07', chosen('2025-07-21'))
    await recorder.goTo('2025-08-07', '17:05')
    await recorder.record(caseId, '2025-08-11', appeal('2025-08-08', '2025-08-11'))
    const before = await sent(caseId)
    await recorder.record(caseId, '2025-08-14', {
      type: 'mediation-not-agreed',
      details: { concludedOn: day('2025-07-30') },
    })
    await recorder.record(caseId, '2025-08-14', certificate('2025-08-01'))
    await recorder.goTo('2025-08-14', '17:05')
    const [news, ...others] = (await sent(caseId)).slice(before.length)
    expect([news, others]).toEqual(['2025-08-14 16:00 where-your-case-stands_00005', []])
    const text = await textOf(caseId, 'where-your-case-stands_00005')
    expect(text).toContain('Wednesday 30 July 2025')
    expect(text).toContain('Friday 1 August 2025')
    expect(text).not.toMatch(/[Ss]end your appeal|certificate is due|must give you a certificate|must arrange/)
    expect((await openTasks(caseId, '2025-08-14')).filter((kind) => /certificate|mediation/.test(kind))).toEqual([])
  })

  it('a first contact and a certificate put right that the appeal may count as late, in one message', async () => {
    await recorder.open('contact-late', '2025-09-02', refusal('2025-09-02'))
    const caseId = await recorder.open('in-time', '2025-09-03', refusal('2025-05-20'))
    await recorder.record(caseId, '2025-09-03', appeal('2025-08-12', '2025-08-20'))
    await recorder.goTo('2025-09-03', '17:05')
    expect(await sent(caseId)).toEqual(['2025-09-03 16:00 appeal-at-tribunal_00002'])
    expect(await textOf(caseId, 'appeal-at-tribunal_00002')).toContain('may count as late')
    await recorder.record(caseId, '2025-09-04', certificate('2025-07-15', '2025-07-01'))
    expect(await sent(caseId)).toHaveLength(1)
    await recorder.goTo('2025-09-04', '17:05')
    expect(await sent(caseId)).toEqual([
      '2025-09-03 16:00 appeal-at-tribunal_00002',
      '2025-09-04 16:00 dates-corrected_00003',
    ])
    const text = await textOf(caseId, 'dates-corrected_00003')
    expect(text).toMatch(/We told you that your appeal may count as late\.\s+It does not/)
    expect(text).toMatch(/Monday 1 September 2025/)
    expect(text).not.toMatch(/[Ss]end your appeal/)
    expect(await appealDay(caseId, '2025-09-04')).toBe('2025-09-01')
    expect((await openTasks(caseId, '2025-09-04')).filter((kind) => kind.includes('certificate'))).toEqual([])
  })
})

describe('learnt on one day', { timeout: 120_000 }, () => {
  it('five facts of a case under way are told in one message that is true', async () => {
    const caseId = await recorder.open('five-facts', '2025-10-06', refusal('2025-06-16'))
    for (const fact of [
      chosen('2025-07-07'),
      {
        type: 'meeting-arranged',
        details: { meetingOn: day('2025-07-29'), startsAt: '10:30', format: 'online', arrangedOn: day('2025-07-16') },
      },
      { type: 'mediation-not-agreed', details: { concludedOn: day('2025-07-29') } },
      certificate('2025-07-31'),
      appeal('2025-08-22', '2025-09-02'),
    ] as const) {
      await recorder.record(caseId, '2025-10-06', fact)
    }
    expect(await sent(caseId)).toEqual([])
    await recorder.goTo('2025-10-06', '17:05')
    expect(await sent(caseId)).toEqual(['2025-10-06 16:00 appeal-at-tribunal_00006'])
    const file = await recorder.read(caseId)
    expect(file.held.filter(({ state }) => state === 'held' || state === 'ready' || state === 'leaving')).toEqual([])
  })

  it('an appeal, its response and its withdrawal are told by the withdrawal alone', async () => {
    const caseId = await recorder.open('withdrawn', '2025-11-03', refusal('2025-06-02'))
    await recorder.record(caseId, '2025-11-03', certificate('2025-06-24', '2025-06-20'))
    await recorder.goTo('2025-11-03', '17:05')
    await recorder.record(caseId, '2025-11-04', appeal('2025-07-21', '2025-07-28'))
    await recorder.record(caseId, '2025-11-04', { type: 'response-sent', details: { sentOn: day('2025-09-30') } })
    await recorder.record(caseId, '2025-11-04', {
      type: 'appeal-withdrawn',
      details: { withdrawnOn: day('2025-10-20') },
    })
    await recorder.goTo('2025-11-04', '17:05')
    expect((await sent(caseId)).slice(1)).toEqual(['2025-11-04 17:00 appeal-taken-back_00005'])
  })

  it('the certificate of a case that is opened late is told with the rights that the family has not heard', async () => {
    const caseId = await recorder.open('certificate-at-opening', '2025-11-05', refusal('2025-08-20'))
    await recorder.record(caseId, '2025-11-05', certificate('2025-10-17', '2025-10-15'))
    await recorder.goTo('2025-11-05', '17:05')
    expect(await sent(caseId)).toEqual(['2025-11-05 17:00 where-your-case-stands_00002'])
    const text = await textOf(caseId, 'where-your-case-stands_00002')
    expect(text).toContain('Monday 17 November 2025')
    expect(text).toContain('You have the right to mediation about this decision.')
    expect(text).toContain('If you want mediation, tell us')
    await recorder.goTo('2025-11-06')
    expect(await sent(caseId)).toHaveLength(1)
  })

  it('an agreement and the duty that was done since are told together', async () => {
    const caseId = await recorder.open('agreed-and-done', '2025-11-10', refusal('2025-09-15'))
    await recorder.goTo('2025-11-10', '17:05')
    await recorder.record(caseId, '2025-11-11', chosen('2025-09-29'))
    await recorder.record(caseId, '2025-11-11', {
      type: 'mediation-agreed',
      details: { concludedOn: day('2025-10-15'), duties: ['assess'] },
    })
    await recorder.record(caseId, '2025-11-11', certificate('2025-10-17'))
    await recorder.record(caseId, '2025-11-11', {
      type: 'duty-done',
      details: { of: '00003' as never, rule: 'D14', doneOn: day('2025-10-28') },
    })
    await recorder.goTo('2025-11-11', '17:05')
    expect((await sent(caseId)).slice(1)).toEqual(['2025-11-11 17:00 where-your-case-stands_00005'])
  })
})

describe('learnt after the case was closed', { timeout: 120_000 }, () => {
  it('a certificate and an appeal open it again, and tell nobody to send an appeal', async () => {
    const caseId = 'forgotten'
    await recorder.goTo('2025-11-12')
    const closed = await recorder.read(caseId)
    expect(closed.record).toMatchObject({ status: 'closed', outcome: 'ended-without-news' })
    const before = await sent(caseId)
    await recorder.record(caseId, '2025-11-12', certificate('2025-04-25', '2025-04-22'))
    await recorder.record(caseId, '2025-11-12', appeal('2025-05-22', '2025-05-29'))
    await recorder.goTo('2025-11-12', '17:05')
    expect((await sent(caseId)).slice(before.length)).toEqual(['2025-11-12 17:00 appeal-at-tribunal_00003'])
    expect((await recorder.read(caseId)).record.status).toBe('open')
  })
})

describe('learnt after the day to speak to the adviser', { timeout: 120_000 }, () => {
  it('a first contact that was in time lets the family choose, and counts from then', async () => {
    const caseId = 'contact-late'
    await recorder.record(caseId, '2025-11-13', contacted('2025-10-27'))
    await recorder.record(caseId, '2025-11-13', certificate('2025-10-31'))
    await recorder.goTo('2025-11-13', '17:05')
    expect((await sent(caseId)).slice(-1)).toEqual(['2025-11-13 17:00 last-day-to-appeal_00003'])
    expect(await appealDay(caseId, '2025-11-13')).toBe('2025-12-01')
  })
})

describe('learnt late when a last day is near', { timeout: 120_000 }, () => {
  it('a certificate is told at once, in one message', async () => {
    const caseId = await recorder.open('day-too-near', '2025-11-14', refusal('2025-09-22'))
    await recorder.goTo('2025-12-04')
    const before = await sent(caseId)
    await recorder.record(caseId, '2025-12-04', certificate('2025-11-07', '2025-11-05'))
    await recorder.goTo('2025-12-04', '17:05')
    expect((await sent(caseId)).slice(before.length)).toEqual(['2025-12-04 10:00 last-day-to-appeal_00002'])
    expect((await recorder.read(caseId)).record).toMatchObject({ nextKind: 'family-appeals', nextDate: '2025-12-05' })
  })
})

describe('corrected while its message waits', { timeout: 120_000 }, () => {
  it('is told once as it is right, and calls late what is late then', async () => {
    const caseId = await recorder.open('corrected-meanwhile', '2025-12-05', refusal('2025-12-05'))
    await recorder.record(caseId, '2025-12-16', declined('2025-12-08'))
    const right = { declinedOn: day('2025-12-12') }
    await recorder.goTo('2025-12-16', '11:00')
    await recorder.record(caseId, '2025-12-16', {
      type: 'fact-corrected',
      details: { corrects: '00002' as never, details: right },
    })
    await recorder.goTo('2025-12-16', '17:05')
    expect((await sent(caseId)).slice(1)).toEqual(['2025-12-16 17:00 certificate-due_00002'])
    expect(await textOf(caseId, 'certificate-due_00002')).toContain('Wednesday 17 December 2025')
    await recorder.goTo('2025-12-18')
    expect((await sent(caseId)).slice(2)).toEqual(['2025-12-18 09:00 certificate-overdue_00002'])
  })
})

describe('told as late, and learnt to have been in time', { timeout: 120_000 }, () => {
  it('a response to the Tribunal is put right in the message about it', async () => {
    const caseId = await recorder.open('response-in-time', '2026-01-05', refusal('2025-12-01'))
    await recorder.record(caseId, '2026-01-05', certificate('2026-01-02', '2025-12-12'))
    await recorder.record(caseId, '2026-01-08', {
      type: 'appeal-registered',
      details: { receivedOn: day('2026-01-07'), sentToCouncilOn: day('2026-01-08'), responseDueOn: day('2026-01-21') },
    })
    await recorder.goTo('2026-01-22')
    expect((await sent(caseId)).at(-1)).toBe('2026-01-22 09:00 response-overdue_00003')
    await recorder.record(caseId, '2026-01-26', { type: 'response-sent', details: { sentOn: day('2026-01-20') } })
    await recorder.goTo('2026-01-26', '17:05')
    expect((await sent(caseId)).at(-1)).toBe('2026-01-26 17:00 council-has-responded_00004')
    expect(await textOf(caseId, 'council-has-responded_00004')).toMatch(
      /had to send it by 5pm on\s+Wednesday 21 January 2026\.\s+Before, our records showed it as late\.\s+It was not\./,
    )
  })

  it('a duty is put right that is recorded soon after its day', async () => {
    const caseId = await recorder.open('duty-in-time-soon', '2026-01-26', refusal('2026-01-12'))
    await recorder.record(caseId, '2026-01-26', chosen('2026-01-23'))
    await recorder.record(caseId, '2026-01-27', {
      type: 'mediation-agreed',
      details: { concludedOn: day('2026-01-27'), duties: ['assess'] },
    })
    await recorder.goTo('2026-02-11')
    expect((await sent(caseId)).at(-1)).toBe('2026-02-11 09:00 duty-overdue_00003-D14')
    await recorder.record(caseId, '2026-02-11', {
      type: 'duty-done',
      details: { of: '00003' as never, rule: 'D14', doneOn: day('2026-02-10') },
    })
    await recorder.goTo('2026-02-11', '17:05')
    expect((await sent(caseId)).at(-1)).toBe('2026-02-11 17:00 dates-corrected_00004')
  })

  it('a duty is put right though another is open', async () => {
    const caseId = await recorder.open('duty-in-time', '2026-02-12', refusal('2026-01-12'))
    await recorder.record(caseId, '2026-02-12', chosen('2026-02-11'))
    await recorder.record(caseId, '2026-02-12', {
      type: 'mediation-agreed',
      details: { concludedOn: day('2026-02-12'), duties: ['assess'] },
    })
    await recorder.goTo('2026-02-27')
    expect((await sent(caseId)).at(-1)).toBe('2026-02-27 09:00 duty-overdue_00003-D14')
    await recorder.record(caseId, '2026-03-03', {
      type: 'duty-done',
      details: { of: '00003' as never, rule: 'D14', doneOn: day('2026-02-24') },
    })
    await recorder.goTo('2026-03-03', '17:05')
    expect((await sent(caseId)).at(-1)).toBe('2026-03-03 17:00 dates-corrected_00004')
    expect(await textOf(caseId, 'dates-corrected_00004')).toMatch(
      /last day to do it was\s+Thursday 26 February 2026\.\s+Before, our records showed it as late\.\s+It was not\./,
    )
  })
})

describe('a wrong fact that is removed, and the right one of the same day', { timeout: 120_000 }, () => {
  it('are told in one message', async () => {
    const caseId = await recorder.open('removed-and-right', '2026-03-09', refusal('2026-03-09'))
    await recorder.record(caseId, '2026-03-12', declined('2026-03-11'))
    const before = await sent(caseId)
    await recorder.record(caseId, '2026-03-13', { type: 'fact-removed', details: { removes: '00002' as never } })
    await recorder.record(caseId, '2026-03-13', chosen('2026-03-12'))
    expect(await sent(caseId)).toEqual(before)
    await recorder.goTo('2026-03-13', '17:05')
    expect((await sent(caseId)).slice(before.length)).toEqual(['2026-03-13 17:00 where-your-case-stands_00004'])
    const text = await textOf(caseId, 'where-your-case-stands_00004')
    expect(text).toContain('We had recorded this. It did not happen:')
    expect(text).toMatch(/We were told on\s+Thursday 12 March 2026\s+that you want\s+mediation/)
  })
})
