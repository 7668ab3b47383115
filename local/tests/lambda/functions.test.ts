import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { inTransaction, openDatabase } from '../../database.ts'
import { AsynchronousInvocations } from '../../lambda/asynchronous-invocations.ts'
import { Functions } from '../../lambda/functions.ts'
import type { FunctionDefinition } from '../../lambda/functions-of-template.ts'
import { Queues } from '../../queues/queues.ts'

const folder = mkdtempSync(join(tmpdir(), 'functions-'))
const started: Functions[] = []
afterAll(async () => {
  await Promise.all(started.map((functions) => functions.end(0)))
  rmSync(folder, { recursive: true })
})

let count = 0
function functionOf(code: string, more: Partial<FunctionDefinition> = {}, file = 'index.mjs'): FunctionDefinition {
  count += 1
  const codeDirectory = join(folder, `code-${count}`)
  mkdirSync(codeDirectory)
  writeFileSync(join(codeDirectory, file), code)
  return {
    name: `f${count}`,
    arn: `arn:aws:lambda:eu-west-2:000000000000:function:f${count}`,
    codeDirectory,
    handler: 'index.handler',
    environment: { OWN: 'yes' },
    memoryInMegabytes: 128,
    timeoutInSeconds: 5,
    concurrency: 4,
    asynchronous: {
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: 21_600,
      deadLetterQueueArn: undefined,
      onFailureArn: undefined,
    },
    logGroup: `/aws/lambda/f${count}`,
    ...more,
  }
}

function run(...definitions: FunctionDefinition[]) {
  const clockOffset = new SharedArrayBuffer(8)
  const functions = new Functions({
    definitions,
    clock: { now: () => Date.now() + Number(new BigInt64Array(clockOffset)[0]) },
    clockOffset,
    endpointUrl: 'http://127.0.0.1:1',
    region: 'eu-west-2',
    logFolder: join(folder, 'logs'),
    newId: () => crypto.randomUUID(),
    metricFilters: [],
    putMetric: () => {},
    onEnd: () => {},
    onUnkept: (error) => {
      throw error
    },
  })
  started.push(functions)
  const [first] = definitions
  return { functions, clockOffset, invoke: (event: unknown) => functions.invoke(String(first?.name), event) }
}

