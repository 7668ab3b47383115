import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCaseId } from '../../lambdas/cases/case-id.ts'
import { closeCase } from '../../lambdas/cases/store/close-case.ts'
import { everyErasedCase } from '../../lambdas/cases/store/erased-case-store.ts'
import { noteHold } from '../../lambdas/cases/store/hold-store.ts'
import { loadCaseFile, requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { keys } from '../../lambdas/cases/store/tables.ts'
import { eraseCase, eraseCaseAgain } from '../../lambdas/retention/erase-case.ts'
import { type ServiceForTests, serviceForTests } from '../staff/service-for-tests.ts'
import { CLOSED_AT, Crash, closedCase, dyingTables, putBack, rowsAbout } from './retention-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

const BY_LIST_1 = { listId: 'list-1', who: 'manager-2', now: new Date('2033-01-01T10:00:00Z') } as const
const always = async () => true
const HOLD = {
  state: 'held',
  reason: 'The Ombudsman looks at it',
  by: 'manager-1',
  at: '2026-03-10T11:00:00.000Z',
} as const

async function versionOf(caseId: string): Promise<number> {
  return (await requireCaseFile(service.tables, caseId)).record.version
}

describe('erasing a case', () => {
  it('leaves what came of it, and no other row in any table', async () => {
    const caseId = await closedCase(service)
    const neighbour = await closedCase(service)
    const before = await rowsAbout(service, neighbour)
    // A row of each kind that a case can have, but one for which a stage has to fail.
    const kinds = new Set((await rowsAbout(service, caseId)).map(({ type }) => type))
    expect([...kinds].sort()).toEqual(
      ['case', 'fact', 'wait', 'message', 'council-message', 'held', 'task', 'letter', 'submission']
        .concat(['contact', 'child-key', 'search-key', 'words', 'sent'])
        .sort(),
    )
    const result = await eraseCase(service.tables, BY_LIST_1, { caseId, version: await versionOf(caseId) }, always)
    expect(result).toMatchObject({
      result: 'erased',
      rows: {
        contact: 1,
        words: 1,
        sent: 1,
        fact: 2,
        submission: 2,
        'council-message': 1,
        letter: 1,
        held: 1,
        task: 1,
      },
    })
    expect(await rowsAbout(service, caseId)).toEqual([
      {
        ...keys.case(caseId),
        type: 'erased-case',
        shape: expect.any(Number),
        status: 'erased',
        nextDate: '2026-03-01',
        content: {
          caseId,
          openedIn: '2026-03',
          closedIn: '2026-03',
          decisionKind: 'plan-contents',
          placementOnly: false,
          route: 'no-contact',
          outcome: 'closed-as-error',
          list: 'list-1',
          state: 'erased',
          rows: expect.any(Object),
        },
      },
    ])
    expect(await rowsAbout(service, neighbour)).toEqual(before)
    expect(await loadCaseFile(service.tables, caseId)).toBeUndefined()
    const left: string[] = []
    for await (const erased of everyErasedCase(service.tables)) left.push(erased.caseId)
    expect(left).toContain(caseId)
  })

  it('changes nothing the second time', async () => {
    const caseId = await closedCase(service)
    const listed = { caseId, version: await versionOf(caseId) }
    const first = await eraseCase(service.tables, BY_LIST_1, listed, always)
    const stored = await service.everything()
    expect(await eraseCase(service.tables, BY_LIST_1, listed, always)).toEqual(first)
    expect(await eraseCase(service.tables, { ...BY_LIST_1, listId: 'list-2' }, listed, always)).toEqual({
      result: 'erased-before',
    })
    expect(await service.everything()).toBe(stored)
  })

  it('comes to the same end when it stops at any write and is run again', async () => {
    const caseId = await closedCase(service)
    const listed = { caseId, version: await versionOf(caseId) }
    const before = await rowsAbout(service, caseId)
    let stops = 0
    for (let writes = 0; ; writes += 1) {
      await putBack(service, before)
      const dying = dyingTables(service.tables, writes)
      const whole = await eraseCase(dying, BY_LIST_1, listed, always).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error
        return undefined
      })
      if (whole) break
      stops += 1
      expect(await eraseCase(service.tables, BY_LIST_1, listed, always)).toMatchObject({
        result: 'erased',
        rows: { contact: 1, fact: 2, sent: 1 },
      })
      const rows = await rowsAbout(service, caseId)
      expect(rows.map(({ type, content }) => [type, (content as { state: string }).state])).toEqual([
        ['erased-case', 'erased'],
      ])
    }
    expect(stops).toBeGreaterThan(15)
  })

  it('leaves out what is held, reopened, changed, at work, not due or not there, and touches nothing of it', async () => {
    const held = await closedCase(service)
    const changed = await closedCase(service)
    const notDue = await closedCase(service)
    const open = await service.open()
    const working = await service.open()
    await closeCase(service.tables, working, await versionOf(working), 'closed-as-error', CLOSED_AT)
    await noteHold(service.tables, held, HOLD)
    const cases = { held, changed, notDue, open, working }
    const versions = Object.fromEntries(
      await Promise.all(Object.entries(cases).map(async ([name, id]) => [name, await versionOf(id)] as const)),
    )
    const stored = await service.everything()
    const erase = (caseId: string, version: number, isDue = always) =>
      eraseCase(service.tables, BY_LIST_1, { caseId, version }, isDue)
    expect(await erase(held, versions.held ?? 0)).toEqual({ result: 'on-hold' })
    expect(await erase(changed, (versions.changed ?? 0) - 1)).toEqual({ result: 'changed' })
    expect(await erase(notDue, versions.notDue ?? 0, async () => false)).toEqual({ result: 'not-due' })
    expect(await erase(open, versions.open ?? 0)).toEqual({ result: 'reopened' })
    expect(await erase(working, versions.working ?? 0)).toEqual({ result: 'still-working' })
    expect(await erase('2222-2222', 1)).toEqual({ result: 'not-there' })
    expect(await service.everything()).toBe(stored)
  })

  it('leaves out a case that is held in the very moment of its erasure', async () => {
    const caseId = await closedCase(service)
    const result = await eraseCase(
      service.tables,
      BY_LIST_1,
      { caseId, version: await versionOf(caseId) },
      async () => {
        await noteHold(service.tables, caseId, HOLD)
        return true
      },
    )
    expect(result).toEqual({ result: 'on-hold' })
    expect((await rowsAbout(service, caseId)).length).toBeGreaterThan(10)
  })

  it('can be held no more once its erasure has begun', async () => {
    const caseId = await closedCase(service)
    await eraseCase(service.tables, BY_LIST_1, { caseId, version: await versionOf(caseId) }, always)
    expect(await noteHold(service.tables, caseId, HOLD)).toBe(false)
    expect(isCaseId(caseId)).toBe(true)
  })
})

