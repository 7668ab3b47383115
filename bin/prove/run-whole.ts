import { spawnSync } from 'node:child_process'

/**
 * Runs tests that draw samples in `npm test`, and has them look at all of it. The process ends as they do.
 * @param filters which files: parts of their paths
 */
export function runWhole(...filters: readonly string[]): void {
  const { status, error } = spawnSync('vitest', ['run', ...filters], {
    stdio: 'inherit',
    env: { ...process.env, SAMPLE: 'whole' },
  })
  if (error) throw error
  process.exitCode = status ?? 1
}
