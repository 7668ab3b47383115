/** How fast it is: `npm run bench`. Each part alone: `npm run bench -- pages`. Each holds a number, and fails below it. */
import { parseArgs } from 'node:util'
import { seedOf } from './demo/random.ts'

/** What a bench is asked for. */
export interface BenchOptions {
  /** What is made up is drawn from it. */
  readonly seed: number
  readonly openCases: number
  readonly closedCases: number
  /** The rows of the file that is imported. */
  readonly importRows: number
  /** For how long the officers open pages. */
  readonly seconds: number
}

/** Measures, prints what came out, and tells whether the numbers to hold were held. */
export type Bench = (options: BenchOptions) => Promise<boolean> | boolean

const PARTS: Readonly<Record<string, () => Promise<Bench>>> = {
  dates: async () => (await import('./bench/dates.ts')).benchDates,
  search: async () => (await import('./bench/search.ts')).benchSearch,
  import: async () => (await import('./bench/imports.ts')).benchImports,
  reports: async () => (await import('./bench/reports.ts')).benchReports,
  pages: async () => (await import('./bench/pages.ts')).benchPages,
}

const HELP = `Measures how fast it is, and fails where a number that has to hold does not.

  npm run bench -- [parts] [options]

  dates            deadlines per second, beside three date libraries
  search           the search for a case, in memory: milliseconds and read units of each way to ask
  import           a file of cases on the local service, looked through and imported in two minutes at most
  reports          a report of 12 months over 10 thousand, 100 thousand and 1 million cases
  pages            the staff pages on the local service, with 10 officers at once

  --open N         so many open cases (10000)
  --closed N       so many closed cases (100000)
  --rows N         so many rows of a file that is imported (5000)
  --seconds N      for how long the officers open pages (240)
  --seed N         what is made up is drawn from this number
  --help           these words

Without a part all are measured, one after the other.
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    open: { type: 'string', default: '10000' },
    closed: { type: 'string', default: '100000' },
    rows: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '240' },
    seed: { type: 'string' },
    help: { type: 'boolean' },
  },
})
const unknown = positionals.filter((part) => !(part in PARTS))
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join(', ')}". The parts are ${Object.keys(PARTS).join(', ')}.`)
  process.exitCode = 1
} else if (values.help) console.log(HELP)
else {
  const options = {
    seed: seedOf(values.seed),
    openCases: numberOf('open', values.open),
    closedCases: numberOf('closed', values.closed),
    importRows: numberOf('rows', values.rows),
    seconds: numberOf('seconds', values.seconds),
  }
  for (const [part, load] of Object.entries(PARTS)) {
    if (positionals.length > 0 && !positionals.includes(part)) continue
    console.log(`\n${part}, seed ${options.seed}\n`)
    const bench = await load()
    if (!(await bench(options))) process.exitCode = 1
  }
}

function numberOf(name: string, typed: string): number {
  const number = Number(typed)
  if (Number.isInteger(number) && number > 0) return number
  console.error(`--${name} must be a whole number above 0, and is "${typed}".`)
  process.exit(1)
}
