import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { DynamoDBClient, GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import {
  ConfigurationSetDoesNotExistException,
  MessageRejected,
  SESClient,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses'
import { ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../database.ts'
import { type LocalService, startLocalService } from '../service.ts'
import { synthesizeFixture } from './fixture/fixture-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'service-'))
const assemblyDirectory = join(folder, 'cdk.out')
const startAt = Date.parse('2026-03-02T09:00:00Z')
const day = 86_400_000
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const children: ChildProcess[] = []
/** What the local service itself could not do. */
const errors: unknown[] = []

beforeAll(() => {
  synthesizeFixture(assemblyDirectory)
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const start = (data: string): Promise<LocalService> =>
  startLocalService({
    assemblyDirectory,
    dataDirectory: join(folder, data),
    apiPort: 0,
    endpointPort: 0,
    startAt,
    onError: (error) => errors.push(error),
  })

async function json(url: string, init?: RequestInit): Promise<never> {
  return (await (await fetch(url, init)).json()) as never
}

function postItem(apiUrl: string, id: string, email = 'parent@example.org'): Promise<Response> {
  return fetch(`${apiUrl}/items`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, email }),
  })
}

/** What the daily rule's function has kept, with the time that it saw. */
async function dailyRuns({ endpointUrl }: LocalService): Promise<readonly string[]> {
  const client = new DynamoDBClient({ endpoint: endpointUrl, region: 'eu-west-2', credentials })
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'FixtureData-Items5C12978B' }))
  client.destroy()
  return Items.filter(({ id }) => id?.S?.startsWith('Scheduled Event'))
    .map(({ id, at }) => `${id?.S} at ${at?.S?.slice(0, 16)}`)
    .sort()
}

const SECRET = 'FixtureData-SecretA720EF05'
async function secretOf({ endpointUrl }: LocalService): Promise<string> {
  const client = new SecretsManagerClient({ endpoint: endpointUrl, region: 'eu-west-2', credentials })
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: SECRET }))
  client.destroy()
  return SecretString
}

/** `fetch` does not let a caller choose these headers. */
async function statusWith(url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  const sent = request(url, { method, headers })
  sent.end()
  const [response] = await once(sent, 'response')
  response.resume()
  return response.statusCode
}

