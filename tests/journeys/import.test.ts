import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SignedIn } from '../../bin/demo/signed-in.ts'
import type { CaseFile } from '../../lambdas/cases/case-file.ts'
import { fileOf, GOOD_ROW } from '../staff/import/import-for-tests.ts'
import { carriedBy } from '../web/carried-by.ts'
import { type FactRecorder, factRecorder } from './fact-recorder.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** A file of cases on the whole service: through the machine that is deployed, to the families that are told. */

let house: ServiceForTests
let recorder: FactRecorder
let officer: SignedIn
beforeAll(async () => {
  house = await serviceForTests('2026-03-10')
  recorder = await factRecorder(house.service)
  officer = new SignedIn(house.service.apiUrl)
})
afterAll(() => house.close())

const json = async <View>(path: string) =>
  (await (await officer.fetch(path, { headers: { accept: 'application/json' } })).json()) as View
const post = (path: string, body: FormData | URLSearchParams) =>
  officer.fetch(path, { method: 'POST', body, redirect: 'manual' })

interface Shown {
  readonly phase: string
  readonly rows: readonly { readonly caseId: string }[]
}

const ROWS = [
  {
    ...GOOD_ROW,
    adviser_contacted_on: '16/02/2026',
    mediation_declined_on: '16/02/2026',
    certificate_issued_on: '18/02/2026',
  },
  { ...GOOD_ROW, child_name: 'Ali Two', mediation_asked_on: '20/02/2026' },
  { ...GOOD_ROW, child_name: 'Bo Three', appeal_received_on: '02/03/2026', appeal_withdrawn_on: '06/03/2026' },
]

/** What of a case follows from its facts: where its stages wait, and what is next. */
function standing({ record, waits }: CaseFile) {
  return {
    ...{ status: record.status, nextDate: record.nextDate, nextKind: record.nextKind, route: record.route },
    waits: waits.map(({ stage, state, ...rest }) => [stage, state, 'name' in rest && rest.name]),
  }
}

it('imports cases through the machine, in silence, and tells each family when somebody releases it', async () => {
  const { submissionId } = await json<{ submissionId: string }>('/import')
  const form = new FormData()
  form.set('submissionId', submissionId)
  form.set('file', new File([fileOf(ROWS)], 'cases.csv'))
  expect((await post('/import', form)).headers.get('location')).toBe(`/import/${submissionId}`)
  await house.service.clock.settle()
  expect(await json<Shown>(`/import/${submissionId}`)).toMatchObject({ phase: 'ready', counts: { good: 3 } })
  await post(`/import/${submissionId}`, new URLSearchParams({ act: 'import-good' }))
  await house.service.clock.settle()
  const { phase, rows } = await json<Shown>(`/import/${submissionId}`)
  expect([phase, rows.length]).toEqual(['imported', 3])
  expect(await house.client.mailbox()).toEqual([])

  // Neither the machine nor a log knows whom a row is about.
  const executions = await (await fetch(`${house.service.consoleUrl}/executions.json`)).text()
  expect(executions).toContain(submissionId)
  const logs = join(house.dataDirectory, 'logs')
  const logged = readdirSync(logs, { recursive: true, encoding: 'utf8' })
    .map((file) => join(logs, file))
    .flatMap((file) => (statSync(file).isFile() ? readFileSync(file, 'utf8') : []))
    .join('')
  expect(logged).toContain(submissionId)
  expect(executions + logged).not.toMatch(/Taylor|C-1|Bo Three/)

  // They stand as they would if the same had been typed in.
  const typed = await recorder.open('typed-in', '2026-03-10', {
    decisionKind: 'plan-contents',
    sections: ['B', 'F'],
    history: 'being-recorded',
    printedOn: '2026-02-10',
    sentOn: '2026-02-11',
  } as never)
  for (const { type, details } of (await recorder.read(rows[0]?.caseId ?? '')).subject.recorded.slice(1)) {
    await recorder.record(typed, '2026-03-10', { type, details } as never)
  }
  const [imported, byHand] = await Promise.all([recorder.read(rows[0]?.caseId ?? ''), recorder.read(typed)])
  expect(standing(imported)).toEqual(standing(byHand))

  const page = await (await officer.fetch('/taking-over')).text()
  const released = { ...carriedBy(page), ...Object.fromEntries(rows.map(({ caseId }) => [`release-${caseId}`, 'yes'])) }
  const { headers } = await post('/taking-over', new URLSearchParams(released))
  expect(headers.get('location')).toBe('/taking-over?released=3&again=0')
  await house.service.clock.settle()
  const told = (await house.client.mailbox()).map(({ tags }) => `${tags.case} ${tags.message?.replace(/_\d+$/, '')}`)
  expect(told.sort()).toEqual(rows.map(({ caseId }) => `${caseId} where-your-case-stands`).sort())
})
