/**
 * Everything a reviewer would check, in the order in which it is cheapest to fail. `npm test` runs it, and
 * `npm test -- --seed 7` draws the samples among the tests from that seed. It ends with how many tests passed and failed.
 */
import { spawn } from 'node:child_process'
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

/** They read files only, so they go side by side; what they say is shown one after the other. */
const READERS: readonly Check[] = [
  { name: 'Format and lint', command: 'biome', arguments: ['ci', '.', '--error-on-warnings'] },
  { name: 'Types', command: 'tsc', arguments: ['--noEmit'] },
]
const TESTS: Check = {
  name: 'Tests',
  command: 'vitest',
  arguments: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${testRun}`],
}

const times: string[] = []
const statuses = await Promise.all(READERS.map((check) => run(check, 'pipe')))
end(statuses.find((status) => status !== 0) ?? (await run(TESTS, 'inherit')))

interface Check {
  readonly name: string
  readonly command: string
  readonly arguments: readonly string[]
}

/** Runs a check and says how it went. @returns its exit status */
async function run(check: Check, output: 'pipe' | 'inherit'): Promise<number> {
  const started = performance.now()
  const headline = `\n${check.name}: ${check.command} ${check.arguments.join(' ')}`
  if (output === 'inherit') console.log(headline)
  const child = spawn(check.command, check.arguments, { stdio: ['inherit', output, output] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk))
  const status = await new Promise<number>((resolve) => {
    child.once('close', (code) => resolve(code ?? 1))
    child.once('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`))
      resolve(1)
    })
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (output === 'pipe') console.log(`${headline}\n${Buffer.concat(said)}`)
  if (status !== 0) console.error(`\n${check.name} failed after ${seconds} s. Nothing after it was run.`)
  times.push(`${check.name}: ${status === 0 ? 'passed' : 'failed'} in ${seconds} s`)
  return status
}

/** Says how long each part took and, where tests were run, how they went. */
function end(status: number): never {
  console.log(`\n${times.join('\n')}`)
  if (existsSync(testRun)) {
    console.log(testCount(JSON.parse(readFileSync(testRun, 'utf8')) as TestRun, status === 0))
  }
  process.exit(status)
}
