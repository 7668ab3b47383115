import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseOutcome } from '../../lambdas/cases/outcome.ts'
import { closeCase } from '../../lambdas/cases/store/close-case.ts'
import { openCase } from '../../lambdas/cases/store/open-case.ts'
import {
  type CountCase,
  everyCell,
  keepOutcome,
  lastComparison,
  mendPeriod,
} from '../../lambdas/cases/store/outcome-store.ts'
import { keys, outcomeKeys } from '../../lambdas/cases/store/tables.ts'
import { recountOutcomes } from '../../lambdas/journey/recount-outcomes.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { parseMonth } from '../../lambdas/law/month.ts'
import { countCase } from '../../lambdas/reports/cells.ts'
import { type TablesForTests, tablesForTests } from '../cases/tables-for-tests.ts'
import { PARENT } from '../messages/situations.ts'
import { NOTHING_ON } from '../reports/case-to-count.ts'

const PLAINLY = countCase({ terms: [], particulars: NOTHING_ON })
const OPENED = new Date('2026-03-10T11:00:00Z')
const NIGHT = new Date('2026-03-11T04:45:00Z')
const MARCH = parseMonth('2026-03')
const OPEN = 'cases/no-contact/open'
const LISTED = 'cases-listed/cases/open'

let fixture: TablesForTests
const uncounted: string[] = []
beforeEach(async () => {
  fixture = await tablesForTests()
  uncounted.length = 0
})
afterEach(() => fixture.close())

async function open(caseId: string, at = OPENED): Promise<void> {
  const day = parseCalendarDate('2026-03-09')
  const decision = { decisionKind: 'plan-contents', placementOnly: false, printedOn: day, sentOn: day } as const
  await openCase(fixture.tables, { caseId, submissionId: caseId, decision, contact: PARENT, recordedBy: 'officer' }, at)
}
const close = (caseId: string, outcome: CaseOutcome) => closeCase(fixture.tables, caseId, 1, outcome, OPENED)
const keep = (caseId: string) => keepOutcome(fixture.tables, caseId, PLAINLY, OPENED)
const cells = () => everyCell(fixture.tables)
const recount = () =>
  recountOutcomes({
    tables: fixture.tables,
    count: PLAINLY,
    now: () => NIGHT,
    reportUncounted: (caseId) => void uncounted.push(caseId),
  })

describe('what is counted of a case', () => {
  it('is the same whatever is told twice, late, at once or out of order', async () => {
    await open('CASE-1')
    await open('CASE-2', new Date('2026-04-10T11:00:00Z'))
    // Told of both before, in the middle and after, in each order, twice in one moment.
    await Promise.all(['CASE-2', 'CASE-1', 'CASE-2', 'CASE-1'].map(keep))
    await close('CASE-1', 'agreed')
    await Promise.all(['CASE-1', 'CASE-2', 'CASE-1'].map(keep))
    expect(await keep('CASE-1')).toBe('as-it-was')
    // What the estimate of the next months rests on is tested beside it.
    const inTables = Object.entries(await cells()).map(([month, own]) => [
      month,
      Object.fromEntries(Object.entries(own).filter(([name]) => !name.startsWith('coming/'))),
    ])
    expect(Object.fromEntries(inTables)).toEqual({
      '2026-03': {
        [OPEN]: 0,
        [LISTED]: 0,
        'cases/no-contact/agreed': 1,
        'cases-listed/cases/closed': 1,
        // Of both decisions: what is counted by the day on which they were sent.
        'decisions-sent/plan-contents/sent': 2,
        'time-limits/contact/not-yet-due': 1,
        'time-limits/contact/over': 1,
      },
      '2026-04': { [OPEN]: 1, [LISTED]: 1 },
    })
  })

  it('is nothing where there is no such case', async () => {
    expect(await keep('NONE-1')).toBe('as-it-was')
    expect(await cells()).toEqual({})
  })
})

