import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FactType } from '../../../lambdas/cases/fact.ts'
import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { giveTask } from '../../../lambdas/cases/store/task-store.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { whyNotPrinted } from '../../../lambdas/messages/letter/why-not-printed.ts'
import type { CaseView } from '../../../lambdas/staff/cases/case-view.ts'
import { dateInputs } from '../../web/date-inputs.ts'
import {
  FIRST_AWAITED,
  NOTHING_FURTHER,
  NOW,
  OPENING,
  type ServiceForTests,
  serviceForTests,
  signedInAs,
} from '../service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

const waitingCase = async () => {
  const caseId = await service.open()
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-04-10' })
  return caseId
}
const view = (caseId: string) => service.json<CaseView>(`/cases/${caseId}`)

describe('opening a case', () => {
  it('takes nothing for granted while it is not known what the family disagrees with', async () => {
    const caseId = await service.open({ 'sections-B': '', 'sections-F': '', 'sections-not-known': 'yes' })
    const { facts } = (await requireCaseFile(service.tables, caseId)).subject
    expect(facts[0]?.details).toMatchObject({ decisionKind: 'plan-contents', placementOnly: false })
    expect(facts[0]?.details).not.toHaveProperty('sections')
  })

  it('goes to the case and says what was recorded, also when the page is loaded again', async () => {
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const { status, location } = await service.send('/cases', { ...OPENING, submissionId })
    expect(status).toBe(303)
    expect(location).toMatch(/^\/cases\/[0-9A-Z]{4}-[0-9A-Z]{4}\?recorded=00001$/)
    for (let load = 0; load < 2; load += 1) {
      const { html } = await service.ask(location ?? '')
      expect(html).toContain('Recorded on this case: The case was opened.')
      expect(html).toContain('Robin Taylor')
    }
  })

  it('opens one case when the same form is sent twice, also in the same moment', async () => {
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const send = () => service.send('/cases', { ...OPENING, submissionId })
    const [one, other] = await Promise.all([send(), send()])
    const again = await send()
    expect([one.status, other.status, again.status]).toEqual([303, 303, 303])
    expect(new Set([one.location, other.location, again.location]).size).toBe(1)
  })

  it('says that the service is at work while nothing is awaited yet, and awaits nothing but what may always come', async () => {
    const caseId = await service.open()
    const { journeyIsWorking, expected } = await view(caseId)
    expect(journeyIsWorking).toBe(true)
    expect(expected).toEqual([
      'mediation-chosen',
      'appeal-registered',
      'disagreement-resolution-asked',
      'complaint-made',
      'case-withdrawn',
      'contact-details-changed',
      'note-added',
    ])
    expect((await service.ask(`/cases/${caseId}`)).html).toContain('Look again')
  })

  it('chooses another reference when one is taken', async () => {
    let calls = 0
    const clumsy = await serviceForTests({
      whyNotPrinted,
      newCaseId: () => {
        calls += 1
        return calls < 3 ? '2222-2222' : '3333-3333'
      },
    })
    expect([await clumsy.open(), await clumsy.open()]).toEqual(['2222-2222', '3333-3333'])
    await clumsy.close()
  })
})

