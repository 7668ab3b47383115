import { afterAll, beforeAll, expect, it } from 'vitest'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import { foresee } from '../../lambdas/cases/foresee.ts'
import { londonInstant } from '../../lambdas/cases/london.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { type FactRecorder, factRecorder } from './fact-recorder.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'
import { toldForeseen } from './told-foreseen.ts'

let house: ServiceForTests
let recorder: FactRecorder
beforeAll(async () => {
  house = await serviceForTests('2026-03-03')
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
