import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import { foresee } from '../../lambdas/cases/foresee.ts'
import { londonInstant } from '../../lambdas/cases/london.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { dateInputs } from '../web/date-inputs.ts'
import { type FactRecorder, factRecorder } from './fact-recorder.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'
import { toldForeseen } from './told-foreseen.ts'

let house: ServiceForTests
let recorder: FactRecorder
beforeAll(async () => {
  house = await serviceForTests('2026-03-03', inject('quietAssembly'))
  recorder = await factRecorder(house.service)
})
afterAll(() => house.close())

const contacted: NewFact = { type: 'adviser-contacted', details: { contactedOn: day('2026-02-26') } }
const declined: NewFact = { type: 'mediation-declined', details: { declinedOn: day('2026-02-27') } }
const certificate: NewFact = { type: 'certificate-issued', details: { issuedOn: day('2026-03-02') } }
const chosen: NewFact = { type: 'mediation-chosen', details: { councilToldOn: day('2026-03-02'), healthIssue: 'none' } }
const complaint: NewFact = {
  type: 'complaint-made',
  details: { madeOn: day('2026-03-02'), about: 'council', points: [], awareOn: day('2026-02-16') },
}

/** Each awaited by the first wait of a case, or at any time: so they can be recorded together. */
it.each<[string, string, readonly NewFact[]]>([
  ['2026-03-03', 'a contact and a no', [contacted, declined]],
  ['2026-03-04', 'a contact, a no and the certificate', [contacted, declined, certificate]],
  ['2026-03-05', 'a contact and a request for mediation', [contacted, chosen]],
  ['2026-03-06', 'the certificate, the contact and a complaint', [certificate, contacted, complaint]],
])('tells on %s of %s that one letter tells what was foreseen', { timeout: 60_000 }, async (on, _, facts) => {
  const caseId = await recorder.open(`case-${on}`, on, { printedOn: day('2026-02-10'), sentOn: day('2026-02-10') })
  const before = await recorder.read(caseId)
  const now = londonInstant(day(on), '10:00')
  const { after } = foresee(before, facts, now, SETTINGS)
  const foreseen = await toldForeseen(recorder.tables, before, facts, now, SETTINGS)
  const sent = async () => (await recorder.read(caseId)).messages.map(({ key }) => key).sort()
  await recorder.record(caseId, on, ...facts)
  expect(await sent()).toEqual([...foreseen.atOnce].sort())
  await recorder.goTo(on, '17:05')
  expect(await sent()).toEqual([...foreseen.atOnce, ...foreseen.later].sort())
  expect(foreseen.later.length).toBeLessThanOrEqual(1)
  const file = await recorder.read(caseId)
  expect(file.subject.facts.map(({ type }) => type)).toEqual(after.facts.map(({ type }) => type))
  expect(file.waits.filter(({ state }) => state === 'answered' || state === 'starting')).toEqual([])
})

/** A message as the page shows it before it is sent. */
interface ShownMessage {
  readonly subject: string
  readonly text: string
}

/** What the form would do, as the page shows it to a program. */
async function preview(path: string, form: Readonly<Record<string, string>>) {
  const shown = await send(path, { ...form, looksRight: 'yes' })
  return (await shown.json()) as { readonly confirmed: string; readonly messages: readonly ShownMessage[] }
}

function send(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return house.client.fetch(path, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
}

it('sends, word for word, what was shown before it was saved', { timeout: 60_000 }, async () => {
  await recorder.goTo('2026-03-09')
  const caseId = await recorder.open('7K2M-4QXP', '2026-03-09', {
    printedOn: day('2026-02-10'),
    sentOn: day('2026-02-10'),
  })
  const before = new Set((await house.client.mailbox()).map(({ id }) => id))
  const path = `/cases/${caseId}/record/adviser-contacted`
  const form = {
    submissionId: 'word-for-word-0001',
    version: '1',
    ...dateInputs('contactedOn', '2026-03-02'),
    after: 'mediation-chosen',
    ...dateInputs('after1-councilToldOn', '2026-03-09'),
    'after1-healthIssue': 'none',
  }
  const { confirmed, messages } = await preview(path, form)
  const { status } = await send(path, { ...form, confirmed, looksRight: 'yes' })
  expect(status).toBe(303)
  await house.service.clock.settle()
  await recorder.goTo('2026-03-09', '17:05')
  const sent = (await house.client.mailbox()).filter(({ id }) => !before.has(id))
  const read = await Promise.all(sent.map(({ id }) => house.client.message(id)))
  const inOrder = (all: readonly ShownMessage[]) =>
    all.map(({ subject, text }) => `${subject}\n\n${text.trim()}`).sort()
  expect(messages.length).toBeGreaterThan(0)
  expect(inOrder(read)).toEqual(inOrder(messages))
})