describe('recording a fact', () => {
  it('stores it and shows it with its dates', async () => {
    const caseId = await waitingCase()
    const form = {
      ...(await service.hidden(caseId, 'mediation-declined')),
      ...dateInputs('declinedOn', '2026-03-09'),
      ...dateInputs('contactedOn', '2026-03-09'),
    }
    const { status, location } = await service.send(`/cases/${caseId}/record/mediation-declined`, form)
    expect([status, location]).toEqual([303, `/cases/${caseId}?recorded=00002`])
    const after = await view(caseId)
    expect(after.facts.at(-1)).toMatchObject({ type: 'mediation-declined', details: { declinedOn: '2026-03-09' } })
    expect(after.dates.find(({ kind }) => kind === 'certificate')).toMatchObject({ lawDate: '2026-03-12' })
    expect(after.journeyIsWorking).toBe(true)
  })

  it('records the same form once, and answers the second time as the first', async () => {
    const caseId = await waitingCase()
    const form = { ...(await service.hidden(caseId, 'adviser-contacted')), ...dateInputs('contactedOn', '2026-03-09') }
    const send = () => service.send(`/cases/${caseId}/record/adviser-contacted`, form)
    const both = await Promise.all([send(), send()])
    const third = await send()
    for (const { status, location } of [...both, third]) {
      expect([status, location]).toEqual([303, `/cases/${caseId}?recorded=00002`])
    }
    expect((await view(caseId)).version).toBe(2)
  })

  it('lets one of two people succeed and tells the other what changed, with what was typed kept', async () => {
    const caseId = await waitingCase()
    const declined = {
      ...(await service.hidden(caseId, 'mediation-declined')),
      ...dateInputs('declinedOn', '2026-03-09'),
      ...dateInputs('contactedOn', '2026-03-09'),
    }
    const note = { ...(await service.hidden(caseId, 'note-added')), note: 'Rang the <adviser>' }
    const [one, other] = await Promise.all([
      service.send(`/cases/${caseId}/record/mediation-declined`, declined),
      service.send(`/cases/${caseId}/record/note-added`, note),
    ])
    expect([one.status, other.status].sort()).toEqual([303, 409])
    const refused = one.status === 409 ? one : other
    expect(refused.html).toContain('has changed since you')
    expect(refused.html).toContain(one.status === 409 ? 'A note was added.' : 'The family does not want mediation.')
    expect(refused.html).toContain('Recorded on Tuesday 10 March 2026 at 11am.')
    expect(refused.html).toContain(one.status === 409 ? 'value="09"' : 'Rang the &lt;adviser&gt;')
    expect((await view(caseId)).version).toBe(2)
  })

  it('refuses a form from before another fact even when its own fact is still awaited, and takes it when it is sent again', async () => {
    const caseId = await waitingCase()
    const old = {
      ...(await service.hidden(caseId, 'mediation-chosen')),
      ...dateInputs('councilToldOn', '2026-03-06'),
      healthIssue: 'none',
    }
    await service.send(`/cases/${caseId}/record/note-added`, {
      ...(await service.hidden(caseId, 'note-added')),
      note: 'Hello',
    })
    const refused = await service.send(`/cases/${caseId}/record/mediation-chosen`, old)
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('name="version" value="2"')
    expect((await view(caseId)).version).toBe(2)
    const again = await service.send(`/cases/${caseId}/record/mediation-chosen`, { ...old, version: '2' })
    expect(again.location).toBe(`/cases/${caseId}?recorded=00003`)
  })

  it('gives back what was typed when the fact cannot be recorded any more', async () => {
    const caseId = await waitingCase()
    const old = { ...(await service.hidden(caseId, 'adviser-contacted')), ...dateInputs('contactedOn', '2026-03-06') }
    await service.record(caseId, 'case-withdrawn', { withdrawnOn: '2026-03-09', reason: 'opened-in-error' })
    const refused = await service.send(`/cases/${caseId}/record/adviser-contacted`, old)
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('cannot be recorded any more: the case was opened in error')
    expect(refused.html).toContain('06 03 2026')
  })

  it('records although the journey parked its wait anew in the same moment', async () => {
    const caseId = await waitingCase()
    const form = {
      ...(await service.hidden(caseId, 'mediation-declined')),
      ...dateInputs('declinedOn', '2026-03-09'),
      ...dateInputs('contactedOn', '2026-03-09'),
    }
    const { client } = service.tables
    let parked = false
    const interrupted: typeof client.send = async (command: never) => {
      const isRecording = 'TransactItems' in ((command as { input: object }).input ?? {})
      if (isRecording && !parked) {
        parked = true
        await service.park(caseId, 'adviser-contact', FIRST_AWAITED, {
          kind: 'family-speaks-to-adviser',
          date: '2026-04-10',
        })
      }
      return client.send(command)
    }
    const overtaken = await serviceForTests({
      tables: { ...service.tables, client: Object.create(client, { send: { value: interrupted } }) },
      sessions: service.tables,
    })
    const { location } = await overtaken.send(`/cases/${caseId}/record/mediation-declined`, form)
    expect(parked).toBe(true)
    expect(location).toBe(`/cases/${caseId}?recorded=00002`)
    await overtaken.close()
  })

  it('offers nothing to somebody whose roles allow nothing, and records nothing that they send', async () => {
    const caseId = await waitingCase()
    const form = { ...(await service.hidden(caseId, 'adviser-contacted')), ...dateInputs('contactedOn', '2026-03-09') }
    const reader = await serviceForTests({
      tables: service.tables,
      sessions: service.tables,
      whoActs: signedInAs({ kind: 'council-staff', id: 'reader', roles: ['auditor'] }),
    })
    await reader.post(`/cases/${caseId}/reason`, { why: 'spot-check' })
    expect(await reader.json<CaseView>(`/cases/${caseId}`)).toMatchObject({ caseId, recordable: [], actions: [] })
    for (const [address, sent] of [
      [`/cases/${caseId}/record/adviser-contacted`, form],
      [`/cases/${caseId}/tasks/nothing/done`, {}],
    ] as const) {
      const { status, html } = await reader.send(address, sent)
      expect([address, status]).toEqual([address, 403])
      expect(html).toContain('You cannot use this page')
    }
    expect((await view(caseId)).version).toBe(1)
    await reader.close()
  })

  it('asks when the family first spoke to the adviser only where the case does not know it', async () => {
    const fields = async (caseId: string) =>
      (await service.json<{ fields: { name: string }[] }>(`/cases/${caseId}/record/certificate-issued`)).fields.map(
        ({ name }) => name,
      )
    const caseId = await waitingCase()
    expect(await fields(caseId)).toEqual(['issuedOn', 'contactedOn', 'informationGiven'])
    await service.send(`/cases/${caseId}/record/adviser-contacted`, {
      ...(await service.hidden(caseId, 'adviser-contacted')),
      ...dateInputs('contactedOn', '2026-03-06'),
    })
    await service.park(caseId, 'choice', ['certificate-issued'], { kind: 'family-chooses', date: '2026-04-10' })
    expect(await fields(caseId)).toEqual(['issuedOn', 'informationGiven'])
  })

  it('keeps the place of a meeting and the words of a note out of the cases table', async () => {
    const caseId = await waitingCase()
    await service.record(caseId, 'mediation-chosen', { councilToldOn: '2026-03-06', healthIssue: 'none' })
    await service.park(
      caseId,
      'meeting-date',
      ['meeting-arranged'],
      { kind: 'mediation-is-held', date: '2026-04-10' },
      '00002',
    )
    await service.send(`/cases/${caseId}/record/meeting-arranged`, {
      ...(await service.hidden(caseId, 'meeting-arranged')),
      ...dateInputs('meetingOn', '2026-03-24'),
      startsAt: '2.30 pm',
      format: 'in-person',
      place: 'The Marked House, 1 High Street',
    })
    const { html } = await service.ask(`/cases/${caseId}/timeline`)
    expect(html).toContain('Tuesday 24 March 2026 at 2:30pm, in person.')
    expect(html).toContain('Where: The Marked House, 1 High Street')
    const [cases, contacts] = JSON.parse(await service.everything()) as unknown[]
    expect(JSON.stringify(cases)).not.toContain('Marked House')
    expect(JSON.stringify(contacts)).toContain('Marked House')
  })

  it('changes the contact details from what they were', async () => {
    const caseId = await waitingCase()
    expect((await service.ask(`/cases/${caseId}/record/contact-details-changed`)).html).toContain(
      'value="sam.taylor@example.com"',
    )
    const { name, relationship, childName } = OPENING
    await service.send(`/cases/${caseId}/record/contact-details-changed`, {
      ...(await service.hidden(caseId, 'contact-details-changed')),
      ...NOTHING_FURTHER,
      name,
      relationship,
      childName,
      by: 'email',
      email: 'new@example.com',
      postalAddress: '',
      phone: '',
    })
    expect((await view(caseId)).contact).toEqual({
      name,
      relationship,
      childName,
      by: 'email',
      email: 'new@example.com',
    })
  })
})

