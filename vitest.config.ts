import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { drawn, randomFrom, seedOf } from './bin/demo/random.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What the samples of this run are drawn from: `inject('seed')`. */
    readonly seed: number
    /** Whether the whole is tried, where a sample is usually: `npm run prove:pages`. */
    readonly isWhole: boolean
  }
}

const seed = seedOf(process.env.SEED)
console.log(`Samples are drawn from the seed ${seed}. To draw the same again: SEED=${seed} npm test`)

const common = {
  testTimeout: 30_000,
  hookTimeout: 120_000,
  // A process keeps what it has loaded from one file to the next: no test changes what another one loads.
  isolate: false,
  provide: { seed, isWhole: process.env.SAMPLE === 'whole' },
}
const needsTheApp = ['tests/lib/**/*.test.ts', 'tests/journeys/**/*.test.ts', 'tests/bin/local.test.ts']

/** What of the journeys is in every run: the samples of the proofs, and that no name leaks. */
const IN_EVERY_RUN = ['walk', 'orders', 'personal-data']
/** How many of the others `npm test` draws. `npm run prove:told`, and vitest by itself, run all of them. */
const JOURNEYS_DRAWN = 1

/** The journeys that this run leaves out. */
function journeysLeftOut(): readonly string[] {
  if (process.env.SAMPLE !== 'drawn') return []
  const files = globSync('tests/journeys/*.test.ts', { cwd: import.meta.dirname }).toSorted()
  const others = files.filter((file) => !IN_EVERY_RUN.includes(basename(file, '.test.ts')))
  const run = drawn(randomFrom(seed), others, JOURNEYS_DRAWN)
  console.log(`Of the journeys, these are drawn: ${run.map((file) => basename(file, '.test.ts')).join(', ')}`)
  return others.filter((file) => !run.includes(file))
}

/** The tests that take longest, the slowest first, so that no core is left with one of them at the end. */
const SLOW = [/journeys\/(crashes|walk|roads)/, /journeys\//, /browser\.test/, /messages\/letter\//]

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = SLOW.findIndex((slow) => slow.test(moduleId))
      return found < 0 ? SLOW.length : found
    }
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    // As many as there are cores, in each project alike: vitest leaves one of them free unless it is told not to.
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
    projects: [
      // A package with a configuration of its own.
      'local',
      {
        // Bundles have the council's own file instead: lib/constructs/service-function.ts.
        resolve: { alias: { '#council': fileURLToPath(new URL('tests/council-for-tests.ts', import.meta.url)) } },
        test: { ...common, name: 'parts', include: ['tests/**/*.test.ts'], exclude: needsTheApp },
      },
      {
        test: {
          ...common,
          name: 'whole',
          include: needsTheApp,
          exclude: [...journeysLeftOut()],
          // Synthesizes the app once for all of them.
          globalSetup: ['tests/synthesized-app.ts'],
        },
      },
    ],
  },
})
