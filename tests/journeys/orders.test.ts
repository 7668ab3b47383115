import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { buildCase } from '../../lambdas/cases/build-case.ts'
import { OPENED } from '../../lambdas/cases/sequence.ts'
import { firstWait } from '../../lambdas/cases/stages.ts'
import { isLive } from '../../lambdas/cases/wait.ts'
import { addDays } from '../../lambdas/law/calendar-date.ts'
import { FIRST_DAY } from '../cases/orders/stories.ts'
import { problemsAtTheEnd, problemsOfOrder, type ToldCase } from './orders/check-told.ts'
import { type OrdersTold, tellOrders } from './orders/tell-orders.ts'
import { serviceForTests } from './service-for-tests.ts'
import { COUNCIL } from './walk/council.ts'

/** A sample of `npm run prove:orders`, which records 300 orders and more. */
describe(`stories that are recorded on any days (seed ${inject('seed')})`, { timeout: 300_000 }, () => {
  let told: OrdersTold['told'] = []

  it('come out on the whole service as the facts say, and every message is true', async () => {
    const { service, close } = await serviceForTests(FIRST_DAY, inject('quietAssembly'))
    onTestFinished(close)
    const found = await tellOrders({
      service,
      seed: inject('seed'),
      stories: 2,
      orders: 5,
      mostFacts: 5,
      days: 1,
      onDay: () => {},
    })
    told = found.told
    expect(found.problems).toEqual([])
    expect(found.claimsRead.unread).toEqual([])
    expect(found.orderings).toBe(10)
    expect(found.claimsRead.claims).toBeGreaterThan(found.orderings)
  })

  it('are found where they come out otherwise: the same cases, each spoilt a little', () => {
    expect(
      problemsWith(({ file }) => ({ ...file, waits: file.waits.some(isLive) ? [] : [A_STARTING_STAGE] })),
    ).toContain('It waits in: ')
    expect(
      problemsWith(({ file: { record, ...file } }) => {
        const route = record.route === 'mediation-held' ? 'no-contact' : 'mediation-held'
        return { ...file, record: { ...record, route } }
      }),
    ).toContain('The row of the case says route ')
    expect(
      problemsWith(({ file }) => ({ ...file, messages: file.messages.map((one) => ({ ...one, attempts: 2 })) })),
    ).toContain('after 2 attempts')
    expect(
      problemsWith(({ file }) => ({ ...file, held: [{ ...A_HELD_MESSAGE, state: 'held', leavesAt: '2025-01-07' }] })),
    ).toContain('"rights_00001" is still held.')
    const earlier = problemsWith(({ file }) => ({ ...file, subject: withAnEarlierLetter(file.subject) }))
    expect(earlier).toMatch(/By its facts it is another way: dates\.\w+\.lawDate/)
    expect(earlier).toMatch(/As it happened it is another way: dates\.\w+\.lawDate/)
  })

  function problemsWith(spoil: (told: ToldCase) => ToldCase['file']): string {
    return told
      .flatMap(([one, asItHappened]) => {
        const spoilt = { ...one, file: spoil(one) }
        return [...problemsAtTheEnd(spoilt, COUNCIL.ownTimes), ...problemsOfOrder(spoilt, asItHappened)]
      })
      .join('\n')
  }
})

const A_STARTING_STAGE = {
  stage: 'appeal-window',
  startedFrom: OPENED,
  run: '1',
  parkedAt: '2025-01-06T10:00:00Z',
  state: 'starting',
  name: firstWait('appeal-window'),
  heard: OPENED,
} as const

const A_HELD_MESSAGE = {
  key: 'rights_00001',
  message: { kind: 'rights', about: OPENED },
  heldAt: '2025-01-06',
} as const

function withAnEarlierLetter({ caseId, recorded }: ToldCase['file']['subject']): ToldCase['file']['subject'] {
  return buildCase(
    caseId,
    recorded.map((fact) => {
      if (fact.type !== 'case-opened') return fact
      const { printedOn, sentOn } = fact.details
      return { ...fact, details: { ...fact.details, printedOn: addDays(printedOn, -30), sentOn: addDays(sentOn, -30) } }
    }),
  )
}
