import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { londonDay } from '../../../lambdas/cases/london.ts'
import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { closeCase } from '../../../lambdas/cases/store/close-case.ts'
import { everyCase } from '../../../lambdas/cases/store/list-cases.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../../lambdas/cases/store/open-case.ts'
import { giveCase, giveTaskTo } from '../../../lambdas/cases/store/owner-store.ts'
import { finishTask, giveTask } from '../../../lambdas/cases/store/task-store.ts'
import { keepWork, pageOfWork, workOfPeople } from '../../../lambdas/cases/store/work-store.ts'
import { caseWork, countsOf } from '../../../lambdas/cases/work/case-work.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { PARENT } from '../../messages/situations.ts'
import { SETTINGS } from '../plan/settings-for-tests.ts'
import { type TablesForTests, tablesForTests } from '../tables-for-tests.ts'

const NOW = new Date('2026-03-10T11:00:00Z')
const MESSAGE = { message: 'rights_00001' } as const
const TASK = `tell-family-another-way_${MESSAGE.message}`

let fixture: TablesForTests
beforeEach(async () => {
  fixture = await tablesForTests()
})
afterEach(() => fixture.close())
const keep = (caseId: string, now = NOW) =>
  keepWork({ tables: fixture.tables, ownTimes: SETTINGS, now: () => now }, caseId)

async function open(caseId: string, recordedBy = 'person-1'): Promise<void> {
  const day = parseCalendarDate('2026-03-09')
  const decision = { decisionKind: 'plan-contents', placementOnly: false, printedOn: day, sentOn: day } as const
  await openCase(fixture.tables, { caseId, submissionId: caseId, decision, contact: PARENT, recordedBy }, NOW)
}
const give = async (caseId: string, to: string | undefined) =>
  giveCase(fixture.tables, (await requireCaseFile(fixture.tables, caseId)).record, { to, changedBy: 'person-9' }, NOW)
const close = async (caseId: string) => {
  const { version } = (await requireCaseFile(fixture.tables, caseId)).record
  return closeCase(fixture.tables, caseId, version, 'ended-without-news', NOW)
}
const askToTell = (caseId: string) =>
  giveTask(fixture.tables, caseId, { kind: 'tell-family-another-way', about: MESSAGE, dueOn: londonDay(NOW) }, NOW)
const listed = async (whose: string) =>
  (await pageOfWork(fixture.tables, { whose, limit: 100 })).work.map(
    ({ caseId, item }) => `${item.dueOn} ${caseId} ${item.what}`,
  )

/** What the counts have to be: worked out from every case, as it is. */
async function addedUp(caseIds: readonly string[]): Promise<Record<string, Record<string, number>>> {
  const sums: Record<string, Record<string, number>> = {}
  for (const caseId of caseIds) {
    const work = caseWork(await requireCaseFile(fixture.tables, caseId), [], londonDay(NOW), SETTINGS)
    for (const [whose, counts] of countsOf(work)) {
      for (const [what, number] of Object.entries(counts)) {
        const own = sums[whose] ?? {}
        own[what] = (own[what] ?? 0) + number
        sums[whose] = own
      }
    }
  }
  return sums
}
const kept = async () => {
  const entries = [...(await workOfPeople(fixture.tables, { consistent: true })).counts].map(
    ([whose, counts]) =>
      [whose, Object.fromEntries(Object.entries(counts).filter(([, number]) => number !== 0))] as const,
  )
  return Object.fromEntries(entries.filter(([, counts]) => Object.keys(counts).length > 0))
}

