import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CouncilParticulars } from '../../../lambdas/cases/council.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { rowsToErase } from '../../../lambdas/retention/case-rows.ts'
import bath from '../../../lib/councils/bath-and-north-east-somerset.json' with { type: 'json' }
import { parseCouncil } from '../../../lib/councils/council-schema.ts'
import { readZip } from '../../pack/read-zip.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'
import { type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

let service: ServiceForTests
let caseId: string
beforeAll(async () => {
  service = await serviceForTests()
  caseId = await service.open()
})
afterAll(() => service.close())

const page = () => `/cases/${caseId}/particulars`
const NOTHING = {
  phase: 'not-recorded',
  'primary-need': 'not-recorded',
  area: 'not-recorded',
  'looked-after': 'not-recorded',
}
let day = 10

/** Saves the form as it is shown now, with these answers. */
async function save(answers: Readonly<Record<string, string>>) {
  service.goTo(`2026-03-${++day}`)
  const { before } = await service.json<{ before: string }>(page())
  return service.post(page(), { ...NOTHING, before, ...answers })
}
const recorded = async () => (await requireCaseFile(service.tables, caseId)).particulars

describe('what a case is about', () => {
  it('is asked as far as the council has turned it on, and nothing is recorded at first', async () => {
    const { html } = await service.ask(page())
    expect(html).toContain('Nothing is recorded yet.')
    for (const words of ['Transport', 'North of the river', 'Hearing impairment', 'looked after by the council'])
      expect(html).toContain(words)
    expect(html).not.toContain('How old')
    expect(html).not.toContain('first language')
    expect((await service.ask(`/cases/${caseId}`)).html).toContain(`href="${page()}"`)
  })

  it('is kept as it was recorded last, with an entry that does not say what', async () => {
    expect((await save({ 'themes-transport': 'yes', 'themes-late': 'yes', phase: 'primary' })).status).toBe(303)
    expect(await recorded()).toMatchObject({ themes: ['transport', 'late'], reach: { phase: 'primary' } })
    const { html } = await service.ask(page())
    expect(html).toMatch(/name="themes-transport"[^>]* checked/)
    expect(html).toMatch(/value="primary"[^>]* checked/)
    await save({ 'themes-therapy': 'yes', area: 'north', 'looked-after': 'no' })
    expect(await recorded()).toMatchObject({ themes: ['therapy'], reach: { area: 'north', 'looked-after': 'no' } })
    expect((await recorded())?.reach).not.toHaveProperty('phase')
    const last = (await service.audited()).filter(({ what }) => what === 'particulars-recorded').at(-1)
    expect(last).toMatchObject({ chain: `case:${caseId}`, who: 'officer-1' })
    expect(JSON.stringify(last)).not.toMatch(/therapy|north/)
  })

  it('changes nothing else of the case: no fact, date, task or message', async () => {
    const before = await requireCaseFile(service.tables, caseId)
    await save({ 'themes-late': 'yes' })
    const { particulars: _then, ...then } = before
    const { particulars: _now, ...now } = await requireCaseFile(service.tables, caseId)
    expect(now).toEqual(then)
  })

  it.each<[string, Record<string, string>, string]>([
    [
      'more than 3 themes',
      { 'themes-therapy': 'yes', 'themes-late': 'yes', 'themes-transport': 'yes', 'themes-school-place': 'yes' },
      'Tick 3 at most',
    ],
    ['a need that is none of the list', { 'primary-need': 'dyslexia' }, 'Select one of these, or “Not recorded”'],
    ['a field that was left out', { phase: '' }, 'Select one of these, or “Not recorded”'],
  ])('is not recorded with %s', async (_, answers, words) => {
    const before = await recorded()
    const { status, html } = await save(answers)
    expect(status).toBe(422)
    expect(html).toContain(words)
    expect(await recorded()).toEqual(before)
  })

  it('is not recorded over what somebody else recorded meanwhile', async () => {
    const { before } = await service.json<{ before: string }>(page())
    await save({ phase: 'secondary' })
    const late = await service.post(page(), { ...NOTHING, before, phase: 'post-16' })
    expect(late.status).toBe(409)
    expect(late.html).toContain('Somebody else has recorded this meanwhile')
    expect((await recorded())?.reach).toEqual({ phase: 'secondary' })
  })

  it('is in the copy of what is kept about the family and the child, in words', async () => {
    await save({ 'themes-transport': 'yes', 'primary-need': 'semh' })
    for (const subject of ['family', 'child']) {
      const response = await service.app.request(`http://localhost/cases/${caseId}/subject-data.zip?about=${subject}`)
      const page = String(readZip(new Uint8Array(await response.arrayBuffer())).get('index.html'))
      expect(page).toContain('<dt>Primary need</dt><dd>Social, emotional and mental health</dd>')
      expect(page).toContain('<dd>Transport</dd>')
    }
  })

  it('goes with the case, before what leads to it', async () => {
    const rows = await rowsToErase(service.tables, caseId)
    const place = rows.findIndex(({ type }) => type === 'particulars')
    expect(place).toBeGreaterThanOrEqual(0)
    expect(place).toBeLessThan(rows.findIndex(({ type }) => type === 'fact'))
  })
})

describe('a value that the council has taken out of its list', () => {
  it('is called so, and stays until somebody records another', async () => {
    await save({ 'themes-transport': 'yes', area: 'north' })
    const particulars: CouncilParticulars = {
      themes: COUNCIL.particulars.themes.filter(({ id }) => id !== 'transport'),
      reach: {
        ...COUNCIL.particulars.reach,
        areas: [
          { id: 'east', name: 'East' },
          { id: 'west', name: 'West' },
        ],
      },
    }
    const changed = await serviceForTests({ tables: service.tables, council: { ...COUNCIL, particulars } })
    const { html } = await changed.ask(page())
    expect(html).toContain('“transport”, which is not in the list any more')
    expect(html).toContain('“north”, which is not in the list any more')
    expect(html).toMatch(/value="north"[^>]* checked/)
    await changed.close()
  })
})

describe('a council that has turned nothing on', () => {
  const { particulars } = parseCouncil(bath, 'the file that is delivered')
  it('is how the file is delivered: there is no page, no link and no line of it', async () => {
    const off = await serviceForTests({ tables: service.tables, council: { ...COUNCIL, particulars } })
    expect((await off.ask(page())).status).toBe(404)
    expect((await off.post(page(), { before: 'never' })).status).toBe(404)
    expect((await off.ask(`/cases/${caseId}`)).html).not.toContain('/particulars')
    await off.close()
  })
})
