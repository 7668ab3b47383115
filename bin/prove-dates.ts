/**
 * The whole proof of the dates: `npm run prove:dates`. Every decision day of eleven years, with every certificate day up
 * to 400 days after it and in every branch, by the engine, by its worded functions and by an independent oracle; and
 * every other date of the law, started on each of those days. It prints what it found, writes docs/proof.md, and exits 1 when any case differs.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { appealDays } from '../lambdas/law/appeal-days.ts'
import { dateOfDay, parseDay } from '../lambdas/law/calendar-date.ts'
import { joined, type ProofRange, type ProofResult } from '../tests/law/proof/proof.ts'
import { proofInWords } from '../tests/law/proof/proof-in-words.ts'
import { proveOthers } from '../tests/law/proof/proof-of-others.ts'
import { LONGEST_CERTIFICATE } from '../tests/law/proof/proof-space.ts'
import { tryShortcuts, trySixtyDaysToContact } from '../tests/law/proof/shortcuts.ts'

const FROM = '2018-01-01'
const TO = '2028-12-31'
const THREADS = 2
const DOCUMENT = join(import.meta.dirname, '../docs/proof.md')

const started = performance.now()
const result = joined(await Promise.all(ranges().map(proveInThread)))
const others = proveOthers(FROM, TO)
const proofSeconds = (performance.now() - started) / 1000
const engine = timeEngine()
const shortcuts = {
  contact: trySixtyDaysToContact(parseDay(FROM), parseDay(TO)),
  alone: tryShortcuts(parseDay(FROM), parseDay(TO), false),
  withCertificate: tryShortcuts(parseDay(FROM), parseDay(TO), true),
}

const summary = proofInWords({ from: FROM, to: TO, result, others, shortcuts })
const document = readFileSync(DOCUMENT, 'utf8')
writeFileSync(DOCUMENT, withSummary(document, summary))
console.log(summary)
console.log(`\nThe proof took ${proofSeconds.toFixed(1)} s on ${THREADS} threads.`)
console.log(
  `The engine's side of every branch, by itself on one core: ${engine.cases.toLocaleString('en-GB')} cases in ` +
    `${engine.seconds.toFixed(2)} s.`,
)
if (result.differing + others.differences.length > 0) process.exitCode = 1

/** The decision days, dealt out to the threads in equal parts. */
function ranges(): ProofRange[] {
  const [first, last] = [parseDay(FROM), parseDay(TO)]
  const size = Math.ceil((last - first + 1) / THREADS)
  return Array.from({ length: THREADS }, (_, thread) => ({
    from: dateOfDay(first + thread * size),
    to: dateOfDay(Math.min(first + (thread + 1) * size - 1, last)),
    certificates: { step: 1 },
    withWords: true,
  }))
}

function proveInThread(range: ProofRange): Promise<ProofResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../tests/law/proof/worker.ts', import.meta.url), { workerData: range })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** The engine alone over the same space: every certificate day in each of the three branches, and none. */
function timeEngine(): { cases: number; seconds: number } {
  const began = performance.now()
  const [first, last] = [parseDay(FROM), parseDay(TO)]
  let cases = 0
  for (let decisionDay = first; decisionDay <= last; decisionDay += 1) {
    const { contactBy } = appealDays({ decisionDay, placementOnly: false })
    cases += 1
    for (let offset = 0; offset <= LONGEST_CERTIFICATE; offset += 1) {
      const certificateDay = decisionDay + offset
      appealDays({ decisionDay, certificateDay, placementOnly: false })
      appealDays({ decisionDay, certificateDay, placementOnly: true })
      appealDays({ decisionDay, certificateDay, contactDay: contactBy + 1, placementOnly: false })
      cases += 3
    }
  }
  return { cases, seconds: (performance.now() - began) / 1000 }
}

/** The document with what stands between its two marks replaced. */
function withSummary(text: string, summary: string): string {
  const [start, end] = ['<!-- proved -->', '<!-- /proved -->']
  const [before, rest] = text.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) {
    throw new Error(`docs/proof.md has lost its marks ${start} and ${end}. Put them back around the proof's results.`)
  }
  return `${before}${start}\n\n${summary}\n\n${end}${after}`
}
