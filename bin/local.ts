/** The whole service on this machine: `npm start`. */
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parseMoment } from '../local/console/london-time.ts'
import { lockDataFolder } from '../local/data-folder-lock.ts'
import { type LocalService, type LocalServiceOptions, startLocalService } from '../local/service.ts'
import { requireOurShape } from './local/stored-shape.ts'
import { synthesize } from './synthesize.ts'

const HELP = `Runs the synthesized CDK app whole on this machine. Nothing leaves it.

  npm start [-- options]

  --port N          port of the staff service (3000); the AWS endpoint, console and mailbox are on the next one
  --data DIR        where cases, messages and everything else are kept (.local)
  --fresh           remove that folder first: every case and message in it is lost
  --start-at TIME   where the clock of a fresh data folder starts, for example 2026-09-01T09:00
  --assembly DIR    run this synthesized app instead of synthesizing (cdk.out)
  --help            these words
`

const root = fileURLToPath(new URL('../', import.meta.url))

try {
  await run()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

async function run(): Promise<void> {
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
    console.log(HELP)
    return
  }
  // Functions on Lambda run in UTC; worker threads share the process's time zone.
  process.env.TZ = 'UTC'
  const dataDirectory = resolve(values.data)
  if (values.fresh) {
    // Refuses when a service that is running has the folder.
    lockDataFolder(dataDirectory).release()
    rmSync(dataDirectory, { recursive: true, force: true })
    console.log(`Removed the data folder ${dataDirectory}.`)
  }
  requireOurShape(dataDirectory)
  const assemblyDirectory = values.assembly === undefined ? synthesizeHere() : resolve(values.assembly)
  const startAt = values['start-at'] === undefined ? undefined : parseMoment(values['start-at'])
  const service = await startOnFreePorts(
    { assemblyDirectory, dataDirectory, ...(startAt === undefined ? {} : { startAt }) },
    values.port === undefined ? undefined : readPort(values.port),
  )
  stopOnSignal(service)
  console.log(`
Staff service  ${service.apiUrl}/
For families   ${service.apiUrl}/help
Mailbox        ${service.mailboxUrl}
Console        ${service.consoleUrl}
Data folder    ${dataDirectory}

The clock shows ${new Date(service.clock.now()).toISOString()}. Ctrl-C stops; starting again goes on with the same cases.`)
}

function synthesizeHere(): string {
  console.log('Synthesizing the CDK app...')
  return synthesize(resolve(root, 'cdk.out'), { show: true })
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_534) return port
  throw new Error(`--port is ${text}; it has to be a whole number from 0 to 65534.`)
}

/** The wanted port, or 3000 and when that is taken any free one. */
async function startOnFreePorts(
  options: Omit<LocalServiceOptions, 'apiPort' | 'endpointPort'>,
  port: number | undefined,
): Promise<LocalService> {
  console.log('Starting...')
  const wanted = port ?? 3000
  try {
    return await startLocalService({ ...options, apiPort: wanted, endpointPort: wanted === 0 ? 0 : wanted + 1 })
  } catch (error) {
    if (port !== undefined || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    console.log(`${(error as Error).message} Taking free ones instead.`)
    return startLocalService({ ...options, apiPort: 0, endpointPort: 0 })
  }
}

/** A second Ctrl-C sooner than this is the same one: npm passes it on to a program that the terminal has told already. */
const SAME_SIGNAL_IN_MILLISECONDS = 500

function stopOnSignal(service: LocalService): void {
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
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}
