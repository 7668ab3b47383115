import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCertificate } from '../../../bin/erase-again/read-certificate.ts'
import type { CouncilRetention } from '../../../lambdas/cases/council.ts'
import { keepOutcome } from '../../../lambdas/cases/store/outcome-store.ts'
import { loadWhoMayOpen, restrictCase } from '../../../lambdas/cases/store/restriction-store.ts'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { countCase } from '../../../lambdas/reports/cells.ts'
import { certifiedCases } from '../../../lambdas/retention/erase-again.ts'
import { INTERRUPTED, keepForm, keptFormsOf } from '../../../lambdas/staff/sign-in/kept-forms.ts'
import { closedCase, rowsAbout } from '../../retention/retention-for-tests.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'
import { NOW, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

const manager = (id: string): Actor => ({ kind: 'council-staff', id, roles: ['manager'] })
const ONE = manager('manager-1')
const OTHER = manager('manager-2')

let who = ONE
let service: ServiceForTests
beforeEach(async () => {
  who = ONE
  service = await serviceWith({})
})
afterEach(() => service.close())

function serviceWith(policy: Partial<CouncilRetention>) {
  return serviceForTests({
    whoActs: () => ({ is: 'signed-in', actor: who, session: 'a session', name: 'Mary Manager' }),
    council: { ...COUNCIL, retention: { ...COUNCIL.retention, ...policy } },
  })
}

/** A service with another policy, in the place of the usual one. */
async function otherwise(policy: Partial<CouncilRetention>) {
  await service.close()
  service = await serviceWith(policy)
}

interface DueView {
  readonly submissionId: string
  readonly due: readonly { readonly caseId: string }[]
  readonly onHold: readonly { readonly caseId: string }[]
}
interface ListView {
  readonly state: string
  readonly mayConfirm: boolean
  readonly wasAlone: boolean
  readonly left: number
  readonly cases: readonly { readonly caseId: string; readonly result: string; readonly rows: string }[]
}

const dueNow = async () => (await service.json<DueView>('/retention')).due.map(({ caseId }) => caseId)

/** Lists these cases. @returns the address of the list */
async function propose(...caseIds: readonly string[]): Promise<string> {
  const { submissionId } = await service.json<DueView>('/retention')
  const ticked = Object.fromEntries(caseIds.map((caseId) => [`case:${caseId}`, 'yes']))
  const { status, location, html } = await service.post('/retention/lists', { submissionId, ...ticked })
  expect(status, html).toBe(303)
  return location ?? ''
}

const listAt = (address: string) => service.json<ListView>(address)

describe('what is due', () => {
  it('is listed from the day after its time, and not before', async () => {
    const caseId = await closedCase(service)
    service.goTo('2027-03-10')
    expect(await dueNow()).toEqual([])
    service.goTo('2027-03-11')
    expect(await dueNow()).toEqual([caseId])
    const { html } = await service.ask('/retention')
    expect(html).toContain('Thursday 11 March 2027, after the closing')
    expect(html).not.toContain('Marked')
  })

  it('leaves out open cases, and what is held, and says that it is', async () => {
    const held = await closedCase(service)
    await service.open()
    await service.post(`/cases/${held}/hold`, { was: 'not-held', reason: 'The Ombudsman looks at it' })
    service.goTo('2040-01-01')
    const view = await service.json<DueView>('/retention')
    expect([view.due, view.onHold.map(({ caseId }) => caseId)]).toEqual([[], [held]])
    const page = await service.ask(`/cases/${held}`)
    expect(page.html).toContain('Legal hold. This case is not erased.')
    expect(page.html).toContain('The Ombudsman looks at it')
    await service.post(`/cases/${held}/hold`, { was: 'held', reason: 'The inquiry is over' })
    expect(await dueNow()).toEqual([held])
    expect((await service.audited()).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['case-held', 'hold-lifted']),
    )
  })

  it('asks for a reason of a hold', async () => {
    const caseId = await service.open()
    const { status, html } = await service.post(`/cases/${caseId}/hold`, { was: 'not-held', reason: ' ' })
    expect(status).toBe(422)
    expect(html).toContain('Enter the reason')
  })

  it('lists nothing that is not ticked or not due', async () => {
    const caseId = await closedCase(service)
    const { submissionId } = await service.json<DueView>('/retention')
    const notDue = await service.post('/retention/lists', { submissionId, [`case:${caseId}`]: 'yes' })
    expect([notDue.status, notDue.html.includes('Tick the cases to erase')]).toEqual([422, true])
  })
})

