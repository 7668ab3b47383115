import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseFile } from '../../lambdas/cases/case-file.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'
import { caseChecker } from './walk/check-case.ts'
import { PAIRS, TRANSITIONS } from './walk/machines.ts'
import { isImpossible } from './walk/ruled-out.ts'
import { notTaken, walk } from './walk/walkers.ts'

/**
 * A walk's first weeks: enough to catch a case that goes wrong after a step. `npm run prove:journeys` walks on, until
 * every transition and every pair of them is taken.
 */
const ENOUGH = Math.ceil((TRANSITIONS.length * 2) / 3)

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-02-10')
})
afterAll(() => house.close())

it('finds the case right after each step, through two thirds of the transitions of the machines', {
  timeout: 600_000,
}, async () => {
  const check = caseChecker()
  const looks: Parameters<typeof check>[] = []
  const result = await walk({
    service: house.service,
    seed: 2026,
    cases: 120,
    until: parseCalendarDate('2026-12-31'),
    goals: TRANSITIONS,
    check(...look) {
      looks.push(look)
      return check(...look)
    },
    isEnough: (soFar) => TRANSITIONS.length - notTaken(TRANSITIONS, soFar).length >= ENOUGH,
  })
  expect(result.problems).toEqual([])
  expect(TRANSITIONS.length - notTaken(TRANSITIONS, result).length).toBeGreaterThanOrEqual(ENOUGH)
  expect(PAIRS.filter((one) => result.taken.has(one) && isImpossible(one))).toEqual([])

  // The checker finds what is wrong: the same cases, each spoilt a little.
  const spoilt = (spoil: (file: CaseFile) => CaseFile) =>
    looks.flatMap(([file, today, running]) => caseChecker()(spoil(file), today, running)).join('\n')
  expect(spoilt((file) => ({ ...file, messages: file.messages.slice(1) }))).toContain('should have been sent')
  expect(spoilt((file) => ({ ...file, messages: file.messages.map((one) => ({ ...one, attempts: 2 })) }))).toContain(
    'after 2 attempts',
  )
  expect(spoilt((file) => ({ ...file, waits: [] }))).toContain('nothing is under way')
  expect(spoilt((file) => ({ ...file, waits: file.waits.map((one) => ({ ...one, awaits: [] })) }))).toContain(
    'what its machine does not wait for',
  )
  expect(looks.flatMap(([file, today]) => caseChecker()(file, today, new Set())).join('\n')).toContain(
    'its execution does not run',
  )
})
