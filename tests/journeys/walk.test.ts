import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'
import { caseChecker } from './walk/check-case.ts'
import { TRANSITIONS } from './walk/machines.ts'
import { notTaken, walk } from './walk/walkers.ts'

/**
 * A walk's first weeks: enough to catch a case that goes wrong after a step. `npm run prove:journeys` walks on, until
 * every transition is taken.
 */
const ENOUGH = Math.ceil(TRANSITIONS.length / 2)

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-02-10')
})
afterAll(() => house.close())

it('finds the case right after each step, through half of the transitions of the machines', {
  timeout: 600_000,
}, async () => {
  const result = await walk({
    house,
    seed: 2026,
    cases: 60,
    until: parseCalendarDate('2026-12-31'),
    pairs: false,
    check: caseChecker(),
    isEnough: (soFar) => TRANSITIONS.length - notTaken(soFar).length >= ENOUGH,
  })
  expect(result.problems).toEqual([])
  expect(TRANSITIONS.length - notTaken(result).length).toBeGreaterThanOrEqual(ENOUGH)
})
