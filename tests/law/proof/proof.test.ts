import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { type AppealDayFacts, type AppealDays, appealDays } from '../../../lambdas/law/appeal-days.ts'
import { PERIODS } from '../../../lambdas/law/periods.ts'
import { type ProofRange, prove } from './proof.ts'
import { proveOthers } from './proof-of-others.ts'
import { LONGEST_CERTIFICATE } from './proof-space.ts'
import { valuesImportedBy } from './values-imported.ts'

/** What the oracle may be made of. */
const ORACLE = ['oracle.ts', 'oracle-of-dispute.ts', 'plain-days.ts']
const LIBRARIES = ['luxon', 'date-holidays']

describe('the oracle', () => {
  it('imports nothing of the engine but types, so that a mistake would have to be made twice', () => {
    const sources = readdirSync(import.meta.dirname).filter((name) => ORACLE.includes(name))
    expect(sources.sort()).toEqual([...ORACLE].sort())
    const imported = sources.flatMap((name) => valuesImportedBy(readFileSync(join(import.meta.dirname, name), 'utf8')))
    expect(imported.length).toBeGreaterThan(3)
    expect(imported.filter((target) => ![...LIBRARIES, ...ORACLE.map((name) => `./${name}`)].includes(target))).toEqual(
      [],
    )
  })

  it('would be found to import something else', () => {
    expect(valuesImportedBy("import type { Duty } from '../../../lambdas/law/duty.ts'")).toEqual([])
    expect(valuesImportedBy("import { type Duty, addDays } from '../../../lambdas/law/calendar-date.ts'")).toEqual([
      '../../../lambdas/law/calendar-date.ts',
    ])
    expect(valuesImportedBy("export { addDays } from './days.ts'\nawait import('./more.ts')")).toEqual([
      './days.ts',
      './more.ts',
    ])
  })
})

/** The sample takes the certificates of one day in so many after each decision, from a day on that the seed gives. */
const STEP = 29
const FROM = 1 + (inject('seed') % STEP)
const DECISIONS = 4018
/** With that of the day of the decision, and the last. */
const CERTIFICATES = Math.ceil((LONGEST_CERTIFICATE - FROM) / STEP) + 2

/** A sample of `npm run prove:dates`, which asks about every certificate. */
const SAMPLE: ProofRange = {
  from: '2018-01-01',
  to: '2028-12-31',
  certificates: { step: STEP, from: FROM },
  withWords: false,
}

describe('the engine against an independent oracle', () => {
  it(`agrees on every decision day from 2018 to 2028, with certificates that are drawn (seed ${inject('seed')}), in every branch`, () => {
    const { differences, differing, compared, certain, judgements } = prove(SAMPLE)
    expect(differences).toEqual([])
    expect(differing).toBe(0)
    expect(compared['no certificate']).toBe(DECISIONS)
    expect(compared['a certificate']).toBe(DECISIONS * CERTIFICATES)
    const compares = Object.values(compared).reduce((sum, count) => sum + count, 0)
    expect(certain + Object.values(judgements).reduce((sum, count) => sum + count, 0)).toBe(compares)
    // Every call that bears on the appeal date is met, so that none is agreed on by never being asked.
    for (const call of ['J1', 'J5', 'J6', 'J16', 'J45']) expect(Object.keys(judgements).join()).toContain(call)
  })

  it('finds an engine whose last day is a day late for one certificate in a thousand', () => {
    const isLate = ({ decisionDay, certificateDay = 0 }: AppealDayFacts) =>
      (decisionDay * 31 + certificateDay) % 1000 === 0
    const dayLate = (facts: AppealDayFacts): AppealDays => {
      const days = appealDays(facts)
      return isLate(facts) ? { ...days, appealBy: days.appealBy + 1 } : days
    }
    const { differing, differences } = prove(SAMPLE, dayLate)
    expect(differing).toBeGreaterThan(0)
    expect(differences[0]).toMatch(/^[a-z ]+, decision \d{4}-\d\d-\d\d.*: .* not /)
  })

  it('agrees on every certificate day after decisions around the ends of months, August and Christmas, in words too', () => {
    for (const [from, to] of [
      ['2026-12-28', '2027-01-02'],
      ['2027-05-29', '2027-06-02'],
      ['2028-10-22', '2028-10-27'],
      ['2028-02-28', '2028-03-01'],
    ] as const) {
      expect(prove({ from, to, certificates: { step: 1 }, withWords: true }).differences).toEqual([])
    }
  })

  it('agrees on every other date of the catalogue, started on days spread over the eleven years', () => {
    // A step that shares no factor with the days of the week or the year.
    const { compared, differences } = proveOthers('2018-01-01', '2028-12-31', 13)
    expect(differences).toEqual([])
    const others = PERIODS.map(({ id }) => id).filter((id) => id !== 'D09' && id !== 'D10')
    expect(Object.keys(compared).sort()).toEqual(others.sort())
    // The Complaint Handling Code is of April 2026, so that its times are started on fewer days.
    for (const [id, count] of Object.entries(compared)) expect(count).toBeGreaterThan(/^D4[67]/.test(id) ? 70 : 200)
  })
})