describe('a fact that is on record for the same day', () => {
  const send = async (caseId: string, type: FactType, typed: Record<string, string>) =>
    service.send(`/cases/${caseId}/record/${type}`, { ...(await service.hidden(caseId, type)), ...typed })
  const facts = async (caseId: string) => (await requireCaseFile(service.tables, caseId)).subject.recorded

  it('is asked about: another one comes after it, and a correction leads to its form', async () => {
    const caseId = await waitingCase()
    const complaint = {
      about: 'council',
      ...dateInputs('madeOn', '2026-03-04'),
      ...dateInputs('awareOn', '2026-03-02'),
    }
    await send(caseId, 'complaint-made', complaint)
    const { status, html } = await send(caseId, 'complaint-made', complaint)
    expect(status).toBe(422)
    expect(html).toContain(
      '“The family made a complaint” is recorded already, for Wednesday 4 March 2026. Select whether this is another one, or a correction of that one',
    )
    expect(html).toContain('href="#another"')
    expect(html).toContain('id="another"')
    const correction = await send(caseId, 'complaint-made', { ...complaint, another: 'correction' })
    expect([correction.status, correction.location]).toEqual([303, `/cases/${caseId}/correct/00002`])
    expect(await facts(caseId)).toHaveLength(2)
    // The answer is kept where something else is wrong.
    const wrong = await send(caseId, 'complaint-made', { ...complaint, about: '', another: 'another' })
    expect(wrong.html).toMatch(/id="another"[^>]* checked/)
    expect((await send(caseId, 'complaint-made', { ...complaint, another: 'another' })).status).toBe(303)
    expect((await facts(caseId)).at(-1)).toMatchObject({ type: 'complaint-made', follows: '00002' })
  })

  it('is recorded already where there is only one, and leads to its correction', async () => {
    const caseId = await waitingCase()
    await service.record(caseId, 'appeal-registered', { receivedOn: '2026-03-03' })
    await service.park(
      caseId,
      'council-response',
      ['response-sent'],
      { kind: 'council-responds', date: '2026-04-10' },
      '00002',
    )
    await service.record(caseId, 'response-sent', { sentOn: '2026-03-09' })
    await service.park(
      caseId,
      'council-response',
      ['response-sent'],
      { kind: 'council-responds', date: '2026-04-10' },
      '00002',
    )
    for (const another of ['', 'another']) {
      const { status, html } = await send(caseId, 'response-sent', { ...dateInputs('sentOn', '2026-03-09'), another })
      expect(status).toBe(422)
      expect(html).toContain(
        `href="/cases/${caseId}/correct/00003">“The council sent its response to the Tribunal” is recorded already, for Monday 9 March 2026. There is only one. If it is wrong, correct it`,
      )
    }
    expect(await facts(caseId)).toHaveLength(3)
  })
})

