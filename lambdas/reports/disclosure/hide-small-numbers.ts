import type { CouncilReporting } from '../../cases/council.ts'
import { type Flow, hideToFree, type Play, playOf } from './network.ts'

/** Numbers from 1 to `hideUpTo` are hidden, and what is shown is rounded to a multiple of `roundTo`. */
export type DisclosureRule = Pick<CouncilReporting, 'hideUpTo' | 'roundTo'>

/** How far apart the ends of what could be have to be for a number that was hidden to protect another. */
export const FEWEST_APART = 3

/**
 * Which numbers of a table to hide, so that nobody can work out a small one from those that are shown: every small number, and as many
 * others as it takes. A small one could then still be each number from 1 to the threshold; each of the others could be any in a range
 * of 3 at least, zero among them. A zero is hidden only where it protects another number.
 * @param flows the numbers of the table, with how they add up (see network.ts)
 * @returns their places, and those of numbers that nobody knows
 */
export function placesToHide(flows: readonly Flow[], rule: Pick<DisclosureRule, 'hideUpTo'>): ReadonlySet<number> {
  // What hangs together with nothing else is looked at by itself: it is the same, and much faster.
  const hidden = new Set<number>()
  for (const places of componentsOf(flows)) {
    const own = places.map((place) => flows[place] as Flow)
    for (const place of hideIn(own, rule)) hidden.add(places[place] as number)
  }
  return hidden
}

/** The places of those flows that hang together, by the nodes that they share. */
function componentsOf(flows: readonly Flow[]): readonly (readonly number[])[] {
  const groupOf = new Map<string, number[]>()
  flows.forEach(({ from, to }, place) => {
    const [one, other] = [groupOf.get(from) ?? [], groupOf.get(to) ?? []]
    const together = one === other ? one : [...one, ...other]
    together.push(place)
    groupOf.set(from, together)
    groupOf.set(to, together)
    for (const member of together) {
      const flow = flows[member] as Flow
      groupOf.set(flow.from, together)
      groupOf.set(flow.to, together)
    }
  })
  return [...new Set(groupOf.values())]
}

function hideIn(flows: readonly Flow[], { hideUpTo }: Pick<DisclosureRule, 'hideUpTo'>): ReadonlySet<number> {
  const placesOf = (those: (flow: Flow) => boolean) =>
    new Set(flows.flatMap((flow, place) => (those(flow) ? [place] : [])))
  const unknown = placesOf(({ isUnknown = false }) => isUnknown)
  const small = placesOf(({ value, isUnknown = false }) => !isUnknown && value >= 1 && value <= hideUpTo)
  const hidden = new Set([...small, ...unknown])
  /** What is still missing for a hidden number to be safe. */
  const lacking = (place: number): Play => {
    const { up, down } = playOf(flows, (one) => hidden.has(one), place)
    const value = flows[place]?.value ?? 0
    if (small.has(place)) return { up: Math.max(0, hideUpTo - value - up), down: Math.max(0, value - 1 - down) }
    return { up: Math.max(0, FEWEST_APART - up - down), down: 0 }
  }
  const firstUnsafe = () =>
    [...hidden].find((place) => !unknown.has(place) && lacking(place).up + lacking(place).down > 0)
  for (let place = firstUnsafe(); place !== undefined; place = firstUnsafe()) {
    const lacks = lacking(place)
    const direction = lacks.up > 0 ? 'up' : 'down'
    const more = hideToFree(flows, (one) => hidden.has(one), place, direction, lacks[direction]) ?? []
    if (more.length > 0) for (const one of more) hidden.add(one)
    else hideOneMore(flows, hidden)
  }
  // What came to be hidden for one number may be needless once others are hidden too: the largest are shown again first.
  const toProtect = [...hidden].filter((place) => !small.has(place) && !unknown.has(place))
  for (const place of toProtect.sort((one, other) => (flows[other]?.value ?? 0) - (flows[one]?.value ?? 0))) {
    hidden.delete(place)
    if (firstUnsafe() !== undefined) hidden.add(place)
  }
  return hidden
}

/** Where no single way helps, the smallest number that is shown is hidden too: in the end all of them, and then nothing is known. */
function hideOneMore(flows: readonly Flow[], hidden: Set<number>): void {
  const [next] = flows
    .map(({ value }, place) => ({ value, place }))
    .filter(({ place }) => !hidden.has(place))
    .sort((one, other) => one.value - other.value)
  if (!next) throw new Error('Every number of the table is hidden, and one of them could still be worked out.')
  hidden.add(next.place)
}
