import { readdirSync, readFileSync } from 'node:fs'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AUDIT_CONTENTS } from '../../lambdas/audit/entry.ts'
import { CONTENTS, contentOf, type RowType } from '../../lambdas/cases/store/rows.ts'
import { serviceForTests } from '../staff/service-for-tests.ts'
import { type Exports, exportsOfToday } from './exports-of-today.ts'
import { readOf } from './read-of.ts'

type Row = Readonly<Record<string, unknown>>
interface FrozenCase {
  readonly caseId: string
  readonly on: string
  readonly cases: readonly Row[]
  readonly contacts: readonly Row[]
  readonly read: ReturnType<typeof readOf>
}

const versions = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name)

function read<Content>(version: string, name: string): Content {
  const asBytes = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && 'bytes' in value && typeof value.bytes === 'string'
      ? new Uint8Array(Buffer.from(value.bytes, 'base64'))
      : value
  return JSON.parse(readFileSync(new URL(`${version}/${name}`, import.meta.url), 'utf8'), asBytes) as Content
}

describe.each(versions)('what version %s stored', (version) => {
  const rows = read<Readonly<Record<'cases' | 'contacts' | 'audit', readonly Row[]>>>(version, 'rows.json')

  it.each(['cases', 'contacts'] as const)('is read: each shape of row in the table of %s', (table) => {
    expect(rows[table].length).toBeGreaterThan(1)
    for (const row of rows[table]) {
      expect(Object.keys(CONTENTS)).toContain(row.type)
      expect(() => contentOf(row.type as RowType, row)).not.toThrow()
    }
  })

  it('is read: who did and who read what', () => {
    expect(rows.audit.length).toBeGreaterThan(1)
    const schemas = Object.values(AUDIT_CONTENTS)
    for (const row of rows.audit) expect(schemas.filter((schema) => v.is(schema, row))).toHaveLength(1)
  })

  it('is read as that version read it: whole cases', async () => {
    const service = await serviceForTests()
    onTestFinished(() => service.close())
    const { client, casesTable, contactsTable } = service.tables
    for (const { caseId, on, cases, contacts, read: then } of read<readonly FrozenCase[]>(version, 'cases.json')) {
      const put = (TableName: string) => (Item: Row) => client.send(new PutCommand({ TableName, Item: { ...Item } }))
      await Promise.all([...cases.map(put(casesTable)), ...contacts.map(put(contactsTable))])
      service.goTo(on)
      expect(readOf(await service.json<Parameters<typeof readOf>[0]>(`/cases/${caseId}`))).toEqual(then)
    }
  })
})

describe.each(versions)('what version %s gave out', (version) => {
  const then = read<Exports>(version, 'exports.json')
  const now = exportsOfToday()

  it('has the same tables, with their rows and columns in the same order, and new ones after them', () => {
    for (const [id, { columns, rows }] of Object.entries(then.outcomes)) {
      expect(now.outcomes[id]?.columns.slice(0, columns.length)).toEqual(columns)
      expect(now.outcomes[id]?.rows.filter((row) => rows.includes(row))).toEqual(rows)
    }
  })

  it('takes the same columns', () => {
    for (const [file, columns] of Object.entries(then.taken))
      expect(now.taken[file]).toEqual(expect.arrayContaining([...columns]))
  })
})
