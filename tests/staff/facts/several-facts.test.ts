import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FactType } from '../../../lambdas/cases/fact.ts'
import { FACT_TYPES } from '../../../lambdas/cases/facts.ts'
import type { CaseView } from '../../../lambdas/staff/cases/case-view.ts'
import { formOnCasePage } from '../../../lambdas/staff/facts/all-facts.ts'
import { inputNames } from '../../../lambdas/web/forms/field.ts'
import { aCase } from '../../cases/case-builder.ts'
import { carriedBy } from '../../web/carried-by.ts'
import { dateInputs } from '../../web/date-inputs.ts'
import { FIRST_AWAITED, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

/** A case that waits for these, whether or not what they need is on record. */
async function caseThatAwaits(...awaits: readonly FactType[]): Promise<string> {
  const caseId = await service.open()
  const next = { kind: 'family-speaks-to-adviser', date: '2026-04-10' } as const
  await service.park(caseId, 'adviser-contact', [...FIRST_AWAITED, ...awaits], next)
  return caseId
}

async function formOf(caseId: string, type: FactType, answers: Readonly<Record<string, string>>) {
  return { ...(await service.hidden(caseId, type)), ...answers }
}

const addressOf = (caseId: string, type: FactType) => `/cases/${caseId}/record/${type}`
const view = (caseId: string) => service.json<CaseView>(`/cases/${caseId}`)
const typesOf = async (caseId: string) => (await view(caseId)).facts.map(({ type }) => type)
const namesIn = (html: string) =>
  [...html.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map(([, name]) => name)

describe('a fact that needs another that is not on record', () => {
  it('is offered to be recorded with it, on one page, in one go', async () => {
    const caseId = await caseThatAwaits('response-sent')
    const address = addressOf(caseId, 'response-sent')
    const form = await formOf(caseId, 'response-sent', dateInputs('sentOn', '2026-03-09'))
    const asked = await service.post(address, form)
    expect(asked.status).toBe(422)
    expect(asked.html).toContain(
      'It is not recorded that the Tribunal has an appeal. Answer its questions too, and both are recorded together',
    )
    expect(asked.html).toContain('href="#before1-receivedOn-day"')
    // What was typed is still there, below what is needed.
    expect(asked.html).toMatch(
      /The Tribunal has an appeal<.*name="before1-receivedOn-day".*name="sentOn-day" type="text" value="09"/s,
    )

    const both = { ...form, ...carriedBy(asked.html), ...dateInputs('before1-receivedOn', '2026-03-05') }
    const shown = await service.post(address, both)
    expect(shown.html).toContain('Check what will happen')
    expect(shown.html).toMatch(/The Tribunal has an appeal.*received it on Thursday 5 March 2026.*response/s)
    const { location } = await service.post(address, carriedBy(shown.html))
    expect(location).toBe(`/cases/${caseId}?recorded=00003&together=2`)
    expect((await view(caseId)).facts).toMatchObject([
      { type: 'case-opened' },
      { type: 'appeal-registered', sequence: '00002' },
      { type: 'response-sent', sequence: '00003', follows: '00002' },
    ])
    const page = await service.ask(String(location))
    expect(page.html.match(/Recorded on this case: /g)).toHaveLength(2)
  })

  it('is told what is wrong with the answers about the other one, at its questions', async () => {
    const caseId = await caseThatAwaits('response-sent')
    const address = addressOf(caseId, 'response-sent')
    const form = await formOf(caseId, 'response-sent', dateInputs('sentOn', '2026-03-04'))
    const late = { ...form, before: 'appeal-registered', ...dateInputs('before1-receivedOn', '2026-03-05') }
    const { status, html } = await service.post(address, late)
    expect(status).toBe(422)
    expect(html).toContain('must not be before the Tribunal received the appeal')
    const wrong = await service.post(address, { ...late, ...dateInputs('before1-receivedOn', '2026-02-31') })
    expect(wrong.html).toContain('href="#before1-receivedOn-day"')
  })

  it('can need another that needs a third', async () => {
    const caseId = await caseThatAwaits('meeting-moved', 'meeting-arranged')
    const address = addressOf(caseId, 'meeting-moved')
    const meeting = { startsAt: '10:30', format: 'online' }
    const form = await formOf(caseId, 'meeting-moved', {
      ...dateInputs('meetingOn', '2026-03-24'),
      ...meeting,
      movedBy: 'council',
      ...dateInputs('movedOn', '2026-03-09'),
    })
    const second = await service.post(address, form)
    expect(second.html).toContain('It is not recorded that a meeting was arranged.')
    const arranged = {
      ...form,
      before: 'meeting-arranged',
      ...dateInputs('before1-meetingOn', '2026-03-23'),
      'before1-startsAt': '10:30',
      'before1-format': 'online',
      ...dateInputs('before1-arrangedOn', '2026-03-06'),
    }
    const third = await service.post(address, arranged)
    expect(third.html).toContain('It is not recorded that the family wants mediation.')
    expect(carriedBy(third.html).before).toBe('meeting-arranged mediation-chosen')
    const all = {
      ...arranged,
      before: 'meeting-arranged mediation-chosen',
      ...dateInputs('before2-councilToldOn', '2026-03-05'),
      ...dateInputs('before2-contactedOn', '2026-03-05'),
      'before2-healthIssue': 'none',
    }
    const { location, html } = await service.send(address, all)
    expect({ location, html: location ? '' : html }).toEqual({
      location: `/cases/${caseId}?recorded=00004&together=3`,
      html: '',
    })
    expect(await typesOf(caseId)).toEqual(['case-opened', 'mediation-chosen', 'meeting-arranged', 'meeting-moved'])
  })

  it('names the one that is recorded with it, where it belongs to one of several routes', async () => {
    const caseId = await caseThatAwaits('complaint-answered')
    const address = addressOf(caseId, 'complaint-answered')
    const form = await formOf(caseId, 'complaint-answered', {
      ...dateInputs('answeredOn', '2026-03-09'),
      result: 'upheld',
    })
    const asked = await service.post(address, form)
    expect(asked.html).toContain('It is not recorded that this complaint was made.')
    const both = {
      ...form,
      before: 'complaint-made',
      'before1-about': 'council',
      ...dateInputs('before1-madeOn', '2026-03-02'),
      ...dateInputs('before1-awareOn', '2026-02-26'),
    }
    const { location, html } = await service.send(address, both)
    expect({ location, html: location ? '' : html }).toEqual({
      location: `/cases/${caseId}?recorded=00003&together=2`,
      html: '',
    })
    expect((await view(caseId)).facts.at(-1)).toMatchObject({ type: 'complaint-answered', details: { of: '00002' } })
  })
})

describe('several things that one letter tells', () => {
  it('are added to a form one after the other, keep what was typed, and can be taken off again', async () => {
    const caseId = await caseThatAwaits()
    const address = addressOf(caseId, 'certificate-issued')
    const form = await formOf(caseId, 'certificate-issued', dateInputs('issuedOn', '2026-03-09'))
    const one = await service.post(address, { ...form, kind: 'note-added', add: 'yes' })
    expect(one.status).toBe(200)
    expect(one.html).not.toContain('There is a problem')
    expect(carriedBy(one.html).after).toBe('note-added')
    const noted = { ...form, after: 'note-added', 'after1-note': 'Rang the <adviser>' }
    const two = await service.post(address, { ...noted, kind: 'adviser-contacted', add: 'yes' })
    expect(namesIn(two.html)).toEqual(expect.arrayContaining(['issuedOn-day', 'after1-note', 'after2-contactedOn-day']))
    expect(two.html).toContain('Rang the &lt;adviser&gt;')
    const contacted = {
      ...noted,
      after: 'note-added adviser-contacted',
      ...dateInputs('after2-contactedOn', '2026-03-02'),
    }
    const fewer = await service.post(address, { ...contacted, remove: 'after1-' })
    expect(carriedBy(fewer.html).after).toBe('adviser-contacted')
    expect(fewer.html).toMatch(/name="after1-contactedOn-month" type="text" value="03"/)
    expect(namesIn(fewer.html)).not.toContain('after1-note')
    expect(await typesOf(caseId)).toEqual(['case-opened'])
  })

  it('are shown and recorded together', async () => {
    const caseId = await caseThatAwaits()
    const address = addressOf(caseId, 'adviser-contacted')
    const form = await formOf(caseId, 'adviser-contacted', {
      ...dateInputs('contactedOn', '2026-03-02'),
      after: 'certificate-issued note-added',
      ...dateInputs('after1-issuedOn', '2026-03-06'),
      'after2-note': 'Both in one letter',
    })
    const shown = await service.post(address, form)
    expect(shown.html).toMatch(/What you record.*Monday 2 March 2026.*Friday 6 March 2026.*Both in one letter/s)
    const answers = await Promise.all([1, 2].map(() => service.post(address, carriedBy(shown.html))))
    expect(answers.map(({ location }) => location)).toEqual(Array(2).fill(`/cases/${caseId}?recorded=00004&together=3`))
    expect(await typesOf(caseId)).toEqual(['case-opened', 'adviser-contacted', 'certificate-issued', 'note-added'])
  })

  it('are asked on the case with those above them: what one says is not asked again', async () => {
    const caseId = await caseThatAwaits()
    const address = addressOf(caseId, 'adviser-contacted')
    const form = await formOf(caseId, 'adviser-contacted', dateInputs('contactedOn', '2026-03-02'))
    const added = await service.post(address, { ...form, kind: 'certificate-issued', add: 'yes' })
    expect(namesIn(added.html)).toContain('after1-issuedOn-day')
    expect(namesIn(added.html)).not.toContain('after1-contactedOn-day')
  })

  it('can be two of a kind on one day where that can happen, and not where it cannot', async () => {
    const caseId = await caseThatAwaits()
    const complaint = (prefix: string) => ({
      [`${prefix}about`]: 'council',
      ...dateInputs(`${prefix}madeOn`, '2026-03-09'),
      ...dateInputs(`${prefix}awareOn`, '2026-03-02'),
    })
    const form = await formOf(caseId, 'complaint-made', {
      ...complaint(''),
      after: 'complaint-made',
      ...complaint('after1-'),
    })
    const { location } = await service.send(addressOf(caseId, 'complaint-made'), form)
    expect(location).toBe(`/cases/${caseId}?recorded=00003&together=2`)
    expect((await view(caseId)).facts.at(-1)).toMatchObject({ sequence: '00003', follows: '00002' })

    const other = await caseThatAwaits()
    await service.record(other, 'appeal-registered', { receivedOn: '2026-03-05' })
    await service.park(
      other,
      'council-response',
      ['response-sent'],
      { kind: 'family-speaks-to-adviser', date: '2026-04-10' },
      '00002',
    )
    const responses = await formOf(other, 'response-sent', {
      ...dateInputs('sentOn', '2026-03-09'),
      after: 'response-sent',
      ...dateInputs('after1-sentOn', '2026-03-09'),
    })
    const { status, html } = await service.send(addressOf(other, 'response-sent'), responses)
    expect(status).toBe(422)
    expect(html).toContain('This page has it twice for the same day.')
  })

  it('cannot be what the first of them makes impossible', async () => {
    const caseId = await caseThatAwaits()
    const ended = await formOf(caseId, 'case-withdrawn', {
      ...dateInputs('withdrawnOn', '2026-03-09'),
      reason: 'opened-in-error',
      after: 'adviser-contacted',
      ...dateInputs('after1-contactedOn', '2026-03-06'),
    })
    const { status, html } = await service.send(addressOf(caseId, 'case-withdrawn'), ended)
    expect(status).toBe(422)
    expect(html).toContain('cannot be recorded')
    expect(await typesOf(caseId)).toEqual(['case-opened'])
  })

  it('say at their own inputs what is wrong, and which of them is on record already', async () => {
    const caseId = await caseThatAwaits()
    await service.record(caseId, 'complaint-made', { about: 'council', madeOn: '2026-03-09', awareOn: '2026-03-02' })
    const form = await formOf(caseId, 'note-added', {
      note: 'Rang',
      after: 'complaint-made',
      'after1-about': 'council',
    })
    const address = addressOf(caseId, 'note-added')
    const unread = await service.post(address, form)
    expect(unread.html).toContain('href="#after1-awareOn-day"')
    const again = {
      ...form,
      ...dateInputs('after1-madeOn', '2026-03-09'),
      ...dateInputs('after1-awareOn', '2026-03-02'),
    }
    const already = await service.post(address, again)
    expect(already.html).toContain('href="#after1-another"')
    const correction = await service.post(address, { ...again, 'after1-another': 'correction' })
    expect(correction.location).toBe(`/cases/${caseId}/correct/00002`)
    const { location } = await service.send(address, { ...again, 'after1-another': 'another' })
    expect(location).toBe(`/cases/${caseId}?recorded=00004&together=2`)
  })

  it('are only those that can be recorded, and change the contact details once', async () => {
    const caseId = await caseThatAwaits()
    const address = addressOf(caseId, 'contact-details-changed')
    const offered = (html: string) => [...html.matchAll(/<option value="([a-z-]+)"/g)].map(([, type]) => type)
    const { html } = await service.ask(address)
    expect(offered(html)).toContain('note-added')
    expect(offered(html)).not.toContain('contact-details-changed')
    expect(offered(html)).not.toContain('duty-done')
    const form = await formOf(caseId, 'note-added', { note: 'Rang' })
    for (const kind of ['', 'duty-done', 'fact-corrected', 'nothing']) {
      const refused = await service.post(addressOf(caseId, 'note-added'), { ...form, kind, add: 'yes' })
      expect(refused.status).toBe(422)
      expect(refused.html).toContain('Select what else the letter tells')
    }
    const forced = { ...form, after: 'duty-done', ...dateInputs('after1-doneOn', '2026-03-09') }
    const { html: said } = await service.send(addressOf(caseId, 'note-added'), forced)
    expect(said).toContain('Select what the council did')
    expect(await typesOf(caseId)).toEqual(['case-opened'])
  })

  it('begin with what the case knows, as on a page of their own', async () => {
    const caseId = await caseThatAwaits()
    const form = await formOf(caseId, 'note-added', { note: 'They have moved' })
    const { html } = await service.post(addressOf(caseId, 'note-added'), {
      ...form,
      kind: 'contact-details-changed',
      add: 'yes',
    })
    expect(html).toMatch(/name="after1-email" type="email"[^>]* value="sam.taylor@example.com"/)
  })

  it('are all given back where somebody else was quicker', async () => {
    const caseId = await caseThatAwaits()
    const form = await formOf(caseId, 'adviser-contacted', { after: 'note-added', 'after1-note': 'In one letter' })
    await service.send(addressOf(caseId, 'note-added'), await formOf(caseId, 'note-added', { note: 'First' }))
    const buttons: readonly Readonly<Record<string, string>>[] = [
      {},
      { kind: 'note-added', add: 'yes' },
      { remove: 'after1-' },
    ]
    for (const pressed of buttons) {
      const { status, html } = await service.post(addressOf(caseId, 'adviser-contacted'), { ...form, ...pressed })
      expect(status).toBe(409)
      expect(html).toContain('In one letter')
      expect(carriedBy(html).after).toBe('note-added')
    }
  })
})

it('asks for nothing on any form under a name that the page needs for itself', () => {
  const OWN =
    /^(before|after)(\d+-.*)?$|^(kind|add|remove|another|confirmed|shown|goBack|looksRight|submissionId|version)$/
  const asked = FACT_TYPES.flatMap((type) => formOnCasePage(type)?.asks(aCase().build(), undefined, []).fields ?? [])
  expect(asked.length).toBeGreaterThan(50)
  expect(asked.flatMap(inputNames).filter((name) => OWN.test(name))).toEqual([])
})
