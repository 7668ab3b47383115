import { randomInt, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { apiOfTemplate } from './api/api-of-template.ts'
import { apiListener } from './api/api-server.ts'
import { readAssembly } from './assembly/read-assembly.ts'
import { resolveAssembly } from './assembly/resolve-resources.ts'
import { ServiceClock } from './clock.ts'
import { type Alarm, countEnding, statesOf } from './cloudwatch/alarms.ts'
import { alarmsOfTemplate } from './cloudwatch/alarms-of-template.ts'
import { metricFiltersOfTemplate } from './cloudwatch/metric-filters.ts'
import { Metrics, type PutMetric } from './cloudwatch/metrics.ts'
import { consoleResponse } from './console/console.ts'
import type { ConsoleSources } from './console/console-sources.ts'
import { inWordsOfDataFolder } from './data-folder-error.ts'
import { type DataFolderLock, lockDataFolder } from './data-folder-lock.ts'
import { openDatabase } from './database.ts'
import { createDynamoDb, type MeetsConflict } from './dynamodb/dynamodb.ts'
import { type AwsServices, callService } from './endpoint/aws-services.ts'
import { endpointListener } from './endpoint/endpoint.ts'
import { matchesEventPattern } from './event-pattern.ts'
import { EventBus } from './eventbridge/event-bus.ts'
import { rulesOfTemplate } from './eventbridge/rules-of-template.ts'
import { closeServer, listen } from './http.ts'
import {
  type IdentityProviderOptions,
  type RunningIdentityProvider,
  startIdentityProvider,
} from './identity-provider/identity-provider.ts'
import { AsynchronousInvocations } from './lambda/asynchronous-invocations.ts'
import { Functions } from './lambda/functions.ts'
import { functionsOfTemplate } from './lambda/functions-of-template.ts'
import { Queues } from './queues/queues.ts'
import { Scheduler } from './scheduler.ts'
import { Secrets } from './secrets-manager/secrets.ts'
import { secretsOfTemplate, secretsThatAreThere } from './secrets-manager/secrets-of-template.ts'
import { emailOfTemplate } from './ses/email-of-template.ts'
import { Mailbox } from './ses/mailbox.ts'
import { mailboxResponse } from './ses/mailbox-pages.ts'
import type { RefusesEmails } from './ses/send-email.ts'
import { stateMachinesOfTemplate } from './state-machines-of-template.ts'
import { createStepFunctions } from './step-functions/step-functions.ts'
import { eventSourcesOfTemplate, tablesOfTemplate } from './tables-of-template.ts'

export interface LocalServiceOptions {
  /** Folder of the synthesized CDK app (`cdk.out`). */
  readonly assemblyDirectory: string
  /** Everything that survives a restart is kept here; made when missing. */
  readonly dataDirectory: string
  /** Port of the application's HTTP API on 127.0.0.1; 0 for any free one. */
  readonly apiPort: number
  /** Port of the AWS endpoint, the console and the mailbox on 127.0.0.1; 0 for any free one. */
  readonly endpointPort: number
  /** Where the clock of a fresh data folder starts, in epoch milliseconds; the machine's time unless given. */
  readonly startAt?: number
  /** Used where the app leaves them open. */
  readonly region?: string
  readonly accountId?: string
  /** Told of errors of the local service itself; written to standard error unless given. */
  readonly onError?: (error: unknown) => void
  /** Which writes of DynamoDB meet somebody else's transaction, for tests of what then happens; none unless given. */
  readonly meetsConflict?: MeetsConflict
  /**
   * Secrets of AWS Secrets Manager that somebody put there before the app, by name: the templates have none of them. The app
   * may read any.
   */
  readonly secrets?: Readonly<Record<string, string>>
  /** A provider that people sign in at with OpenID Connect; none unless given. */
  readonly identityProvider?: IdentityProviderOptions
  /** Which emails SES does not take for now, for tests of what then happens; none unless given. */
  readonly refusesEmails?: RefusesEmails
}

/** The clock of a running service. Each move resolves when everything that fell due has come to rest. */
export interface LocalClock {
  /** Epoch milliseconds. */
  now(): number
  /** The earliest timer, in epoch milliseconds. */
  nextTimer(): number | undefined
  /** @throws RangeError when the instant (epoch milliseconds) has passed. */
  advanceTo(instant: number): Promise<void>
  advanceBy(milliseconds: number): Promise<void>
  /** @returns the timer's time; `undefined` when there was none. */
  advanceToNextTimer(): Promise<number | undefined>
  /** Resolves when nothing is running and nothing is due. */
  settle(): Promise<void>
}

export interface LocalService {
  /** The application's own pages. */
  readonly apiUrl: string
  /** False when the app has no HTTP API, so that nothing is at `apiUrl`. */
  readonly hasApi: boolean
  /** Where AWS clients go. */
  readonly endpointUrl: string
  readonly consoleUrl: string
  readonly mailboxUrl: string
  readonly clock: LocalClock
  /** The stacks' outputs by `<stack>.<name>`. */
  readonly outputs: ReadonlyMap<string, unknown>
  /** The app's alarms as they are now. Nobody is told of one: the console shows them. */
  alarms(): readonly Alarm[]
  /** Lets what runs end, for a few seconds at most, and stops. The next start goes on from there. */
  close(): Promise<void>
}

const CLOSE_LIMIT_IN_MILLISECONDS = 5000
/** A service that was stopped for longer than this goes through the time that it missed, timer by timer. */
const CATCH_UP_FROM_IN_MILLISECONDS = 60_000

/**
 * Runs a synthesized CDK app whole on this machine.
 *
 * @throws Error with a sentence when the assembly has something that is not supported, the data folder is in use, or a
 * port is taken.
 */
export async function startLocalService(options: LocalServiceOptions): Promise<LocalService> {
  const servers: Server[] = []
  const providers: RunningIdentityProvider[] = []
  let lock: DataFolderLock | undefined
  try {
    lock = lockDataFolder(options.dataDirectory)
    return await start(options, lock, servers, providers)
  } catch (error) {
    await Promise.all([...servers.map((server) => closeServer(server, 0)), ...providers.map((one) => one.close())])
    lock?.release()
    throw inWordsOfDataFolder(error, options.dataDirectory)
  }
}

async function start(
  options: LocalServiceOptions,
  lock: DataFolderLock,
  servers: Server[],
  providers: RunningIdentityProvider[],
): Promise<LocalService> {
  const dataDirectory = resolve(options.dataDirectory)
  const tell = options.onError ?? ((error: unknown) => console.error(error))
  const onError = (error: unknown) => tell(inWordsOfDataFolder(error, dataDirectory))
  const stacks = readAssembly(options.assemblyDirectory)

  // The ports come first: templates and functions are told the addresses.
  let answerApi: RequestListener = notYet
  let answerEndpoint: RequestListener = notYet
  const open = async (port: number, listener: RequestListener): Promise<string> => {
    const opened = await listen(port, listener)
    servers.push(opened.server)
    return `http://127.0.0.1:${opened.port}`
  }
  const apiUrl = await open(options.apiPort, (request, response) => answerApi(request, response))
  const endpointUrl = await open(options.endpointPort, (request, response) => answerEndpoint(request, response))

  const identityProvider = options.identityProvider && (await startIdentityProvider(options.identityProvider, apiUrl))
  if (identityProvider) providers.push(identityProvider)

  const { region, accountId, resources, withoutEffect, outputs } = resolveAssembly(stacks, {
    region: options.region ?? 'eu-west-2',
    accountId: options.accountId ?? '000000000000',
    apiUrl,
    ...(options.identityProvider &&
      identityProvider && { elsewhere: { [options.identityProvider.standsFor]: identityProvider.issuer } }),
  })
  const functionDefinitions = functionsOfTemplate(resources, join(dataDirectory, 'code'))
  const api = apiOfTemplate(resources)
  const rules = rulesOfTemplate(resources)
  const email = emailOfTemplate(resources)
  const secretDefinitions = [
    ...secretsOfTemplate(resources),
    ...secretsThatAreThere(options.secrets ?? {}, { region, accountId }),
  ]
  const tables = tablesOfTemplate(resources)
  const eventSources = eventSourcesOfTemplate(resources)
  const stateMachines = stateMachinesOfTemplate(resources)
  const alarmDefinitions = alarmsOfTemplate(resources)
  const metricFilters = metricFiltersOfTemplate(resources)

  mkdirSync(dataDirectory, { recursive: true })
  const database = openDatabase(dataDirectory)
  try {
    const newId = randomUUID
    const clock = new ServiceClock(database, options.startAt)
    const missedUntil =
      clock.now() - clock.lastSeen() > CATCH_UP_FROM_IN_MILLISECONDS ? clock.resumeWhereLastSeen() : undefined
    identityProvider?.follow(clock.sharedOffset)
    const wake = (): void => scheduler.wake()
    const metrics = new Metrics(
      database,
      clock,
      alarmDefinitions.map(({ metric }) => metric),
    )
    const putMetric: PutMetric = (metric, value) => metrics.put(metric, value)
    const functions = new Functions({
      definitions: functionDefinitions,
      clock,
      clockOffset: clock.sharedOffset,
      endpointUrl,
      region,
      logFolder: join(dataDirectory, 'logs'),
      newId,
      metricFilters,
      putMetric,
      onUnkept: tell,
      onEnd: wake,
    })
    const queues = new Queues(database, clock, newId)
    const asynchronousInvocations = new AsynchronousInvocations({ database, clock, functions, queues, newId })
    const eventBus = new EventBus({
      database,
      clock,
      rules,
      region,
      accountId,
      newId,
      matches: matchesEventPattern,
      deliver: (functionArn, payload, source) => asynchronousInvocations.accept(functionArn, payload, source),
      onAccepted: wake,
    })
    const mailbox = new Mailbox(database, join(dataDirectory, 'mailbox'))
    const secrets = new Secrets(secretDefinitions, {
      database,
      clock,
      newId,
      randomInteger: (below) => randomInt(below),
    })
    const dynamoDb = createDynamoDb({
      database,
      clock,
      invoker: functions,
      region,
      account: accountId,
      putMetric,
      sendToQueue: async (queueArn, message) => queues.send(queueArn, JSON.stringify(message)),
      ...(options.meetsConflict && { meetsConflict: options.meetsConflict }),
    })
    const stepFunctions = createStepFunctions({
      database,
      clock,
      invoker: functions,
      sdk: (service, action, request) => callService(services, service, action, request),
      putEvent: (event) => {
        eventBus.put(event)
        countEnding(event, putMetric)
        // Once what is open has been committed.
        setImmediate(wake)
      },
      region,
      account: accountId,
      onFault: onError,
    })
    const scheduler = new Scheduler(
      clock,
      [
        { name: 'Step Functions', part: stepFunctions },
        { name: 'EventBridge', part: eventBus },
        { name: 'asynchronous invocations', part: asynchronousInvocations },
        { name: 'DynamoDB', part: dynamoDb },
        {
          name: 'functions',
          part: { nextDue: () => undefined, fireDue: async () => {}, isIdle: () => functions.isIdle() },
        },
      ],
      { onError },
    )
    const services: AwsServices = {
      dynamoDb,
      stepFunctions,
      eventBus,
      secrets,
      functions,
      asynchronousInvocations,
      email: {
        email,
        mailbox,
        database,
        clock,
        region,
        accountId,
        newId,
        putEvent: (event) => eventBus.put(event),
        onSent: wake,
        refuses: options.refusesEmails ?? (() => undefined),
      },
      accountId,
      onEnd: wake,
    }
    const alarms = (): readonly Alarm[] => statesOf(alarmDefinitions, metrics, queues, clock.now())
    const consoleSources: ConsoleSources = {
      clock,
      scheduler,
      executions: (limit) => stepFunctions.overview({ limit }),
      stepFunctions: (operation, request) => stepFunctions.handle(operation, request),
      undelivered: () => dynamoDb.undelivered(),
      failedEvents: () => asynchronousInvocations.failedEvents(),
      queueMessages: () => queues.messages(),
      functions: () => functions.figures(),
      schedules: () => eventBus.schedules(),
      alarms,
      messageCount: () => mailbox.count(),
      withoutEffect,
      apiUrl: api === undefined ? undefined : apiUrl,
    }

    for (const table of tables) await dynamoDb.createTable(table)
    for (const stateMachine of stateMachines) stepFunctions.putStateMachine(stateMachine)
    for (const eventSource of eventSources) dynamoDb.addEventSource(eventSource)
    dynamoDb.forgetOtherEventSources()

    answerEndpoint = endpointListener({
      services,
      clock,
      newId,
      pages: (request, path, body) =>
        path.startsWith('/mailbox')
          ? mailboxResponse(mailbox, path, consoleSources)
          : consoleResponse(request, path, body, consoleSources),
      onError,
    })
    answerApi = apiListener({ api, functions, clock, accountId, newId, putMetric, onError })
    stepFunctions.resume()
    if (missedUntil === undefined) scheduler.wake()
    else await scheduler.advanceTo(Math.max(missedUntil, clock.now()))

    const isIdle = (): boolean =>
      functions.isIdle() && stepFunctions.isIdle() && dynamoDb.isIdle() && asynchronousInvocations.isIdle()
    let closing: Promise<void> | undefined
    const close = async (): Promise<void> => {
      await scheduler.stop()
      asynchronousInvocations.stop()
      const endsAt = performance.now() + CLOSE_LIMIT_IN_MILLISECONDS
      while (!isIdle() && performance.now() < endsAt) await sleep(5)
      stepFunctions.close()
      await functions.end(0)
      await dynamoDb.close()
      await Promise.all([...servers.map((server) => closeServer(server, 200)), identityProvider?.close()])
      try {
        clock.keep()
      } finally {
        database.close()
        lock.release()
      }
    }
    return {
      apiUrl,
      hasApi: api !== undefined,
      endpointUrl,
      consoleUrl: `${endpointUrl}/console`,
      mailboxUrl: `${endpointUrl}/mailbox`,
      clock: {
        now: () => clock.now(),
        nextTimer: () => scheduler.nextDue(),
        advanceTo: (instant) => scheduler.advanceTo(instant),
        advanceBy: (milliseconds) => scheduler.advanceBy(milliseconds),
        advanceToNextTimer: () => scheduler.advanceToNextTimer(),
        settle: () => scheduler.settle(),
      },
      outputs,
      alarms,
      close: () => {
        closing ??= close()
        return closing
      },
    }
  } catch (error) {
    database.close()
    throw error
  }
}

const notYet: RequestListener = (_, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
  response.end('The local service is starting.\n')
}
