import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

const COMMAND = fileURLToPath(new URL('../../bin/moved-dates.ts', import.meta.url))

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-06-30', inject('quietAssembly'))
})
afterAll(() => house.close())

/** The command as a person runs it. It fails with status 1 when dates have moved. */
async function movedDates(): Promise<{ readonly status: number; readonly output: string }> {
  const run = promisify(execFile)
  try {
    const { stdout } = await run(process.execPath, [COMMAND, '--endpoint', house.service.endpointUrl])
    return { status: 0, output: stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { status: code, output: stdout + stderr }
  }
}

it('lists the open cases whose dates are others now than the ones that were told', { timeout: 60_000 }, async () => {
  const [same, moved] = [await house.open('same'), await house.open('moved')]
  expect(await movedDates()).toEqual({
    status: 0,
    output: expect.stringContaining('0 of 2 open cases have dates that moved.'),
  })

  // As if the family had been told before Monday 31 August 2026 became a bank holiday.
  const client = new DynamoDBClient({
    endpoint: house.service.endpointUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  await DynamoDBDocumentClient.from(client).send(
    new UpdateCommand({
      TableName: TableNames.find((name) => name.includes('Cases')),
      Key: { pk: moved, sk: 'CASE' },
      UpdateExpression: 'SET told.appeal.lawDate = :day',
      ExpressionAttributeValues: { ':day': '2026-08-31' },
    }),
  )
  client.destroy()
  const { status, output } = await movedDates()
  expect(status).toBe(1)
  expect(output).toContain(
    `${moved}  appeal: the last day was Monday 31 August 2026 and is Tuesday 1 September 2026; ` +
      'the day to aim for was Friday 28 August 2026 and is Friday 28 August 2026',
  )
  expect(output).toContain('1 of 2 open cases have dates that moved.')
  expect(output).not.toContain(same)
})
