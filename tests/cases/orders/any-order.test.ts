import { describe, expect, inject, it } from 'vitest'
import { randomFrom } from '../../../bin/demo/random.ts'
import { buildCase, caseOf } from '../../../lambdas/cases/build-case.ts'
import type { Case } from '../../../lambdas/cases/case.ts'
import { dayOf } from '../../../lambdas/cases/order.ts'
import type { BuildCase } from './compare-orders.ts'
import { proveOrders } from './prove-orders.ts'
import { whatIsRefused } from './refused.ts'
import { MOST_OF_A_YEAR, makeStory } from './stories.ts'

/** To be checked costs less than to be compared, and two of a kind on one case are seldom. */
const CHECKED_STORIES = 250
const CHECKED_ORDERS = 2

/** A sample of `npm run prove:orders`. */
describe(`stories that are made up (seed ${inject('seed')})`, () => {
  const sample = { stories: 60, orders: 5, seed: inject('seed') }

  it('leads to the same case in whatever order its facts are recorded, and put right', () => {
    const { differences, orderings, corrected } = proveOrders(sample, buildCase, () => {})
    expect(differences).toEqual([])
    expect(corrected).toBeGreaterThan(sample.stories / 2)
    expect(orderings).toBe((sample.stories + corrected) * sample.orders)
  })

  it('finds an order that puts what happened on one day as it was recorded', () => {
    const { differences } = proveOrders(sample, withoutRank, () => {})
    expect(differences).not.toEqual([])
  })
})

it('accepts the facts of a case that were each accepted on their day, in whatever order they are recorded', () => {
  const random = randomFrom(inject('seed'))
  const wrong: string[] = []
  for (let story = 1; story <= CHECKED_STORIES; story += 1) {
    const told = makeStory(random, 4 + Math.floor(random() * 9), MOST_OF_A_YEAR)
    const refused = [...told.refused, ...whatIsRefused(told, CHECKED_ORDERS, random)]
    wrong.push(...refused.map((one) => `story ${story}: ${one}`))
  }
  expect(wrong).toEqual([])
})

/** Builds a case as if the register of kinds said nothing about what comes first on one day. */
const withoutRank: BuildCase = (caseId, recorded) => {
  const subject = buildCase(caseId, recorded)
  return caseOf({ ...subject, facts: byDayAlone(subject) }, () => true)
}

function byDayAlone({ facts }: Case): Case['facts'] {
  const [opening, ...others] = facts
  const place = (fact: Case['facts'][number]) => `${dayOf(fact) ?? 'later'} ${fact.sequence}`
  const sorted = others.toSorted((one, other) => (place(one) < place(other) ? -1 : 1))
  return opening ? [opening, ...sorted] : []
}
