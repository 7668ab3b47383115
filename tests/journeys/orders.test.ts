import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { FIRST_DAY } from '../cases/orders/stories.ts'
import { tellOrders } from './orders/tell-orders.ts'
import { serviceForTests } from './service-for-tests.ts'

/** A sample of `npm run prove:orders`, which records 300 orders and more. */
describe(`stories that are recorded on any days (seed ${inject('seed')})`, { timeout: 300_000 }, () => {
  it('come out on the whole service as the facts say, and every message is true', async () => {
    const { service, close } = await serviceForTests(FIRST_DAY)
    onTestFinished(close)
    const told = await tellOrders({ service, seed: inject('seed'), stories: 2, orders: 5, days: 1, onDay: () => {} })
    expect(told.problems).toEqual([])
    expect(told.claimsRead.unread).toEqual([])
    expect(told.orderings).toBe(10)
    expect(told.claimsRead.claims).toBeGreaterThan(told.orderings)
  })
})
