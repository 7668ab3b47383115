/**
 * Walks cases through every machine until every transition is taken (with `--pairs`, until no pair of them is left that a
 * case can take), on the whole local service with the clock moved. After each step a checker compares the case's dates
 * with the engine, its messages with a table of who must be told what and when, and its open waits with its stages.
 * `npm run prove:journeys`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseCalendarDate } from '../lambdas/law/calendar-date.ts'
import { startLocalService } from '../local/service.ts'
import { caseChecker } from '../tests/journeys/walk/check-case.ts'
import { TRANSITIONS } from '../tests/journeys/walk/machines.ts'
import { notTaken, walk } from '../tests/journeys/walk/walkers.ts'
import { ServiceClient } from './demo/service-client.ts'
import { synthesize } from './synthesize.ts'

const HELP = `npm run prove:journeys -- [--pairs] [--cases N] [--seed N]

  --pairs     every pair of transitions, not only every transition; takes much longer
  --cases N   how many cases are walked at most (300)
  --seed N    the same number walks the same way (2026)

Ctrl-C ends the walk and tells what it has found so far.`

const { values } = parseArgs({
  options: {
    pairs: { type: 'boolean', default: false },
    cases: { type: 'string', default: '300' },
    seed: { type: 'string', default: '2026' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
for (const [flag, text] of Object.entries({ '--cases': values.cases, '--seed': values.seed })) {
  if (/^\d{1,6}$/.test(text)) continue
  console.error(`${flag} takes a whole number, not "${text}".\n\n${HELP}`)
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'prove-journeys-'))
console.log('Synthesizing, and starting a fresh local service...')
const service = await startLocalService({
  assemblyDirectory: synthesize(join(folder, 'cdk.out')),
  dataDirectory: join(folder, 'data'),
  apiPort: 0,
  endpointPort: 0,
  startAt: Date.parse('2026-02-10T09:00:00Z'),
})
let isStopped = false
process.once('SIGINT', () => {
  isStopped = true
})
try {
  const started = performance.now()
  let month = ''
  const result = await walk({
    house: { service, client: new ServiceClient({ staff: service.apiUrl, endpoint: service.endpointUrl }) },
    seed: Number(values.seed),
    cases: Number(values.cases),
    until: parseCalendarDate('2030-12-31'),
    pairs: values.pairs,
    isEnough: (soFar) => isStopped || (!values.pairs && notTaken(soFar).length === 0),
    check: caseChecker(),
    onDay(today, { open, transitions, pairs, steps }) {
      if (today.slice(0, 7) === month) return
      month = today.slice(0, 7)
      console.log(`${today}: ${open} cases open, ${steps} steps, ${transitions} transitions, ${pairs} pairs of them.`)
    },
  })
  const missing = notTaken(result)
  const taken = TRANSITIONS.length - missing.length
  console.log(
    `\n${result.cases} cases, ${result.steps} facts: ${taken} of ${TRANSITIONS.length} transitions and ` +
      `${result.pairs.size} pairs of them, checked after each step. ${((performance.now() - started) / 1000).toFixed(0)} s.`,
  )
  for (const one of missing) console.log(`  not taken: ${one}`)
  for (const problem of result.problems) console.log(`  ${problem}`)
  if (result.problems.length > 0 || missing.length > 0) process.exitCode = 1
} finally {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
}