describe('the nightly comparison', () => {
  it('counts the cases that were there before, the first time, and calls that no difference', async () => {
    await open('OLD-1')
    await open('OLD-2')
    await close('OLD-2', 'withdrawn')
    expect(await recount()).toEqual({
      cases: 2,
      missed: ['OLD-1', 'OLD-2'],
      renewed: 0,
      uncounted: [],
      mended: 0,
      isFirst: true,
    })
    expect(await lastComparison(fixture.tables)).toMatchObject({
      comparedAt: NIGHT.toISOString(),
      cases: 2,
      putRight: 0,
    })
    expect(await recount()).toEqual({
      cases: 2,
      missed: [],
      renewed: 0,
      uncounted: [],
      mended: 0,
      isFirst: false,
    })
  })

  it('counts a case of which nothing was heard, and says so once', async () => {
    await recount()
    await open('LOST-1')
    expect(await recount()).toMatchObject({ missed: ['LOST-1'], mended: 0 })
    expect(await lastComparison(fixture.tables)).toMatchObject({ putRight: 1 })
    expect(await recount()).toMatchObject({ missed: [], mended: 0 })
    expect((await cells())[MARCH]).toMatchObject({ [OPEN]: 1 })
  })

  it('counts anew what the day alone changes, and what an earlier version counted, and calls neither a difference', async () => {
    await open('OLD-1')
    await keep('OLD-1')
    await recount()
    const later = new Date('2026-05-11T04:45:00Z')
    const nextNight = (count = PLAINLY) =>
      recountOutcomes({ tables: fixture.tables, count, now: () => later, reportUncounted: () => undefined })
    // Two months are over, and nobody has recorded a contact.
    expect(await nextNight()).toMatchObject({ missed: [], renewed: 1, mended: 0 })
    expect((await cells())[MARCH]).toMatchObject({ 'time-limits/contact/overdue': 1 })
    expect(await nextNight()).toMatchObject({ missed: [], renewed: 0 })
    // A figure that is new is worked out for the cases that are there.
    const withNewFigure: CountCase = {
      ...PLAINLY,
      version: 'next',
      ofCase: (...about) => ({ ...PLAINLY.ofCase(...about), '2026-04': { 'new/row/column': 1 } }),
    }
    expect(await nextNight(withNewFigure)).toMatchObject({ missed: [], renewed: 1, mended: 0 })
    expect((await cells())['2026-04']).toEqual({ 'new/row/column': 1 })
  })

  it('puts a figure right that is not what the cases add up to', async () => {
    await open('WRONG-1')
    await keep('WRONG-1')
    await recount()
    const right = await cells()
    await fixture.tables.client.send(
      new UpdateCommand({
        TableName: 'cases',
        Key: outcomeKeys.period(MARCH),
        UpdateExpression: 'ADD #cell :two',
        ExpressionAttributeNames: { '#cell': OPEN },
        ExpressionAttributeValues: { ':two': 2 },
      }),
    )
    expect(await recount()).toMatchObject({ missed: [], mended: 1 })
    expect(await cells()).toEqual(right)
    expect(await recount()).toMatchObject({ mended: 0 })
  })

  it('puts more figures right at once than one change of a row can take', async () => {
    await open('MANY-1')
    await keep('MANY-1')
    await recount()
    const right = await cells()
    const wrong = Object.fromEntries(Array.from({ length: 700 }, (_, number) => [`wrong/row/column/${number}`, 1]))
    await mendPeriod(fixture.tables, MARCH, wrong)
    expect(await recount()).toMatchObject({ mended: 700 })
    const now = Object.fromEntries(Object.entries((await cells())[MARCH] ?? {}).filter(([, count]) => count !== 0))
    expect(now).toEqual(right[MARCH])
  })

  it('is heard as a failure where a case cannot be read, and counts nothing twice when it runs again', async () => {
    await open('BAD-1')
    await open('GOOD-1')
    await setRoute('BAD-1', 'nowhere')
    await expect(recount()).rejects.toThrow('route')
    await setRoute('BAD-1', 'no-contact')
    await recount()
    expect((await cells())[MARCH]).toMatchObject({ [OPEN]: 2 })
  })
})

async function setRoute(caseId: string, route: string): Promise<void> {
  await fixture.tables.client.send(
    new UpdateCommand({
      TableName: 'cases',
      Key: keys.case(caseId),
      UpdateExpression: 'SET #route = :route',
      ExpressionAttributeNames: { '#route': 'route' },
      ExpressionAttributeValues: { ':route': route },
    }),
  )
}
