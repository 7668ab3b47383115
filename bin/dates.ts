/** The date calculator at the command line: `npm run -s dates`. docs/dates-command.md says how to use it. */
import { londonDay } from '../lambdas/cases/london.ts'
import { run } from './dates/run.ts'

// Whoever reads the output may have read enough (head, say); nothing is wrong then. Other failures end the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2), londonDay(new Date()), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  interactive: process.stdin.isTTY,
})
