/**
 * A council's year on a fresh local service, over HTTP only: five families' cases told as they happen, and as many more
 * as `--cases` says, made up from `--seed`, over every decision and route. It ends with a summary that adds up, and exits
 * 1 when anything is not as the law says. `npm run demo -- --help`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkReports } from './demo/check-reports.ts'
import { type CheckedCase, checkStories } from './demo/check-stories.ts'
import { checkYear } from './demo/check-year.ts'
import { startLocalProcess } from './demo/local-process.ts'
import { makeYear } from './demo/make-year.ts'
import { ServiceClient } from './demo/service-client.ts'
import { STORIES } from './demo/stories.ts'
import { tellStories } from './demo/tell-stories.ts'
import { yearTelling } from './demo/tell-year.ts'

const CASES = 72
const SEED = 2026
const FIRST_DAY = '2026-01-12'
/** By then every case of the year has come to its end, those without news too. */
const LAST_DAY = '2027-12-31'

const HELP = `npm run demo -- [--cases N] [--seed N]

  --cases N   how many cases the year has beside the five that are told (${CASES})
  --seed N    the same number makes up the same year (${SEED})`
const { cases, seed } = readFlags()

const data = mkdtempSync(join(tmpdir(), 'send-demo-'))
console.log('Starting a fresh local service...')
const service = await startLocalProcess({ dataDirectory: data, startAt: '2026-01-09T09:00', port: 0 })
try {
  const client = new ServiceClient(service.addresses)
  const started = performance.now()
  const year = yearTelling(client, makeYear(seed, cases, FIRST_DAY), console.log)
  const told = await tellStories(client, STORIES, console.log, { tellings: year.tellings, endsOn: LAST_DAY })
  const checked = await checkStories(client, told, told.length + year.told.length)
  const checkedYear = await checkYear(client, year.told, checked)
  const checkedReports = await checkReports(client, service.addresses, year.told, checked)
  sayEnd(checked)
  console.log(`\nThe year (seed ${seed})\n`)
  for (const { lines, problems } of [checkedYear, checkedReports]) {
    for (const line of [...lines, ...problems]) console.log(`  ${line}`)
  }
  const problems = [...checked, checkedYear, checkedReports].flatMap((one) => one.problems)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(
    problems.length === 0
      ? `\nEverything adds up. Told in ${seconds} s.`
      : `\n${problems.length} things do not add up. Told in ${seconds} s.`,
  )
  if (problems.length > 0) process.exitCode = 1
} finally {
  await service.stop()
  rmSync(data, { recursive: true, force: true })
}

function readFlags(): { readonly cases: number; readonly seed: number } {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: String(CASES) },
      seed: { type: 'string', default: String(SEED) },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    process.exit(0)
  }
  return { cases: wholeNumber('--cases', values.cases), seed: wholeNumber('--seed', values.seed) }
}

function wholeNumber(flag: string, text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  console.error(`${flag} takes a whole number, not "${text}".\n\n${HELP}`)
  return process.exit(2)
}

function sayEnd(checked: readonly CheckedCase[]): void {
  console.log('\nHow each case ended\n')
  for (const { story, caseId, outcome, transitions, messages, problems } of checked) {
    const verdict = problems.length === 0 ? 'as the law says' : 'NOT as the law says'
    console.log(
      `  ${caseId}  [${story.family}]  ${outcome}, ${verdict}. ${transitions} state transitions, ${messages} messages.`,
    )
    for (const problem of problems) console.log(`      ${problem}`)
  }
}
