/**
 * Writes down what the service does, so that two versions of it can be compared: every message in every situation, the
 * state machines, the templates, and the demo's year with its message keys and pages.
 * `node bin/record-behaviour.ts FOLDER [PART]`. `npm run compare` runs it for both versions.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordDemo } from './behaviour/record-demo.ts'
import { recordMessages } from './behaviour/record-messages.ts'
import { recordTemplates } from './behaviour/record-templates.ts'

const [folder, only] = process.argv.slice(2)
if (!folder) {
  console.error('Say where to: node bin/record-behaviour.ts FOLDER')
  process.exit(2)
}
mkdirSync(folder, { recursive: true })

const MACHINES = new URL('../statemachines/', import.meta.url)

if (isWanted('messages')) write('messages', recordMessages())
if (isWanted('machines')) {
  write(
    'machines',
    Object.fromEntries(
      readdirSync(MACHINES)
        .filter((name) => name.endsWith('.asl.json'))
        .map((name) => [name, JSON.parse(readFileSync(new URL(name, MACHINES), 'utf8'))]),
    ),
  )
}
if (isWanted('templates')) write('templates', recordTemplates())
if (['demo-lines', 'demo-cases', 'pages'].some(isWanted)) {
  const { lines, cases, pages } = await recordDemo()
  write('demo-lines', lines)
  write('demo-cases', cases)
  write('pages', pages)
}

function isWanted(part: string): boolean {
  return only === undefined || only === part
}

function write(name: string, content: unknown): void {
  writeFileSync(join(folder ?? '', `${name}.json`), `${JSON.stringify(content, undefined, 1)}\n`)
  console.log(`Recorded ${name}.`)
}
