/**
 * Everything a reviewer would check, in the order in which it is cheapest to fail. `npm test` runs it, and
 * `npm test -- --seed 7` draws the samples among the tests from that seed. It ends with how many tests passed and failed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { seedOf } from '../bin/demo/random.ts'
import { type TestRun, testCount } from './test-count.ts'

const { values } = parseArgs({ options: { seed: { type: 'string' } } })
process.env.SEED = String(seedOf(values.seed ?? process.env.SEED))
// Of what takes longest a part is drawn. All of it is in the proofs.
process.env.SAMPLE ??= 'drawn'
// The tests start many processes: each finds here what the one before it has read and compiled.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'check-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const testRun = join(folder, 'tests.json')

const checks = [
  { name: 'Format and lint', command: 'biome', arguments: ['ci', '.', '--error-on-warnings'] },
  { name: 'Types', command: 'tsc', arguments: ['--noEmit'] },
  {
    name: 'Tests',
    command: 'vitest',
    arguments: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${testRun}`],
  },
]

const times: string[] = []
for (const check of checks) {
  const started = performance.now()
  console.log(`\n${check.name}: ${check.command} ${check.arguments.join(' ')}`)
  const { status, error } = spawnSync(check.command, check.arguments, { stdio: 'inherit' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  times.push(`${check.name}: ${status === 0 ? 'passed' : 'failed'} in ${seconds} s`)
  if (status === 0) continue
  console.error(
    `\n${check.name} failed after ${seconds} s${error ? `: ${error.message}` : ''}. Nothing after it was run.`,
  )
  end(status ?? 1)
}
end(0)

/** Says how long each part took and, where tests were run, how they went. */
function end(status: number): never {
  console.log(`\n${times.join('\n')}`)
  if (existsSync(testRun)) {
    console.log(testCount(JSON.parse(readFileSync(testRun, 'utf8')) as TestRun, status === 0))
  }
  process.exit(status)
}
