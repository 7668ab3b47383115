import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PERIODS } from '../../../lambdas/law/periods.ts'
import { prove } from './proof.ts'
import { proveOthers } from './proof-of-others.ts'
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

describe('the engine against an independent oracle', () => {
  it('agrees on every decision day from 2018 to 2028, with certificates spread over 400 days, in every branch', () => {
    const { differences, differing, compared, certain, judgements } = prove({
      from: '2018-01-01',
      to: '2028-12-31',
      certificateStep: 29,
      withWords: false,
    })
    expect(differences).toEqual([])
    expect(differing).toBe(0)
    expect(compared['no certificate']).toBe(4018)
    expect(compared['a certificate']).toBe(4018 * 15)
    const compares = Object.values(compared).reduce((sum, count) => sum + count, 0)
    expect(certain + Object.values(judgements).reduce((sum, count) => sum + count, 0)).toBe(compares)
    // Every call that bears on the appeal date is met, so that none is agreed on by never being asked.
    for (const call of ['J1', 'J5', 'J6', 'J16']) expect(Object.keys(judgements).join()).toContain(call)
  })

  it('agrees on every certificate day after decisions around the ends of months, August and Christmas, in words too', () => {
    for (const [from, to] of [
      ['2026-12-28', '2027-01-02'],
      ['2027-05-29', '2027-06-02'],
      ['2028-10-22', '2028-10-27'],
      ['2028-02-28', '2028-03-01'],
    ] as const) {
      expect(prove({ from, to, certificateStep: 1, withWords: true }).differences).toEqual([])
    }
  })

  it('agrees on every other date of the catalogue, started on days spread over the eleven years', () => {
    // A step that shares no factor with the days of the week or the year.
    const { compared, differences } = proveOthers('2018-01-01', '2028-12-31', 13)
    expect(differences).toEqual([])
    const others = PERIODS.map(({ id }) => id).filter((id) => id !== 'D09' && id !== 'D10')
    expect(Object.keys(compared).sort()).toEqual(others.sort())
    for (const count of Object.values(compared)) expect(count).toBeGreaterThan(200)
  })
})
