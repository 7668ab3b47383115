import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { restrictCase } from '../../lambdas/cases/store/restriction-store.ts'
import { carriedBy } from '../web/carried-by.ts'
import { NOW, type ServiceForTests, serviceForTests } from './service-for-tests.ts'

interface Shown {
  readonly count: number
  readonly cases: readonly { readonly caseId: string; readonly messages: readonly { readonly text: string }[] }[]
}

let service: ServiceForTests
beforeEach(async () => {
  service = await serviceForTests()
})
afterEach(() => service.close())

const shown = () => service.json<Shown>('/taking-over')
const historyOf = async (caseId: string) => (await requireCaseFile(service.tables, caseId)).record.history

describe('the cases that are being taken over', () => {
  it('stand with their messages in full, and are released one by one', async () => {
    const [one, other] = [
      await service.open({ underWay: 'yes' }),
      await service.open({ underWay: 'yes', childName: 'Ali' }),
    ]
    await service.open({ childName: 'Not Quiet' })
    const { count, cases } = await shown()
    expect(count).toBe(2)
    expect(cases.map(({ caseId }) => caseId).sort()).toEqual([one, other].sort())
    expect(cases[0]?.messages[0]?.text).toContain('Where your case stands')
    const { html } = await service.ask('/taking-over')
    const { location } = await service.post('/taking-over', { ...carriedBy(html), [`release-${one}`]: 'yes' })
    expect(location).toBe('/taking-over?released=1&again=0')
    expect([await historyOf(one), await historyOf(other)]).toEqual([undefined, 'being-recorded'])
    const { recorded } = (await requireCaseFile(service.tables, one)).subject
    expect(recorded.at(-1)).toMatchObject({ type: 'history-complete', recordedBy: 'officer-1', details: {} })
  })

  it('are released all at once from a page that has shown them, and the same form twice releases once', async () => {
    const [one, other] = [
      await service.open({ underWay: 'yes' }),
      await service.open({ underWay: 'yes', childName: 'Ali' }),
    ]
    const form = { ...carriedBy((await service.ask('/taking-over')).html), all: 'yes' }
    expect((await service.post('/taking-over', form)).location).toBe('/taking-over?released=2&again=0')
    expect((await service.post('/taking-over', form)).location).toBe('/taking-over?released=2&again=0')
    expect([await historyOf(one), await historyOf(other)]).toEqual([undefined, undefined])
    expect((await service.ask('/taking-over')).html).toContain('There is none.')
  })

  it('of a large import are all released in one go, each read before', async () => {
    const opened: string[] = []
    for (let count = 0; count < 12; count += 1) {
      opened.push(await service.open({ underWay: 'yes', childName: `Child ${count}`, councilReference: `R-${count}` }))
    }
    expect((await shown()).cases).toHaveLength(10)
    expect((await service.ask('/taking-over')).html).toContain('href="/taking-over?show=many"')
    const { html } = await service.ask('/taking-over?show=many')
    for (const caseId of opened) expect(html).toContain(`confirmed-${caseId}`)
    const { location } = await service.post('/taking-over', { ...carriedBy(html), all: 'yes' })
    expect(location).toBe('/taking-over?show=many&released=12&again=0')
    for (const caseId of opened) expect(await historyOf(caseId)).toBeUndefined()
  })

  it('are written down as read, each message in the chain of its case', async () => {
    const caseId = await service.open({ underWay: 'yes' })
    const before = (await service.audited()).length
    await shown()
    expect((await service.audited()).slice(before).map(({ chain, who, what }) => [chain, who, what])).toEqual(
      expect.arrayContaining([
        [`case:${caseId}`, 'officer-1', 'message-read'],
        ['person:officer-1', 'officer-1', 'taking-over-listed'],
      ]),
    )
  })

  it('are none to somebody to whom the case is not open, who cannot release it either', async () => {
    const caseId = await service.open({ underWay: 'yes' })
    const form = { ...carriedBy((await service.ask('/taking-over')).html), all: 'yes' }
    const restriction = { to: ['somebody-else'], why: 'safeguarding', changedBy: 'manager-1' } as const
    await restrictCase(service.tables, { caseId }, restriction, NOW)
    expect((await shown()).count).toBe(0)
    await service.post('/taking-over', form)
    expect(await historyOf(caseId)).toBe('being-recorded')
  })

  it('are not released on what was shown before something else was recorded, or without being shown', async () => {
    const caseId = await service.open({ underWay: 'yes' })
    const { html } = await service.ask('/taking-over')
    await service.record(caseId, 'adviser-contacted', { contactedOn: '2026-02-20' })
    const { location } = await service.post('/taking-over', { ...carriedBy(html), all: 'yes' })
    expect(location).toBe('/taking-over?released=0&again=1')
    const unseen = { ...carriedBy(html), [`confirmed-${caseId}`]: 'made up', all: 'yes' }
    await service.post('/taking-over', unseen)
    expect(await historyOf(caseId)).toBe('being-recorded')
    expect((await service.ask(location ?? '')).html).toContain('1 was not: something has changed since you read.')
  })
})
