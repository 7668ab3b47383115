import { expect, inject, it } from 'vitest'
import { randomFrom } from '../../../bin/demo/random.ts'
import { compareOrders, makeStory, whatIsRefused } from './stories.ts'

const STORIES = 60
const ORDERS = 5
/** To be checked costs less than to be compared, and two of a kind on one case are seldom. */
const CHECKED_STORIES = 250
const CHECKED_ORDERS = 2

it('leads to the same case in whatever order its facts are recorded', () => {
  const random = randomFrom(inject('seed'))
  const wrong: string[] = []
  for (let story = 1; story <= STORIES; story += 1) {
    const told = makeStory(random, 4 + Math.floor(random() * 9))
    for (const difference of compareOrders(told, ORDERS, random)) wrong.push(`story ${story}: ${difference}`)
  }
  expect(wrong).toEqual([])
})

it('accepts the facts of a case that were each accepted on their day, in whatever order they are recorded', () => {
  const random = randomFrom(inject('seed'))
  const wrong: string[] = []
  for (let story = 1; story <= CHECKED_STORIES; story += 1) {
    const told = makeStory(random, 4 + Math.floor(random() * 9))
    const refused = [...told.refused, ...whatIsRefused(told, CHECKED_ORDERS, random)]
    wrong.push(...refused.map((one) => `story ${story}: ${one}`))
  }
  expect(wrong).toEqual([])
})
