import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whatIsLeft } from '../../../lambdas/cases/retention/erased-case.ts'
import { erasedRow } from '../../../lambdas/cases/store/erased-case-store.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { keepOutcome } from '../../../lambdas/cases/store/outcome-store.ts'
import { recountOutcomes } from '../../../lambdas/journey/recount-outcomes.ts'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { countCase } from '../../../lambdas/reports/cells.ts'
import { notePerson } from '../../../lambdas/staff/sign-in/people.ts'
import { parkForTests } from '../../cases/park-for-tests.ts'
import { type TablesForTests, tablesForTests } from '../../cases/tables-for-tests.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'
import { dateInputs } from '../../web/date-inputs.ts'
import { FIRST_AWAITED, NO_SECTIONS, NOW, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

const MANAGER: Actor = { kind: 'council-staff', id: `person-${'c'.repeat(24)}`, roles: ['manager'] }
const OTHER_MANAGER: Actor = { kind: 'council-staff', id: `person-${'d'.repeat(24)}`, roles: ['manager'] }
const YEAR = '/outcomes/sen2/2026'

let house: TablesForTests
let service: ServiceForTests
let actor: Actor
let session: string
/** Whether the table of entries takes none. */
let refusesEntries = false
/** The cases that were read whole. */
const read: string[] = []
/** The contents of a plan, mediation asked for. A refusal to assess, appealed without a certificate. */
let asked: string
let appealed: string

interface OfYear {
  readonly decisions: number
  readonly isWhole: boolean
  readonly notInRows: { readonly restricted: number; readonly erased: number; readonly openedWrongly: number }
  readonly totals: readonly { readonly flag: string; readonly decisions: number; readonly yes: number }[]
  readonly doubtful: readonly { readonly caseId: string }[]
}

const count = (caseId: string) => keepOutcome(house.tables, caseId, countCase(COUNCIL), NOW)
const giveReason = (year: string, why = 'yearly-return') => service.post('/outcomes/sen2', { year, why })
const lastEntry = async () => (await house.audited()).filter(({ chain }) => chain === `person:${actor.id}`).at(-1)
const csv = async (path = `${YEAR}/rows.csv`) => {
  const answer = await service.ask(path)
  const [columns = [], ...rows] = answer.html
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place]])))
  return { ...answer, columns, rows: objects }
}

beforeAll(async () => {
  house = await tablesForTests()
  const { client } = house.tables
  const refusing = Object.assign(Object.create(client), {
    send: (command: Parameters<typeof client.send>[0]) => {
      const values: Record<string, unknown> =
        'ExpressionAttributeValues' in command.input ? (command.input.ExpressionAttributeValues ?? {}) : {}
      if (command.constructor.name === 'QueryCommand' && values[':caseId']) read.push(String(values[':caseId']))
      const isEntry = command.constructor.name === 'PutCommand' && JSON.stringify(command.input).includes('"audit"')
      return refusesEntries && isEntry ? Promise.reject(new Error('No entry is taken.')) : client.send(command)
    },
  }) as typeof client
  actor = MANAGER
  session = 'a session'
  service = await serviceForTests({
    tables: { ...house.tables, client: refusing },
    sessions: house.tables,
    whoActs: () => ({ is: 'signed-in', actor, session, name: 'Somebody' }),
  })
  for (const { id, roles } of [MANAGER, OTHER_MANAGER]) {
    const person = { issuer: 'https://directory.example', subject: id, name: `Name ${id.at(-1)}`, roles }
    await notePerson(house.tables, { personId: id, ...person, lastSignedInAt: '2026-03-10T08:00:00.000Z' })
  }
  asked = await service.open({
    childName: 'Robin Quickfall',
    childReference: '=2+5',
    uniquePupilNumber: 'B801200005001',
  })
  await service.record(asked, 'mediation-chosen', {
    councilToldOn: '2026-03-02',
    contactedOn: '2026-03-02',
    healthIssue: 'none',
  })
  appealed = await service.open({
    ...NO_SECTIONS,
    decisionKind: 'refusal-to-assess',
    ...dateInputs('requestReceivedOn', '2026-01-05'),
  })
  await service.record(appealed, 'appeal-registered', { receivedOn: '2026-03-04' })
  for (const caseId of [asked, appealed]) await count(caseId)
})
afterAll(() => house.close())

