/** Everything a reviewer would check, in the order in which it is cheapest to fail. `npm test` runs it. */
import { spawnSync } from 'node:child_process'

const checks = [
  { name: 'Format and lint', command: 'biome', arguments: ['ci', '.', '--error-on-warnings'] },
  { name: 'Types', command: 'tsc', arguments: ['--noEmit'] },
  { name: 'Tests', command: 'vitest', arguments: ['run'] },
]

for (const check of checks) {
  const started = performance.now()
  console.log(`\n${check.name}: ${check.command} ${check.arguments.join(' ')}`)
  const { status, error } = spawnSync(check.command, check.arguments, { stdio: 'inherit' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (status !== 0) {
    console.error(
      `\n${check.name} failed after ${seconds} s${error ? `: ${error.message}` : ''}. Nothing after it was run.`,
    )
    process.exit(status ?? 1)
  }
  console.log(`${check.name}: passed in ${seconds} s`)
}
