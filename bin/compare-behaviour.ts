/**
 * Compares what the service does now with what it did at an earlier commit: messages, machines, templates, the demo's
 * year, and pages. Words that were renamed on purpose are put into the earlier record first.
 * `npm run compare -- COMMIT`. Ends with 1 where anything differs. `npm run compare -- COMMIT templates` compares that part
 * alone, as far as the earlier version can record one part, and shows every difference in it.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { differences } from './behaviour/differences.ts'
import { withRenamedWords } from './behaviour/renamed-words.ts'

const PARTS = ['messages', 'machines', 'templates', 'demo-lines', 'demo-cases', 'pages'] as const
const SHOWN = 12

const [commit, only] = process.argv.slice(2)
if (!commit || (only !== undefined && !PARTS.some((part) => part === only))) {
  console.error(
    `Say which commit to compare with, and which part if not all: npm run compare -- COMMIT [${PARTS.join('|')}]`,
  )
  process.exit(2)
}
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'compare-'))
const checkout = join(folder, 'checkout')
try {
  execFileSync('git', ['worktree', 'add', '--detach', checkout, commit], { cwd: root, stdio: 'pipe' })
  bringPackages(checkout)
  record(checkout, 'then')
  record(root, 'now')
  let differ = 0
  for (const part of only ? PARTS.filter((each) => each === only) : PARTS) {
    const found = differences(withRenamedWords(read('then', part)), read('now', part))
    console.log(`\n${part}: ${found.length === 0 ? 'the same' : `${found.length} differences`}`)
    const shown = only ? found : found.slice(0, SHOWN)
    for (const { at, earlier, now } of shown) console.log(`  ${at}\n    then: ${earlier}\n    now:  ${now}`)
    if (found.length > shown.length) console.log(`  and ${found.length - shown.length} more`)
    differ += found.length
  }
  process.exitCode = differ === 0 ? 0 : 1
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', checkout], { cwd: root, stdio: 'pipe' })
  rmSync(folder, { recursive: true, force: true })
}

/** The packages of the earlier version: those that are installed here, or its own where it asks for others. */
function bringPackages(version: string): void {
  const lockOf = (folder: string) => readFileSync(join(folder, 'package-lock.json'), 'utf8')
  if (lockOf(version) === lockOf(root)) {
    linkPackages(join(root, 'node_modules'), join(version, 'node_modules'))
  } else {
    console.log('Installing the packages of the earlier version...')
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: version, stdio: ['ignore', 'ignore', 'inherit'] })
  }
}

/** The packages that are installed here, for the earlier version too; a workspace is the version's own. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const installed = join(from, entry.name)
    // npm links a workspace by a path that leads from here to its folder.
    symlinkSync(entry.isSymbolicLink() ? readlinkSync(installed) : installed, join(to, entry.name))
  }
}

function record(version: string, name: string): void {
  console.log(`\nRecording ${name}...`)
  const recorder = join(version, 'bin/record-behaviour.ts')
  execFileSync(process.execPath, [recorder, join(folder, name), ...(only ? [only] : [])], {
    cwd: version,
    stdio: 'inherit',
  })
}

function read(name: string, part: string): unknown {
  return JSON.parse(readFileSync(join(folder, name, `${part}.json`), 'utf8'))
}
