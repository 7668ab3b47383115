/**
 * Makes up cases and records the facts of each in many other orders, and with a correction anywhere: every order has to
 * lead to the same case, dates, stages, duties, tasks and row of the outcomes. `npm run prove:orders`
 */
import { parseArgs } from 'node:util'
import { buildCase } from '../lambdas/cases/build-case.ts'
import { proveOrders } from '../tests/cases/orders/prove-orders.ts'
import { seedOf } from './demo/random.ts'

const HELP = `npm run prove:orders -- [--stories N] [--orders N] [--seed N]

  --stories N  how many cases are made up (500)
  --orders N   how many orders of each are tried, and as many of it with a correction (20)
  --seed N     the same number makes up the same cases (2026)
  --help       these words`

/** How often it is told how far the proof has come. */
const SECONDS_BETWEEN = 5
/** How many cases are printed, each with its first difference. */
const MOST_PRINTED = 20

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '500' },
    orders: { type: 'string', default: '20' },
    seed: { type: 'string', default: '2026' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(HELP)
else prove(wholeNumber('--stories', values.stories), wholeNumber('--orders', values.orders), seedOf(values.seed))

function prove(stories: number, orders: number, seed: number): void {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  const many = (number: number) => number.toLocaleString('en-GB')
  let told = 0
  console.log(`Making up ${many(stories)} cases, with ${many(orders)} orders of each. Seed ${seed}.`)
  const { corrected, orderings, differences } = proveOrders({ stories, orders, seed }, buildCase, (soFar) => {
    if (seconds() - told < SECONDS_BETWEEN) return
    told = seconds()
    console.log(
      `After ${told.toFixed(0)} s: ${many(soFar.stories)} cases, ${many(soFar.orderings)} orderings, ` +
        `${many(soFar.differences.length)} differences.`,
    )
  })
  const seeds = Map.groupBy(differences, (difference) => difference.seed)
  for (const [ofStory, [first]] of [...seeds].slice(0, MOST_PRINTED)) {
    console.error(`  Seed ${ofStory}: ${first?.what}`)
  }
  if (seeds.size > MOST_PRINTED) console.error(`  and ${many(seeds.size - MOST_PRINTED)} more cases`)
  console.log(
    `\n${many(stories)} cases, ${many(corrected)} of them with a correction too: ${many(orderings)} orderings, ` +
      `${many(differences.length)} differences. ${seconds().toFixed(0)} s.`,
  )
  if (differences.length === 0) return
  console.error(`To see one again: npm run prove:orders -- --stories 1 --orders ${orders} --seed N, with its seed.`)
  process.exitCode = 1
}

function wholeNumber(flag: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  console.error(`${flag} takes a whole number from 1, not "${text}".\n\n${HELP}`)
  process.exit(2)
}
