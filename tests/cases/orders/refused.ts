import { buildCase } from '../../../lambdas/cases/build-case.ts'
import { problemsAmong } from '../../../lambdas/cases/check-facts.ts'
import type { Fact } from '../../../lambdas/cases/fact.ts'
import { kindOf } from '../../../lambdas/cases/facts.ts'
import { londonInstant } from '../../../lambdas/cases/london.ts'
import { dayOf } from '../../../lambdas/cases/order.ts'
import { checkOne } from '../check-one.ts'
import { recordedAnew } from './compare-orders.ts'
import type { Story } from './stories.ts'

/**
 * What cannot be so among the facts of a story, or of the one that is recorded last beside the others: each in a line.
 * @param orders in how many other orders they are recorded
 */
export function whatIsRefused(story: Story, orders: number, random: () => number): readonly string[] {
  return Array.from({ length: orders }).flatMap(() => {
    const { subject } = recordedAnew(story, buildCase, (count) => Math.floor(random() * count))
    const recorded = subject.recorded.map(heardOnItsDay)
    const all = problemsAmong(buildCase(subject.caseId, recorded), story.today)
    const last = recorded.at(-1)
    const others = buildCase(subject.caseId, recorded.slice(0, -1))
    // A meeting is arranged while it lies ahead, so it cannot be what is recorded now.
    const isAdded = last !== undefined && last.type !== 'case-opened' && !kindOf(last.type).liesAhead
    const added = isAdded ? checkOne(others, last, story.today) : []
    const facts = recorded.map(({ type, sequence }) => `${sequence} ${type}`).join(', ')
    return [...all, ...added].map(({ message, about }) => `${about ?? 'the last'}: ${message}: ${facts}`)
  })
}

/** What was planned has to lie ahead of the day on which it was recorded. */
function heardOnItsDay(fact: Fact): Fact {
  const day = dayOf(fact)
  return day ? { ...fact, recordedAt: londonInstant(day, '10:00').toISOString() } : fact
}