describe('running a function', () => {
  it('gives the handler its event, its context and its environment', async () => {
    const { invoke } = run(
      functionOf(
        'export const handler = async (event, context) => ({ event, name: context.functionName, id: context.awsRequestId, left: context.getRemainingTimeInMillis(), own: process.env.OWN, region: process.env.AWS_REGION, endpoint: process.env.AWS_ENDPOINT_URL, home: process.env.HOME ?? null })',
      ),
    )
    const result = await invoke({ a: 1 })
    expect(result).toMatchObject({
      ok: true,
      payload: {
        event: { a: 1 },
        name: expect.stringMatching(/^f\d+$/),
        own: 'yes',
        region: 'eu-west-2',
        endpoint: 'http://127.0.0.1:1',
        home: null,
      },
    })
    const { left } = (result as unknown as { payload: { left: number } }).payload
    expect(left).toBeGreaterThan(3000)
    expect(left).toBeLessThanOrEqual(5000)
  })

  it('shows it the service clock at once when that moves [Clock 3]', async () => {
    const { invoke, clockOffset } = run(
      functionOf(
        'export const handler = async () => [Date.now(), new Date().getTime(), Date.parse(Date()), new (new Date().constructor)().getTime(), new Date(5).getTime(), new Date() instanceof Date]',
      ),
    )
    for (const days of [0, 400]) {
      new BigInt64Array(clockOffset)[0] = BigInt(days * 86_400_000)
      const result = await invoke({})
      const [now, fresh, text, copied, fixed, isDate] = (result as unknown as { payload: number[] }).payload
      const expected = Date.now() + days * 86_400_000
      for (const time of [now, fresh, text, copied]) expect(Math.abs(Number(time) - expected)).toBeLessThan(5000)
      expect([fixed, isDate]).toEqual([5, true])
    }
  })

  // https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html and .../troubleshooting-invocation.html
  it.each([
    ['throws', 'export const handler = async () => { throw new RangeError("bad") }', 'RangeError', 'bad'],
    ['exits', 'export const handler = async () => process.exit(4)', 'Runtime.ExitError', 'exit status 4'],
    [
      'leaves a rejection',
      'export const handler = async () => { Promise.reject(new Error("lost")); await new Promise((r) => setTimeout(r, 1000)) }',
      'Runtime.UnhandledPromiseRejection',
      'lost',
    ],
    ['cannot be loaded', 'import "./missing.mjs"', 'Error', 'missing.mjs'],
    ['has a syntax error', 'export const handler = (', 'Runtime.UserCodeSyntaxError', 'SyntaxError'],
    [
      'has no handler',
      'export const other = 1',
      'Runtime.HandlerNotFound',
      'index.handler is undefined or not exported',
    ],
    [
      'takes a callback',
      'export const handler = (event, context, callback) => callback(null, 1)',
      'Runtime.CallbackHandlerDeprecated',
      'callback',
    ],
    [
      'returns more than 6 MB',
      'export const handler = async () => "x".repeat(6 * 1024 * 1024)',
      'Function.ResponseSizeTooLarge',
      'exceeded maximum allowed payload size',
    ],
  ])('tells of a function that %s, and runs it again afterwards', async (_, code, errorType, words) => {
    const { invoke } = run(functionOf(code))
    for (let round = 0; round < 2; round += 1) {
      expect(await invoke({})).toMatchObject({ ok: false, errorType, errorMessage: expect.stringContaining(words) })
    }
  })

  it('ends a function at its timeout', async () => {
    const { invoke } = run(
      functionOf('export const handler = async ({ wait }) => { while (wait) {} ; return "done" }', {
        timeoutInSeconds: 0.2,
      }),
    )
    expect(await invoke({ wait: true })).toMatchObject({
      ok: false,
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringContaining('Task timed out after 0.20 seconds'),
    })
    expect(await invoke({ wait: false })).toEqual({ ok: true, payload: 'done' })
  })

  it('runs CommonJS code as Lambda does, whatever package surrounds its folder', async () => {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    const { invoke } = run(functionOf('exports.handler = async () => typeof require', {}, 'index.js'))
    expect(await invoke({})).toEqual({ ok: true, payload: 'function' })
  })

  it('keeps a worker warm, and runs no more at once than its concurrency', async () => {
    const code =
      'let running = 0; const id = Math.random(); export const handler = async () => { running += 1; await new Promise((r) => setTimeout(r, 20)); running -= 1; return { id, running } }'
    const { invoke } = run(functionOf(code, { concurrency: 2 }))
    const results = await Promise.all(Array.from({ length: 6 }, () => invoke({})))
    const payloads = results.map(
      (result) => (result as unknown as { payload: { id: number; running: number } }).payload,
    )
    expect(new Set(payloads.map(({ id }) => id)).size).toBe(2)
    expect(payloads.every(({ running }) => running === 0)).toBe(true)
  })

  it('keeps what it prints, with its name and the request', async () => {
    const definition = functionOf(
      'console.log("while it starts"); export const handler = async ({ n }) => { console.log("working on", n); console.error("to standard error") }',
    )
    const { functions } = run(definition)
    await functions.invoke(definition.name, { n: 7 }, 'request-1')
    const log = readFileSync(join(folder, 'logs', `${definition.name}.log`), 'utf8')
    expect(log).toMatch(new RegExp(`\\t${definition.name}\\tstart\\twhile it starts\\n`))
    expect(log).toMatch(new RegExp(`Z\\t${definition.name}\\trequest-1\\tworking on 7\\n`))
    expect(log).toContain('\trequest-1\tto standard error\n')
  })

  it('knows a function by name, ARN and version', async () => {
    const definition = functionOf('export const handler = async () => 1')
    const { functions } = run(definition)
    for (const name of [definition.name, definition.arn, `${definition.arn}:$LATEST`, `${definition.name}:$LATEST`]) {
      expect(await functions.invoke(name, {})).toEqual({ ok: true, payload: 1 })
    }
    await expect(functions.invoke('nobody', {})).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })
})

