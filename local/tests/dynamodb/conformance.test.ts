import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import {
  ScanCommand as DocumentScan,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endpointForTests } from '../endpoint-for-tests.ts'
import { dynamoDbForTests } from './setup.ts'

type World = Awaited<ReturnType<typeof dynamoDbForTests>> & Awaited<ReturnType<typeof endpointForTests>>

let world: World
let closeAll: () => Promise<void>

/** How many of the next writes meet somebody else's transaction. */
let conflicts = 0
beforeEach(async () => {
  conflicts = 0
  const local = await dynamoDbForTests({
    meetsConflict: () => {
      conflicts -= 1
      return conflicts >= 0
    },
  })
  const endpoint = await endpointForTests(local.dynamoDb)
  world = { ...local, ...endpoint }
  closeAll = async () => {
    await endpoint.close()
    await local.dynamoDb.close()
    local.database.close()
  }
})
afterEach(() => closeAll())

const API = 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/'
const GUIDE = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/'
const TableName = 'cases'
const key = (id: string) => ({ id: { S: id } })
const put = (id: string, more = {}) => ({ Put: { TableName, Item: { ...key(id), ...more } } })
const transact = (...TransactItems: object[]) =>
  world.client.send(new TransactWriteItemsCommand({ TransactItems: TransactItems as never }))

/** The request's error; fails when there is none. */
async function errorOf(sent: Promise<unknown>) {
  const outcome = await sent.then(
    () => new Error('The request succeeded'),
    (error: Error) => error,
  )
  return outcome as Error & { CancellationReasons?: { Code: string; Message?: string; Item?: object }[]; Item?: object }
}

async function items() {
  const { Items = [] } = await world.documents.send(new DocumentScan({ TableName }))
  return Items.sort((one, other) => one.id.localeCompare(other.id))
}

