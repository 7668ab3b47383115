import {
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type FoundRow, putBack } from '../../bin/restore/put-back.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** Every row of a case is deleted while its journey waits, and put back from a copy while the service runs. */

let house: ServiceForTests
let client: DynamoDBClient
let table = ''
beforeAll(async () => {
  house = await serviceForTests('2026-02-10', inject('quietAssembly'))
  client = new DynamoDBClient({
    endpoint: house.service.endpointUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  table = TableNames.find((name) => name.includes('Cases')) ?? ''
})
afterAll(async () => {
  client.destroy()
  await house.close()
})

it('goes on with a case that was gone, and sends nothing again', { timeout: 60_000 }, async () => {
  const [lost, other] = [await house.open('lost'), await house.open('other')]
  for (const caseId of [lost, other]) {
    await house.record(caseId, '2026-02-11', 'adviser-contacted', { contactedOn: '2026-02-11' })
  }
  const copy = await copyOfTable()
  await house.record(other, '2026-02-12', 'mediation-declined', {
    declinedOn: '2026-02-12',
    contactedOn: '2026-02-11',
  })
  const mailed = await mailKeys()
  await deleteRowsOf(lost)
  await expect(house.client.readCase(lost)).rejects.toThrow()

  const rows: FoundRow[] = []
  await putBack(client, { table, copy, cases: [], replace: false, write: true }, (row) => rows.push(row))
  const gone = rows.filter(({ found }) => found === 'gone')
  expect(new Set(gone.map(({ pk, outcome }) => `${pk} ${outcome}`))).toEqual(new Set([`${lost} put back`]))
  expect(gone.map(({ sk }) => sk)).toEqual(expect.arrayContaining(['CASE', 'FACT#00001', 'WAIT#mediation-advice']))
  // What the other case has become since is told, and left.
  expect(rows.filter(({ found }) => found === 'changed').every(({ outcome }) => outcome === 'left')).toBe(true)

  await house.client.settle()
  expect(await mailKeys()).toEqual(mailed)
  await house.record(lost, '2026-02-13', 'mediation-declined', { declinedOn: '2026-02-13', contactedOn: '2026-02-11' })
  await house.record(lost, '2026-02-16', 'certificate-issued', { issuedOn: '2026-02-16' })
  expect(await house.messages(lost)).toEqual([
    '2026-02-10 rights',
    '2026-02-11 choose',
    '2026-02-13 certificate-due',
    '2026-02-16 last-day-to-appeal',
  ])
  const all = await mailKeys()
  expect(new Set(all).size).toBe(all.length)
})

async function copyOfTable(): Promise<string> {
  await client.send(
    new CreateTableCommand({
      TableName: 'Copy',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  )
  for (const Item of await rowsOfTable()) await client.send(new PutItemCommand({ TableName: 'Copy', Item }))
  return 'Copy'
}

async function deleteRowsOf(caseId: string): Promise<void> {
  for (const { pk, sk } of await rowsOfTable()) {
    if (pk?.S === caseId && sk) await client.send(new DeleteItemCommand({ TableName: table, Key: { pk, sk } }))
  }
}

async function rowsOfTable() {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table, ConsistentRead: true }))
  return Items
}

async function mailKeys(): Promise<string[]> {
  return (await house.client.mailbox()).map(({ tags }) => `${tags.case} ${tags.message}`).sort()
}
