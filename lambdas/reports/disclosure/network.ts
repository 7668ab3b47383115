/**
 * Tables whose numbers add up are networks: each number flows from one node to another, and at each node as much comes in as goes out.
 * A cell of a table flows from its row to its column, the total of a row into that row, the total of a column out of that column.
 * What somebody can work out about a hidden number is how far it can be changed while all that is shown stays as it is.
 */

/** A number of a table as a flow between two nodes. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly value: number
  /** Nobody knows it: it is shown to nobody, can be anything, and need not be safe. */
  readonly isUnknown?: true
}

/**
 * The smallest number that can stand behind a hidden one. A zero is hidden where it protects another number: were zeros always shown,
 * a hidden sum of three hidden numbers would be known to be three at least.
 */
const LEAST = 0
/** So that as few numbers as possible are hidden. */
const COST_OF_HIDING = 1
/** More than any count. */
const WITHOUT_END = Number.MAX_SAFE_INTEGER

/** By how much a hidden number can be more, and less, than it is. */
export interface Play {
  readonly up: number
  readonly down: number
}

/**
 * How far a hidden number can be changed while every shown number stays as it is and every hidden one is a whole number, zero among them.
 * Each whole number between these ends is possible too, because all capacities are whole numbers (integral flow theorem).
 * @param isHidden which of the flows are hidden, by their places
 * @returns `up` is `Infinity` where nothing bounds it
 */
export function playOf(flows: readonly Flow[], isHidden: (place: number) => boolean, of: number): Play {
  const flow = flows[of]
  if (!flow) throw new Error(`There is no flow ${of} among ${flows.length}.`)
  // It adds up to nothing, so that nothing bounds it.
  if (flow.from === flow.to) return { up: Number.POSITIVE_INFINITY, down: flow.value - LEAST }
  const others = flows.flatMap((one, place) => (place !== of && isHidden(place) ? [one] : []))
  // More in this one has to come back to where it begins by the others; less in it is made good by them on the same way round.
  const up = mostFrom(flow.to, flow.from, others)
  const down = Math.min(flow.value - LEAST, mostFrom(flow.from, flow.to, others))
  return { up: up >= WITHOUT_END ? Number.POSITIVE_INFINITY : up, down }
}

/** The most that can be sent from one node to another: along each flow without end, and against it as far as it can become less. */
function mostFrom(source: string, sink: string, flows: readonly Flow[]): number {
  const left = new Map<string, Map<string, number>>()
  const add = (from: string, to: string, capacity: number) => {
    const ways = left.get(from) ?? new Map<string, number>()
    left.set(from, ways)
    ways.set(to, Math.min(WITHOUT_END, (ways.get(to) ?? 0) + capacity))
  }
  for (const { from, to, value } of flows) {
    add(from, to, WITHOUT_END)
    add(to, from, value - LEAST)
  }
  let sent = 0
  for (;;) {
    const way = wayThrough(left, source, sink)
    if (!way) return sent
    const most = Math.min(...way.map(([from, to]) => left.get(from)?.get(to) ?? 0))
    if (most >= WITHOUT_END) return WITHOUT_END
    for (const [from, to] of way) {
      add(from, to, -most)
      add(to, from, most)
    }
    sent += most
  }
}

/** The shortest way on which anything can still be sent, as its steps. */
function wayThrough(
  left: ReadonlyMap<string, ReadonlyMap<string, number>>,
  source: string,
  sink: string,
): readonly (readonly [string, string])[] | undefined {
  const cameFrom = new Map<string, string>([[source, source]])
  const queue = [source]
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const [next, capacity] of left.get(node) ?? []) {
      if (capacity <= 0 || cameFrom.has(next)) continue
      cameFrom.set(next, node)
      queue.push(next)
    }
  }
  if (!cameFrom.has(sink)) return undefined
  const steps: (readonly [string, string])[] = []
  for (let node = sink; node !== source; ) {
    const before = cameFrom.get(node) as string
    steps.push([before, node])
    node = before
  }
  return steps.reverse()
}

/**
 * The cheapest way by which a number could be changed in one direction, if more numbers were hidden: the places of those that would have
 * to be. A number that is hidden already costs nothing, another one what it is and a little more.
 * @returns undefined where there is no such way: everything that could help is too small
 */
export function hideToFree(
  flows: readonly Flow[],
  isHidden: (place: number) => boolean,
  of: number,
  direction: 'up' | 'down',
  amount: number,
): readonly number[] | undefined {
  const flow = flows[of]
  if (!flow) throw new Error(`There is no flow ${of} among ${flows.length}.`)
  const [source, sink] = direction === 'up' ? [flow.to, flow.from] : [flow.from, flow.to]
  const cost = new Map<string, number>([[source, 0]])
  const cameBy = new Map<string, { readonly node: string; readonly place: number }>()
  const done = new Set<string>()
  for (;;) {
    const [node] = [...cost].filter(([name]) => !done.has(name)).sort(([, one], [, other]) => one - other)[0] ?? []
    if (node === undefined) return undefined
    if (node === sink) break
    done.add(node)
    flows.forEach((one, place) => {
      if (place === of) return
      const next = one.from === node ? one.to : one.to === node && one.value - LEAST >= amount ? one.from : undefined
      if (next === undefined) return
      const then = (cost.get(node) ?? 0) + (isHidden(place) ? 0 : one.value + COST_OF_HIDING)
      if (then < (cost.get(next) ?? Number.POSITIVE_INFINITY)) {
        cost.set(next, then)
        cameBy.set(next, { node, place })
      }
    })
  }
  const places: number[] = []
  for (let node = sink; node !== source; ) {
    const { node: before, place } = cameBy.get(node) as { node: string; place: number }
    places.push(place)
    node = before
  }
  return places.filter((place) => !isHidden(place))
}