const ROWS: [behaviour: string, page: string, row: () => Promise<void>][] = [
  [
    'GetItem answers with no Item for a key that is not there',
    `${API}API_GetItem.html`,
    async () => {
      const answer = await world.client.send(new GetItemCommand({ TableName, Key: key('a') }))
      expect(answer.Item).toBeUndefined()
    },
  ],
  [
    'PutItem keeps every attribute type and GetItem answers with it',
    `${GUIDE}HowItWorks.NamingRulesDataTypes.html`,
    async () => {
      const Item = {
        id: 'a',
        text: 'é',
        number: 1.5,
        yes: true,
        nothing: null,
        list: [1, { deep: 'x' }],
        map: { m: [2] },
        set: new Set(['p', 'q']),
        bytes: new Uint8Array([1, 2, 255]),
      }
      await world.documents.send(new PutCommand({ TableName, Item }))
      const answer = await world.documents.send(new GetCommand({ TableName, Key: { id: 'a' } }))
      expect(answer.Item).toEqual(Item)
    },
  ],
  [
    'A condition that fails is ConditionalCheckFailedException and writes nothing',
    `${API}API_PutItem.html`,
    async () => {
      await world.put('a', { n: { N: '1' } })
      const error = await errorOf(
        world.client.send(
          new PutItemCommand({ TableName, Item: key('a'), ConditionExpression: 'attribute_not_exists(id)' }),
        ),
      )
      expect(error).toMatchObject({
        name: 'ConditionalCheckFailedException',
        message: 'The conditional request failed',
      })
      expect(error.Item).toBeUndefined()
      expect(await items()).toEqual([{ id: 'a', n: 1 }])
    },
  ],
  [
    'ReturnValuesOnConditionCheckFailure ALL_OLD answers with the item that is there (put, update, delete)',
    `${API}API_UpdateItem.html#DDB-UpdateItem-request-ReturnValuesOnConditionCheckFailure`,
    async () => {
      await world.put('a', { n: { N: '1' } })
      const check = {
        ConditionExpression: 'n = :two',
        ExpressionAttributeValues: { ':two': { N: '2' } },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
      }
      const commands = [
        new PutItemCommand({ TableName, Item: key('a'), ...check }),
        new UpdateItemCommand({ TableName, Key: key('a'), UpdateExpression: 'SET n = :two', ...check }),
        new DeleteItemCommand({ TableName, Key: key('a'), ...check }),
      ]
      for (const command of commands)
        expect(await errorOf(world.client.send(command as PutItemCommand))).toMatchObject({
          name: 'ConditionalCheckFailedException',
          Item: { id: { S: 'a' }, n: { N: '1' } },
        })
      const absent = await errorOf(world.client.send(new DeleteItemCommand({ TableName, Key: key('none'), ...check })))
      expect(absent.name).toBe('ConditionalCheckFailedException')
      expect(absent.Item).toBeUndefined()
    },
  ],
  [
    'UpdateItem makes the item when it is not there, and answers with ALL_NEW',
    `${API}API_UpdateItem.html`,
    async () => {
      const update = new UpdateCommand({
        TableName,
        Key: { id: 'a' },
        UpdateExpression: 'ADD n :one SET s = if_not_exists(s, :s)',
        ExpressionAttributeValues: { ':one': 1, ':s': 'first' },
        ReturnValues: 'ALL_NEW',
      })
      expect((await world.documents.send(update)).Attributes).toEqual({ id: 'a', n: 1, s: 'first' })
      expect((await world.documents.send(update)).Attributes).toEqual({ id: 'a', n: 2, s: 'first' })
    },
  ],
  [
    'Query on an index follows writes, transactions and deletions, in order and by page',
    `${GUIDE}GSI.html`,
    async () => {
      for (const id of ['c', 'a', 'b']) await world.put(id, { state: { S: 'open' } })
      await transact(put('d', { state: { S: 'open' } }), put('a', { state: { S: 'shut' } }), {
        Delete: { TableName, Key: key('b') },
      })
      const query = {
        TableName,
        IndexName: 'by-state',
        KeyConditionExpression: '#s = :s',
        ExpressionAttributeNames: { '#s': 'state' },
        ExpressionAttributeValues: { ':s': 'open' },
      }
      const all = await world.documents.send(new QueryCommand(query))
      expect(all.Items?.map((item) => item.id)).toEqual(['c', 'd'])
      const backwards = await world.documents.send(new QueryCommand({ ...query, ScanIndexForward: false, Limit: 1 }))
      expect(backwards.Items?.map((item) => item.id)).toEqual(['d'])
      const rest = await world.documents.send(
        new QueryCommand({ ...query, ScanIndexForward: false, ExclusiveStartKey: backwards.LastEvaluatedKey }),
      )
      expect(rest.Items?.map((item) => item.id)).toEqual(['c'])
    },
  ],
  [
    'Scan goes through more items than one page of storage holds',
    `${API}API_Scan.html`,
    async () => {
      for (let batch = 0; batch < 20; batch += 1)
        await world.client.send(
          new BatchWriteItemCommand({
            RequestItems: {
              [TableName]: Array.from({ length: 25 }, (_, index) => ({
                PutRequest: { Item: key(`${batch}-${index}`) },
              })),
            },
          }),
        )
      const all = await world.client.send(new ScanCommand({ TableName }))
      expect(all.Count).toBe(500)
      const segments = await Promise.all(
        [0, 1, 2].map((Segment) => world.client.send(new ScanCommand({ TableName, Segment, TotalSegments: 3 }))),
      )
      expect(segments.reduce((sum, { Count = 0 }) => sum + Count, 0)).toBe(500)
    },
  ],
  [
    'BatchWriteItem refuses two writes to one item and then writes nothing',
    `${API}API_BatchWriteItem.html`,
    async () => {
      const writes = ['a', 'b', 'a'].map((id) => ({ PutRequest: { Item: key(id) } }))
      const error = await errorOf(
        world.client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: writes } })),
      )
      expect(error).toMatchObject({
        name: 'ValidationException',
        message: 'Provided list of item keys contains duplicates',
      })
      expect(await items()).toEqual([])
    },
  ],
  [
    'An expression that cannot be parsed is a ValidationException',
    `${GUIDE}Programming.Errors.html`,
    async () => {
      const error = await errorOf(
        world.client.send(new PutItemCommand({ TableName, Item: key('a'), ConditionExpression: 'no such(' })),
      )
      expect(error.name).toBe('ValidationException')
      expect(error.message).toContain('Invalid ConditionExpression')
    },
  ],
  [
    'A table that is not there is a ResourceNotFoundException, for single writes and transactions',
    `${API}API_GetItem.html#API_GetItem_Errors`,
    async () => {
      expect((await errorOf(world.client.send(new GetItemCommand({ TableName: 'none', Key: key('a') })))).name).toBe(
        'ResourceNotFoundException',
      )
      expect((await errorOf(transact(put('a'), { Put: { TableName: 'none', Item: key('a') } }))).name).toBe(
        'ResourceNotFoundException',
      )
      expect(await items()).toEqual([])
    },
  ],
  [
    'An operation that does not exist is an UnknownOperationException',
    `${GUIDE}Programming.Errors.html`,
    async () => {
      expect(await world.dynamoDb.handle('Nothing', {})).toMatchObject({
        status: 400,
        body: { __type: 'com.amazon.coral.service#UnknownOperationException' },
      })
    },
  ],
  [
    'TransactWriteItems writes all of put, update, delete and check',
    `${API}API_TransactWriteItems.html`,
    async () => {
      for (const id of ['checked', 'deleted', 'updated']) await world.put(id, { n: { N: '1' } })
      await transact(
        put('new'),
        {
          Update: {
            TableName,
            Key: key('updated'),
            UpdateExpression: 'SET n = n + :one',
            ExpressionAttributeValues: { ':one': { N: '1' } },
          },
        },
        { Delete: { TableName, Key: key('deleted') } },
        {
          ConditionCheck: {
            TableName,
            Key: key('checked'),
            ConditionExpression: 'n = :one',
            ExpressionAttributeValues: { ':one': { N: '1' } },
          },
        },
      )
      expect(await items()).toEqual([{ id: 'checked', n: 1 }, { id: 'new' }, { id: 'updated', n: 2 }])
    },
  ],
  [
    'One failed condition cancels all, with a reason for each action in order',
    `${API}API_TransactWriteItems.html#API_TransactWriteItems_Errors`,
    async () => {
      await world.put('a', { n: { N: '1' } })
      const error = await errorOf(
        transact(
          put('b'),
          { Put: { ...put('a').Put, ConditionExpression: 'attribute_not_exists(id)' } },
          { ConditionCheck: { TableName, Key: key('c'), ConditionExpression: 'attribute_exists(id)' } },
        ),
      )
      expect(error).toMatchObject({
        name: 'TransactionCanceledException',
        message:
          'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ConditionalCheckFailed]',
        CancellationReasons: [
          { Code: 'None' },
          { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
          { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
        ],
      })
      expect(await items()).toEqual([{ id: 'a', n: 1 }])
    },
  ],
  [
    "A write that meets somebody else's transaction is TransactionConflictException and writes nothing",
    `${API}API_UpdateItem.html#API_UpdateItem_Errors`,
    async () => {
      await world.put('a', { n: { N: '1' } })
      for (const command of [
        new PutItemCommand({ TableName, Item: key('a') }),
        new UpdateItemCommand({ TableName, Key: key('a'), UpdateExpression: 'REMOVE n' }),
        new DeleteItemCommand({ TableName, Key: key('a') }),
      ]) {
        conflicts = 1
        const error = await errorOf(world.client.send(command as PutItemCommand))
        expect(error).toMatchObject({
          name: 'TransactionConflictException',
          message: 'Transaction is ongoing for the item',
        })
      }
      expect(await items()).toEqual([{ id: 'a', n: 1 }])
      await world.client.send(new DeleteItemCommand({ TableName, Key: key('a') }))
      expect(await items()).toEqual([])
    },
  ],
  [
    "A transaction that meets somebody else's is cancelled with TransactionConflict for that item",
    `${GUIDE}transaction-apis.html#transaction-conflict-handling`,
    async () => {
      conflicts = 1
      expect(await errorOf(transact(put('a'), put('b')))).toMatchObject({
        name: 'TransactionCanceledException',
        CancellationReasons: [
          { Code: 'None' },
          { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
        ],
      })
      expect(await items()).toEqual([])
      await transact(put('a'), put('b'))
      expect(await items()).toEqual([{ id: 'a' }, { id: 'b' }])
    },
  ],
  [
    'A cancellation reason holds the old item only where ALL_OLD asks for it and there is one',
    `${API}API_ConditionCheck.html`,
    async () => {
      await world.put('a', { n: { N: '1' } })
      await world.put('b')
      const check = (id: string, more = {}) => ({
        ConditionCheck: {
          TableName,
          Key: key(id),
          ConditionExpression: 'n = :two',
          ExpressionAttributeValues: { ':two': { N: '2' } },
          ...more,
        },
      })
      const all = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }
      const error = await errorOf(transact(check('a', all), check('b'), check('none', all)))
      expect(error.CancellationReasons?.map((reason) => reason.Item)).toEqual([
        { id: { S: 'a' }, n: { N: '1' } },
        undefined,
        undefined,
      ])
    },
  ],
  [
    'An update that cannot be applied is the reason ValidationError',
    `${API}API_TransactWriteItems.html#API_TransactWriteItems_Errors`,
    async () => {
      await world.put('a', { s: { S: 'text' } })
      const error = await errorOf(
        transact(put('b'), {
          Update: {
            TableName,
            Key: key('a'),
            UpdateExpression: 'ADD s :one',
            ExpressionAttributeValues: { ':one': { N: '1' } },
          },
        }),
      )
      expect(error.CancellationReasons).toMatchObject([
        { Code: 'None' },
        { Code: 'ValidationError', Message: 'An operand in the update expression has an incorrect data type' },
      ])
      expect((await items()).map((item) => item.id)).toEqual(['a'])
    },
  ],
  [
    'Two actions on one item are a ValidationException',
    `${API}API_TransactWriteItems.html`,
    async () => {
      const check = { ConditionCheck: { TableName, Key: key('a'), ConditionExpression: 'attribute_not_exists(id)' } }
      expect(await errorOf(transact(put('a'), check))).toMatchObject({
        name: 'ValidationException',
        message: 'Transaction request cannot include multiple operations on one item',
      })
    },
  ],
  [
    '100 actions are allowed, 101 and none are not',
    `${API}API_TransactWriteItems.html#DDB-TransactWriteItems-request-TransactItems`,
    async () => {
      const many = (count: number) => Array.from({ length: count }, (_, index) => put(String(index)))
      expect((await errorOf(transact(...many(101)))).name).toBe('ValidationException')
      expect((await errorOf(transact())).name).toBe('ValidationException')
      expect(await items()).toEqual([])
      await transact(...many(100))
      expect(await items()).toHaveLength(100)
    },
  ],
  [
    'An action must be exactly one of the four, with its required fields',
    `${API}API_TransactWriteItem.html`,
    async () => {
      expect((await errorOf(transact({}))).name).toBe('ValidationException')
      expect(await world.dynamoDb.handle('TransactWriteItems', { TransactItems: [null] })).toMatchObject({
        status: 400,
      })
      expect((await errorOf(transact({ ...put('a'), Delete: { TableName, Key: key('b') } }))).name).toBe(
        'ValidationException',
      )
      const answer = await world.dynamoDb.handle('TransactWriteItems', {
        TransactItems: [{ Update: { TableName, Key: key('a') } }],
      })
      expect(answer.body).toMatchObject({
        message: expect.stringContaining("'transactItems.1.member.update.updateExpression'"),
      })
    },
  ],
  [
    'A repeated client request token writes once, for ten minutes [Commit 4]',
    `${API}API_TransactWriteItems.html#DDB-TransactWriteItems-request-ClientRequestToken`,
    async () => {
      const count = () =>
        world.client.send(
          new TransactWriteItemsCommand({
            ClientRequestToken: 'token',
            TransactItems: [
              {
                Update: {
                  TableName,
                  Key: key('a'),
                  UpdateExpression: 'ADD n :one',
                  ExpressionAttributeValues: { ':one': { N: '1' } },
                },
              },
            ],
          }),
        )
      await count()
      world.clock.advance(9 * 60_000)
      await Promise.all([count(), count()])
      expect(await items()).toEqual([{ id: 'a', n: 1 }])
      world.clock.advance(61_000)
      await count()
      expect(await items()).toEqual([{ id: 'a', n: 2 }])
    },
  ],
  [
    'A request with the same token and the attributes of an item in another order is the same request',
    'localstack/localstack tests/aws/services/dynamodb, test_dynamodb_idempotent_writing',
    async () => {
      const send = (attributes: object) =>
        world.client.send(
          new TransactWriteItemsCommand({ ClientRequestToken: 'token', TransactItems: [put('a', attributes)] }),
        )
      await send({ one: { S: '1' }, two: { S: '2' } })
      await send({ two: { S: '2' }, one: { S: '1' } })
      expect(await items()).toEqual([{ id: 'a', one: '1', two: '2' }])
    },
  ],
  [
    'A transaction takes 4 MB of items together, and writes nothing when there is more',
    `${GUIDE}transaction-apis.html`,
    async () => {
      const large = (id: string) => put(id, { text: { S: 'x'.repeat(390 * 1024) } })
      await transact(...Array.from({ length: 10 }, (_, index) => large(`fits-${index}`)))
      const error = await errorOf(transact(...Array.from({ length: 11 }, (_, index) => large(`over-${index}`))))
      expect(error.name).toBe('ValidationException')
      const grown = await errorOf(
        transact(
          ...Array.from({ length: 10 }, (_, index) => ({
            Update: {
              TableName,
              Key: key(`fits-${index}`),
              UpdateExpression: 'SET more = :more',
              ExpressionAttributeValues: { ':more': { S: 'y'.repeat(9 * 1024) } },
            },
          })),
          large('one-more'),
        ),
      )
      expect(grown.name).toBe('ValidationException')
      for (const [id, attribute] of [
        ['over-0', 'id'],
        ['one-more', 'id'],
        ['fits-0', 'more'],
      ] as const) {
        const { Item } = await world.client.send(new GetItemCommand({ TableName, Key: key(id) }))
        expect(Item?.[attribute]).toBeUndefined()
      }
    },
  ],
  [
    'A client request token with other parameters is an IdempotentParameterMismatchException',
    `${API}API_TransactWriteItems.html#API_TransactWriteItems_Errors`,
    async () => {
      const send = (id: string) =>
        world.client.send(new TransactWriteItemsCommand({ ClientRequestToken: 'token', TransactItems: [put(id)] }))
      await send('a')
      expect((await errorOf(send('b'))).name).toBe('IdempotentParameterMismatchException')
      expect(await items()).toEqual([{ id: 'a' }])
    },
  ],
  [
    'A token whose transaction was cancelled can be used again',
    `${API}API_TransactWriteItems.html#DDB-TransactWriteItems-request-ClientRequestToken`,
    async () => {
      const update = {
        Update: {
          TableName,
          Key: key('a'),
          UpdateExpression: 'SET n = :one',
          ConditionExpression: 'attribute_exists(id)',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      }
      const send = () =>
        world.client.send(new TransactWriteItemsCommand({ ClientRequestToken: 'token', TransactItems: [update] }))
      expect((await errorOf(send())).name).toBe('TransactionCanceledException')
      await world.put('a')
      await send()
      expect(await items()).toEqual([{ id: 'a', n: 1 }])
    },
  ],
  [
    'TransactGetItems answers in order, with nothing for what is not there',
    `${API}API_TransactGetItems.html`,
    async () => {
      await world.put('a', { n: { N: '1' } })
      const { Responses } = await world.client.send(
        new TransactGetItemsCommand({
          TransactItems: [
            { Get: { TableName, Key: key('none') } },
            { Get: { TableName, Key: key('a'), ProjectionExpression: 'n' } },
          ],
        }),
      )
      expect(Responses).toEqual([{}, { Item: { n: { N: '1' } } }])
    },
  ],
  [
    'The document client sees cancellation reasons too',
    `${API}API_TransactWriteItems.html#API_TransactWriteItems_Errors`,
    async () => {
      await world.put('a')
      const error = await errorOf(
        world.documents.send(
          new TransactWriteCommand({
            TransactItems: [{ Put: { TableName, Item: { id: 'a' }, ConditionExpression: 'attribute_not_exists(id)' } }],
          }),
        ),
      )
      expect(error.CancellationReasons?.map((reason) => reason.Code)).toEqual(['ConditionalCheckFailed'])
    },
  ],
  [
    'CreateTable answers CREATING; the table has its stream and is ready',
    `${API}API_CreateTable.html`,
    async () => {
      const { TableDescription } = await world.client.send(
        new CreateTableCommand({
          TableName: 'other',
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          BillingMode: 'PAY_PER_REQUEST',
          StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
        }),
      )
      expect(TableDescription).toMatchObject({
        TableStatus: 'CREATING',
        TableArn: 'arn:aws:dynamodb:eu-west-2:000000000000:table/other',
      })
      const { Table } = await world.client.send(new DescribeTableCommand({ TableName: 'other' }))
      expect(Table).toMatchObject({
        TableStatus: 'ACTIVE',
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
        LatestStreamArn: `arn:aws:dynamodb:eu-west-2:000000000000:table/other/stream/${Table?.LatestStreamLabel}`,
      })
      expect((await world.client.send(new ListTablesCommand({}))).TableNames).toEqual(['cases', 'other'])
    },
  ],
  [
    'CreateTable for a table that is there is a ResourceInUseException',
    `${API}API_CreateTable.html#API_CreateTable_Errors`,
    async () => {
      const error = await errorOf(
        world.client.send(
          new CreateTableCommand({
            TableName,
            KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
            AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
            BillingMode: 'PAY_PER_REQUEST',
          }),
        ),
      )
      expect(error.name).toBe('ResourceInUseException')
    },
  ],
  [
    'UpdateTable turns the stream off and on, and refuses to turn on what is on',
    `${API}API_UpdateTable.html`,
    async () => {
      const on = new UpdateTableCommand({
        TableName,
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      })
      expect((await errorOf(world.client.send(on))).name).toBe('ValidationException')
      await world.client.send(new UpdateTableCommand({ TableName, StreamSpecification: { StreamEnabled: false } }))
      const off = await world.client.send(new DescribeTableCommand({ TableName }))
      expect(off.Table?.StreamSpecification).toBeUndefined()
      const answer = await world.client.send(on)
      expect(answer.TableDescription?.StreamSpecification?.StreamViewType).toBe('NEW_IMAGE')
    },
  ],
  [
    'DeleteTable takes the items with it, and a new table of that name is empty',
    `${API}API_DeleteTable.html`,
    async () => {
      await world.put('a', { state: { S: 'open' } })
      await world.client.send(new DeleteTableCommand({ TableName }))
      expect((await errorOf(world.client.send(new DescribeTableCommand({ TableName })))).name).toBe(
        'ResourceNotFoundException',
      )
      const { TABLE } = await import('./setup.ts')
      await world.dynamoDb.createTable(TABLE)
      expect(await items()).toEqual([])
      expect((await world.client.send(new ScanCommand({ TableName, IndexName: 'by-state' }))).Count).toBe(0)
    },
  ],
  [
    'UpdateTimeToLive sets the attribute; setting what is set is refused',
    `${API}API_UpdateTimeToLive.html`,
    async () => {
      const describeIt = async () =>
        (await world.client.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription
      const set = (Enabled: boolean, AttributeName = 'expires') =>
        world.client.send(
          new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled, AttributeName } }),
        )
      expect(await describeIt()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' })
      expect(await errorOf(set(true))).toMatchObject({
        name: 'ValidationException',
        message: 'TimeToLive is already enabled',
      })
      await set(false)
      expect(await describeIt()).toEqual({ TimeToLiveStatus: 'DISABLED' })
      expect((await errorOf(set(false))).name).toBe('ValidationException')
      expect((await set(true, 'until')).TimeToLiveSpecification).toEqual({ Enabled: true, AttributeName: 'until' })
    },
  ],
]

describe('DynamoDB as the SDK sees it', () => {
  it.each(ROWS)('%s (%s)', async (_behaviour, _page, row) => row())
})

describe('What dynalite would answer wrongly', () => {
  it.each(['n = :map', 'NOT (n <> :list)', 'attribute_exists(n) AND n IN (:one, :list)'])(
    'is refused: a whole map or list in %s',
    async (ConditionExpression) => {
      const all = { ':map': { M: {} }, ':list': { L: [] }, ':one': { N: '1' } }
      const values = Object.fromEntries(Object.entries(all).filter(([name]) => ConditionExpression.includes(name)))
      const single = { TableName, Item: key('a'), ConditionExpression, ExpressionAttributeValues: values }
      for (const sent of [world.client.send(new PutItemCommand(single)), transact({ Put: single })]) {
        const error = await errorOf(sent)
        expect(error.name).toBe('ValidationException')
        expect(error.message).toContain('cannot compare a whole map or list')
      }
    },
  )

  it('is not refused where maps and lists may be: their elements, and functions', async () => {
    await world.put('a', { deep: { M: { x: { N: '1' } } }, words: { L: [{ S: 'p' }] } })
    await world.client.send(
      new PutItemCommand({
        TableName,
        Item: key('a'),
        ConditionExpression: 'deep.x = :one AND contains(words, :p) AND size(words) = :one',
        ExpressionAttributeValues: { ':one': { N: '1' }, ':p': { S: 'p' } },
      }),
    )
    expect(await items()).toEqual([{ id: 'a' }])
  })
})
