/** Numbers from 0 up to 1 that are the same for the same seed (the mulberry32 generator, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The seed that somebody asks for, or a new one. @throws RangeError when what is asked for is no whole number. */
export function seedOf(text: string | undefined): number {
  if (text === undefined || text === '') return Math.floor(Math.random() * 1_000_000)
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new RangeError(`The seed is "${text}"; it has to be a whole number, as 2026.`)
}

/** So many of the values, in the order in which they are drawn. @param random numbers from 0 up to 1. */
export function drawn<Value>(random: () => number, values: readonly Value[], count: number): readonly Value[] {
  return values
    .map((value) => ({ value, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .slice(0, count)
    .map(({ value }) => value)
}
