/**
 * Looks at every page and letter in full: `npm run prove:pages`. `npm test` looks at every page too, but for all faults on every other
 * one at one width, and at a letter of each kind of message; here it is both widths, and every situation in both sizes.
 */
import { spawnSync } from 'node:child_process'

const { status, error } = spawnSync('vitest', ['run', 'browser.test.ts', 'every-letter.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, SAMPLE: 'whole' },
})
if (error) throw error
process.exitCode = status ?? 1
