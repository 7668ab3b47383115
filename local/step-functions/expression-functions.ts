import { createHash, randomUUID } from 'node:crypto'
import jsonata from 'jsonata'

const HASH_ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
}

const formatInstant = jsonata('$fromMillis($instant, $picture, $timezone)')

/**
 * The functions an expression can call beyond JSONata's own, as Step Functions adds them
 * (https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn):
 * `$partition`, `$range`, `$hash`, `$random` (with a seed), `$uuid` and `$parse`. `$eval` does not exist there.
 * `$now` and `$millis` tell the service's own time.
 *
 * @param now epoch milliseconds on the service's clock
 */
export function expressionFunctions(now: () => number): Readonly<Record<string, unknown>> {
  return {
    partition,
    range,
    hash,
    random,
    uuid: () => randomUUID(),
    parse,
    eval: undefined,
    millis: now,
    now: (picture?: string, timezone?: string) =>
      formatInstant.evaluate(undefined, { instant: now(), picture, timezone }),
  }
}

function partition(array: unknown, size: unknown): unknown[][] {
  if (!Array.isArray(array)) throw new Error('The first argument of $partition must be an array')
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1)
    throw new Error(`The second argument of $partition must be a whole number above 0, but was ${String(size)}`)
  const parts: unknown[][] = []
  for (let start = 0; start < array.length; start += size) parts.push(array.slice(start, start + size))
  return parts
}

function range(first: unknown, last: unknown, step: unknown): number[] {
  if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number')
    throw new Error('$range needs three numbers: the first, the last, and the step')
  if (step === 0) throw new Error('The step of $range must not be 0')
  const count = Math.max(0, Math.floor((last - first) / step) + 1)
  if (count > 1000) throw new Error(`$range can make at most 1000 numbers, but ${count} were asked for`)
  return Array.from({ length: count }, (_, index) => first + index * step)
}

function hash(value: unknown, algorithm: unknown): string {
  const name = HASH_ALGORITHMS[String(algorithm)]
  if (name === undefined)
    throw new Error(
      `$hash does not know the algorithm ${String(algorithm)}; use one of ${Object.keys(HASH_ALGORITHMS).join(', ')}`,
    )
  return createHash(name)
    .update(typeof value === 'string' ? value : JSON.stringify(value))
    .digest('hex')
}

/** With a seed, the same number each time (the mulberry32 generator; AWS does not say which it uses). */
function random(seed: unknown): number {
  if (seed === undefined) return Math.random()
  if (typeof seed !== 'number') throw new Error('The seed of $random must be a number')
  let mixed = (Math.trunc(seed) + 0x6d2b79f5) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

function parse(text: unknown): unknown {
  if (typeof text !== 'string') throw new Error('$parse needs a string of JSON')
  return JSON.parse(text)
}
