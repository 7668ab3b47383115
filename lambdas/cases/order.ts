import type { CalendarDate } from '../law/calendar-date.ts'
import type { Case } from './case.ts'
import type { Fact, FactType, NewFact } from './fact.ts'
import { FACT_TYPES, kindOf } from './facts.ts'
import { type Sequence, sequenceOf } from './sequence.ts'

/** The place of each kind among those of one day: the order in which the register names them. */
const RANK: ReadonlyMap<FactType, number> = new Map(FACT_TYPES.map((type, index) => [type, index]))

/** The day on which a fact happened; undefined of what is only about the record. */
export function dayOf<Type extends FactType>({ type, details }: NewFact<Type>): CalendarDate | undefined {
  return kindOf(type).happenedOn(details)
}

/**
 * Facts in the order in which they happened, whenever the council learnt of them: what opened the case, then by their days.
 * Those of one day stand by their kind, what ends something before what begins anew; but one that is about another comes
 * after it. What is about the record alone stands behind, as it was recorded.
 */
export function inOrder(facts: readonly Fact[]): readonly Fact[] {
  const placed = facts.flatMap((fact) => {
    const day = dayOf(fact)
    return day === undefined ? [] : [{ fact, day }]
  })
  const [opening, ...others] = placed
  if (!opening) return facts
  const byDay = others.sort((one, other) => compare(one, other)).map(({ fact }) => fact)
  return [opening.fact, ...afterWhatTheyAreAbout(byDay), ...facts.filter((fact) => dayOf(fact) === undefined)]
}

interface Placed {
  readonly fact: Fact
  readonly day: CalendarDate
}

function compare(one: Placed, other: Placed): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1
  const rank = (RANK.get(one.fact.type) ?? 0) - (RANK.get(other.fact.type) ?? 0)
  if (rank !== 0) return rank
  return one.fact.sequence < other.fact.sequence ? -1 : 1
}

/** A fact that is about another comes after it, also where their days say otherwise. */
function afterWhatTheyAreAbout(sorted: readonly Fact[]): readonly Fact[] {
  const still = new Set(sorted.map(({ sequence }) => sequence))
  const placed: Fact[] = []
  const left = [...sorted]
  while (left.length > 0) {
    // Two that are about each other cannot be recorded; but no fact may be lost.
    const next = Math.max(
      left.findIndex((fact) => !comesAfterOneOf(fact, still)),
      0,
    )
    for (const fact of left.splice(next, 1)) {
      placed.push(fact)
      still.delete(fact.sequence)
    }
  }
  return placed
}

function comesAfterOneOf(fact: Fact, sequences: ReadonlySet<Sequence>): boolean {
  const of = 'of' in fact.details ? fact.details.of : undefined
  return [of, fact.follows].some((about) => about !== undefined && about !== fact.sequence && sequences.has(about))
}

/**
 * The fact that one belongs to: of the kinds that it comes after, the last that had happened by its day.
 * @param facts those of the case, in their order
 */
export function factBelongedTo(facts: readonly Fact[], fact: NewFact): Sequence | undefined {
  const kinds = kindOf(fact.type).belongsTo
  const day = dayOf(fact)
  if (day === undefined || kinds.length === 0) return undefined
  return facts.findLast((one) => kinds.includes(one.type) && (dayOf(one) ?? day) <= day)?.sequence
}

/**
 * New facts as they are recorded next on a case, all at once: their numbers in their order, and what each belongs to where
 * it does not say.
 */
export function nextFacts(
  { facts, version }: Pick<Case, 'facts' | 'version'>,
  added: readonly NewFact[],
  recording: Pick<Fact, 'recordedAt' | 'recordedBy'>,
): readonly Fact[] {
  const numbered = added.map(
    (fact, index): Fact => ({ ...fact, ...recording, sequence: sequenceOf(version + 1 + index) }),
  )
  const known = inOrder([...facts, ...numbered])
  return numbered.map((fact) => {
    const others = known.filter(({ sequence }) => sequence !== fact.sequence)
    const follows = fact.follows ?? factBelongedTo(others, fact)
    return { ...fact, ...(follows && { follows }) }
  })
}
