/** The numbers in docs/numbers.md. `npm run measure`; each part alone: `npm run measure -- functions`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureCost } from './measure/cost.ts'
import { measureFunctions } from './measure/functions.ts'
import { measureBoot, measureManyCases } from './measure/service.ts'
import { synthesize } from './synthesize.ts'

const PARTS = {
  functions: measureFunctions,
  boot: measureBoot,
  cases: measureManyCases,
  cost: measureCost,
} as const

const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !(part in PARTS))
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join(', ')}". The parts are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'send-measure-'))
try {
  const started = performance.now()
  const assemblyDirectory = synthesize(join(folder, 'cdk.out'))
  console.log(`Synthesizing took ${((performance.now() - started) / 1000).toFixed(1)} s.`)
  for (const [part, measure] of Object.entries(PARTS)) {
    if (asked.length === 0 || asked.includes(part)) await measure(assemblyDirectory, folder)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