describe('erasing again what a restore brought back', () => {
  it('erases all of it, and the second time nothing', async () => {
    const caseId = await closedCase(service)
    const before = await rowsAbout(service, caseId)
    await eraseCase(service.tables, BY_LIST_1, { caseId, version: await versionOf(caseId) }, always)
    const left = await rowsAbout(service, caseId)
    await putBack(service, before)
    expect(await eraseCaseAgain(service.tables, BY_LIST_1, caseId)).toBe(before.length)
    expect(await rowsAbout(service, caseId)).toEqual(left)
    expect(await eraseCaseAgain(service.tables, BY_LIST_1, caseId)).toBe(0)
  })

  it('takes names and addresses away that came back alone, and no open case', async () => {
    const caseId = await closedCase(service)
    const before = await rowsAbout(service, caseId)
    await eraseCase(service.tables, BY_LIST_1, { caseId, version: await versionOf(caseId) }, always)
    const Item = before.find(({ type }) => type === 'contact') ?? {}
    await service.tables.client.send(new PutCommand({ TableName: service.tables.contactsTable, Item }))
    expect(await eraseCaseAgain(service.tables, BY_LIST_1, caseId)).toBe(1)
    expect(await rowsAbout(service, caseId)).toHaveLength(1)
    await expect(eraseCaseAgain(service.tables, BY_LIST_1, await service.open())).rejects.toThrow('is open')
  })
})
