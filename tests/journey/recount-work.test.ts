import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../lambdas/cases/store/open-case.ts'
import { giveTaskTo } from '../../lambdas/cases/store/owner-store.ts'
import { workKeys } from '../../lambdas/cases/store/tables.ts'
import { keepWork, pageOfWork, workOfPeople } from '../../lambdas/cases/store/work-store.ts'
import { recountWork } from '../../lambdas/journey/recount-work.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { notePerson } from '../../lambdas/staff/sign-in/people.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { type TablesForTests, tablesForTests } from '../cases/tables-for-tests.ts'
import { PARENT } from '../messages/situations.ts'

const OPENED = new Date('2026-03-10T11:00:00Z')
const NIGHT = new Date('2026-03-11T04:15:00Z')
const ANNA = `person-${'a'.repeat(24)}`

let fixture: TablesForTests
beforeEach(async () => {
  fixture = await tablesForTests()
})
afterEach(() => fixture.close())

async function open(caseId: string): Promise<void> {
  const day = parseCalendarDate('2026-03-09')
  const decision = { decisionKind: 'plan-contents', placementOnly: false, printedOn: day, sentOn: day } as const
  await openCase(fixture.tables, { caseId, submissionId: caseId, decision, contact: PARENT, recordedBy: ANNA }, OPENED)
}
const uncounted: string[] = []
const service = (now: Date) => ({
  tables: fixture.tables,
  ownTimes: SETTINGS,
  now: () => now,
  reportUncounted: (caseId: string) => void uncounted.push(caseId),
})
const keep = (caseId: string) => keepWork(service(OPENED), caseId)
const counts = async () => Object.fromEntries((await workOfPeople(fixture.tables, { consistent: true })).counts)
const signedIn = (lastSignedInAt: string) =>
  notePerson(fixture.tables, {
    personId: ANNA,
    issuer: 'https://directory.example',
    subject: 'anna',
    name: 'Anna Officer',
    roles: ['case-officer'],
    lastSignedInAt,
  })

describe('the nightly recount', () => {
  it('finds nothing where all news was heard', async () => {
    await open('CALM-1')
    await keep('CALM-1')
    const report = { openCases: 1, taken: 0, missed: [], uncounted: [], mended: 0 }
    expect(await recountWork(service(NIGHT))).toEqual(report)
    expect(await recountWork(service(NIGHT))).toEqual(report)
  })

  it('counts a case of which nothing was heard, and says so once', async () => {
    await open('LOST-1')
    expect(await recountWork(service(NIGHT))).toMatchObject({ missed: ['LOST-1'], mended: 0 })
    expect(await recountWork(service(NIGHT))).toMatchObject({ missed: [], mended: 0 })
    expect(Object.values((await counts())[ANNA] ?? {})).toEqual([1])
  })

  it('puts a number right that is not what the cases add up to', async () => {
    await open('WRONG-1')
    await keep('WRONG-1')
    const right = await counts()
    const [name = ''] = Object.keys(right[ANNA] ?? {})
    await fixture.tables.client.send(
      new UpdateCommand({
        TableName: 'cases',
        Key: workKeys.counts(ANNA),
        UpdateExpression: 'ADD #name :two',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':two': 2 },
      }),
    )
    expect(await recountWork(service(NIGHT))).toMatchObject({ missed: [], mended: 1 })
    expect(await counts()).toEqual(right)
    expect(await recountWork(service(NIGHT))).toMatchObject({ mended: 0 })
  })

  it('does not take the going of time for something that nobody told', async () => {
    await open('TIME-1')
    await keep('TIME-1')
    expect(await recountWork(service(new Date('2026-05-20T03:15:00Z')))).toMatchObject({ missed: [], mended: 0 })
  })
})

describe('somebody whom the directory has not let in', () => {
  it.each([
    ['for 30 days keeps their cases', '2026-04-09T03:15:00Z', 0],
    ['for more than 30 days loses them', '2026-04-10T03:15:00Z', 2],
  ])('%s', async (_, now, taken) => {
    await signedIn('2026-03-10T09:00:00Z')
    await open('LEFT-1')
    await open('LEFT-2')
    if (!taken) await Promise.all([keep('LEFT-1'), keep('LEFT-2')])
    expect(await recountWork(service(new Date(now)))).toMatchObject({ taken, missed: [] })
    // It may run twice.
    expect(await recountWork(service(new Date(now)))).toMatchObject({ taken: 0, missed: [] })
    const { record } = await requireCaseFile(fixture.tables, 'LEFT-1')
    expect(record.owner).toBe(taken ? undefined : ANNA)
  })

  it('leaves a task to give each case an owner, and an entry of who did it', async () => {
    await signedIn('2026-03-10T09:00:00Z')
    await open('LEFT-3')
    const task = 'tell-family-another-way_rights_00001'
    await giveTaskTo(fixture.tables, 'LEFT-3', task, { to: ANNA, changedBy: ANNA }, OPENED)
    // A Saturday: the task is for Monday.
    await recountWork(service(new Date('2026-04-18T03:15:00Z')))
    const { work } = await pageOfWork(fixture.tables, { whose: 'nobody', kind: 'task', limit: 10 })
    expect(work.map(({ caseId, item }) => [caseId, item.what, item.dueOn])).toEqual([
      ['LEFT-3', 'give-owner', '2026-04-20'],
    ])
    const entries = (await fixture.audited()).filter(({ what }) => what === 'owner-changed')
    expect(entries).toMatchObject([{ who: 'service:owner-left', about: ['nobody'], chain: 'case:LEFT-3' }])
  })
})
