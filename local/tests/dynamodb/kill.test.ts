import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../database.ts'
import { ACCOUNTS, OPENING_BALANCE, randomNumbers } from './random-numbers.ts'
import { dynamoDbForTests } from './setup.ts'

const WRITER = new URL('./killed-writer.ts', import.meta.url).pathname
const ROUNDS = 6

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dynamodb-kill-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** Lets a writer write for a while, kills it with SIGKILL, and gives the writes that it had been answered. */
async function writeAndKill(round: number, seed: number, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, directory, String(round), String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => resolve(signal)))
  let output = ''
  let errors = ''
  child.stderr.on('data', (data) => {
    errors += data
  })
  const ready = new Promise<void>((resolve) =>
    child.stdout.on('data', (data) => {
      output += data
      if (output.includes('ready\n')) resolve()
    }),
  )
  await Promise.race([ready, ended])
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  child.kill('SIGKILL')
  expect([await ended, errors]).toEqual(['SIGKILL', ''])
  // The last line may be cut off.
  return output
    .slice(0, output.lastIndexOf('\n'))
    .split('\n')
    .filter((line) => line.startsWith('ack '))
    .map((line) => line.slice('ack '.length))
}

type Image = { id: { S: string }; balance?: { N: string }; state?: { S: string } }
interface Delivered {
  eventName: string
  dynamodb: { SequenceNumber: string; Keys: { id: { S: string } }; OldImage?: Image; NewImage?: Image }
}

async function scan(
  local: Awaited<ReturnType<typeof dynamoDbForTests>>,
  more: object = {},
): Promise<Map<string, Image>> {
  const items = new Map<string, Image>()
  let ExclusiveStartKey: object | undefined
  do {
    const { body } = await local.dynamoDb.handle('Scan', {
      TableName: 'cases',
      ...more,
      ...(ExclusiveStartKey && { ExclusiveStartKey }),
    })
    const page = body as { Items: Image[]; LastEvaluatedKey?: object }
    for (const item of page.Items) items.set(item.id.S, item)
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey !== undefined)
  return items
}

it('A process killed at any moment leaves all of a write or none, and a stream record for exactly what is there [Commit 1] [Commit 2] [Commit 5] [Event source 4]', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
  console.log(`kill -9 test: SEED=${seed}`)
  const random = randomNumbers(seed)
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    acknowledged.push(...(await writeAndKill(round, Math.floor(random() * 2 ** 31), random() * 120)))
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 3)

  const database = openDatabase(directory)
  const local = await dynamoDbForTests({ database })
  const items = await scan(local)

  // What was answered is there.
  expect(acknowledged.filter((id) => !items.has(id))).toEqual([])
  // No transfer was done by half.
  const balances = [...items.values()].flatMap((item) => (item.balance === undefined ? [] : [Number(item.balance.N)]))
  expect(balances).toHaveLength(ACCOUNTS)
  expect(balances.reduce((sum, balance) => sum + balance, 0)).toBe(ACCOUNTS * OPENING_BALANCE)
  // No batch was written by half.
  const batches = [...items.keys()].filter((id) => id.startsWith('batch-'))
  expect(batches.filter((id) => !items.has(id.endsWith('x') ? id.replace(/x$/, 'y') : id.replace(/y$/, 'x')))).toEqual(
    [],
  )
  // The index holds exactly the items that belong in it.
  const indexed = await scan(local, { IndexName: 'by-state' })
  expect(indexed).toEqual(new Map([...items].filter(([, item]) => item.state !== undefined)))

  // Every record reached the function at least once, in order, and together they make exactly the items.
  local.dynamoDb.addEventSource({ tableName: 'cases', functionName: 'f', startingPosition: 'TRIM_HORIZON' })
  await local.settle()
  const early = readFileSync(join(directory, 'delivered.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Delivered)
  const all = [...early, ...local.events.flatMap((event) => event.Records as unknown as Delivered[])]
  const firstTimes = new Map<string, Delivered>()
  for (const record of all)
    if (!firstTimes.has(record.dynamodb.SequenceNumber)) firstTimes.set(record.dynamodb.SequenceNumber, record)
  const sequences = [...firstTimes.keys()]
  expect(sequences).toEqual(sequences.toSorted())
  const rebuilt = new Map<string, Image>()
  for (const { dynamodb } of firstTimes.values()) {
    const id = dynamodb.Keys.id.S
    expect(dynamodb.OldImage).toEqual(rebuilt.get(id))
    if (dynamodb.NewImage === undefined) rebuilt.delete(id)
    else rebuilt.set(id, dynamodb.NewImage)
  }
  expect(rebuilt).toEqual(items)
  expect(local.dynamoDb.undelivered()).toEqual([])
  await local.dynamoDb.close()
  database.close()
})
