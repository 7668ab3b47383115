import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FunctionNotFoundError } from '../../contracts.ts'
import { openDatabase } from '../../database.ts'
import type { EventSourceDefinition } from '../../dynamodb/dynamodb.ts'
import { dynamoDbForTests, START, type StreamEvent, TABLE } from './setup.ts'

const SOURCE: EventSourceDefinition = { tableName: 'cases', functionName: 'wake', startingPosition: 'TRIM_HORIZON' }

type Answer = (event: StreamEvent, call: number) => unknown

async function withSource(source: Partial<EventSourceDefinition> = {}, answer?: Answer) {
  const local = await dynamoDbForTests(answer === undefined ? {} : { answer })
  local.dynamoDb.addEventSource({ ...SOURCE, ...source })
  return {
    ...local,
    update: (id: string, UpdateExpression: string, values: object) =>
      local.dynamoDb.handle('UpdateItem', {
        TableName: 'cases',
        Key: { id: { S: id } },
        UpdateExpression,
        ExpressionAttributeValues: values,
      }),
    remove: (id: string) => local.dynamoDb.handle('DeleteItem', { TableName: 'cases', Key: { id: { S: id } } }),
    /** Moves the clock to the next timer and lets everything come to rest. */
    async nextTimer() {
      const due = local.dynamoDb.nextDue()
      if (due === undefined) throw new Error('There is no timer')
      local.clock.advance(Math.max(0, due - local.clock.now()))
      await local.dynamoDb.fireDue(local.clock.now())
      await local.settle()
      return due
    },
  }
}

const fail = () => {
  throw new TypeError('the function broke')
}

describe('A stream record', () => {
  it('has the shape that AWS gives a function', async () => {
    const local = await withSource()
    await local.put('a', { n: { N: '1' } })
    await local.settle()
    const arn = local.dynamoDb.streamArn('cases')
    expect(arn).toBe('arn:aws:dynamodb:eu-west-2:000000000000:table/cases/stream/2025-03-03T09:00:00.000')
    expect(local.events).toEqual([
      {
        Records: [
          {
            eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
            eventName: 'INSERT',
            eventVersion: '1.1',
            eventSource: 'aws:dynamodb',
            awsRegion: 'eu-west-2',
            dynamodb: {
              ApproximateCreationDateTime: START / 1000,
              Keys: { id: { S: 'a' } },
              NewImage: { id: { S: 'a' }, n: { N: '1' } },
              SequenceNumber: expect.stringMatching(/^\d{21}$/),
              SizeBytes: 9,
              StreamViewType: 'NEW_AND_OLD_IMAGES',
            },
            eventSourceARN: arn,
          },
        ],
      },
    ])
  })

  it('tells inserts, changes and removals with their images', async () => {
    const local = await withSource()
    await local.put('a', { n: { N: '1' } })
    await local.update('a', 'SET n = :n', { ':n': { N: '2' } })
    await local.remove('a')
    await local.settle()
    const told = local.events
      .flatMap((event) => event.Records)
      .map(({ eventName, dynamodb }) => [eventName, dynamodb.OldImage?.n?.N, dynamodb.NewImage?.n?.N])
    expect(told).toEqual([
      ['INSERT', undefined, '1'],
      ['MODIFY', '1', '2'],
      ['REMOVE', '2', undefined],
    ])
  })

  it('is not made by a write that changes nothing [Commit 2]', async () => {
    const local = await withSource()
    await local.put('a', { tags: { SS: ['p', 'q'] } })
    await local.put('a', { tags: { SS: ['q', 'p'] } })
    await local.update('a', 'ADD tags :tags', { ':tags': { SS: ['p'] } })
    await local.remove('none')
    await local.settle()
    expect(local.batches().flat()).toEqual(['a'])
  })

  it('is not made by a write that is refused, alone or in a transaction [Commit 2]', async () => {
    const local = await withSource()
    const refused = { TableName: 'cases', Item: { id: { S: 'a' } }, ConditionExpression: 'attribute_exists(id)' }
    await local.dynamoDb.handle('PutItem', refused)
    await local.dynamoDb.handle('TransactWriteItems', {
      TransactItems: [{ Put: { TableName: 'cases', Item: { id: { S: 'b' } } } }, { Put: refused }],
    })
    await local.settle()
    expect(local.events).toEqual([])
  })

  it('is made for each item of a transaction and of a batch [Commit 2]', async () => {
    const local = await withSource()
    const item = (id: string) => ({ TableName: 'cases', Item: { id: { S: id } } })
    await local.dynamoDb.handle('TransactWriteItems', { TransactItems: [{ Put: item('a') }, { Put: item('b') }] })
    await local.dynamoDb.handle('BatchWriteItem', {
      RequestItems: {
        cases: [{ PutRequest: { Item: { id: { S: 'c' } } } }, { PutRequest: { Item: { id: { S: 'd' } } } }],
      },
    })
    await local.settle()
    expect(local.batches().flat()).toEqual(['a', 'b', 'c', 'd'])
  })

  it.each([
    ['KEYS_ONLY', false, false],
    ['NEW_IMAGE', true, false],
    ['OLD_IMAGE', false, true],
    ['NEW_AND_OLD_IMAGES', true, true],
  ])('shows of the item what its view type says: %s', async (StreamViewType, showsNew, showsOld) => {
    const local = await withSource()
    await local.dynamoDb.createTable({ ...TABLE, StreamSpecification: { StreamViewType } })
    await local.put('a', { n: { N: '1' } })
    await local.put('a', { n: { N: '2' } })
    await local.settle()
    const { dynamodb } = local.events.flatMap((event) => event.Records)[1] ?? {}
    expect([dynamodb?.NewImage !== undefined, dynamodb?.OldImage !== undefined]).toEqual([showsNew, showsOld])
  })
})