describe('tasks', () => {
  /** The family declined on Tuesday 3 March 2026: the certificate is due by Friday 6 March. */
  const declinedCase = async () => {
    const caseId = await service.open({
      ...dateInputs('printedOn', '2026-02-24'),
      ...dateInputs('sentOn', '2026-02-24'),
    })
    await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'keep-open', date: '2026-04-24' })
    await service.send(`/cases/${caseId}/record/mediation-declined`, {
      ...(await service.hidden(caseId, 'mediation-declined')),
      ...dateInputs('declinedOn', '2026-03-03'),
      ...dateInputs('contactedOn', '2026-03-03'),
    })
    return caseId
  }

  it('are done once, and then leave the list and stay on the timeline', async () => {
    const caseId = await declinedCase()
    const due = {
      kind: 'chase-certificate',
      about: sequenceOf(2),
      dueOn: parseCalendarDate('2026-03-07'),
    } as const
    await giveTask(service.tables, caseId, due, NOW)
    const before = await service.ask(`/cases/${caseId}`)
    expect(before.html).toContain('Overdue')
    const done = () => service.send(`/cases/${caseId}/tasks/chase-certificate_00002/done`, {})
    expect((await done()).location).toBe(`/cases/${caseId}`)
    expect((await done()).status).toBe(303)
    const after = await service.ask(`/cases/${caseId}`)
    expect(after.html).not.toContain('>Overdue')
    expect((await service.ask(`/cases/${caseId}/timeline`)).html).toContain(
      'Task done: Ask the mediation adviser for the certificate',
    )
  })

  it('can be done before the journey has given them', async () => {
    const caseId = await declinedCase()
    expect((await view(caseId)).tasks).toMatchObject([{ id: 'chase-certificate_00002', state: 'open', overdue: true }])
    await service.send(`/cases/${caseId}/tasks/chase-certificate_00002/done`, {})
    expect((await view(caseId)).tasks).toMatchObject([{ id: 'chase-certificate_00002', state: 'done' }])
  })

  it('that do not exist are not found', async () => {
    const caseId = await waitingCase()
    expect((await service.send(`/cases/${caseId}/tasks/nothing/done`, {})).status).toBe(404)
  })
})
