import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditKeys } from '../../lambdas/audit/audit-tables.ts'
import { chainOfCase } from '../../lambdas/audit/entry.ts'
import { latestRoot } from '../../lambdas/audit/roots.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'
import { tablesOf } from './tables-of.ts'

const COMMAND = fileURLToPath(new URL('../../bin/verify-audit.ts', import.meta.url))

let house: ServiceForTests
let caseId: string
beforeAll(async () => {
  house = await serviceForTests('2026-09-07')
  caseId = await house.open('read')
  await house.client.readCase(caseId)
  await house.client.fetch('/cases')
  // A night goes by, in which the root is made.
  await house.service.clock.advanceTo(Date.parse('2026-09-08T06:00:00Z'))
})
afterAll(() => house.close())

/** Runs the command. @returns what it says and its exit status */
async function verify(...options: readonly string[]) {
  const run = promisify(execFile)(process.execPath, [COMMAND, '--endpoint', house.service.endpointUrl, ...options])
  return run.then(
    ({ stdout }) => ({ stdout, code: 0 }),
    ({ stdout, code }: { stdout: string; code: number }) => ({ stdout, code }),
  )
}

it('says that all is as it was written, with the root that the night has made', async () => {
  const root = await latestRoot(await tablesOf(house.service))
  expect(root).toMatchObject({ day: '2026-09-07', chains: 2 })
  const { stdout, code } = await verify('--root', `2026-09-07=${root?.root}`)
  expect(stdout).toMatch(/^All \d+ entries in 2 chains are as they were written\.$/m)
  expect(stdout).toContain(`The last root is of 2026-09-07: ${root?.root}.`)
  expect(code).toBe(0)
  expect((await verify('--root', `2026-09-07=${'0'.repeat(64)}`)).code).toBe(1)
})

it('finds one byte that was changed, and says where', async () => {
  const { client, auditTable } = await tablesOf(house.service)
  const Key = auditKeys.entry(chainOfCase(caseId), 1)
  const { Item } = await client.send(new GetCommand({ TableName: auditTable, Key }))
  const who = String(Item?.who)
  const changed = `${who.slice(0, -1)}${who.endsWith('0') ? '1' : '0'}`
  await client.send(new PutCommand({ TableName: auditTable, Item: { ...Item, who: changed } }))
  const { stdout, code } = await verify()
  expect(stdout).toContain(`case:${caseId}  Entry 1 was changed: it does not come to its hash.`)
  expect(code).toBe(1)
})