describe('asynchronous invocation', () => {
  // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
  const failing = 'export const handler = async ({ ok }) => { if (!ok) throw new Error("not now") }'

  function queueFor(definition: FunctionDefinition) {
    const database = openDatabase(':memory:')
    const clock = { time: 1_000_000, now: () => clock.time }
    const { functions } = run(definition)
    const newId = () => crypto.randomUUID()
    const queues = new Queues(database, clock, newId)
    const open = () => new AsynchronousInvocations({ database, clock, functions, queues, newId })
    const invocations = open()
    const fire = async () => {
      await invocations.fireDue(clock.time)
      while (!invocations.isIdle()) await new Promise((resolve) => setTimeout(resolve, 2))
    }
    return { invocations, clock, queues, functions, database, fire, open }
  }

  it('runs an event once when it succeeds', async () => {
    const definition = functionOf(failing)
    const { invocations, fire } = queueFor(definition)
    invocations.accept(definition.name, { ok: true }, 'test')
    expect(invocations.nextDue()).toBe(1_000_000)
    await fire()
    expect(invocations.nextDue()).toBeUndefined()
    expect(invocations.failedEvents()).toEqual([])
  })

  it('tries again after one minute and after two more, then gives the event to the dead-letter queue [Invocation 2]', async () => {
    const definition = functionOf(failing, {
      asynchronous: {
        maximumRetryAttempts: 2,
        maximumEventAgeInSeconds: 21_600,
        deadLetterQueueArn: 'arn:aws:sqs:q',
        onFailureArn: undefined,
      },
    })
    const { invocations, clock, queues, fire, open } = queueFor(definition)
    const id = invocations.accept(definition.name, { ok: false, n: 1 }, 'test')
    await fire()
    expect(invocations.nextDue()).toBe(1_060_000)
    expect(open().nextDue()).toBe(1_060_000)
    clock.time = 1_060_000
    await fire()
    expect(invocations.nextDue()).toBe(1_180_000)
    clock.time = 1_180_000
    await fire()
    expect(invocations.nextDue()).toBeUndefined()
    expect(invocations.failedEvents()).toMatchObject([{ id, attempts: 3, error: 'Error: not now', source: 'test' }])
    expect(queues.messages()).toMatchObject([
      { queueArn: 'arn:aws:sqs:q', body: '{"ok":false,"n":1}', attributes: { RequestID: id, ErrorMessage: 'not now' } },
    ])
  })

  it('keeps an event with what its caller commits, or not at all [Invocation 1]', () => {
    const definition = functionOf(failing)
    const { invocations, database, open } = queueFor(definition)
    expect(() =>
      inTransaction(database, () => {
        invocations.accept(definition.name, { ok: true }, 'test')
        throw new Error('the caller could not commit')
      }),
    ).toThrow('the caller could not commit')
    expect(invocations.nextDue()).toBeUndefined()
    inTransaction(database, () => invocations.accept(definition.name, { ok: true }, 'test'))
    expect(open().nextDue()).toBe(1_000_000)
  })

  it('does not try an event twice at once [Invocation 3]', async () => {
    const definition = functionOf(
      'let runs = 0; export const handler = async () => { runs += 1; await new Promise((r) => setTimeout(r, 50)); return runs }',
    )
    const { invocations, clock, functions, fire } = queueFor(definition)
    invocations.accept(definition.name, {}, 'test')
    await invocations.fireDue(clock.time)
    expect(invocations.nextDue()).toBeUndefined()
    await fire()
    await expect.poll(() => functions.isIdle()).toBe(true)
    expect(functions.figures()).toMatchObject([{ figures: { invocations: 1 } }])
  })

  it('counts a failure while the service stops as no attempt [Invocation 4]', async () => {
    const definition = functionOf(failing)
    const { invocations, database, fire, open } = queueFor(definition)
    invocations.accept(definition.name, { ok: false }, 'test')
    invocations.stop()
    await fire()
    expect(database.prepare('SELECT attempts, due_at FROM asynchronous_event').all()).toEqual([
      { attempts: 0, due_at: 1_000_000 },
    ])
    expect(open().nextDue()).toBe(1_000_000)
  })

  it('gives up an event that is too old, and tells the failure destination why [Invocation 2]', async () => {
    const definition = functionOf(failing, {
      asynchronous: {
        maximumRetryAttempts: 2,
        maximumEventAgeInSeconds: 60,
        deadLetterQueueArn: undefined,
        onFailureArn: 'arn:aws:sqs:eu-west-2:000000000000:q',
      },
    })
    const { invocations, clock, queues, fire } = queueFor(definition)
    invocations.accept(definition.name, { ok: false }, 'test')
    clock.time += 30_000
    await fire()
    expect(invocations.nextDue()).toBeUndefined()
    expect(JSON.parse(String(queues.messages()[0]?.body))).toMatchObject({
      version: '1.0',
      requestContext: {
        condition: 'EventAgeExceeded',
        approximateInvokeCount: 1,
        functionArn: `${definition.arn}:$LATEST`,
      },
      requestPayload: { ok: false },
      responsePayload: { errorType: 'Error', errorMessage: 'not now' },
    })
  })
})