describe('the flags of a year', () => {
  it('are led to for managers alone', async () => {
    expect((await service.ask('/outcomes')).html).toContain('href="/outcomes/sen2"')
    for (const role of ['case-officer', 'auditor', 'commissioner', 'administrator'] as const) {
      actor = { ...MANAGER, roles: [role] }
      if (role !== 'administrator') expect((await service.ask('/outcomes')).html).not.toContain('/outcomes/sen2')
      for (const path of ['/outcomes/sen2', YEAR, `${YEAR}/rows.csv`]) {
        expect([role, path, (await service.ask(path)).status]).toEqual([role, path, 403])
      }
      expect((await giveReason('2026')).status).toBe(403)
    }
    actor = MANAGER
  })

  it('are not shown before somebody says why, and of a year that has a map and has begun', async () => {
    for (const path of [YEAR, `${YEAR}/rows.csv`]) {
      const { status, location, html } = await service.ask(path)
      expect([status, location, html]).toEqual([303, '/outcomes/sen2?year=2026', ''])
    }
    expect(await service.json(YEAR)).toMatchObject({ error: 'Say first why you look at the decisions of a year' })
    const form = await service.ask('/outcomes/sen2?year=2026')
    expect(form.html).toMatch(/value="2026" checked/)
    expect(form.html).toContain('Census on Thursday 15 January 2026.')
    expect(form.html).toContain('Census on Thursday 21 January 2027. The year is not over.')
    const unsaid = await service.post('/outcomes/sen2', {})
    expect(unsaid.status).toBe(422)
    for (const words of ['Select a year', 'Select why you look at them']) expect(unsaid.html).toContain(words)
    for (const wrong of [
      { year: '2022', why: 'yearly-return' },
      { year: '2026', why: 'spot-check' },
    ]) {
      expect((await service.post('/outcomes/sen2', wrong)).status).toBe(422)
    }
    expect((await house.audited()).filter(({ what }) => what.startsWith('sen2'))).toEqual([])
  })

  it.each([
    ['2022', 'There are maps for the years 2023 to 2026, and none for 2022. ', 'the return had other flags'],
    ['2031', 'none for 2031. ', 'tell whoever looks after the service'],
    ['20x5', 'Write it with four digits, as in 2025.', 'Choose a year'],
  ])('are refused in words of their own for %s', async (year, ...words) => {
    for (const file of ['', '/rows.csv']) {
      const { status, html } = await service.ask(`/outcomes/sen2/${year}${file}`)
      expect(status).toBe(404)
      for (const one of words) expect(html).toContain(one.trim())
    }
  })

  it('wait until every case was looked through once, so that none is missing', async () => {
    expect((await giveReason('2026')).location).toBe(YEAR)
    const recount = (version: string) =>
      recountOutcomes({
        tables: house.tables,
        count: { ...countCase(COUNCIL), version },
        now: () => NOW,
        reportUncounted: (_caseId, error) => {
          throw error
        },
      })
    const isRefused = async () => {
      for (const path of [YEAR, `${YEAR}/rows.csv`]) {
        const { status, html } = await service.ask(path)
        expect([status, html.includes('Come back tomorrow.')]).toEqual([409, true])
      }
    }
    await isRefused()
    await recount('an earlier version')
    await isRefused()
    expect((await house.audited()).filter(({ what }) => what.startsWith('sen2'))).toEqual([])
    await recount(countCase(COUNCIL).version)
    expect((await service.ask(YEAR)).status).toBe(200)
  })

  it('are shown with totals, what is doubtful and why, and how they are set', async () => {
    const { html } = await service.ask(YEAR)
    expect(html).toContain('2026 is not over: this is what is known on Tuesday 10 March 2026.')
    expect(html).toContain('2 decisions were sent in 2026. A flag of 2 of them is doubtful.')
    expect(html).toContain(`href="/cases/${asked}"`)
    expect(html).toContain('Asked for on Monday 2 March 2026, and not held yet.')
    expect(html).toContain('no certificate from before that is recorded')
    expect(html).toContain('1 row has no unique pupil number (UPN)')
    expect(html).toContain('The decision whether to assess was referred for mediation.')
    expect(html).toContain('was not read for this map')
    expect(html).not.toMatch(/Quickfall|B801200005001/)
    expect(await service.json(YEAR)).toMatchObject({
      decisions: 2,
      isWhole: false,
      notInRows: { restricted: 0, erased: 0, openedWrongly: 0 },
      totals: [
        { flag: 'requestmediation', decisions: 1, yes: 0, held: 0, doubtful: 0 },
        { flag: 'requesttribunal', decisions: 1, yes: 1, doubtful: 1 },
        { flag: 'assessmentmediation', decisions: 0, yes: 0 },
        { flag: 'assessmenttribunal', decisions: 0, yes: 0 },
        { flag: 'othermediation', decisions: 1, yes: 1, held: 0, doubtful: 1 },
        { flag: 'othertribunal', decisions: 1, yes: 0, doubtful: 0 },
      ],
    })
  })

  it('are a file too, in which nothing is a formula', async () => {
    const { rows, headers } = await csv()
    expect(headers.get('content-disposition')).toBe('attachment; filename="sen2-2026.csv"')
    expect(rows).toHaveLength(2)
    expect(rows.find((row) => row.case === asked)).toMatchObject({
      upn: 'B801200005001',
      council_child_reference: "'=2+5",
      decision_sent_on: '2026-02-11',
      requestmediation: '',
      othermediation: '1',
      othertribunal: '0',
      mediation_asked_for_on: '2026-03-02',
      mediation_held_on: '',
      doubtful: 'yes',
    })
    expect(rows.find((row) => row.case === appealed)).toMatchObject({
      upn: '',
      request_received_on: '2026-01-05',
      module: 'Requests (module 2)',
      requestmediation: '0',
      requesttribunal: '1',
      othermediation: '',
      appeal_received_on: '2026-03-04',
    })
  })

  it('are an entry each time, with the reason, and are not shown when it cannot be written', async () => {
    await service.ask(YEAR)
    const entry = { who: MANAGER.id, about: ['2026'], results: 2, why: 'yearly-return' }
    expect(await lastEntry()).toMatchObject({ what: 'sen2-listed', ...entry })
    await csv()
    expect(await lastEntry()).toMatchObject({ what: 'sen2-downloaded', ...entry })
    refusesEntries = true
    const answers = [await service.ask(YEAR), await service.ask(`${YEAR}/rows.csv`)]
    refusesEntries = false
    for (const { status, html } of answers) {
      expect([status, html.includes(asked)]).toEqual([500, false])
    }
    const { html } = await service.ask('/audit')
    expect(html).toContain('Downloaded the decisions of a year for SEN2')
    expect(html).toContain('To fill in the yearly return to the Department for Education (SEN2)')
  })

  it('ask why again in another session, and for another year', async () => {
    expect((await service.ask('/outcomes/sen2/2025')).location).toBe('/outcomes/sen2?year=2025')
    session = 'another session'
    expect((await service.ask(YEAR)).location).toBe('/outcomes/sen2?year=2026')
    expect((await giveReason('2026', 'check-of-flags')).location).toBe(YEAR)
    await service.ask(YEAR)
    expect(await lastEntry()).toMatchObject({ why: 'check-of-flags' })
  })

  it('of a year without a decision are none, which is said', async () => {
    await giveReason('2025')
    const { status, html } = await service.ask('/outcomes/sen2/2025')
    expect(status).toBe(200)
    expect(html).toContain('There is no decision in this year that you can see, so there is nothing to save.')
    expect(html).not.toContain('is not over')
    expect((await csv('/outcomes/sen2/2025/rows.csv')).rows).toEqual([])
    expect(await lastEntry()).toMatchObject({ what: 'sen2-downloaded', about: ['2025'], results: 0 })
  })
})

