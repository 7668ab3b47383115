import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeCase } from '../../../lambdas/cases/store/close-case.ts'
import type { CaseView } from '../../../lambdas/staff/cases/case-view.ts'
import type { CorrectionsView } from '../../../lambdas/staff/facts/corrections-view.ts'
import type { Typed } from '../../../lambdas/web/forms/field.ts'
import { dateInputs } from '../../web/date-inputs.ts'
import { FIRST_AWAITED, NOW, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

/** A case whose certificate is dated Friday 6 March 2026, with the appeal window open. */
async function certifiedCase(): Promise<string> {
  const caseId = await service.open()
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-04-10' })
  await service.record(caseId, 'certificate-issued', { issuedOn: '2026-03-06', contactedOn: '2026-03-02' })
  await park(caseId)
  return caseId
}

function park(caseId: string) {
  return service.park(caseId, 'appeal', ['appeal-registered'], { kind: 'family-appeals', date: '2026-04-10' }, '00002')
}

const view = (caseId: string) => service.json<CaseView>(`/cases/${caseId}`)

/** The form of a correction as it is shown: what was recorded, with changes, under an id of its own. */
async function formAt(address: string, changes: Typed = {}): Promise<Record<string, string>> {
  const { submissionId, version, typed } = await service.json<{ submissionId: string; version: number; typed: Typed }>(
    address,
  )
  return { submissionId, version: String(version), ...typed, ...changes }
}

const CORRECTED = dateInputs('issuedOn', '2026-03-09')

describe('the list of what can be corrected', () => {
  it('is reached from the case, and tells what was recorded, the latest first', async () => {
    const caseId = await certifiedCase()
    await service.record(caseId, 'note-added', { note: 'A note is not corrected.' })
    expect((await service.ask(`/cases/${caseId}/record`)).html).toContain(
      `href="/cases/${caseId}/correct">Correct something`,
    )
    const { facts } = await service.json<CorrectionsView>(`/cases/${caseId}/correct`)
    expect(facts.map(({ title, correctHref, removeHref }) => [title, correctHref, removeHref])).toEqual([
      ['The mediation certificate was issued', `/cases/${caseId}/correct/00002`, `/cases/${caseId}/remove/00002`],
      // What opened the case is corrected or ended as opened in error, and never taken back.
      ['The case was opened', `/cases/${caseId}/correct/00001`, undefined],
    ])
    const { html } = await service.ask(`/cases/${caseId}/correct`)
    expect(html).toContain('Dated Friday 6 March 2026.')
    expect(html).toContain('Recorded on Tuesday 10 March 2026 at 11am')
  })

  it('waits until the service has acted on what was recorded last', async () => {
    const caseId = await certifiedCase()
    await service.record(caseId, 'appeal-registered', { receivedOn: '2026-03-09' })
    for (const address of ['correct', 'correct/00002', 'remove/00002']) {
      const { status, html } = await service.ask(`/cases/${caseId}/${address}`)
      expect([address, status]).toEqual([address, 409])
      expect(html).toContain('the service is still working on what was recorded last')
    }
  })
})

describe('a correction', () => {
  it('shows the form filled in with what was recorded, and says what it sets in motion', async () => {
    const caseId = await certifiedCase()
    const { html } = await service.ask(`/cases/${caseId}/correct/00002`)
    expect(html).toContain('Correct “The mediation certificate was issued”')
    expect(html).toMatch(/name="issuedOn-day"[^>]* value="6"/)
    expect(html).toMatch(/name="contactedOn-day"[^>]* value="2"/)
    expect(html).toContain('The family is told what was wrong, and each date that has changed.')
  })

  it('changes the dates at once, and the timeline tells both versions', async () => {
    const caseId = await certifiedCase()
    const limb = async () =>
      (await view(caseId)).dates.find(({ kind }) => kind === 'appeal')?.limbs?.map(({ lawInWords }) => lawInWords)
    expect(await limb()).toEqual(['Friday 10 April 2026, until 5pm', 'Tuesday 7 April 2026, until 5pm'])
    const address = `/cases/${caseId}/correct/00002`
    const { status, location } = await service.send(address, await formAt(address, CORRECTED))
    expect([status, location]).toEqual([303, `/cases/${caseId}?recorded=00003`])
    expect(await limb()).toEqual(['Friday 10 April 2026, until 5pm', 'Thursday 9 April 2026, until 5pm'])

    const { html } = await service.ask(location ?? '')
    expect(html).toContain(
      'Recorded on this case: A mistake was corrected. What was corrected: “The mediation certificate was issued”.',
    )
    const told = await service.ask(`/cases/${caseId}/timeline`)
    expect(told.html).toContain(
      'Recorded wrongly as: Dated Friday 6 March 2026. The family first spoke to the adviser on Monday 2 March 2026. Corrected on Tuesday 10 March 2026 at 11am.',
    )
    const { facts, timeline } = await view(caseId)
    expect(facts.find(({ sequence }) => sequence === '00002')?.details).toMatchObject({ issuedOn: '2026-03-09' })
    expect(timeline.find(({ title }) => title === 'The mediation certificate was issued')?.lines[0]).toBe(
      'Dated Monday 9 March 2026.',
    )
  })

  it('begins again from the last correction, not from the first words', async () => {
    const caseId = await certifiedCase()
    const address = `/cases/${caseId}/correct/00002`
    await service.send(address, await formAt(address, CORRECTED))
    await park(caseId)
    await service.endWhatBeganAgain(caseId)
    expect(await formAt(address)).toMatchObject({ 'issuedOn-day': '9' })
  })

  it('of nothing is refused', async () => {
    const caseId = await certifiedCase()
    const stored = await service.recorded()
    const address = `/cases/${caseId}/correct/00002`
    const { status, html } = await service.send(address, await formAt(address))
    expect(status).toBe(422)
    expect(html).toContain('Nothing is different from what was recorded. Change what is wrong')
    expect(await service.recorded()).toBe(stored)
  })

  it('with a mistake comes back with what was typed, and stores nothing', async () => {
    const caseId = await certifiedCase()
    const stored = await service.recorded()
    const address = `/cases/${caseId}/correct/00002`
    const form = await formAt(address, dateInputs('issuedOn', '2026-03-01'))
    const { status, html } = await service.send(address, form)
    expect(status).toBe(422)
    expect(html).toContain('<title>Error: Correct “The mediation certificate was issued”')
    expect(html).toContain('The date on the certificate cannot be Sunday 1 March 2026')
    expect(html).toMatch(/name="issuedOn-day"[^>]* value="01"/)
    expect(await service.recorded()).toBe(stored)
  })

  it('that makes something else impossible names it and leads to it', async () => {
    const caseId = await certifiedCase()
    const stored = await service.recorded()
    const address = `/cases/${caseId}/correct/00001`
    const later = { ...dateInputs('printedOn', '2026-03-09'), ...dateInputs('sentOn', '2026-03-09') }
    const { status, html } = await service.send(address, await formAt(address, later))
    expect(status).toBe(422)
    expect(html).toMatch(
      new RegExp(
        `href="/cases/${caseId}/correct/00002">“The mediation certificate was issued”, recorded on Tuesday 10 March 2026 at 11am: Something else on this case would not be possible any more. The date on the certificate must not be before the decision, which was on Monday 9 March 2026. Correct that first, or take it back`,
      ),
    )
    expect(await service.recorded()).toBe(stored)
  })

  it('of the decision changes what the case is about', async () => {
    const caseId = await service.open()
    await service.park(caseId, 'adviser-contact', FIRST_AWAITED, {
      kind: 'family-speaks-to-adviser',
      date: '2026-04-10',
    })
    const address = `/cases/${caseId}/correct/00001`
    const changes = { decisionKind: 'refusal-to-assess', 'sections-B': '', 'sections-F': '' }
    expect((await service.send(address, await formAt(address, changes))).status).toBe(303)
    expect((await view(caseId)).decision).toBe('Not to carry out an education, health and care (EHC) needs assessment')
  })

  it('keeps a meeting’s place, and can be of the place alone', async () => {
    const caseId = await service.open()
    await service.park(caseId, 'adviser-contact', FIRST_AWAITED, {
      kind: 'family-speaks-to-adviser',
      date: '2026-04-10',
    })
    await service.record(caseId, 'mediation-chosen', { councilToldOn: '2026-03-09', healthIssue: 'none' })
    const meetingDate = { kind: 'mediation-is-held', date: '2026-04-08' } as const
    await service.park(caseId, 'meeting-date', ['meeting-arranged'], meetingDate, '00002')
    const meeting = { meetingOn: '2026-03-25', startsAt: '10am', format: 'in-person', place: 'The Marked House' }
    await service.record(caseId, 'meeting-arranged', meeting)
    const planned = { kind: 'meeting-is-held', date: '2026-03-25' } as const
    await service.park(caseId, 'meeting', ['meeting-moved'], planned, '00002')

    const address = `/cases/${caseId}/correct/00003`
    expect(await formAt(address)).toMatchObject({ place: 'The Marked House', startsAt: '10:00' })
    const { status } = await service.send(address, await formAt(address, { place: 'The Other House' }))
    expect(status).toBe(303)
    const { html } = await service.ask(`/cases/${caseId}/timeline`)
    expect(html).toContain('Where: The Other House')
    expect(html).toContain('Recorded wrongly as: Wednesday 25 March 2026 at 10am, in person. Where: The Marked House')
    const [cases] = JSON.parse(await service.recorded()) as unknown[]
    expect(JSON.stringify(cases)).not.toMatch(/Marked House|Other House/)

    await service.park(caseId, 'meeting', ['meeting-moved'], planned, '00002')
    expect(await formAt(address)).toMatchObject({ place: 'The Other House' })
    // The form that moves the meeting begins with it too.
    const { html: moved } = await service.ask(`/cases/${caseId}/record/meeting-moved`)
    expect(moved).toContain('value="The Other House"')
  })
})

describe('something that never happened', () => {
  it('is confirmed on a page of its own, and taken back', async () => {
    const caseId = await certifiedCase()
    const address = `/cases/${caseId}/remove/00002`
    const { html: page } = await service.ask(address)
    expect(page).toContain('“The mediation certificate was issued” never happened')
    expect(page).toContain('Dated Friday 6 March 2026.')
    expect((await view(caseId)).facts).toHaveLength(2)

    const { status, location } = await service.send(address, await formAt(address))
    expect([status, location]).toEqual([303, `/cases/${caseId}?recorded=00003`])
    const { facts, dates, timeline } = await view(caseId)
    expect(facts.map(({ type }) => type)).toEqual(['case-opened', 'fact-removed'])
    expect(dates.find(({ kind }) => kind === 'appeal')?.limbs).toHaveLength(1)
    expect(timeline.map(({ title }) => title)).toEqual([
      'Something was taken back',
      'Taken back: The mediation certificate was issued',
      'The case was opened',
    ])
    const { html } = await service.ask(`/cases/${caseId}/timeline`)
    expect(html).toContain('This never happened. It was taken back on Tuesday 10 March 2026 at 11am.')
    expect(html).toContain('It said: Dated Friday 6 March 2026.')
  })

  it('is not taken back while something later stands on it', async () => {
    const caseId = await certifiedCase()
    await service.record(caseId, 'appeal-registered', { receivedOn: '2026-03-09' })
    await service.park(
      caseId,
      'council-response',
      ['response-sent'],
      { kind: 'news-of-appeal', date: '2026-03-30' },
      '00003',
    )
    await service.record(caseId, 'response-sent', { sentOn: '2026-03-10' })
    await service.park(
      caseId,
      'tribunal-decision',
      ['appeal-decided'],
      { kind: 'news-of-appeal', date: '2026-09-10' },
      '00003',
    )
    const address = `/cases/${caseId}/remove/00003`
    const { status, html } = await service.send(address, await formAt(address))
    expect(status).toBe(422)
    expect(html).toContain(`href="/cases/${caseId}/correct/00004"`)
    expect(html).toContain('It is not recorded that the Tribunal has an appeal')
  })

  it('is not what opened the case', async () => {
    const caseId = await certifiedCase()
    expect((await service.ask(`/cases/${caseId}/remove/00001`)).status).toBe(404)
    expect((await service.ask(`/cases/${caseId}/correct/00001`)).status).toBe(200)
  })
})

describe('two people, and one form sent twice', () => {
  it('a correction sent twice is recorded once, also in the same moment', async () => {
    const caseId = await certifiedCase()
    const address = `/cases/${caseId}/correct/00002`
    const form = await formAt(address, CORRECTED)
    const answers = await Promise.all([service.send(address, form), service.send(address, form)])
    answers.push(await service.send(address, form))
    expect(answers.map(({ location }) => location)).toEqual(Array(3).fill(`/cases/${caseId}?recorded=00003`))
    expect((await view(caseId)).version).toBe(3)
  })

  it('a taking back sent twice is recorded once, though what it is about is gone by then', async () => {
    const caseId = await certifiedCase()
    const address = `/cases/${caseId}/remove/00002`
    const form = await formAt(address)
    const answers = [await service.send(address, form), await service.send(address, form)]
    expect(answers.map(({ location }) => location)).toEqual(Array(2).fill(`/cases/${caseId}?recorded=00003`))
    expect((await view(caseId)).version).toBe(3)
  })

  it('one of two succeeds, and the other is told and keeps what was typed', async () => {
    const caseId = await certifiedCase()
    const address = `/cases/${caseId}/correct/00002`
    const forms = [await formAt(address, CORRECTED), await formAt(address, dateInputs('issuedOn', '2026-03-10'))]
    const answers = await Promise.all(forms.map((form) => service.send(address, form)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const refused = answers.findIndex(({ status }) => status === 409)
    const html = answers[refused]?.html ?? ''
    expect(html).toContain('has changed since you')
    expect(html).toContain('A mistake was corrected.')
    expect(html).toMatch(refused === 0 ? /value="09"|09 03 2026/ : /value="10"|10 03 2026/)
    expect((await view(caseId)).version).toBe(3)
  })

  it('a correction of what somebody else took back in the meantime changes nothing', async () => {
    const caseId = await certifiedCase()
    const correct = `/cases/${caseId}/correct/00002`
    const remove = `/cases/${caseId}/remove/00002`
    const form = await formAt(correct, CORRECTED)
    await service.send(remove, await formAt(remove))
    const late = await service.send(correct, form)
    expect(late.status).toBe(404)
    expect(late.html).toContain('It may have been taken back')
    expect((await view(caseId)).version).toBe(3)
  })

  it('a form from before another fact is refused, and taken when it is sent again', async () => {
    const caseId = await certifiedCase()
    const address = `/cases/${caseId}/correct/00002`
    const old = await formAt(address, CORRECTED)
    await service.record(caseId, 'note-added', { note: 'Hello' })
    const refused = await service.send(address, old)
    expect(refused.status).toBe(409)
    expect(refused.html).toContain(`action="${address}"`)
    expect(refused.html).toContain('name="version" value="3"')
    const again = await service.send(address, { ...old, version: '3' })
    expect(again.location).toBe(`/cases/${caseId}?recorded=00004`)
  })

  it('a form without an id of ours stores nothing', async () => {
    const caseId = await certifiedCase()
    const { status } = await service.send(`/cases/${caseId}/correct/00002`, { version: '2', ...CORRECTED })
    expect(status).toBe(400)
    expect((await view(caseId)).version).toBe(2)
  })
})

describe('a closed case', () => {
  it('can be corrected, and says that it may open again', async () => {
    const caseId = await certifiedCase()
    await closeCase(service.tables, caseId, 2, 'time-to-appeal-over', NOW)
    const { expected } = await view(caseId)
    expect(expected).toEqual([
      'mediation-chosen',
      'appeal-registered',
      'disagreement-resolution-asked',
      'complaint-made',
      'fact-corrected',
      'fact-removed',
      'contact-details-changed',
      'note-added',
    ])
    const { html } = await service.ask(`/cases/${caseId}/correct/00002`)
    expect(html).toContain('If this changes how the case should have gone on, it opens again.')
  })

  it('opens again with an appeal, at the Tribunal', async () => {
    const caseId = await certifiedCase()
    await closeCase(service.tables, caseId, 2, 'time-to-appeal-over', NOW)
    const { html } = await service.ask(`/cases/${caseId}/record/appeal-registered`)
    expect(html).toContain('The case opens again and goes on at the Tribunal. The family is told.')
    await service.record(caseId, 'appeal-registered', { receivedOn: '2026-03-10' })
    const { status, outcome, journeyIsWorking, next } = await view(caseId)
    expect([status, outcome, journeyIsWorking]).toEqual(['open', undefined, true])
    expect(next.find(({ stage }) => stage === 'tribunal')?.what).toBe('It is being started')
  })
})

describe('addresses', () => {
  it.each(['/cases/2222-3333/correct', '/cases/2222-3333/correct/00001', '/cases/nobody/remove/00002'])(
    '%s is not found',
    async (path) => {
      expect((await service.ask(path)).status).toBe(404)
    },
  )

  it.each(['correct/00009', 'correct/nothing', 'remove/00009', 'record/fact-corrected', 'record/fact-removed'])(
    '%s of a case is not found',
    async (path) => {
      const caseId = await certifiedCase()
      expect((await service.ask(`/cases/${caseId}/${path}`)).status).toBe(404)
    },
  )
})
