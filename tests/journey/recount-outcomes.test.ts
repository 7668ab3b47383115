import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseOutcome } from '../../lambdas/cases/outcome.ts'
import { cellOf } from '../../lambdas/cases/outcome-counts/counted-outcome.ts'
import { closeCase } from '../../lambdas/cases/store/close-case.ts'
import { openCase } from '../../lambdas/cases/store/open-case.ts'
import { cellsOfMonths, keepOutcome, lastComparison } from '../../lambdas/cases/store/outcome-store.ts'
import { keys, outcomeKeys } from '../../lambdas/cases/store/tables.ts'
import { recountOutcomes } from '../../lambdas/journey/recount-outcomes.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { parseMonth } from '../../lambdas/law/month.ts'
import { type TablesForTests, tablesForTests } from '../cases/tables-for-tests.ts'
import { PARENT } from '../messages/situations.ts'

const OPENED = new Date('2026-03-10T11:00:00Z')
const NIGHT = new Date('2026-03-11T04:45:00Z')
const MARCH = parseMonth('2026-03')
const OPEN = cellOf.standing('no-contact', 'open')

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
const keep = (caseId: string) => keepOutcome(fixture.tables, caseId, OPENED)
const cells = async () =>
  await cellsOfMonths(fixture.tables, { from: MARCH, to: parseMonth('2026-12') }, { consistent: true })
const recount = () =>
  recountOutcomes({
    tables: fixture.tables,
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
    expect(await cells()).toEqual({
      '2026-03': {
        [OPEN]: 0,
        [cellOf.listed('open')]: 0,
        [cellOf.standing('no-contact', 'agreed')]: 1,
        [cellOf.listed('closed')]: 1,
      },
      '2026-04': { [OPEN]: 1, [cellOf.listed('open')]: 1 },
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
    expect(await recount()).toEqual({ cases: 2, missed: ['OLD-1', 'OLD-2'], uncounted: [], mended: 0, isFirst: true })
    expect(await lastComparison(fixture.tables)).toEqual({ comparedAt: NIGHT.toISOString(), cases: 2, putRight: 0 })
    expect(await recount()).toEqual({ cases: 2, missed: [], uncounted: [], mended: 0, isFirst: false })
  })

  it('counts a case of which nothing was heard, and says so once', async () => {
    await recount()
    await open('LOST-1')
    expect(await recount()).toMatchObject({ missed: ['LOST-1'], mended: 0 })
    expect(await lastComparison(fixture.tables)).toMatchObject({ putRight: 1 })
    expect(await recount()).toMatchObject({ missed: [], mended: 0 })
    expect((await cells())[MARCH]).toMatchObject({ [OPEN]: 1 })
  })

  it('puts a figure right that is not what the cases add up to', async () => {
    await open('WRONG-1')
    await keep('WRONG-1')
    await recount()
    const right = await cells()
    await fixture.tables.client.send(
      new UpdateCommand({
        TableName: 'cases',
        Key: outcomeKeys.month(MARCH),
        UpdateExpression: 'ADD #cell :two',
        ExpressionAttributeNames: { '#cell': OPEN },
        ExpressionAttributeValues: { ':two': 2 },
      }),
    )
    expect(await recount()).toMatchObject({ missed: [], mended: 1 })
    expect(await cells()).toEqual(right)
    expect(await recount()).toMatchObject({ mended: 0 })
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