describe('a case that is not for everybody, or no case any more', () => {
  const restrict = async (by: Actor, to: readonly Actor[]) => {
    actor = by
    const address = `/cases/${asked}/restriction`
    const { before } = await service.json<{ before: string }>(address)
    const ticked = Object.fromEntries(to.map(({ id }) => [`people-${id}`, 'yes']))
    const answer = await service.post(address, {
      who: to.length > 0 ? 'named' : 'everybody',
      ...ticked,
      why: 'safeguarding',
      before,
    })
    expect(answer.status).toBe(303)
  }

  it('is in no number and not in the file of a manager who may not open it, who is told that there is one', async () => {
    await restrict(MANAGER, [OTHER_MANAGER])
    await giveReason('2026')
    const [shown, { html }, file] = [await service.json<OfYear>(YEAR), await service.ask(YEAR), await csv()]
    expect([shown.decisions, shown.notInRows.restricted]).toEqual([1, 1])
    expect(shown.totals.find(({ flag }) => flag === 'othermediation')).toMatchObject({ decisions: 0, yes: 0 })
    expect(html).toContain('1 decision is of a case that only named people can open.')
    expect(html).toContain('href="/restricted"')
    expect(`${html}${file.html}${JSON.stringify(shown)}`).not.toContain(asked)
    expect(file.rows.map((row) => row.case)).toEqual([appealed])
  })

  it('is there for a manager who is named', async () => {
    actor = OTHER_MANAGER
    await giveReason('2026')
    const shown = await service.json<OfYear>(YEAR)
    expect([shown.decisions, shown.notInRows.restricted]).toEqual([2, 0])
    expect(shown.doubtful.map(({ caseId }) => caseId)).toContain(asked)
    service.goTo('2026-03-11')
    await restrict(MANAGER, [])
  })

  it('that was opened twice has no row, and is counted aside', async () => {
    service.goTo('2026-03-12')
    const twice = await service.open({ childName: 'Robin Quickfall' })
    await service.record(twice, 'case-withdrawn', {
      withdrawnOn: '2026-03-12',
      reason: 'duplicate',
      duplicateOf: asked,
    })
    await count(twice)
    const shown = await service.json<OfYear>(YEAR)
    expect([shown.decisions, shown.notInRows.openedWrongly]).toEqual([2, 1])
    expect((await service.ask(YEAR)).html).toContain('1 case was opened by mistake or twice.')
  })

  it('that was erased has no row, and is counted aside: its days are gone', async () => {
    const caseId = await service.open({ childName: 'Ash Quickfall' })
    await count(caseId)
    const { record } = await requireCaseFile(house.tables, caseId)
    const closed = { ...record, status: 'closed', outcome: 'withdrawn', closedAt: NOW.toISOString() } as const
    const Item = erasedRow(whatIsLeft(closed, 'a list', {}))
    await house.tables.client.send(new PutCommand({ TableName: house.tables.casesTable, Item }))
    const shown = await service.json<OfYear>(YEAR)
    expect([shown.decisions, shown.notInRows.erased]).toEqual([2, 1])
    expect((await service.ask(YEAR)).html).toContain('1 decision is of a case that was erased')
  })

  it('follows a correction of the day on which the letter was sent into another year', async () => {
    const caseId = await service.open({
      ...NO_SECTIONS,
      decisionKind: 'ceasing-plan',
      ...dateInputs('printedOn', '2025-12-30'),
      ...dateInputs('sentOn', '2026-01-02'),
      looksRight: 'yes',
    })
    await count(caseId)
    const { doubtful, decisions } = await service.json<OfYear>(YEAR)
    expect(decisions).toBe(3)
    expect(doubtful).toContainEqual({
      caseId,
      doubts: [expect.objectContaining({ id: 'letter-of-another-year' })],
    })
    await parkForTests(house.tables, NOW, caseId, 'adviser-contact', FIRST_AWAITED, {
      kind: 'family-speaks-to-adviser',
      date: '2026-03-30',
    })
    const address = `/cases/${caseId}/correct/00001`
    const { status } = await service.send(address, {
      ...(await service.hiddenAt(address)),
      decisionKind: 'ceasing-plan',
      ...dateInputs('printedOn', '2025-12-30'),
      ...dateInputs('sentOn', '2025-12-31'),
      looksRight: 'yes',
    })
    expect(status).toBe(303)
    await count(caseId)
    await giveReason('2025')
    expect((await service.json<OfYear>(YEAR)).decisions).toBe(2)
    expect((await service.json<OfYear>('/outcomes/sen2/2025')).decisions).toBe(1)
  })

  it('is not even read where its decision was sent in another year', async () => {
    read.length = 0
    await service.ask('/outcomes/sen2/2025')
    expect(read).not.toContain(appealed)
    read.length = 0
    await service.ask(YEAR)
    expect(read.sort()).toEqual(expect.arrayContaining([asked, appealed].sort()))
  })

  it('is read to make sure where an earlier version counted it, and was of this year all the same', async () => {
    const before = {
      ...countCase(COUNCIL),
      version: '0',
      ofCase: () => ({ '2026-02': { 'cases/no-contact/open': 1 } }),
    }
    await keepOutcome(house.tables, appealed, before, NOW)
    expect((await service.json<OfYear>(YEAR)).decisions).toBe(2)
    await count(appealed)
  })

  it('is whole when the year is over', async () => {
    service.goTo('2027-01-05')
    const { html } = await service.ask(YEAR)
    expect(html).not.toContain('is not over')
    expect((await service.json<OfYear>(YEAR)).isWhole).toBe(true)
    expect((await service.ask('/outcomes/sen2')).html).not.toContain('The year is not over')
  })
})
