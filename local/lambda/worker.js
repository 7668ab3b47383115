// @ts-check
/**
 * Runs in a worker thread: loads one function's code, unmodified, and runs its handler for one event at a time, as
 * Lambda's Node.js runtime does (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html).
 *
 * It is JavaScript, with its types in comments: each thread would load Node's own reader of TypeScript, which takes longer
 * than all else that a thread needs to begin.
 *
 * @import { FunctionError, InvokeMessage, WorkerMessage, WorkerSettings } from './worker-messages.ts'
 * @typedef {(event: unknown, context: object) => unknown} Handler
 * @typedef {NodeJS.Module & { _compile(code: string, filename: string): void }} CompilingModule Node's own way to turn text
 * into a CommonJS module, which `require.extensions` is there to call.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { shiftedDate } from './shifted-date.js'

/** What the runtime itself says of a function's code, under Lambda's name for it. */
class RuntimeError extends Error {
  /**
   * @param {string} name
   * @param {string} message
   * @param {string} [stack]
   */
  constructor(name, message, stack) {
    super(message)
    this.name = name
    if (stack !== undefined) this.stack = stack
  }
}

/** @type {WorkerSettings} */
const settings = workerData
const port = parentPort
if (port === null) throw new Error('This file runs in a worker thread of the local service only.')
/** @param {WorkerMessage} message */
const tell = (message) => port.postMessage(message)

const clockOffset = new BigInt64Array(settings.clockOffset)
globalThis.Date = shiftedDate(globalThis.Date, () => Number(Atomics.load(clockOffset, 0)))

// What the function prints goes the same way as its results, so it arrives before them.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (/** @type {string | Uint8Array} */ chunk, /** @type {unknown[]} */ ...rest) => {
    tell({ kind: 'printed', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') })
    const callback = rest.find((item) => typeof item === 'function')
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
  port.on('message', (/** @type {InvokeMessage} */ message) => void runHandler(handler, message))
  tell({ kind: 'ready' })
} catch (error) {
  tell({ kind: 'failed', fatal: true, error: describe(error) })
  process.exit(1)
}

/**
 * Loads a `.js` file of an asset that has no package.json: as CommonJS, as on Lambda, whatever the packages of the folders
 * around it say. Files that it requires from its own folder are loaded the same way.
 *
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
function requireAsDeployed(file) {
  const require = createRequire(file)
  const asUsual = require.extensions['.js']
  require.extensions['.js'] = (module, filename) => {
    const isOwn = filename.startsWith(settings.codeDirectory) && !filename.includes('/node_modules/')
    if (isOwn) /** @type {CompilingModule} */ (module)._compile(readFileSync(filename, 'utf8'), filename)
    else asUsual?.(module, filename)
  }
  return require(file)
}

/** @returns {Promise<Handler>} */
async function loadHandler() {
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
  /** @type {Record<string, any>} */
  let module
  try {
    module =
      file.endsWith('.js') && !existsSync(join(settings.codeDirectory, 'package.json'))
        ? requireAsDeployed(file)
        : await import(pathToFileURL(file).href)
  } catch (error) {
    if (error instanceof SyntaxError) throw new RuntimeError('Runtime.UserCodeSyntaxError', String(error), error.stack)
    throw error
  }
  const handler = module[exportName] ?? module.default?.[exportName]
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
  return handler
}

/**
 * @param {Handler} handler
 * @param {InvokeMessage} message
 */
async function runHandler(handler, message) {
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

/**
 * @param {unknown} error
 * @returns {FunctionError}
 */
function describe(error) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] }
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
}
