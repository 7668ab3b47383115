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

  it('a reader never sees half of a transaction [Commit 3]', async () => {
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

describe('When a commit is cut short', () => {
  it.each([
    ['the index', "INSERT ON dynamodb_storage WHEN NEW.space LIKE 'index%'"],
    ['the second item', `INSERT ON dynamodb_storage WHEN NEW.space LIKE 'item%' AND NEW.value LIKE '%"b"%'`],
    ['the second stream record', `INSERT ON dynamodb_stream_records WHEN NEW.content LIKE '%"b"%'`],
    ['the expiry time', 'INSERT ON dynamodb_expiry'],
    ['the request token', 'INSERT ON dynamodb_request_tokens'],
  ])('at %s, nothing of the transaction stands, and it can be sent again [Commit 1]', async (_where, write) => {
    const { dynamoDb, database } = await dynamoDbForTests()
    const tables = ['dynamodb_storage', 'dynamodb_stream_records', 'dynamodb_expiry', 'dynamodb_request_tokens']
    const everything = () => tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all())
    const item = (id: string) => ({ ...key(id), state: { S: 'new' }, expires: { N: '1900000000' } })
    const transaction = {
      ClientRequestToken: 'once',
      TransactItems: ['a', 'b'].map((id) => ({ Put: { TableName, Item: item(id) } })),
    }
    const before = everything()
    database.exec(`CREATE TRIGGER cut BEFORE ${write} BEGIN SELECT RAISE(ABORT, 'the power has gone'); END`)
    await expect(dynamoDb.handle('TransactWriteItems', transaction)).rejects.toThrow('the power has gone')
    expect(everything()).toEqual(before)

    database.exec('DROP TRIGGER cut')
    expect(await dynamoDb.handle('TransactWriteItems', transaction)).toEqual({ status: 200, body: {} })
    expect(everything().map((rows, index) => rows.length - (before[index]?.length ?? 0))).toEqual([4, 2, 2, 1])
  })
})
