import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { conditionHeld, transactionHeld } from '../../../lambdas/cases/store/conditional-write.ts'
import { WriteConflictError } from '../../../lambdas/cases/store/retry-conflicts.ts'
import { tablesForTests } from '../tables-for-tests.ts'

const fixture = await tablesForTests()
const { client } = fixture.tables
afterAll(() => fixture.close())
beforeEach(() => {
  fixture.haveConflicts(0)
  fixture.pauses.length = 0
})

let count = 0
function newKey() {
  count += 1
  return { pk: `row-${count}`, sk: 'X' }
}
const read = async (Key: object) => (await client.send(new GetCommand({ TableName: 'cases', Key }))).Item
const isNew = { TableName: 'cases', ConditionExpression: 'attribute_not_exists(pk)' }

describe('a write that meets one of somebody else at the same moment', () => {
  it('is tried again after growing pauses, and done once', async () => {
    const Key = newKey()
    fixture.haveConflicts(3)
    expect(await conditionHeld(client.send(new PutCommand({ ...isNew, Item: Key })))).toBe(true)
    expect(fixture.pauses).toEqual([50, 100, 200])
    expect(await read(Key)).toEqual(Key)
    fixture.haveConflicts(1)
    await client.send(
      new UpdateCommand({
        TableName: 'cases',
        Key,
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: { ':one': 1 },
      }),
    )
    expect(await read(Key)).toEqual({ ...Key, n: 1 })
  })

  it('is tried again as a whole when it is a transaction', async () => {
    const Keys = [newKey(), newKey()]
    fixture.haveConflicts(2)
    const write = new TransactWriteCommand({ TransactItems: Keys.map((Item) => ({ Put: { ...isNew, Item } })) })
    expect(await transactionHeld(client.send(write))).toBe(true)
    expect(await Promise.all(Keys.map(read))).toEqual(Keys)
  })

  it('tells that its condition does not hold, when the other write has made it so', async () => {
    const Key = newKey()
    await client.send(new PutCommand({ TableName: 'cases', Item: Key }))
    fixture.haveConflicts(1)
    expect(await conditionHeld(client.send(new PutCommand({ ...isNew, Item: Key })))).toBe(false)
    fixture.haveConflicts(1)
    const write = new TransactWriteCommand({ TransactItems: [{ Put: { ...isNew, Item: Key } }] })
    expect(await transactionHeld(client.send(write))).toBe(false)
  })

  it('is given up after six attempts, within two seconds, with words for people; nothing is saved', async () => {
    const Key = newKey()
    fixture.haveConflicts(6)
    const failure = await client.send(new PutCommand({ ...isNew, Item: Key })).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(WriteConflictError)
    expect(failure).toMatchObject({
      name: 'WriteConflict',
      message:
        'Somebody else was saving the same thing at the same moment, 6 times in a row. Nothing was saved. Try again.',
    })
    expect(fixture.pauses).toHaveLength(5)
    expect(fixture.pauses.reduce((sum, pause) => sum + pause)).toBeLessThan(2000)
    expect(await read(Key)).toBeUndefined()
  })

  it('leaves every other error as it is', async () => {
    const write = client.send(new PutCommand({ TableName: 'none', Item: newKey() }))
    await expect(write).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    expect(fixture.pauses).toEqual([])
  })
})