describe('An event source', () => {
  it('delivers in order, in batches of its size, one at a time [Event source 1]', async () => {
    let running = 0
    const local = await withSource({ batchSize: 4 }, async () => {
      running += 1
      expect(running).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 2))
      running -= 1
    })
    await Promise.all(Array.from({ length: 10 }, (_, index) => local.put(String(index))))
    await local.settle()
    expect(local.batches().flat()).toEqual(Array.from({ length: 10 }, (_, index) => String(index)))
    expect(Math.max(...local.batches().map((batch) => batch.length))).toBeLessThanOrEqual(4)
    expect(local.dynamoDb.undelivered()).toEqual([])
  })

  it('tries a failed batch again later, alone, before anything newer [Event source 2]', async () => {
    const local = await withSource({}, (_event, call) => (call <= 2 ? fail() : null))
    await local.put('a')
    await local.settle()
    await local.put('b')
    await local.settle()
    expect(local.batches()).toEqual([['a']])
    expect(local.dynamoDb.undelivered()).toMatchObject([
      {
        keys: { id: { S: 'a' } },
        eventName: 'INSERT',
        state: 'retrying',
        attempts: 1,
        lastError: 'TypeError: the function broke',
        retryAt: START + 1000,
      },
      { keys: { id: { S: 'b' } }, state: 'waiting', attempts: 0 },
    ])
    expect(await local.nextTimer()).toBe(START + 1000)
    expect(await local.nextTimer()).toBe(START + 3000)
    expect(local.batches()).toEqual([['a'], ['a'], ['a'], ['b']])
    expect(new Set(local.events.slice(0, 3).map((event) => event.Records[0]?.eventID)).size).toBe(1)
    expect(local.dynamoDb.nextDue()).toBeUndefined()
    expect(local.dynamoDb.undelivered()).toEqual([])
  })

  it('gives a batch up after its retries, tells the queue and the console, and goes on [Event source 3]', async () => {
    const messages: object[] = []
    const sendToQueue = async (queue: string, message: object) => void messages.push({ queue, ...message })
    const local = await dynamoDbForTests({
      sendToQueue,
      answer: (event) => (event.Records[0]?.dynamodb.Keys.id.S === 'bad' ? fail() : null),
    })
    local.dynamoDb.addEventSource({ ...SOURCE, maximumRetryAttempts: 1, onFailureQueue: 'arn:queue' })
    await local.put('bad')
    await local.settle()
    await local.put('good')
    local.clock.advance(1000)
    await local.dynamoDb.fireDue(local.clock.now())
    await local.settle()
    expect(local.batches()).toEqual([['bad'], ['bad'], ['good']])
    expect(local.dynamoDb.undelivered()).toMatchObject([
      { keys: { id: { S: 'bad' } }, state: 'failed', attempts: 2, lastError: 'TypeError: the function broke' },
    ])
    expect(messages).toMatchObject([
      {
        queue: 'arn:queue',
        requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
        DDBStreamBatchInfo: { batchSize: 1 },
      },
    ])
  })

  it('keeps a batch that the failure queue would not take [Event source 3]', async () => {
    let isQueueThere = false
    const sendToQueue = async () => {
      if (!isQueueThere) throw new Error('no such queue')
    }
    const local = await dynamoDbForTests({ sendToQueue, answer: fail })
    local.dynamoDb.addEventSource({ ...SOURCE, maximumRetryAttempts: 0, onFailureQueue: 'arn:queue' })
    await local.put('a')
    await local.settle()
    expect(local.dynamoDb.undelivered()).toMatchObject([
      { state: 'retrying', lastError: expect.stringContaining('no such queue') },
    ])
    isQueueThere = true
    local.clock.advance(60_000)
    await local.dynamoDb.fireDue(local.clock.now())
    await local.settle()
    expect(local.dynamoDb.undelivered()).toMatchObject([{ state: 'failed' }])
  })

  it('gives a failing batch up after the 24 hours for which a stream keeps its records', async () => {
    const local = await withSource({}, fail)
    await local.put('a')
    await local.settle()
    let retries = 0
    while (local.dynamoDb.nextDue() !== undefined) {
      await local.nextTimer()
      retries += 1
    }
    expect(local.clock.now() - START).toBeGreaterThan(24 * 3_600_000)
    expect(local.clock.now() - START).toBeLessThan(24.2 * 3_600_000)
    expect(local.events).toHaveLength(retries + 1)
    expect(local.dynamoDb.undelivered()).toMatchObject([{ state: 'failed', attempts: retries + 1 }])
  })

  it('goes on after the records that a partly failed batch did handle', async () => {
    const sequenceOf = (event: StreamEvent, id: string) =>
      event.Records.find((record) => record.dynamodb.Keys.id.S === id)?.dynamodb.SequenceNumber
    const local = await withSource({ functionResponseTypes: ['ReportBatchItemFailures'] }, (event, call) =>
      call === 1
        ? {
            batchItemFailures: [{ itemIdentifier: sequenceOf(event, 'd') }, { itemIdentifier: sequenceOf(event, 'c') }],
          }
        : { batchItemFailures: [] },
    )
    const write = (id: string) => ({ Put: { TableName: 'cases', Item: { id: { S: id } } } })
    await local.dynamoDb.handle('TransactWriteItems', { TransactItems: ['a', 'b', 'c', 'd'].map(write) })
    await local.settle()
    expect(local.dynamoDb.undelivered().map(({ keys, state }) => [keys, state])).toEqual([
      [{ id: { S: 'c' } }, 'retrying'],
      [{ id: { S: 'd' } }, 'retrying'],
    ])
    await local.nextTimer()
    expect(local.batches()).toEqual([
      ['a', 'b', 'c', 'd'],
      ['c', 'd'],
    ])
  })

  it.each([
    ['a list of failures of another form', { batchItemFailures: 'all' }],
    ['an item without its identifier', { batchItemFailures: [{}] }],
    ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }],
    ['an item of another batch', { batchItemFailures: [{ itemIdentifier: '42' }] }],
  ])('fails the whole batch for %s', async (_what, answer) => {
    const local = await withSource({ functionResponseTypes: ['ReportBatchItemFailures'] }, () => answer)
    await local.put('a')
    await local.settle()
    expect(local.dynamoDb.undelivered()).toMatchObject([{ state: 'retrying', attempts: 1 }])
  })

  it.each([null, undefined, {}, { batchItemFailures: null }, { batchItemFailures: [] }, 'text'])(
    'takes %j for success only where it says so',
    async (answer) => {
      const local = await withSource({ functionResponseTypes: ['ReportBatchItemFailures'] }, () => answer)
      await local.put('a')
      await local.settle()
      expect(local.dynamoDb.undelivered()).toHaveLength(answer === 'text' ? 1 : 0)
    },
  )

  it('halves a failing batch until the record that fails stands alone', async () => {
    const local = await withSource({ bisectBatchOnFunctionError: true, maximumRetryAttempts: 0 }, (event) =>
      event.Records.some((record) => record.dynamodb.Keys.id.S === 'bad') ? fail() : null,
    )
    const write = (id: string) => ({ Put: { TableName: 'cases', Item: { id: { S: id } } } })
    await local.dynamoDb.handle('TransactWriteItems', { TransactItems: ['a', 'b', 'bad', 'c'].map(write) })
    await local.settle()
    while (local.dynamoDb.nextDue() !== undefined) await local.nextTimer()
    expect(local.dynamoDb.undelivered().map(({ keys }) => keys)).toEqual([{ id: { S: 'bad' } }])
    expect(local.batches()).toEqual([['a', 'b', 'bad', 'c'], ['a', 'b'], ['bad', 'c'], ['bad'], ['c']])
  })

  it('waits for a batch to fill, and no longer than its window', async () => {
    const local = await withSource({ batchSize: 3, maximumBatchingWindowSeconds: 5 })
    await local.put('a')
    await local.settle()
    local.clock.advance(2000)
    await local.put('b')
    await local.settle()
    expect(local.events).toEqual([])
    expect(await local.nextTimer()).toBe(START + 5000)
    expect(local.batches()).toEqual([['a', 'b']])
    await Promise.all(['c', 'd', 'e'].map((id) => local.put(id)))
    await local.settle()
    expect(local.batches().slice(1)).toEqual([['c', 'd', 'e']])
  })

  it('delivers only the records that a filter wants', async () => {
    const patterns = [
      JSON.stringify({ eventName: ['MODIFY'], dynamodb: { NewImage: { state: { S: [{ prefix: 'op' }] } } } }),
      { eventName: ['REMOVE'] },
    ]
    const local = await withSource({ filterPatterns: patterns })
    for (const id of ['a', 'b', 'c']) await local.put(id)
    await local.put('a', { state: { S: 'open' } })
    await local.put('b', { state: { S: 'shut' } })
    await local.remove('c')
    await local.settle()
    expect(
      local.events.flatMap((event) => event.Records).map((record) => [record.eventName, record.dynamodb.Keys.id.S]),
    ).toEqual([
      ['MODIFY', 'a'],
      ['REMOVE', 'c'],
    ])
    expect(local.dynamoDb.undelivered()).toEqual([])
    expect(local.database.prepare('SELECT count(*) AS kept FROM dynamodb_stream_records').get()).toEqual({ kept: 0 })
  })

  it.each([
    ['LATEST', []],
    ['TRIM_HORIZON', ['early']],
  ] as const)('starts at %s', async (startingPosition, first) => {
    const local = await dynamoDbForTests()
    await local.put('early')
    local.dynamoDb.addEventSource({ ...SOURCE, startingPosition })
    await local.put('late')
    await local.settle()
    expect(local.batches().flat()).toEqual([...first, 'late'])
  })

  it('of another function does not hold this one up, and gets every record too', async () => {
    const slow = Promise.withResolvers<void>()
    const local = await withSource({}, async (_event, call) => (call === 1 ? slow.promise : null))
    local.dynamoDb.addEventSource({ ...SOURCE, functionName: 'other' })
    await local.put('a')
    while (local.events.length < 2) await new Promise((resolve) => setTimeout(resolve, 1))
    await local.put('b')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(
      local
        .batches()
        .flat()
        .filter((id) => id === 'b'),
    ).toHaveLength(1)
    slow.resolve()
    await local.settle()
    expect(local.batches().flat().toSorted()).toEqual(['a', 'a', 'b', 'b'])
  })

  it('tells a function that is not there as the reason', async () => {
    const invoke = async () => {
      throw new FunctionNotFoundError('wake')
    }
    const local = await dynamoDbForTests({ invoker: { invoke } })
    local.dynamoDb.addEventSource(SOURCE)
    await local.put('a')
    await local.settle()
    expect(local.dynamoDb.undelivered()).toMatchObject([
      { lastError: 'ResourceNotFoundException: Function not found: wake' },
    ])
  })

  it('is refused for what it cannot do', async () => {
    const local = await withSource()
    await local.dynamoDb.createTable({
      TableName: 'plain',
      KeySchema: TABLE.KeySchema,
      AttributeDefinitions: TABLE.AttributeDefinitions.slice(0, 1),
      BillingMode: 'PAY_PER_REQUEST',
    })
    expect(() => local.dynamoDb.addEventSource({ ...SOURCE, tableName: 'plain' })).toThrow('has no stream')
    expect(() => local.dynamoDb.addEventSource(SOURCE)).toThrow('There is one already')
    const other = { ...SOURCE, functionName: 'other' }
    expect(() => local.dynamoDb.addEventSource({ ...other, onFailureQueue: 'arn:queue' })).toThrow('arn:queue')
    expect(() => local.dynamoDb.addEventSource({ ...other, batchSize: 0 })).toThrow('batchSize is 0')
    expect(() =>
      local.dynamoDb.addEventSource({ ...other, filterPatterns: [{ a: ['x'], b: [{ near: 'x' }] }] }),
    ).toThrow('near')
  })
})

