/**
 * Writes as fast as it can until it is killed: transfers between accounts, each with an entry of its own, batches and
 * single writes. Says `ack <id>` on standard output once a write has been answered, and keeps what the stream's
 * function received in `delivered.jsonl`.
 * Arguments: the data folder, the round's number, the seed.
 */
import { appendFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../database.ts'
import { createDynamoDb } from '../../dynamodb/dynamodb.ts'
import { ACCOUNTS, OPENING_BALANCE, randomNumbers } from './random-numbers.ts'
import { TABLE } from './setup.ts'

const [directory = '', round = '', seed = ''] = process.argv.slice(2)
const random = randomNumbers(Number(seed))
const dynamoDb = createDynamoDb({
  database: openDatabase(directory),
  clock: { now: () => Date.now() },
  invoker: {
    async invoke(_name, payload) {
      for (const record of (payload as { Records: object[] }).Records)
        appendFileSync(join(directory, 'delivered.jsonl'), `${JSON.stringify(record)}\n`)
      return { ok: true, payload: null }
    },
  },
})
await dynamoDb.createTable(TABLE)
dynamoDb.addEventSource({ tableName: 'cases', functionName: 'f', startingPosition: 'TRIM_HORIZON', batchSize: 10 })

async function send(operation: string, request: object): Promise<void> {
  const { status, body } = await dynamoDb.handle(operation, request)
  if (status !== 200) throw new Error(`${operation}: ${JSON.stringify(body)}`)
}

if (round === '0')
  await send('BatchWriteItem', {
    RequestItems: {
      cases: Array.from({ length: ACCOUNTS }, (_, account) => ({
        PutRequest: { Item: { id: { S: `account-${account}` }, balance: { N: String(OPENING_BALANCE) } } },
      })),
    },
  })
writeSync(1, 'ready\n')

const entry = (id: string, state: string) => ({ id: { S: id }, state: { S: state } })
const change = (account: number, amount: number) => ({
  Update: {
    TableName: 'cases',
    Key: { id: { S: `account-${account}` } },
    UpdateExpression: 'ADD balance :amount',
    ExpressionAttributeValues: { ':amount': { N: String(amount) } },
  },
})

async function writeForEver(lane: number): Promise<never> {
  for (let number = 0; ; number += 1) {
    const id = `entry-${round}-${lane}-${number}`
    const from = Math.floor(random() * ACCOUNTS)
    const to = (from + 1 + Math.floor(random() * (ACCOUNTS - 1))) % ACCOUNTS
    const amount = 1 + Math.floor(random() * 5)
    await send('TransactWriteItems', {
      TransactItems: [
        change(from, -amount),
        change(to, amount),
        { Put: { TableName: 'cases', Item: entry(id, 'new') } },
      ],
    })
    writeSync(1, `ack ${id}\n`)
    const batch = ['x', 'y'].map((letter) => `batch-${round}-${lane}-${number}-${letter}`)
    await send('BatchWriteItem', {
      RequestItems: { cases: batch.map((one) => ({ PutRequest: { Item: entry(one, 'batch') } })) },
    })
    writeSync(1, `ack ${batch[0]}\nack ${batch[1]}\n`)
    await send('UpdateItem', {
      TableName: 'cases',
      Key: { id: { S: id } },
      UpdateExpression: 'SET #state = :state',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':state': { S: 'changed' } },
    })
  }
}

await Promise.all([0, 1, 2].map(writeForEver))
