import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readAssembly } from './assembly/read-assembly.ts'
import { parseMoment } from './console/london-time.ts'
import { DataFolderError, inWordsOfDataFolder } from './data-folder-error.ts'
import { lockDataFolder } from './data-folder-lock.ts'
import { PortTakenError } from './http.ts'
import type { IdentityProviderOptions } from './identity-provider/identity-provider.ts'
import type { LocalService, LocalServiceOptions } from './service.ts'

/** What a program says of the app that it runs with this package's options. */
export interface CommandOptions {
  /** What `--help` prints. */
  readonly help: string
  /** The folder of the synthesized app, or what synthesizes it and returns that folder; `--assembly` names another. */
  readonly assembly: string | (() => string)
  /** Looks at the data folder before anything is started. What it throws is said to the person who started this. */
  readonly checkData?: (dataDirectory: string) => void
  /** Secrets that are there before the app, by name. */
  readonly secrets?: LocalServiceOptions['secrets']
  /** A provider that people sign in at. Its port is the one after the AWS endpoint's. */
  readonly identityProvider?: Omit<IdentityProviderOptions, 'port'>
  /** The app's own addresses, each with a name for people. */
  readonly addresses: (service: LocalService) => readonly (readonly [name: string, address: string])[]
}

/**
 * Runs a synthesized app until Ctrl-C, as the arguments of the process say (`--help`, `--assembly`, `--data`, `--fresh`,
 * `--port`, `--start-at`). What it cannot do it says in a sentence on standard error; the process then exits with 1.
 */
export async function runCommand(options: CommandOptions): Promise<void> {
  try {
    await run(options)
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}

async function run(options: CommandOptions): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string', default: '.local' },
      fresh: { type: 'boolean', default: false },
      'start-at': { type: 'string' },
      assembly: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(options.help)
    return
  }
  // Functions on Lambda run in UTC; worker threads share the process's time zone.
  process.env.TZ = 'UTC'
  const port = values.port === undefined ? undefined : readPort(values.port)
  const startAt = values['start-at'] === undefined ? undefined : parseMoment(values['start-at'])
  const assembly = values.assembly ?? options.assembly
  // A folder with no app in it is refused before anything is removed.
  if (typeof assembly === 'string') readAssembly(assembly)
  const dataDirectory = resolve(values.data)
  try {
    if (values.fresh) removeDataFolder(dataDirectory)
  } catch (error) {
    throw inWordsOfDataFolder(error, dataDirectory)
  }
  options.checkData?.(dataDirectory)
  const assemblyDirectory = typeof assembly === 'string' ? resolve(assembly) : assembly()
  const onError = (error: unknown): void => {
    const told = inWordsOfDataFolder(error, dataDirectory)
    // Nothing can be kept any more, so nothing may be answered any more. What was answered is on disk.
    if (told instanceof DataFolderError) endWith(told.message)
    console.error(told)
  }
  process.on('uncaughtException', (error) => {
    onError(error)
    process.exit(1)
  })
  const service = await startOnFreePorts(
    {
      assemblyDirectory,
      dataDirectory,
      onError,
      ...(startAt === undefined ? {} : { startAt }),
      ...(options.secrets && { secrets: options.secrets }),
    },
    port,
    options.identityProvider,
  )
  stopOnSignal(service, onError)
  console.log(`
${inColumns([
  ...options.addresses(service),
  ['Mailbox', service.mailboxUrl],
  ['Console', service.consoleUrl],
  ['Data folder', dataDirectory],
])}

The clock shows ${new Date(service.clock.now()).toISOString()}. Ctrl-C stops; starting again goes on from there.`)
}

function endWith(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

/** @throws Error when a service that is running has the folder. */
function removeDataFolder(directory: string): void {
  lockDataFolder(directory).release()
  rmSync(directory, { recursive: true, force: true })
  console.log(`Removed the data folder ${directory}.`)
}

function inColumns(rows: readonly (readonly [name: string, value: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return rows.map(([name, value]) => `${name.padEnd(width)}${value}`).join('\n')
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_533) return port
  throw new Error(`--port is ${text}; it has to be a whole number from 0 to 65533.`)
}

/** The wanted port, or 3000 and when that is taken any free one. */
async function startOnFreePorts(
  options: Omit<LocalServiceOptions, 'apiPort' | 'endpointPort' | 'identityProvider'>,
  port: number | undefined,
  identityProvider: CommandOptions['identityProvider'],
): Promise<LocalService> {
  console.log('Starting...')
  // Loaded only now, so that help and a refusal are there at once.
  const { startLocalService } = await import('./service.ts')
  const wanted = port ?? 3000
  const startOn = (first: number) =>
    startLocalService({
      ...options,
      apiPort: first,
      endpointPort: first === 0 ? 0 : first + 1,
      ...(identityProvider && { identityProvider: { ...identityProvider, port: first === 0 ? 0 : first + 2 } }),
    })
  try {
    return await startOn(wanted)
  } catch (error) {
    if (port !== undefined || !(error instanceof PortTakenError)) throw error
    console.log(`${error.message} Taking free ones instead.`)
    return startOn(0)
  }
}

/** A second Ctrl-C sooner than this is the same one: npm passes it on to a program that the terminal has told already. */
const SAME_SIGNAL_IN_MILLISECONDS = 500

function stopOnSignal(service: LocalService, onError: (error: unknown) => void): void {
  let stoppingSince: number | undefined
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== undefined) {
        if (performance.now() - stoppingSince > SAME_SIGNAL_IN_MILLISECONDS) process.exit(1)
        return
      }
      stoppingSince = performance.now()
      console.log('\nStopping...')
      service.close().then(
        () => process.exit(0),
        (error: unknown) => {
          onError(error)
          process.exit(1)
        },
      )
    })
  }
}
