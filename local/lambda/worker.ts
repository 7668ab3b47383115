/**
 * Runs in a worker thread: loads one function's code, unmodified, and runs its handler for one event at a time, as
 * Lambda's Node.js runtime does (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html).
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { shiftedDate } from './shifted-date.ts'
import type { FunctionError, InvokeMessage, WorkerMessage, WorkerSettings } from './worker-messages.ts'

type Handler = (event: unknown, context: object) => unknown

/** What the runtime itself says of a function's code, under Lambda's name for it. */
class RuntimeError extends Error {
  constructor(name: string, message: string, stack?: string) {
    super(message)
    this.name = name
    if (stack !== undefined) this.stack = stack
  }
}

const settings = workerData as WorkerSettings
const port = parentPort
if (port === null) throw new Error('This file runs in a worker thread of the local service only.')
const tell = (message: WorkerMessage): void => port.postMessage(message)

const clockOffset = new BigInt64Array(settings.clockOffset)
globalThis.Date = shiftedDate(globalThis.Date, () => Number(Atomics.load(clockOffset, 0)))

// What the function prints goes the same way as its results, so it arrives before them.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    tell({ kind: 'printed', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') })
    const callback = rest.find((item) => typeof item === 'function') as (() => void) | undefined
    callback?.()
    return true
  }
}

process.on('uncaughtException', (error) => {
  tell({ kind: 'failed', fatal: true, error: describe(error) })
  process.exit(129)
})
process.on('unhandledRejection', (reason) => {
  tell({
    kind: 'failed',
    fatal: true,
    error: { ...describe(reason), errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: `${reason}` },
  })
  process.exit(128)
})

try {
  const handler = await loadHandler()
  port.on('message', (message: InvokeMessage) => void runHandler(handler, message))
  tell({ kind: 'ready' })
} catch (error) {
  tell({ kind: 'failed', fatal: true, error: describe(error) })
  process.exit(1)
}

/**
 * Loads a `.js` file of an asset that has no package.json: as CommonJS, as on Lambda, whatever the packages of the folders
 * around it say. Files that it requires from its own folder are loaded the same way.
 */
function requireAsDeployed(file: string): Record<string, unknown> {
  const require = createRequire(file)
  const asUsual = require.extensions['.js']
  require.extensions['.js'] = (module, filename) => {
    const isOwn = filename.startsWith(settings.codeDirectory) && !filename.includes('/node_modules/')
    if (isOwn) (module as CompilingModule)._compile(readFileSync(filename, 'utf8'), filename)
    else asUsual?.(module, filename)
  }
  return require(file) as Record<string, unknown>
}

/** Node's own way to turn text into a CommonJS module, which `require.extensions` is there to call. */
type CompilingModule = NodeJS.Module & { _compile(code: string, filename: string): void }

async function loadHandler(): Promise<Handler> {
  const [, moduleName = '', exportName = ''] = /^(.*)\.([^./]+)$/.exec(settings.handler) ?? []
  const file = ['.js', '.mjs', '.cjs']
    .map((extension) => join(settings.codeDirectory, `${moduleName}${extension}`))
    .find(existsSync)
  if (file === undefined) {
    throw new RuntimeError(
      'Runtime.ImportModuleError',
      `Cannot find module '${moduleName}' in ${settings.codeDirectory}`,
    )
  }
  let module: Record<string, unknown>
  try {
    module =
      file.endsWith('.js') && !existsSync(join(settings.codeDirectory, 'package.json'))
        ? requireAsDeployed(file)
        : ((await import(pathToFileURL(file).href)) as Record<string, unknown>)
  } catch (error) {
    if (error instanceof SyntaxError) throw new RuntimeError('Runtime.UserCodeSyntaxError', String(error), error.stack)
    throw error
  }
  const handler = module[exportName] ?? (module.default as Record<string, unknown> | undefined)?.[exportName]
  if (handler === undefined)
    throw new RuntimeError('Runtime.HandlerNotFound', `${settings.handler} is undefined or not exported`)
  if (typeof handler !== 'function')
    throw new RuntimeError('Runtime.HandlerNotFound', `${settings.handler} is not a function`)
  if (handler.length > 2) {
    throw new RuntimeError(
      'Runtime.CallbackHandlerDeprecated',
      `${settings.handler} takes a callback, which Node.js 24 on Lambda no longer supports. Return a promise.`,
    )
  }
  return handler as Handler
}

async function runHandler(handler: Handler, message: InvokeMessage): Promise<void> {
  // The time left runs on the machine's own clock: moving the service's clock does not shorten an invocation.
  const endsAt = performance.now() + message.timeoutInMilliseconds
  const context = {
    callbackWaitsForEmptyEventLoop: true,
    functionName: settings.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: settings.functionArn,
    memoryLimitInMB: String(settings.memoryInMegabytes),
    awsRequestId: message.requestId,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(endsAt - performance.now())),
  }
  try {
    const result = await handler(JSON.parse(message.payload), context)
    tell({ kind: 'returned', payload: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    tell({ kind: 'failed', fatal: false, error: describe(error) })
  }
}

function describe(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] }
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
}
