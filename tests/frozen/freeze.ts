/**
 * Freezes what this version has promised to read from now on: `npm run freeze`. Once for each version, before it is released.
 *
 * - `machines/`: the definitions of its state machines. Executions that it began send what these say for up to a year.
 * - `rows.json`: a row of every shape that it stored while the demo's year was told, and `cases.json` two whole cases with what was read of
 *   them.
 * - `exports.json`: the columns of its files.
 *
 * The tests of this folder and `tests/journeys/frozen-machines.test.ts` hold later versions to it (docs/upgrading.md).
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { startLocalProcess } from '../../bin/demo/local-process.ts'
import { makeYear } from '../../bin/demo/make-year.ts'
import { ServiceClient } from '../../bin/demo/service-client.ts'
import { STORIES } from '../../bin/demo/stories.ts'
import { tellStories } from '../../bin/demo/tell-stories.ts'
import { yearTelling } from '../../bin/demo/tell-year.ts'
import { STAGES } from '../../lambdas/cases/stages.ts'
import { tablesOf } from '../journeys/tables-of.ts'
import { exportsOfToday } from './exports-of-today.ts'
import { readOf } from './read-of.ts'
import { shapeOf } from './shape-of.ts'

const SEED = 2026
const CASES = 72
/** Late enough for every route, and so early that a dozen cases are open. */
const LOOKED_AT_ON = '2026-12-01'
/** Of these every row is kept: one ends at the Tribunal, and one is open. */
const WHOLE_CASES = 2

const root = new URL('../../', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
const folder = new URL(`${version}/`, import.meta.url)
if (existsSync(folder) && !process.argv.includes('--again')) {
  console.error(
    `Version ${version} is frozen already. What was released is not frozen again: --again is for a version that is not.`,
  )
  process.exit(2)
}

const data = mkdtempSync(join(tmpdir(), 'freeze-'))
const service = await startLocalProcess({ dataDirectory: data, startAt: '2026-01-09T09:00', port: 0 })
try {
  const client = new ServiceClient(service.addresses)
  const year = yearTelling(client, makeYear(SEED, CASES, '2026-01-12'), () => {})
  const told = await tellStories(client, STORIES, () => {}, { tellings: year.tellings, endsOn: LOOKED_AT_ON })
  const tables = await tablesOf({ endpointUrl: service.addresses.endpoint })
  const rows = {
    cases: await everyRow(tables.casesTable),
    contacts: await everyRow(tables.contactsTable),
    audit: await everyRow(tables.auditTable),
  }

  rmSync(folder, { recursive: true, force: true })
  mkdirSync(new URL('machines/', folder), { recursive: true })
  for (const stage of STAGES) {
    cpSync(new URL(`statemachines/${stage}.asl.json`, root), new URL(`machines/${stage}.asl.json`, folder))
  }
  // Who works here is kept without a kind, and written anew whenever somebody signs in.
  const kept = { ...rows, contacts: rows.contacts.filter(({ type }) => type !== undefined) }
  write('rows.json', Object.fromEntries(Object.entries(kept).map(([table, all]) => [table, oneOfEachShape(all)])))
  const open = year.told.find(({ caseId }) =>
    rows.cases.some(({ pk, sk, status }) => pk === caseId && sk === 'CASE' && status === 'open'),
  )
  const whole = [told[0]?.caseId, open?.caseId].flatMap((caseId) => caseId ?? []).slice(0, WHOLE_CASES)
  const cases = await Promise.all(
    whole.map(async (caseId) => ({
      caseId,
      on: LOOKED_AT_ON,
      cases: rows.cases.filter(({ pk }) => pk === caseId),
      contacts: rows.contacts.filter(({ pk }) => pk === caseId),
      read: readOf(await client.readCase(caseId)),
    })),
  )
  write('cases.json', cases)
  write('exports.json', exportsOfToday())

  async function everyRow(TableName: string): Promise<readonly Record<string, unknown>[]> {
    const all: Record<string, unknown>[] = []
    let from: Record<string, unknown> | undefined
    do {
      const { Items = [], LastEvaluatedKey } = await tables.client.send(
        new ScanCommand({ TableName, ...(from && { ExclusiveStartKey: from }) }),
      )
      all.push(...Items)
      from = LastEvaluatedKey
    } while (from)
    return all.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
  }
} finally {
  await service.stop()
  rmSync(data, { recursive: true, force: true })
}

function nameOf({ pk, sk }: Record<string, unknown>): string {
  return `${String(pk)} ${String(sk)}`
}

function oneOfEachShape(rows: readonly Record<string, unknown>[]): readonly Record<string, unknown>[] {
  return [...new Map(rows.toReversed().map((row) => [shapeOf(row), row])).values()].reverse()
}

/** Bytes as text, so that they can be read back: what is stored compressed is a Uint8Array. */
function write(name: string, content: unknown): void {
  const asText = (_key: string, value: unknown) =>
    value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value
  const text = JSON.stringify(content, asText, 1)
  writeFileSync(new URL(name, folder), `${text}\n`)
  console.log(`${name}: ${Math.round(text.length / 1024)} KB`)
}
