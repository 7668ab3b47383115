import { type Appeal, benchInputs, type Input } from '../../tests/law/bench/inputs.ts'
import { appealByDateFns } from '../../tests/law/bench/with-date-fns.ts'
import { appealByEngine } from '../../tests/law/bench/with-engine.ts'
import { appealByJsJoda } from '../../tests/law/bench/with-js-joda.ts'
import { appealByLuxon } from '../../tests/law/bench/with-luxon.ts'

const LEAST_TIMES_LUXON = 50
const INPUTS = 40_000
const LEAST_ROUNDS = 3
const LEAST_SECONDS = 1

const ways: readonly { readonly name: string; readonly appeal: (input: Input) => Appeal }[] = [
  { name: 'this engine', appeal: appealByEngine },
  { name: 'luxon', appeal: appealByLuxon },
  { name: 'date-fns', appeal: appealByDateFns },
  { name: 'js-joda', appeal: appealByJsJoda },
]

/**
 * Deadlines per second. One task, in one run: from the texts of a decision date and a certificate date to the texts of the
 * last day to appeal and of the day to aim for. By the engine, and written with luxon, date-fns and js-joda.
 *
 * @returns whether all agree on every input, and the engine is at least 50 times as fast as luxon
 */
export function benchDates(): boolean {
  const inputs = benchInputs(INPUTS)
  const differences = inputs.filter((input) => new Set(ways.map(({ appeal }) => answer(appeal(input)))).size > 1)
  const speeds = ways.map(({ name, appeal }) => ({ name, perSecond: best(appeal, inputs) }))
  const luxon = speeds.find(({ name }) => name === 'luxon')?.perSecond ?? Number.NaN
  const engine = speeds.find(({ name }) => name === 'this engine')?.perSecond ?? Number.NaN

  console.log(
    `${inputs.length.toLocaleString('en-GB')} decisions with certificates, the best round of at least ${LEAST_SECONDS} s:\n`,
  )
  for (const { name, perSecond } of speeds) {
    const times = `${(perSecond / luxon).toFixed(1)} x luxon`
    console.log(
      `  ${name.padEnd(12)} ${Math.round(perSecond).toLocaleString('en-GB').padStart(12)} a second   ${times}`,
    )
  }
  console.log(`\nInputs on which they differ: ${differences.length}`)
  for (const input of differences.slice(0, 5)) {
    console.log(
      `  ${JSON.stringify(input)}: ${ways.map(({ name, appeal }) => `${name} ${answer(appeal(input))}`).join(', ')}`,
    )
  }
  const isFast = engine >= LEAST_TIMES_LUXON * luxon
  if (!isFast) {
    console.error(`The engine is ${(engine / luxon).toFixed(1)} times as fast as luxon, not ${LEAST_TIMES_LUXON}.`)
  }
  return differences.length === 0 && isFast
}

function answer({ appealBy, aim }: Appeal): string {
  return `${appealBy} ${aim}`
}

/** Deadlines per second in the best of several rounds, after one round to warm up. */
function best(appeal: (input: Input) => Appeal, inputs: readonly Input[]): number {
  round(appeal, inputs)
  let fastest = Number.POSITIVE_INFINITY
  let rounds = 0
  for (let total = 0; total < LEAST_SECONDS || rounds < LEAST_ROUNDS; rounds += 1) {
    const seconds = round(appeal, inputs)
    total += seconds
    fastest = Math.min(fastest, seconds)
  }
  return inputs.length / fastest
}

/** Works out every input once, and gives the seconds it took. */
function round(appeal: (input: Input) => Appeal, inputs: readonly Input[]): number {
  const started = performance.now()
  let characters = 0
  for (const input of inputs) characters += appeal(input).appealBy.length
  if (characters !== inputs.length * 10) throw new Error('A date was not written as YYYY-MM-DD.')
  return (performance.now() - started) / 1000
}