describe('a synthesized app on this machine', () => {
  let service: LocalService
  beforeAll(async () => {
    service = await start('data')
  })
  afterAll(() => service.close())

  it('answers by its routes and functions', async () => {
    const plain = await fetch(`${service.apiUrl}/plain`)
    expect([plain.status, plain.headers.get('content-type'), await plain.text()]).toEqual([
      200,
      'application/json',
      '{"greeting":"hello"}',
    ])
    expect(await (await fetch(`${service.apiUrl}/greet/Ann%20B`)).text()).toBe('<p>Ann B</p>')
    const echoed = await json(`${service.apiUrl}/files/a/b?x=1`, { headers: { cookie: 'c=d' } })
    expect(echoed).toMatchObject({
      routeKey: 'ANY /files/{proxy+}',
      pathParameters: { proxy: 'a/b' },
      queryStringParameters: { x: '1' },
      cookies: ['c=d'],
    })
    const form = await json(`${service.apiUrl}/files/form`, {
      method: 'POST',
      body: new URLSearchParams({ name: 'é' }),
    })
    expect(form).toMatchObject({ isBase64Encoded: true, body: Buffer.from('name=%C3%A9').toString('base64') })
    const image = await fetch(`${service.apiUrl}/binary`)
    expect([
      image.headers.get('content-type'),
      Buffer.from(await image.arrayBuffer())
        .toString('latin1')
        .slice(0, 6),
    ]).toEqual(['image/gif', 'GIF89a'])
    expect((await fetch(`${service.apiUrl}/nowhere`)).status).toBe(404)
    expect((await fetch(`${service.apiUrl}/files/x`, { method: 'PUT' })).status).toBe(204)
  })

  it('answers as API Gateway when a function throws, dies, takes too long or answers nonsense', async () => {
    for (const path of ['/fail', '/exit', '/sleep', '/bad-header']) {
      const response = await fetch(`${service.apiUrl}${path}`)
      expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}'])
    }
    expect((await fetch(`${service.apiUrl}/plain`)).status).toBe(200)
  })

  it('refuses more than 10 MB', async () => {
    const response = await fetch(`${service.apiUrl}/files/big`, {
      method: 'POST',
      body: Buffer.alloc(10 * 1024 * 1024 + 1),
    })
    expect([response.status, await response.text()]).toEqual([413, '{"message":"Request Entity Too Large"}'])
  })

  it('tells functions its own address in the place of the deployed one', async () => {
    expect(await json(`${service.apiUrl}/clock`)).toMatchObject({ addresses: `${service.apiUrl}/` })
    expect(service.outputs.get('FixtureJourney.Address')).toBe(`${service.apiUrl}/`)
  })

  it('carries one item from form to message as the clock moves', async () => {
    const response = await postItem(service.apiUrl, 'one', 'bounce+one@simulator.amazonses.com')
    expect(response.status).toBe(201)
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/'])
    await service.clock.settle()
    const [execution] = (await json(`${service.consoleUrl}/executions.json`)) as {
      presentStates: string[]
      nextTimer: { due: string }
    }[]
    expect(execution).toMatchObject({ name: 'case-one', status: 'RUNNING', presentStates: ['Wait a day'] })
    expect(Date.parse(String(execution?.nextTimer.due)) - service.clock.now()).toBeLessThanOrEqual(day)

    await service.clock.advanceBy(day)
    const [message] = (await json(`${service.mailboxUrl}.json`)) as { sentAt: string }[]
    expect(message).toMatchObject({
      subject: 'A day has passed',
      to: ['bounce+one@simulator.amazonses.com'],
      tags: { item: 'one' },
      events: ['Send', 'Bounce'],
    })
    expect(Date.parse(String(message?.sentAt)) - Date.parse(String(execution?.nextTimer.due))).toBeLessThan(5000)

    const client = new DynamoDBClient({ endpoint: service.endpointUrl, region: 'eu-west-2', credentials })
    const { Item } = await client.send(
      new GetItemCommand({ TableName: 'FixtureData-Items5C12978B', Key: { id: { S: 'Email Bounced one' } } }),
    )
    expect(Item).toBeDefined()
    client.destroy()
  })

  it('runs a daily rule once for each day that the clock passes, at its time', async () => {
    await service.clock.advanceBy(3 * day)
    expect(await dailyRuns(service)).toEqual(
      ['03', '04', '05', '06'].map((date) => `Scheduled Event 2026-03-${date}T05:30:00Z at 2026-03-${date}T05:30`),
    )
  })

  it('answers the AWS clients that the functions use', async () => {
    const options = { endpoint: service.endpointUrl, region: 'eu-west-2', credentials, maxAttempts: 1 }
    const stepFunctions = new SFNClient(options)
    const { stateMachines } = await stepFunctions.send(new ListStateMachinesCommand({}))
    expect(stateMachines).toHaveLength(1)
    const email = new SESClient(options)
    const message = Buffer.from('From: a@example.com\r\nSubject: Hello\r\n\r\nText £')
    const send = (more: object) =>
      email.send(
        new SendRawEmailCommand({
          RawMessage: { Data: message },
          Destinations: ['a@example.org', 'b@example.org'],
          ...more,
        }),
      )
    const { MessageId } = await send({
      Tags: [
        { Name: 'case', Value: 'C-1' },
        { Name: 'message', Value: 'k' },
      ],
    })
    expect(await json(`${service.mailboxUrl}/${MessageId}.json`)).toMatchObject({
      subject: 'Hello',
      text: 'Text £\n',
      to: ['a@example.org', 'b@example.org'],
      tags: { case: 'C-1', message: 'k' },
    })
    // Each by the name that the client gives it: what is told from what by name has to be that name.
    await expect(send({ Source: 'a@elsewhere.org' })).rejects.toBeInstanceOf(MessageRejected)
    await expect(send({ ConfigurationSetName: 'none' })).rejects.toBeInstanceOf(ConfigurationSetDoesNotExistException)
    await expect(send({ Destinations: ['a b@example.org'] })).rejects.toMatchObject({ name: 'InvalidParameterValue' })
    stepFunctions.destroy()
    email.destroy()
  })

  it('gives a function the secret that another stack made, and tells it on no page, in no template and in no log [Secret 2]', async () => {
    const secret = await secretOf(service)
    expect(secret).toMatch(/^[A-Za-z0-9]{40}$/)
    expect(await json(`${service.apiUrl}/secret`)).toEqual({ length: 40 })
    const pages = [service.consoleUrl, `${service.consoleUrl}/state.json`, `${service.mailboxUrl}.json`]
    const told = await Promise.all(pages.map(async (page) => (await fetch(page)).text()))
    const written = [assemblyDirectory, join(folder, 'data', 'logs')].flatMap((inner) =>
      readdirSync(inner, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
    )
    expect(written.length).toBeGreaterThan(5)
    expect([...told, ...written].filter((text) => text.includes(secret))).toEqual([])
  })

  // https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
  it('answers the Invoke API, and gives up on a failing event after its retries', async () => {
    const name = ((await json(`${service.consoleUrl}/state.json`)) as { functions: { name: string }[] }).functions.find(
      (one) => one.name.includes('failing'),
    )?.name
    const url = `${service.endpointUrl}/2015-03-31/functions/${name}/invocations`
    const direct = await fetch(url, { method: 'POST', body: '{"id":1}' })
    expect([direct.status, direct.headers.get('x-amz-function-error')]).toEqual([200, 'Unhandled'])
    expect(await direct.json()).toMatchObject({ errorType: 'RangeError', errorMessage: 'cannot handle 1' })
    const event = await fetch(url, { method: 'POST', body: '{"id":2}', headers: { 'x-amz-invocation-type': 'Event' } })
    expect(event.status).toBe(202)
    expect((await fetch(url.replace(String(name), 'nobody'), { method: 'POST' })).status).toBe(404)
    await service.clock.advanceBy(10 * 60_000)
    expect(await json(`${service.consoleUrl}/state.json`)).toMatchObject({
      failedEvents: [{ functionName: name, attempts: 3, error: 'RangeError: cannot handle 2' }],
      queueMessages: [
        { queueArn: expect.stringContaining('DeadLetters'), attributes: { ErrorMessage: 'cannot handle 2' } },
      ],
    })
  })

  it('answers the older query protocol', async () => {
    const query = (form: Record<string, string>) =>
      fetch(service.endpointUrl, { method: 'POST', body: new URLSearchParams(form) })
    expect(await (await query({ Action: 'GetCallerIdentity' })).text()).toContain('<Account>000000000000</Account>')
  })

  it('names what it does not support', async () => {
    const response = await fetch(service.endpointUrl, {
      method: 'POST',
      headers: { 'x-amz-target': 'Kinesis_20131202.PutRecord' },
      body: '{}',
    })
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        __type: 'UnknownOperationException',
        message: 'The local service does not support Kinesis_20131202.PutRecord.',
      },
    ])
  })

  it('shows the console: the clock, executions with their history, failures and functions', async () => {
    const response = await fetch(service.consoleUrl)
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|\son\w+=/i)
    expect(page).toMatch(/<html lang="en-GB">/)
    expect(page.match(/<h1>/g)).toHaveLength(1)
    for (const landmark of ['<header>', '<nav ', '<main ', 'href="#main"']) expect(page).toContain(landmark)
    for (const header of ['Present state', 'Next timer', 'Transitions', 'Invocations'])
      expect(page).toContain(`<th scope="col">${header}</th>`)
    expect(page).toContain('<label for="to">')
    expect(page).toContain(`href="${service.apiUrl}"`)
    const [, address] = /href="(\/console\/executions\/[^"]+)"/.exec(page) ?? []
    const execution = await (await fetch(`${service.endpointUrl}${address}`)).text()
    for (const words of ['SUCCEEDED', 'WaitStateEntered', 'Wait a day', 'ExecutionSucceeded'])
      expect(execution).toContain(words)
    expect((await fetch(`${service.endpointUrl}/console/executions/none`)).status).toBe(404)
  })

  it('moves its clock by the forms of the console, and says why it cannot', async () => {
    const post = (form: Record<string, string>) =>
      fetch(`${service.consoleUrl}/clock`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
    const before = service.clock.now()
    const moved = await post({ by: 'PT1H' })
    expect([moved.status, moved.headers.get('location')]).toEqual([303, '/console'])
    expect(service.clock.now() - before).toBeGreaterThanOrEqual(3_600_000)
    const back = await post({ to: '2020-01-01' })
    expect([back.status, await back.text()]).toEqual([
      400,
      expect.stringContaining('role="alert">The clock cannot go back'),
    ])
    const asJson = await fetch(`${service.consoleUrl}/clock`, {
      method: 'POST',
      body: '{"by":"a while"}',
      headers: { 'content-type': 'application/json' },
    })
    expect([asJson.status, await asJson.json()]).toEqual([
      400,
      { error: '"a while" is not a duration. Write it as P1D, P1W or PT36H.' },
    ])
  })

  it('refuses requests under another name, and posts from another site', async () => {
    expect(await statusWith(service.apiUrl, { host: 'evil.example' })).toBe(403)
    expect(await statusWith(service.consoleUrl, { host: 'evil.example' })).toBe(403)
    expect(await statusWith(service.consoleUrl, { host: 'localhost' })).toBe(200)
    for (const origin of ['https://evil.example', 'null']) {
      expect(await statusWith(`${service.consoleUrl}/clock`, { origin }, 'POST')).toBe(403)
      expect(
        await statusWith(service.endpointUrl, { origin, 'x-amz-target': 'DynamoDB_20120810.ListTables' }, 'POST'),
      ).toBe(403)
    }
  })

  it('reports its own errors: here only the header that could not be written', () => {
    expect(errors.map(String)).toEqual([expect.stringContaining('Invalid character in header content ["x-bad"]')])
  })

  it('keeps what functions print in a file each', () => {
    const logs = join(folder, 'data', 'logs')
    const text = readdirSync(logs)
      .map((file) => readFileSync(join(logs, file), 'utf8'))
      .join('')
    expect(text).toMatch(/\tFixtureJourney-api\w+\t[\w-]{36}\tkeeping item one\n/)
  })

  it('refuses a second service on the same data folder', async () => {
    await expect(start('data')).rejects.toThrow('is used by another local service that is running')
  })

  it('says which port is taken', async () => {
    const port = Number(new URL(service.apiUrl).port)
    await expect(
      startLocalService({ assemblyDirectory, dataDirectory: join(folder, 'other'), apiPort: port, endpointPort: 0 }),
    ).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken by another program`)
  })
})

describe('stopping and starting again', () => {
  it('carries on with the same items, executions, messages, secrets and clock', async () => {
    const first = await start('restart')
    await postItem(first.apiUrl, 'kept')
    await first.clock.settle()
    await first.clock.advanceBy(day / 2)
    const before = first.clock.now()
    const secret = await secretOf(first)
    await first.close()

    const second = await start('restart')
    expect(second.clock.now()).toBeGreaterThanOrEqual(before)
    expect(await secretOf(second)).toBe(secret)
    expect(await json(`${second.consoleUrl}/executions.json`)).toMatchObject([{ name: 'case-kept', status: 'RUNNING' }])
    await second.clock.advanceBy(day)
    expect(await json(`${second.consoleUrl}/executions.json`)).toMatchObject([
      { name: 'case-kept', status: 'SUCCEEDED' },
    ])
    expect(await json(`${second.mailboxUrl}.json`)).toHaveLength(1)
    await second.close()
  })

  it('goes through the time in which it was stopped: what fell due happens at its own time', async () => {
    const first = await start('caught-up')
    await first.close()
    const database = openDatabase(join(folder, 'caught-up'))
    database.exec(`UPDATE service_clock SET offset_ms = offset_ms + ${3 * day}`)
    database.close()

    const second = await start('caught-up')
    expect(second.clock.now()).toBeGreaterThanOrEqual(startAt + 3 * day)
    expect(await dailyRuns(second)).toEqual(
      ['03', '04', '05'].map((date) => `Scheduled Event 2026-03-${date}T05:30:00Z at 2026-03-${date}T05:30`),
    )
    await second.close()
  })

  it('loses nothing that was answered when it is killed at any moment [Commit 5] [Invocation 1]', async () => {
    const ids: string[] = []
    for (let round = 0; round < 3; round += 1) {
      const { child, apiUrl } = await startChild('killed')
      const posts = Array.from({ length: 5 }, async (_, index) => {
        const id = `round-${round}-${index}`
        const response = await postItem(apiUrl, id).catch(() => undefined)
        if (response?.status === 201) ids.push(id)
      })
      await posts[round]
      child.kill('SIGKILL')
      await once(child, 'exit')
      await Promise.all(posts)
    }
    expect(ids.length).toBeGreaterThanOrEqual(3)

    const service = await start('killed')
    await service.clock.settle()
    await service.clock.advanceBy(2 * day)
    const executions = (await json(`${service.consoleUrl}/executions.json`)) as { name: string; status: string }[]
    const messages = (await json(`${service.mailboxUrl}.json`)) as { tags: { item: string } }[]
    for (const id of ids) {
      expect(executions.filter(({ name }) => name === `case-${id}`)).toMatchObject([{ status: 'SUCCEEDED' }])
      expect(messages.filter(({ tags }) => tags.item === id).length).toBeGreaterThanOrEqual(1)
    }
    await service.close()
  })
})

async function startChild(data: string): Promise<{ child: ChildProcess; apiUrl: string }> {
  const program = fileURLToPath(new URL('./fixture/run-service.ts', import.meta.url))
  const child = spawn(process.execPath, [program, assemblyDirectory, join(folder, data)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')
  return { child, apiUrl: (JSON.parse(String(line)) as { apiUrl: string }).apiUrl }
}
