/**
 * Measures how many transactions of three actions a second the local DynamoDB commits to disk, with every stream
 * record delivered to a function that does nothing. Run it with `node local/tests/dynamodb/measure-throughput.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../database.ts'
import { createDynamoDb } from '../../dynamodb/dynamodb.ts'
import { TABLE } from './setup.ts'

const SECONDS = 3
const directory = mkdtempSync(join(tmpdir(), 'dynamodb-throughput-'))
const database = openDatabase(directory)
let delivered = 0
const dynamoDb = createDynamoDb({
  database,
  clock: { now: () => Date.now() },
  invoker: {
    async invoke(_name, payload) {
      delivered += (payload as { Records: unknown[] }).Records.length
      return { ok: true, payload: null }
    },
  },
})
await dynamoDb.createTable(TABLE)
dynamoDb.addEventSource({ tableName: 'cases', functionName: 'f', startingPosition: 'LATEST' })

// About a kilobyte, as a record with some history has.
const history = {
  L: Array.from({ length: 15 }, (_, index) => ({
    M: { kind: { S: 'told' }, on: { S: '2025-03-03' }, number: { N: String(index) } },
  })),
}

async function write(lane: number, number: number): Promise<void> {
  const { status, body } = await dynamoDb.handle('TransactWriteItems', {
    TransactItems: [
      {
        Put: {
          TableName: 'cases',
          Item: { id: { S: `fact-${lane}-${number}` }, state: { S: 'new' }, history },
          ConditionExpression: 'attribute_not_exists(id)',
        },
      },
      {
        Update: {
          TableName: 'cases',
          Key: { id: { S: `case-${lane}` } },
          UpdateExpression: 'SET version = if_not_exists(version, :none) + :one, history = :history',
          ExpressionAttributeValues: { ':none': { N: '0' }, ':one': { N: '1' }, ':history': history },
        },
      },
      {
        ConditionCheck: {
          TableName: 'cases',
          Key: { id: { S: 'none' } },
          ConditionExpression: 'attribute_not_exists(id)',
        },
      },
    ],
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
}

for (const [round, callers] of [1, 10].entries()) {
  const end = performance.now() + SECONDS * 1000
  delivered = 0
  const counts = await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      let count = 0
      for (; performance.now() < end; count += 1) await write(round * 100 + caller, count)
      return count
    }),
  )
  const total = counts.reduce((sum, count) => sum + count, 0)
  console.log(
    `${callers} callers: ${Math.round(total / SECONDS)} transactions a second, ${delivered} of ${2 * total} stream records delivered meanwhile`,
  )
}
await dynamoDb.close()
database.close()
rmSync(directory, { recursive: true })
