/**
 * Walks cases through every machine until every transition and every pair of them is taken that a case can take, on the
 * whole local service with the clock moved. After each step a checker compares the case's dates with an independent
 * oracle, its messages with a table of who must be told what and when, and its open waits with its stages.
 * `npm run prove:journeys`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startLocalService } from 'aws-on-one-machine'
import { parseCalendarDate } from '../lambdas/law/calendar-date.ts'
import { caseChecker } from '../tests/journeys/walk/check-case.ts'
import { PAIRS, TRANSITIONS } from '../tests/journeys/walk/machines.ts'
import { isImpossible, ruledOut } from '../tests/journeys/walk/ruled-out.ts'
import { notTaken, walk } from '../tests/journeys/walk/walkers.ts'
import { synthesize } from './synthesize.ts'

const HELP = `npm run prove:journeys -- [--transitions] [--cases N] [--seed N]

  --transitions  every transition only, and no pairs of them: much quicker
  --cases N      how many cases are walked at most (2000)
  --seed N       the same number walks the same way (2026)

Ctrl-C ends the walk and tells what it has found so far.`

const { values } = parseArgs({
  options: {
    transitions: { type: 'boolean', default: false },
    cases: { type: 'string', default: '2000' },
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
  const possiblePairs = PAIRS.filter((one) => !ruledOut(one))
  const goals = [...TRANSITIONS, ...(values.transitions ? [] : possiblePairs)]
  let month = ''
  const result = await walk({
    service,
    seed: Number(values.seed),
    cases: Number(values.cases),
    until: parseCalendarDate('2030-12-31'),
    goals,
    isEnough: (soFar) => isStopped || notTaken(goals, soFar).length === 0,
    check: caseChecker(),
    onProblem: (problem) => console.log(`  ${problem}`),
    onDay(today, open, soFar) {
      if (today.slice(0, 7) === month) return
      month = today.slice(0, 7)
      const seconds = ((performance.now() - started) / 1000).toFixed(0)
      console.log(
        `${today}, after ${seconds} s: ${soFar.cases} cases, ${open} of them open; ${soFar.steps} facts; ` +
          `${goals.length - notTaken(goals, soFar).length} of ${goals.length} taken; ${soFar.problems.length} problems.`,
      )
    },
  })
  const share = (list: readonly string[]) => `${list.length - notTaken(list, result).length} of ${list.length}`
  console.log(
    `\n${result.cases} cases, ${result.steps} facts: ${share(TRANSITIONS)} transitions and ${share(possiblePairs)} pairs of ` +
      `them, checked after each step. ${((performance.now() - started) / 1000).toFixed(0)} s.`,
  )
  const { messages, claims, unread } = result.claimsRead
  console.log(
    `${messages} messages were read, with ${claims} claims about days and about how things stand. ` +
      `${unread.length} sentences with a day could not be read.`,
  )
  for (const one of new Set(unread)) console.log(`  not read: ${one}`)
  const surprises = result.surprises.length
  const asForeseen = result.comparedWithForeseen - surprises
  console.log(
    `Of ${result.comparedWithForeseen} facts ${asForeseen} told the family what was foreseen before they were recorded.`,
  )
  for (const one of result.surprises) console.log(`  otherwise: ${one}`)
  const wrong = PAIRS.filter((one) => result.taken.has(one) && isImpossible(one))
  for (const one of wrong) console.log(`  taken, though it is said to be impossible: ${one}`)
  const missing = notTaken(goals, result)
  for (const one of missing) {
    console.log(`  not taken: ${one}`)
    for (const why of result.gaveUp.get(one) ?? []) console.log(`    ${why}`)
  }
  if (result.problems.length + missing.length + wrong.length + unread.length > 0) process.exitCode = 1
} finally {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
}
