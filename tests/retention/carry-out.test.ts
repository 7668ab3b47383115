import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RetentionList } from '../../lambdas/cases/retention/retention-list.ts'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { decideOnList, loadList, proposeList } from '../../lambdas/cases/store/retention-list-store.ts'
import { CASES_IN_A_STEP, carryOutStep } from '../../lambdas/retention/carry-out.ts'
import { type ServiceForTests, serviceForTests } from '../staff/service-for-tests.ts'
import { COUNCIL } from '../web/council-for-tests.ts'
import { Crash, closedCase, dyingTables, rowsAbout } from './retention-for-tests.ts'

const NOW = new Date('2027-03-11T10:00:00Z')

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

/** A list of these cases, confirmed by another person. */
async function confirmedList(id: string, ...caseIds: readonly string[]): Promise<void> {
  const list: RetentionList = {
    id,
    proposedBy: 'manager-1',
    proposedAt: NOW.toISOString(),
    rules: { 'closed-as-error': COUNCIL.retention.rules['closed-as-error'] },
    cases: await Promise.all(
      caseIds.map(async (caseId) => {
        const { version } = (await requireCaseFile(service.tables, caseId)).record
        return { caseId, version, outcome: 'closed-as-error' as const }
      }),
    ),
    state: 'proposed',
    results: {},
  }
  expect(await proposeList(service.tables, list)).toBe(true)
  expect(await decideOnList(service.tables, id, 'confirmed', 'manager-2', NOW)).toBe(true)
}

function step(id: string, tables = service.tables, forgotten: string[] = []) {
  const forgetForms = async (caseIds: readonly string[]) => {
    forgotten.push(...caseIds)
  }
  return carryOutStep({ tables, policy: COUNCIL.retention, clock: () => NOW, forgetForms }, id, 'manager-2')
}

describe('carrying out a confirmed list', () => {
  it('comes to the same certificate wherever it stops, and forgets what was typed of each case', async () => {
    const caseIds = [await closedCase(service), await closedCase(service)]
    await confirmedList('list-1', ...caseIds)
    const forgotten: string[] = []
    let stops = 0
    // Each time it gets a little further before the power goes.
    for (let writes = 0; ; writes += 3) {
      const left = await step('list-1', dyingTables(service.tables, writes), forgotten).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error
        return undefined
      })
      if (left === 0) break
      stops += 1
    }
    expect(stops).toBeGreaterThan(3)
    const list = await loadList(service.tables, 'list-1')
    expect(list).toMatchObject({ state: 'carried-out', carriedOutAt: NOW.toISOString() })
    for (const caseId of caseIds) {
      expect(list?.results[caseId]).toMatchObject({ result: 'erased', rows: { contact: 1, fact: 2, sent: 1 } })
      expect((await rowsAbout(service, caseId)).map(({ type }) => type).sort()).toEqual([
        'erased-case',
        'retention-list',
      ])
      expect(forgotten).toContain(caseId)
    }
  })

  it('may run twice at once', async () => {
    const caseIds = [await closedCase(service), await closedCase(service)]
    await confirmedList('list-2', ...caseIds)
    expect(await Promise.all([step('list-2'), step('list-2')])).toEqual([0, 0])
    const { results = {} } = (await loadList(service.tables, 'list-2')) ?? {}
    expect(Object.values(results).map(({ result }) => result)).toEqual(['erased', 'erased'])
    const entries = (await service.audited()).filter(({ what }) => what === 'case-erased')
    for (const caseId of caseIds) expect(entries.filter(({ chain }) => chain === `case:${caseId}`)).toHaveLength(1)
  })

  it('does nothing for a list that nobody has confirmed, or that is not there', async () => {
    const caseId = await closedCase(service)
    await confirmedList('list-3', caseId)
    expect(CASES_IN_A_STEP).toBeGreaterThan(1)
    expect(await decideOnList(service.tables, 'list-3', 'withdrawn', 'manager-1', NOW)).toBe(false)
    expect(await step('no-list')).toBeUndefined()
  })
})
