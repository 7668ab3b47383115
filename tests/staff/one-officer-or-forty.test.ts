import { afterEach, expect, it } from 'vitest'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { takeFromWhoLeft } from '../../lambdas/cases/store/owner-store.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import type { Actor } from '../../lambdas/recording/actor.ts'
import { notePerson } from '../../lambdas/staff/sign-in/people.ts'
import type { TodayView } from '../../lambdas/staff/today/today-view.ts'
import { FIRST_AWAITED, NOW, type ServiceForTests, serviceForTests, signedInAs } from './service-for-tests.ts'

let service: ServiceForTests
let asks: Actor
afterEach(() => service.close())

const personOf = (number: number) => `person-${String(number).padStart(24, '0')}`
const officer = (number: number): Actor => ({ kind: 'council-staff', id: personOf(number), roles: ['case-officer'] })

/** A council of so many case officers, and nobody else. */
async function councilOf(officers: number): Promise<void> {
  service = await serviceForTests({ whoActs: (c) => signedInAs(asks)(c) })
  for (let number = 1; number <= officers; number += 1) {
    await notePerson(service.tables, {
      personId: personOf(number),
      issuer: 'https://directory.example',
      subject: String(number),
      name: `Officer Number${number}`,
      roles: ['case-officer'],
      lastSignedInAt: NOW.toISOString(),
    })
  }
}

async function openAs(number: number): Promise<string> {
  asks = officer(number)
  const caseId = await service.open()
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-03-12' })
  await service.keepWorkOf(caseId)
  return caseId
}

const counts = async (query = '') =>
  Object.fromEntries((await service.json<TodayView>(`/${query}`)).views.map(({ text, count }) => [text, count]))

it('one officer without a manager opens, records, and takes on what somebody left', async () => {
  await councilOf(1)
  const caseId = await openAs(1)
  await service.record(caseId, 'adviser-contacted', { contactedOn: '2026-03-09' })
  // Somebody who had come before has left: their case waits for an owner.
  const ofSomebodyElse = await openAs(2)
  const { record } = await requireCaseFile(service.tables, ofSomebodyElse)
  expect(await takeFromWhoLeft(service.tables, record, parseCalendarDate('2026-03-10'), NOW)).toBe(true)
  await service.keepWorkOf(ofSomebodyElse)
  asks = officer(1)
  expect(await counts()).toEqual({ Mine: 1, 'The team’s': 2, 'Without an owner': 1 })
  const { html } = await service.ask('/?whose=nobody')
  expect(html).toContain('Give the case an owner')
  const { location } = await service.post('/assign', { items: ofSomebodyElse, to: personOf(1) })
  expect(location).toBe('/?given=1')
  await service.keepWorkOf(ofSomebodyElse)
  expect(await counts()).toEqual({ Mine: 2, 'The team’s': 2, 'Without an owner': 0 })
})

it('forty officers each have their own, and see whose every other case is', async () => {
  await councilOf(40)
  for (let number = 1; number <= 40; number += 1) await openAs(number)
  for (const number of [1, 17, 40]) {
    asks = officer(number)
    expect(await counts()).toEqual({ Mine: 1, 'The team’s': 40, 'Without an owner': 0 })
  }
  const { html } = await service.ask('/?whose=all&when=soon')
  // 25 stand on a page.
  expect(new Set(html.match(/Officer Number\d+/g)).size).toBeGreaterThan(20)
  const assign = (await service.ask(`/assign?item=${await openAs(3)}`)).html
  expect([...assign.matchAll(/<option [^>]*>Officer Number\d+<\/option>/g)]).toHaveLength(39)
})
