import { describe, expect, it } from 'vitest'
import { dynamoDbForTests } from './setup.ts'

const TableName = 'cases'
const key = (id: string) => ({ id: { S: id } })
const increment = (id: string, more: object = {}) => ({
  TableName,
  Key: key(id),
  UpdateExpression: 'ADD n :one',
  ExpressionAttributeValues: { ':one': { N: '1' } },
  ...more,
})

describe('At the same time', () => {
  it('of two transactions that expect the same version, one wins and the other is cancelled with its reason', async () => {
    const { dynamoDb, put } = await dynamoDbForTests()
    await put('a', { version: { N: '1' } })
    const write = (by: string) =>
      dynamoDb.handle('TransactWriteItems', {
        TransactItems: [
          {
            Update: {
              TableName,
              Key: key('a'),
              UpdateExpression: 'SET version = :next, writer = :writer',
              ConditionExpression: 'version = :expected',
              ExpressionAttributeValues: { ':next': { N: '2' }, ':expected': { N: '1' }, ':writer': { S: by } },
            },
          },
          { Put: { TableName, Item: key(`fact of ${by}`) } },
        ],
      })
    const [first, second] = await Promise.all([write('first'), write('second')])
    expect(first).toEqual({ status: 200, body: {} })
    expect(second).toMatchObject({
      status: 400,
      body: { CancellationReasons: [{ Code: 'ConditionalCheckFailed' }, { Code: 'None' }] },
    })
    const { body } = await dynamoDb.handle('Scan', { TableName })
    expect((body as { Items: { id: { S: string } }[] }).Items.map((item) => item.id.S).toSorted()).toEqual([
      'a',
      'fact of first',
    ])
  })

  it('50 increments are 50, single and in transactions', async () => {
    const { dynamoDb } = await dynamoDbForTests()
    const writes = Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0
        ? dynamoDb.handle('UpdateItem', increment('a'))
        : dynamoDb.handle('TransactWriteItems', {
            TransactItems: [{ Update: increment('a') }, { Update: increment('b') }],
          }),
    )
    expect((await Promise.all(writes)).map(({ status }) => status)).toEqual(Array(50).fill(200))
    const { body } = await dynamoDb.handle('BatchGetItem', {
      RequestItems: { [TableName]: { Keys: [key('a'), key('b')] } },
    })
    const { Responses } = body as { Responses: { cases: { id: { S: string }; n: { N: string } }[] } }
    expect(Object.fromEntries(Responses.cases.map((item) => [item.id.S, item.n.N]))).toEqual({ a: '50', b: '25' })
  })

  it('a reader never sees half of a transaction', async () => {
    const { dynamoDb } = await dynamoDbForTests()
    const both = () =>
      dynamoDb.handle('TransactWriteItems', { TransactItems: [{ Update: increment('a') }, { Update: increment('b') }] })
    await both()
    const readers = ['Scan', 'TransactGetItems', 'BatchGetItem'].map((operation) => async () => {
      const requests: Record<string, object> = {
        Scan: { TableName },
        TransactGetItems: { TransactItems: ['a', 'b'].map((id) => ({ Get: { TableName, Key: key(id) } })) },
        BatchGetItem: { RequestItems: { [TableName]: { Keys: [key('a'), key('b')] } } },
      }
      const { body } = await dynamoDb.handle(operation, requests[operation] ?? {})
      return [...JSON.stringify(body).matchAll(/"n":\{"N":"(\d+)"\}/g)].map((found) => found[1])
    })
    const work = Array.from({ length: 40 }, (_, index) => [both(), readers[index % 3]?.()] as const)
    for (const [, seen] of work) {
      const values = (await seen) ?? []
      expect(values).toHaveLength(2)
      expect(new Set(values).size).toBe(1)
    }
    await Promise.all(work.map(([write]) => write))
  })

  it('a write to a table that is still being made waits for it', async () => {
    const { dynamoDb } = await dynamoDbForTests()
    const table = {
      TableName: 'other',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    }
    const answers = await Promise.all([
      dynamoDb.handle('CreateTable', table),
      dynamoDb.handle('PutItem', { TableName: 'other', Item: key('a') }),
      dynamoDb.handle('GetItem', { TableName: 'other', Key: key('a') }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers[2]?.body).toEqual({ Item: key('a') })
  })
})
