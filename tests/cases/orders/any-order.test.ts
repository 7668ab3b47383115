import { expect, inject, it } from 'vitest'
import { randomFrom } from '../../../bin/demo/random.ts'
import { compareOrders, makeStory } from './stories.ts'

const STORIES = 60
const ORDERS = 5

it('leads to the same case in whatever order its facts are recorded', () => {
  const random = randomFrom(inject('seed'))
  const wrong: string[] = []
  for (let story = 1; story <= STORIES; story += 1) {
    const told = makeStory(random, 4 + Math.floor(random() * 9))
    for (const difference of compareOrders(told, ORDERS, random)) wrong.push(`story ${story}: ${difference}`)
  }
  expect(wrong).toEqual([])
})