describe('After a restart', () => {
  it('what was not delivered is delivered, and what was is not [Event source 4]', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'dynamodb-streams-'))
    try {
      const before = openDatabase(directory)
      const first = await dynamoDbForTests({
        database: before,
        answer: (event) => (event.Records[0]?.dynamodb.Keys.id.S === 'b' ? fail() : null),
      })
      first.dynamoDb.addEventSource(SOURCE)
      await first.put('a')
      await first.settle()
      await first.put('b')
      await first.settle()
      await first.put('c')
      await first.dynamoDb.close()
      before.close()

      const after = openDatabase(directory)
      const second = await dynamoDbForTests({ database: after })
      second.dynamoDb.addEventSource(SOURCE)
      await second.settle()
      expect(second.events).toEqual([])
      expect(second.dynamoDb.nextDue()).toBe(START + 1000)
      second.clock.advance(1000)
      await second.dynamoDb.fireDue(second.clock.now())
      await second.settle()
      expect(second.batches()).toEqual([['b'], ['c']])
      await second.dynamoDb.close()
      after.close()
    } finally {
      rmSync(directory, { recursive: true })
    }
  })

  it('records wait for their event source for longer than a day, and without one for a day', async () => {
    const local = await dynamoDbForTests({ answer: fail })
    local.dynamoDb.addEventSource(SOURCE)
    await local.put('a')
    await local.settle()
    await local.dynamoDb.close()
    const again = await dynamoDbForTests({ database: local.database })
    again.clock.advance(48 * 3_600_000)
    await again.put('b')
    again.dynamoDb.addEventSource(SOURCE)
    await again.settle()
    expect(again.batches()).toEqual([['a'], ['b']])

    const without = await dynamoDbForTests()
    await without.put('a')
    without.clock.advance(48 * 3_600_000)
    await without.put('b')
    without.dynamoDb.addEventSource(SOURCE)
    await without.settle()
    expect(without.batches()).toEqual([['b']])
  })

  it('an event source that is no longer there can be forgotten, and keeps nothing back', async () => {
    const local = await dynamoDbForTests({ answer: fail })
    local.dynamoDb.addEventSource(SOURCE)
    await local.put('a')
    await local.settle()
    const again = await dynamoDbForTests({ database: local.database })
    again.dynamoDb.addEventSource({ ...SOURCE, functionName: 'renamed' })
    expect(again.dynamoDb.forgetOtherEventSources()).toEqual([{ tableName: 'cases', functionName: 'wake' }])
    await again.settle()
    expect(again.batches()).toEqual([['a']])
    expect(local.database.prepare('SELECT count(*) AS kept FROM dynamodb_stream_records').get()).toEqual({ kept: 0 })
  })
})

it('Closing waits for the function that has a batch, and takes no more requests', async () => {
  let hasEnded = false
  const local = await withSource({}, async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    hasEnded = true
  })
  await local.put('a')
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  await local.dynamoDb.close()
  expect(hasEnded).toBe(true)
  expect(local.dynamoDb.undelivered()).toEqual([])
  await expect(local.put('b')).rejects.toThrow('DynamoDB is closed')
})
