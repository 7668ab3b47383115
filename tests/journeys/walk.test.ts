import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'
import { caseChecker } from './walk/check-case.ts'
import { notTaken, walk } from './walk/walkers.ts'

/** Every transition. `npm run prove:journeys` goes on to every pair of them. */

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-02-10')
})
afterAll(() => house.close())

it('takes every transition of every machine, and the case is right after each step', { timeout: 600_000 }, async () => {
  const result = await walk({
    house,
    seed: 2026,
    cases: 150,
    until: parseCalendarDate('2028-12-31'),
    pairs: false,
    check: caseChecker(),
    isEnough: (soFar) => notTaken(soFar).length === 0,
  })
  expect(result.problems).toEqual([])
  expect(notTaken(result)).toEqual([])
})