describe('two people', () => {
  it('erase together: what the first lists the second confirms, and the certificate tells it', async () => {
    const [first, second] = [await closedCase(service), await closedCase(service)]
    service.goTo('2027-03-11')
    const list = await propose(first, second)
    expect((await service.post(`${list}/confirm`, {})).html).toContain('Another person has to confirm it.')
    expect((await rowsAbout(service, first)).length).toBeGreaterThan(10)

    who = OTHER
    expect((await listAt(list)).mayConfirm).toBe(true)
    expect((await service.post(`${list}/confirm`, {})).location).toBe(list)
    expect(await listAt(list)).toMatchObject({ state: 'carried-out', left: 0, wasAlone: false })
    for (const caseId of [first, second]) {
      const rows = await rowsAbout(service, caseId)
      expect(rows.map(({ type }) => type).sort()).toEqual(['erased-case', 'retention-list'])
      expect((await service.ask(`/cases/${caseId}`)).status).toBe(404)
    }
    const { html } = await service.ask(list)
    expect(html).toContain('Certificate of destruction')
    // 35 days after 11 March 2027.
    expect(html).toContain('Thursday 15 April 2027')
    const csv = await service.ask(`${list}/certificate.csv`)
    const lines = parse(csv.html, { bom: true, columns: true }) as Record<string, string>[]
    expect(lines).toHaveLength(2)
    const certified = [first, second].map((caseId) => ({ caseId, listId: list.split('/').at(-1) }))
    expect(await certifiedCases(service.tables)).toEqual(expect.arrayContaining(certified))
    expect(readCertificate(csv.html, 'x.csv')).toEqual(expect.arrayContaining(certified))
    expect(lines[0]).toMatchObject({
      case: first,
      result: 'erased',
      outcome: 'closed-as-error',
      'years after closing': '1',
      'until age': 'none',
      'proposed by': 'manager-1',
      'confirmed by': 'manager-2',
      'one person alone': 'no',
      'rows erased': expect.stringContaining('contact: 1'),
    })
    expect(await service.everything()).not.toContain('Marked')
    const entries = (await service.audited()).filter(({ chain }) => chain === `case:${first}`)
    expect(entries.at(-1)).toMatchObject({ what: 'case-erased', who: 'manager-2' })
    expect(entries[0]).toMatchObject({ what: 'case-opened' })
  })

  it('leave the reports as they were', async () => {
    const caseId = await closedCase(service)
    const report = '/outcomes?from=2026-01&to=2026-03'
    await keepOutcome(service.tables, caseId, countCase(COUNCIL), NOW)
    const before = await service.json<{ tables: { cases: { rows: { all: object } } } }>(report)
    expect(before.tables.cases.rows.all).toMatchObject({ all: 1 })
    service.goTo('2027-03-11')
    const list = await propose(caseId)
    who = OTHER
    await service.post(`${list}/confirm`, {})
    // What staff recorded of the family is gone, so that the case is not counted by it any more.
    expect(await keepOutcome(service.tables, caseId, countCase(COUNCIL), NOW)).toBe('changed')
    expect(await keepOutcome(service.tables, caseId, countCase(COUNCIL), NOW)).toBe('as-it-was')
    expect(await service.everything()).not.toMatch(/"reach-[a-z-]+\/[^"]+":1/)
    expect(await service.json<object>(report)).toEqual(before)
    expect((await service.ask('/cases?status=closed')).html).not.toContain(caseId)
    const found = await service.post('/search', { words: caseId })
    expect([found.status, found.html.includes(`href="/cases/${caseId}"`)]).toEqual([200, false])
    expect((await service.ask(`/cases/${caseId}/restriction`)).status).toBe(404)
  })

  it('leave out what was held or changed in between, and say so', async () => {
    const [held, changed, erased] = [await closedCase(service), await closedCase(service), await closedCase(service)]
    service.goTo('2027-03-11')
    const list = await propose(held, changed, erased)
    await service.post(`/cases/${held}/hold`, { was: 'not-held', reason: 'A court asks for it' })
    await service.record(changed, 'note-added', { note: 'The family rang.' })
    who = OTHER
    await service.post(`${list}/confirm`, {})
    const { cases } = await listAt(list)
    expect(Object.fromEntries(cases.map(({ caseId, result }) => [caseId, result]))).toEqual({
      [held]: 'Left out: there is a legal hold on it',
      [changed]: 'Left out: something was recorded on it since it was listed',
      [erased]: 'Erased',
    })
    expect((await service.ask(`/cases/${held}`)).status).toBe(200)
  })

  it('leave out what is restricted to others, which is listed for nobody else either', async () => {
    const [mine, theirs] = [await closedCase(service), await closedCase(service)]
    for (const [caseId, to] of [
      [mine, 'manager-1'],
      [theirs, 'officer-1'],
    ] as const) {
      const seen = await loadWhoMayOpen(service.tables, caseId)
      if (!seen) throw new Error('There is no such case.')
      await restrictCase(service.tables, seen, { to: [to], why: 'safeguarding', changedBy: 'manager-1' }, new Date())
    }
    service.goTo('2027-03-11')
    expect(await dueNow()).toEqual([mine])
    const list = await propose(mine)
    who = OTHER
    await service.post(`${list}/confirm`, {})
    expect((await listAt(list)).cases).toMatchObject([{ result: expect.stringContaining('it is restricted') }])
    expect((await rowsAbout(service, mine)).length).toBeGreaterThan(10)
  })

  it('go on in steps until all is done', async () => {
    const caseIds: string[] = []
    for (let number = 0; number < 12; number += 1) caseIds.push(await closedCase(service))
    service.goTo('2027-03-11')
    const list = await propose(...caseIds)
    who = OTHER
    await service.post(`${list}/confirm`, {})
    expect(await listAt(list)).toMatchObject({ state: 'confirmed', left: 2 })
    expect((await service.ask('/retention')).html).toContain('Confirmed, and not finished')
    expect((await service.ask(`${list}/certificate.csv`)).status).toBe(409)
    await service.post(`${list}/go-on`, {})
    expect(await listAt(list)).toMatchObject({ state: 'carried-out', left: 0 })
    const stored = await service.everything()
    await service.post(`${list}/go-on`, {})
    await service.post(`${list}/confirm`, {})
    expect(await service.everything()).toBe(stored)
  })

  it('can be one and the same where the council has one manager, a week later, and the certificate says so', async () => {
    await otherwise({ managers: 'one' })
    const caseId = await closedCase(service)
    service.goTo('2027-03-11')
    const list = await propose(caseId)
    service.goTo('2027-03-17')
    expect((await service.post(`${list}/confirm`, {})).html).toContain('You can confirm it 7 days after that')
    service.goTo('2027-03-18')
    expect((await service.post(`${list}/confirm`, {})).status).toBe(303)
    expect(await listAt(list)).toMatchObject({ state: 'carried-out', wasAlone: true })
    expect((await service.ask(list)).html).toContain('One person alone proposed and confirmed this list')
  })

  it('are not needed for a list that was withdrawn: it erases nothing', async () => {
    const caseId = await closedCase(service)
    service.goTo('2027-03-11')
    const list = await propose(caseId)
    await service.post(`${list}/withdraw`, {})
    who = OTHER
    await service.post(`${list}/confirm`, {})
    await service.post(`${list}/go-on`, {})
    expect((await listAt(list)).state).toBe('withdrawn')
    expect((await service.ask(`/cases/${caseId}`)).status).toBe(200)
  })

  it('erase nothing while the times are an example', async () => {
    await otherwise({ confirmed: 'example-to-confirm' })
    const caseId = await closedCase(service)
    service.goTo('2027-03-11')
    const list = await propose(caseId)
    who = OTHER
    const { status, html } = await service.post(`${list}/confirm`, {})
    expect([status, html.includes('The times in the council’s file are an example.')]).toEqual([409, true])
    expect((await service.ask(`/cases/${caseId}`)).status).toBe(200)
  })

  it('list the same cases once when the form is sent twice', async () => {
    const caseId = await closedCase(service)
    service.goTo('2027-03-11')
    const { submissionId } = await service.json<DueView>('/retention')
    const form = { submissionId, [`case:${caseId}`]: 'yes' }
    const first = await service.post('/retention/lists', form)
    expect((await service.post('/retention/lists', form)).location).toBe(first.location)
    // It is on a list, so it is not offered for another.
    expect(await dueNow()).toEqual([])
    expect((await service.json<{ lists: unknown[] }>('/retention')).lists).toHaveLength(1)
  })
})

it('forgets what was typed about an erased case when a session ran out, and nothing else', async () => {
  const [caseId, other] = [await closedCase(service), await closedCase(service)]
  const form = {
    about: 'What happened on a case',
    typed: { note: 'Marked' },
    keptAt: Date.parse('2027-03-11T10:50:00Z'),
    changes: 0,
  }
  for (const one of [caseId, other]) {
    await keepForm(service.tables, INTERRUPTED, 'officer-1', {
      formId: one,
      path: `/cases/${one}/record/note-added`,
      ...form,
    })
  }
  service.goTo('2027-03-11')
  const list = await propose(caseId)
  who = OTHER
  await service.post(`${list}/confirm`, {})
  const kept = await keptFormsOf(service.tables, INTERRUPTED, 'officer-1', form.keptAt + 1000)
  expect(kept.map(({ formId }) => formId)).toEqual([other])
})

it('says that there is no such list for one that is not there', async () => {
  for (const path of [
    '/retention/lists/nothing',
    '/retention/lists/nothing/certificate.csv',
    '/retention?from=nothing',
  ]) {
    expect((await service.ask(path)).status, path).toBe(404)
  }
})
