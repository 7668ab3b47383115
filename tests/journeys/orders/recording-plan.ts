import type { Fact } from '../../../lambdas/cases/fact.ts'
import { dayOf } from '../../../lambdas/cases/order.ts'
import { OPENED, type Sequence } from '../../../lambdas/cases/sequence.ts'
import { addDays, type CalendarDate, daysBetween, laterOf } from '../../../lambdas/law/calendar-date.ts'
import { namesOf } from '../../cases/orders/compare-orders.ts'
import type { Story } from '../../cases/orders/stories.ts'

/** The facts of a story that are recorded with one form, in its order, and the day of it. */
export interface Form {
  readonly on: CalendarDate
  readonly facts: readonly Fact[]
}

/** How often a fact is recorded on its own day, and how often all of one day are recorded with one form. */
const ON_ITS_DAY = 0.4
const TOGETHER = 0.3

/** Each fact on its own day, in the order in which they happened. */
export function onItsDays({ subject }: Story): readonly Form[] {
  return subject.recorded.map((fact) => ({ on: ownDay(fact), facts: [fact] }))
}

/**
 * Each fact on a day on or after its own that is drawn at random, to the last day of the story: what opened the case first,
 * and none before one that it names.
 * @param random numbers from 0 up to 1
 */
export function onAnyDays({ subject, today }: Story, random: () => number): readonly Form[] {
  const learnt = new Map<Sequence, CalendarDate>()
  for (const fact of subject.recorded) {
    const named = [OPENED, ...namesOf(fact)].flatMap((name) => learnt.get(name) ?? [])
    const from = named.reduce(laterOf, ownDay(fact))
    const days = random() < ON_ITS_DAY ? 0 : Math.floor(random() * (daysBetween(from, today) + 1))
    learnt.set(fact.sequence, addDays(from, days))
  }
  const shuffled = subject.recorded
    .map((fact) => ({ fact, on: learnt.get(fact.sequence) as CalendarDate, place: random() }))
    .sort((one, other) => one.on.localeCompare(other.on) || one.place - other.place)
  const byDay = Map.groupBy(shuffled, ({ on }) => on)
  return [...byDay].flatMap(([on, ofDay]): Form[] => {
    const facts = named(ofDay.map(({ fact }) => fact))
    const [first, ...others] = facts
    if (random() >= TOGETHER || !first) return facts.map((fact) => ({ on, facts: [fact] }))
    // A case is opened with a form of its own.
    return first.sequence === OPENED
      ? [{ on, facts: [first] }, ...(others.length > 0 ? [{ on, facts: others }] : [])]
      : [{ on, facts }]
  })
}

/** The same facts, what opened the case first, and none before one that it names. */
function named(facts: readonly Fact[]): readonly Fact[] {
  const left = facts.toSorted((one, other) => Number(other.sequence === OPENED) - Number(one.sequence === OPENED))
  const placed: Fact[] = []
  while (left.length > 0) {
    const still = new Set(left.map(({ sequence }) => sequence))
    const [next] = left.splice(
      left.findIndex((fact) => !namesOf(fact).some((name) => still.has(name))),
      1,
    )
    if (!next) throw new Error('Two facts name each other.')
    placed.push(next)
  }
  return placed
}

function ownDay(fact: Fact): CalendarDate {
  const day = dayOf(fact)
  if (day === undefined) throw new Error(`"${fact.type}" has no day of its own: a story has no such fact.`)
  return day
}