describe('the work of a case', () => {
  it('stands in the lists of its owner and of all, moves with its owner, and goes with the case', async () => {
    await open('LIST-1')
    expect(await keep('LIST-1')).toBe('changed')
    expect(await keep('LIST-1')).toBe('as-it-was')
    const [next] = await listed('person-1')
    expect(next).toMatch(/ LIST-1 family-speaks-to-adviser$/)
    await give('LIST-1', 'person-2')
    await keep('LIST-1')
    expect(await listed('person-1')).toEqual([])
    expect(await listed('person-2')).toEqual([next])
    await give('LIST-1', undefined)
    await keep('LIST-1')
    expect(await listed('nobody')).toEqual([next])
    await close('LIST-1')
    await keep('LIST-1')
    expect(await listed('nobody')).toEqual([])
    expect(await listed('all')).toEqual([])
  })

  it('has a task that outlives the case, of whoever it was given to', async () => {
    await open('LIST-2')
    await askToTell('LIST-2')
    await giveTaskTo(fixture.tables, 'LIST-2', TASK, { to: 'person-3', changedBy: 'person-1' }, NOW)
    await close('LIST-2')
    await keep('LIST-2')
    expect(await listed('person-3')).toEqual(['2026-03-10 LIST-2 tell-family-another-way'])
    expect(await listed('person-1')).toEqual([])
    await finishTask(fixture.tables, 'LIST-2', TASK, 'person-3', NOW)
    await keep('LIST-2')
    expect(await listed('person-3')).toEqual([])
  })

  it('is counted once when it is counted at the same time by many', async () => {
    const before = await kept()
    await open('LIST-3', 'person-5')
    await Promise.all(Array.from({ length: 8 }, () => keep('LIST-3')))
    const { 'person-5': own, ...others } = await kept()
    expect(Object.values(own ?? {})).toEqual([1])
    expect(others).toEqual(before)
    await close('LIST-3')
    await keep('LIST-3')
  })
})

describe('the counts', () => {
  /** What happens to one of the cases, and which of the news of it so far is heard then: none, again, or out of order. */
  const step = fc.record({
    of: fc.integer({ min: 0, max: 3 }),
    what: fc.constantFrom('open', 'give', 'give-nobody', 'task', 'task-to', 'done', 'close'),
    to: fc.constantFrom('person-1', 'person-2', 'person-3'),
    hears: fc.array(fc.nat(), { maxLength: 2 }),
  })
  let run = 0

  it('add up to the cases, whatever happens to them and however the news of it comes', async () => {
    const all: string[] = []
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        run += 1
        const news: string[] = []
        const opened = new Set<string>()
        for (const { of, what, to, hears } of steps) {
          const caseId = `R${run}-${of}`
          if (what === 'open' || !opened.has(caseId)) {
            if (!opened.has(caseId)) await open(caseId, to)
            opened.add(caseId)
          } else if (what === 'give') await give(caseId, to)
          else if (what === 'give-nobody') await give(caseId, undefined)
          else if (what === 'task') await askToTell(caseId)
          else if (what === 'task-to')
            await giveTaskTo(fixture.tables, caseId, TASK, { to, changedBy: 'person-9' }, NOW)
          else if (what === 'done') await finishTask(fixture.tables, caseId, TASK, to, NOW)
          else await close(caseId)
          news.push(caseId)
          // The same again, an old one, two in one moment.
          await Promise.all(hears.map((one) => keep(news[one % news.length] ?? caseId)))
        }
        // At the end all news has come, the last first.
        for (const caseId of news.toReversed()) await keep(caseId)
        all.push(...opened)
        expect(await kept()).toEqual(await addedUp(all))
        let open_ = 0
        for await (const _ of everyCase(fixture.tables, 'open')) open_ += 1
        const ofCases = Object.values(await kept()).flatMap((counts) =>
          Object.entries(counts).flatMap(([what, number]) => (/^(?:task|letter)/.test(what) ? [] : [number])),
        )
        expect(ofCases.reduce((sum, number) => sum + number, 0)).toBe(open_)
        expect(await listed('all')).toHaveLength(
          Object.values(await kept())
            .flatMap(Object.values)
            .reduce((a, b) => a + b, 0),
        )
      }),
      { numRuns: 12 },
    )
  })

  it('are of no case of which something else is recorded: nothing is written for it', async () => {
    await open('SAME-1')
    await keep('SAME-1')
    const before = await fixture.everything()
    expect(await keep('SAME-1', new Date('2026-03-11T11:00:00Z'))).toBe('as-it-was')
    expect(await fixture.everything()).toBe(before)
    expect(sequenceOf(1)).toBe('00001')
  })
})
