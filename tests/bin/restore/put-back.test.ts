import { type AttributeValue, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { type DynamoDbInMemory, startDynamoDbInMemory } from 'aws-on-one-machine/dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FoundRow, type PutBackAsked, putBack } from '../../../bin/restore/put-back.ts'
import { OF_EVERY_TABLE } from '../../cases/tables-for-tests.ts'

let memory: DynamoDbInMemory
let client: DynamoDBClient

beforeEach(async () => {
  memory = await startDynamoDbInMemory()
  for (const TableName of ['Cases', 'Copy']) {
    await memory.dynamoDb.createTable({
      ...OF_EVERY_TABLE,
      TableName,
    })
  }
  client = new DynamoDBClient({
    endpoint: memory.endpointUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
})
afterEach(async () => {
  client.destroy()
  await memory.close()
})

type Rows = Readonly<Record<string, Record<string, AttributeValue>>>

/** Rows by "case sort-key". */
async function write(TableName: string, rows: Rows): Promise<void> {
  for (const [key, content] of Object.entries(rows)) {
    const [pk = '', sk = ''] = key.split(' ')
    await client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, sk: { S: sk }, ...content } }))
  }
}

async function cases(): Promise<Rows> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'Cases' }))
  return Object.fromEntries(Items.map(({ pk, sk, ...content }) => [`${pk?.S} ${sk?.S}`, content]))
}

async function run(asked: Partial<PutBackAsked> = {}) {
  const told: FoundRow[] = []
  const all = { table: 'Cases', copy: 'Copy', cases: [], replace: false, write: true, ...asked }
  await putBack(client, all, (row) => told.push(row))
  return told.map(({ pk, sk, found, outcome }) => `${pk} ${sk}: ${found}, ${outcome}`)
}

const FACT = { content: { M: { type: { S: 'case-opened' }, days: { L: [{ N: '1' }, { BOOL: true }] } } } }

describe('what a table has lost', () => {
  it('is put back, and what came since is left', async () => {
    await write('Copy', { 'C-1 CASE': { status: { S: 'open' } }, 'C-1 FACT#00001': FACT })
    await write('Cases', { 'C-1 CASE': { status: { S: 'open' } }, 'C-2 FACT#00001': FACT })
    expect(await run()).toEqual(['C-1 FACT#00001: gone, put back'])
    expect(await cases()).toEqual({
      'C-1 CASE': { status: { S: 'open' } },
      'C-1 FACT#00001': FACT,
      'C-2 FACT#00001': FACT,
    })
  })

  it('is only listed until it is to be written', async () => {
    await write('Copy', { 'C-1 FACT#00001': FACT })
    expect(await run({ write: false })).toEqual(['C-1 FACT#00001: gone, left'])
    expect(await cases()).toEqual({})
  })

  it('is found to be nothing when it is run again', async () => {
    await write('Copy', { 'C-1 FACT#00001': FACT, 'C-1 CASE': {} })
    expect(await run()).toHaveLength(2)
    expect(await run()).toEqual([])
  })

  it('is put back for the cases that are named alone', async () => {
    await write('Copy', { 'C-1 CASE': {}, 'C-2 CASE': {}, 'C-3 CASE': {} })
    expect(await run({ cases: ['C-2', 'C-3'] })).toHaveLength(2)
    expect(Object.keys(await cases()).sort()).toEqual(['C-2 CASE', 'C-3 CASE'])
  })

  it('comes back in an order in which nothing is sent twice, and journeys wake when the case is whole', async () => {
    const kept = [
      'WAIT#appeal',
      'HELD#rights',
      'TASK#1',
      'CASE',
      'FACT#00001',
      'LETTER#rights',
      'MESSAGE#rights',
      'CONTACT',
    ]
    await write('Copy', Object.fromEntries(kept.map((sk) => [`C-1 ${sk}`, {}])))
    const order = (await run()).map((line) => /C-1 (\S+):/.exec(line)?.[1])
    expect(order).toEqual([...kept].reverse())
  })
})

it('leaves a case that was erased since as it is, whatever is asked for', async () => {
  await write('Copy', { 'C-1 CASE': { type: { S: 'case' } }, 'C-1 FACT#00001': FACT, 'C-2 FACT#00001': FACT })
  await write('Cases', { 'C-1 CASE': { type: { S: 'erased-case' } } })
  expect((await run({ replace: true })).sort()).toEqual([
    'C-1 CASE: erased, left',
    'C-1 FACT#00001: erased, left',
    'C-2 FACT#00001: gone, put back',
  ])
  expect(Object.keys(await cases()).sort()).toEqual(['C-1 CASE', 'C-2 FACT#00001'])
})

describe('what has changed since', () => {
  beforeEach(async () => {
    await write('Copy', { 'C-1 CASE': { status: { S: 'open' } } })
    await write('Cases', { 'C-1 CASE': { status: { S: 'closed' }, closedAt: { S: '2026-11-26' } } })
  })

  it('is told, and left as it is', async () => {
    expect(await run()).toEqual(['C-1 CASE: changed, left'])
    expect(await cases()).toEqual({ 'C-1 CASE': { status: { S: 'closed' }, closedAt: { S: '2026-11-26' } } })
  })

  it('is put back whole when that is asked for', async () => {
    expect(await run({ replace: true })).toEqual(['C-1 CASE: changed, put back'])
    expect(await cases()).toEqual({ 'C-1 CASE': { status: { S: 'open' } } })
  })
})

it('leaves what somebody else wrote after it was read', async () => {
  await write('Copy', { 'C-1 FACT#00001': FACT, 'C-1 WAIT#appeal': { state: { S: 'waiting' } } })
  await write('Cases', { 'C-1 WAIT#appeal': { state: { S: 'ended' } } })
  const byThem = { 'C-1 FACT#00001': { by: { S: 'them' } }, 'C-1 WAIT#appeal': { state: { S: 'starting' } } }
  let isWritten = false
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'PutItemCommand' && !isWritten) {
          isWritten = true
          await write('Cases', byThem)
        }
        return next(args)
      },
    { step: 'initialize' },
  )
  expect(await run({ replace: true })).toEqual([
    'C-1 FACT#00001: gone, written by somebody else meanwhile',
    'C-1 WAIT#appeal: changed, written by somebody else meanwhile',
  ])
  expect(await cases()).toEqual(byThem)
})
