import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseDates } from '../../lambdas/cases/case-dates.ts'
import type { CaseFile } from '../../lambdas/cases/case-file.ts'
import { addDays, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import type { Deadline } from '../../lambdas/law/deadline.ts'
import { valuesImportedBy } from '../law/proof/values-imported.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'
import { caseChecker, DATES_OF_SERVICE, dateProblems, lawOf } from './walk/check-case.ts'
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

  // So is every date that is a day off, or is not there.
  const laws = looks.map(([file, today]) => ({ file, today, law: lawOf(file, today) }))
  const isFound = (what: string, service: Partial<typeof DATES_OF_SERVICE>) =>
    laws.some(({ file, today, law }) =>
      dateProblems(file, today, law, { ...DATES_OF_SERVICE, ...service }).some((problem) => problem.startsWith(what)),
    )
  const { caseDates, dutyDates, complaintDates } = DATES_OF_SERVICE
  const unfound = NAMES.flatMap((name) =>
    Object.entries(WRONG).flatMap(([how, spoil]) =>
      isFound(`${name} is`, {
        caseDates: (...asked) => {
          const dates = caseDates(...asked)
          return { ...dates, [name]: spoil(dates[name]) }
        },
      })
        ? []
        : [`${name}, ${how}`],
    ),
  )
  expect(unfound).toEqual([])
  expect(isFound('the duty', { dutyDates: (...asked) => dutyDates(...asked).slice(1) })).toBe(true)
  expect(
    isFound('the duty', {
      dutyDates: (...asked) =>
        dutyDates(...asked).map((duty) => ({ ...duty, deadline: { ...duty.deadline, ...aDayLater(duty.deadline) } })),
    }),
  ).toBe(true)
  expect(
    isFound('the Ombudsman', {
      complaintDates: (...asked) => {
        const dates = complaintDates(...asked)
        return { ...dates, ombudsman: { ...dates.ombudsman, ...aDayLater(dates.ombudsman) } }
      },
    }),
  ).toBe(true)
})

it('works out the dates to compare with from the facts and the oracle alone', () => {
  const walk = join(import.meta.dirname, 'walk')
  const imported = (name: string) => valuesImportedBy(readFileSync(join(walk, name), 'utf8'))
  expect(imported('oracle-of-case.ts').filter((target) => !target.startsWith('../../law/proof/'))).toEqual([])
  expect(imported('told.ts').filter((target) => target.includes('lambdas/law/') || target.includes('-dates'))).toEqual(
    [],
  )
})

/** Every date of a case. */
const NAMES = Object.keys({
  contact: true,
  boardTold: true,
  mediation: true,
  meetingNotice: true,
  certificate: true,
  agreement: true,
  appeal: true,
  response: true,
} satisfies Record<keyof CaseDates, true>) as (keyof CaseDates)[]

function aDayLater({ lawDate }: Deadline) {
  return { lawDate: addDays(lawDate, 1) }
}

/** Ways in which a date can be wrong. */
const WRONG: Readonly<Record<string, (deadline: Deadline | undefined) => Deadline | undefined>> = {
  'a day later': (deadline) => deadline && { ...deadline, ...aDayLater(deadline) },
  'aimed for a day earlier': (deadline) => deadline && { ...deadline, aimDate: addDays(deadline.aimDate, -1) },
  'not there': () => undefined,
}
