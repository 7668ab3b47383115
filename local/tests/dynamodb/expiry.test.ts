import { describe, expect, it } from 'vitest'
import { dynamoDbForTests, START, TABLE } from './setup.ts'

const expires = (milliseconds: number) => ({ expires: { N: String(Math.floor(milliseconds / 1000)) } })

async function world() {
  const local = await dynamoDbForTests()
  const count = async () =>
    ((await local.dynamoDb.handle('Scan', { TableName: 'cases' })).body as { Count: number }).Count
  return { ...local, count }
}

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
describe('An item with a time to live', () => {
  it('is deleted when the clock gets there, with a record that says who did it', async () => {
    const local = await world()
    local.dynamoDb.addEventSource({
      tableName: 'cases',
      functionName: 'f',
      startingPosition: 'LATEST',
      filterPatterns: [{ eventName: ['REMOVE'] }],
    })
    await local.put('soon', { ...expires(START + 60_000), state: { S: 'open' } })
    await local.put('later', expires(START + 120_000))
    await local.put('never')
    expect(local.dynamoDb.nextDue()).toBe(START + 60_000)
    local.clock.advance(59_999)
    await local.dynamoDb.fireDue(local.clock.now())
    expect(await local.count()).toBe(3)
    local.clock.advance(1)
    await local.dynamoDb.fireDue(local.clock.now())
    await local.settle()
    expect(await local.count()).toBe(2)
    expect(local.dynamoDb.nextDue()).toBe(START + 120_000)
    expect(local.events.flatMap((event) => event.Records)).toMatchObject([
      {
        eventName: 'REMOVE',
        userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
        dynamodb: { Keys: { id: { S: 'soon' } } },
      },
    ])
    const query = await local.dynamoDb.handle('Scan', { TableName: 'cases', IndexName: 'by-state' })
    expect(query.body).toMatchObject({ Count: 0 })
  })

  it('follows its attribute: a later time, another type, or none', async () => {
    const local = await world()
    await local.put('a', expires(START + 1000))
    await local.put('a', expires(START + 5000))
    expect(local.dynamoDb.nextDue()).toBe(START + 5000)
    await local.put('a', { expires: { S: String(START / 1000) } })
    expect(local.dynamoDb.nextDue()).toBeUndefined()
    await local.put('a', expires(START + 1000))
    await local.dynamoDb.handle('DeleteItem', { TableName: 'cases', Key: { id: { S: 'a' } } })
    expect(local.dynamoDb.nextDue()).toBeUndefined()
  })

  it('is kept when its time is more than five years ago', async () => {
    const local = await world()
    await local.put('mistake', expires(START - 6 * 365 * 24 * 3_600_000))
    expect(local.dynamoDb.nextDue()).toBeUndefined()
    await local.put('old', expires(START - 4 * 365 * 24 * 3_600_000))
    await local.dynamoDb.fireDue(local.clock.now())
    expect(await local.count()).toBe(1)
  })

  it('goes however many expire at once', async () => {
    const local = await world()
    for (let index = 0; index < 250; index += 1) await local.put(String(index), expires(START + index))
    local.clock.advance(60_000)
    await local.dynamoDb.fireDue(local.clock.now())
    expect(await local.count()).toBe(0)
  })

  it('counts from when the attribute is set on the table, and no more when it is taken away', async () => {
    const local = await world()
    await local.put('a', { until: { N: String(START / 1000 + 60) } })
    await local.dynamoDb.createTable({ ...TABLE, TimeToLiveSpecification: { AttributeName: 'until', Enabled: true } })
    expect(local.dynamoDb.nextDue()).toBe(START + 60_000)
    await local.dynamoDb.createTable({ ...TABLE, TimeToLiveSpecification: { Enabled: false } })
    expect(local.dynamoDb.nextDue()).toBeUndefined()
  })
})

describe('A table that is there', () => {
  it('keeps its items and its stream when it is defined again', async () => {
    const local = await world()
    await local.put('a')
    const arn = local.dynamoDb.streamArn('cases')
    local.clock.advance(1000)
    await local.dynamoDb.createTable(TABLE)
    expect(await local.count()).toBe(1)
    expect(local.dynamoDb.streamArn('cases')).toBe(arn)
  })

  it('is not silently given other keys or indexes', async () => {
    const local = await world()
    const { GlobalSecondaryIndexes: _, ...without } = TABLE
    await expect(
      local.dynamoDb.createTable({ ...without, AttributeDefinitions: TABLE.AttributeDefinitions.slice(0, 1) }),
    ).rejects.toThrow('with other keys or indexes')
  })
})
