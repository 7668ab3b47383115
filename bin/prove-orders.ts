/**
 * Makes up cases and records the facts of each in many other orders, and with a correction anywhere: every order has to
 * lead to the same case, dates, stages, duties, tasks and row of the outcomes. Some of them go through the whole local
 * service, each fact on a day on or after its own, and every message that goes out is read. `npm run prove:orders`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startLocalService } from 'aws-on-one-machine'
import { buildCase } from '../lambdas/cases/build-case.ts'
import { MOST_FACTS, proveOrders } from '../tests/cases/orders/prove-orders.ts'
import { FIRST_DAY, MOST_OF_A_YEAR } from '../tests/cases/orders/stories.ts'
import { tellOrders } from '../tests/journeys/orders/tell-orders.ts'
import { seedOf } from './demo/random.ts'
import { synthesize } from './synthesize.ts'

const HELP = `npm run prove:orders -- [--stories N] [--orders N] [--recorded N] [--seed N]

  --stories N   how many cases are made up and compared in pure code (500)
  --orders N    how many orders of each are tried, and as many of it with a correction (20)
  --recorded N  how many cases are recorded on the whole local service, each in 6 orders (50)
  --seed N      the same number makes up the same cases (2026)
  --help        these words`

/** How often it is told how far the proof has come. */
const SECONDS_BETWEEN = 5
/** How many cases are printed, each with its first difference. */
const MOST_PRINTED = 20
const RECORDED_ORDERS = 6

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '500' },
    orders: { type: 'string', default: '20' },
    recorded: { type: 'string', default: '50' },
    seed: { type: 'string', default: '2026' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(HELP)
else {
  const seed = seedOf(values.seed)
  prove(wholeNumber('--stories', values.stories), wholeNumber('--orders', values.orders), seed)
  const recorded = wholeNumber('--recorded', values.recorded)
  if (recorded > 0) await record(recorded, seed)
}

function many(number: number): string {
  return number.toLocaleString('en-GB')
}

function stopwatch(): () => number {
  const started = performance.now()
  return () => (performance.now() - started) / 1000
}

function prove(stories: number, orders: number, seed: number): void {
  const seconds = stopwatch()
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
  console.error(
    `To see one again: npm run prove:orders -- --stories 1 --recorded 0 --orders ${orders} --seed N, with its seed.`,
  )
  process.exitCode = 1
}

/** Records cases on a fresh local service, each as it happened and in other orders. */
async function record(stories: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prove-orders-'))
  console.log(
    `\nRecording ${many(stories)} cases on a fresh local service, each in ${RECORDED_ORDERS} orders. Seed ${seed}.`,
  )
  const service = await startLocalService({
    assemblyDirectory: synthesize(join(folder, 'cdk.out')),
    dataDirectory: join(folder, 'data'),
    apiPort: 0,
    endpointPort: 0,
    startAt: Date.parse(`${FIRST_DAY}T09:00:00Z`),
  })
  try {
    const seconds = stopwatch()
    let month = ''
    let printed = 0
    const printProblems = (problems: readonly string[]) => {
      for (const problem of problems.slice(printed)) console.error(`  ${problem}`)
      printed = problems.length
    }
    const told = await tellOrders({
      service,
      seed,
      stories,
      orders: RECORDED_ORDERS,
      mostFacts: MOST_FACTS,
      days: MOST_OF_A_YEAR,
      onDay(today, soFar) {
        printProblems(soFar.problems)
        if (today.slice(0, 7) === month) return
        month = today.slice(0, 7)
        const found = `${many(soFar.orderings)} orderings, ${many(soFar.problems.length)} problems`
        console.log(`${today}, after ${seconds().toFixed(0)} s: ${found}.`)
      },
    })
    const { orderings, facts, late, problems, claimsRead } = told
    printProblems(problems)
    for (const one of new Set(claimsRead.unread)) console.error(`  not read: ${one}`)
    console.log(
      `\n${many(orderings)} orderings of ${many(stories)} cases, ${many(facts)} facts, ${many(late)} of them learnt late: ` +
        `${many(problems.length)} problems. ${seconds().toFixed(0)} s.\n` +
        `${many(claimsRead.messages)} messages were read, with ${many(claimsRead.claims)} claims; ` +
        `${many(claimsRead.unread.length)} sentences with a day could not be read.`,
    )
    if (problems.length + claimsRead.unread.length === 0) return
    console.error(
      `To see one again: npm run prove:orders -- --stories 0 --recorded 1 --seed N, with the number in its name.`,
    )
    process.exitCode = 1
  } finally {
    await service.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function wholeNumber(flag: string, text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  console.error(`${flag} takes a whole number, not "${text}".\n\n${HELP}`)
  process.exit(2)
}
