import { Worker } from 'node:worker_threads'
import type { InvocationResult } from '../contracts.ts'
import type { FunctionDefinition } from './functions-of-template.ts'
import type { FunctionError, InvokeMessage, WorkerMessage, WorkerSettings } from './worker-messages.ts'

/** What a worker needs to know of the service around it. */
export interface WorkerSurroundings {
  readonly clockOffset: SharedArrayBuffer
  readonly environment: Readonly<Record<string, string>>
  /** Takes what the function prints, with the request that it was working on (`undefined` while it starts). */
  readonly print: (text: string, requestId: string | undefined) => void
}

/** Lambda's own limit for loading a function's code (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html). */
const START_LIMIT_IN_MILLISECONDS = 10_000
/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LARGEST_RESPONSE_IN_BYTES = 6 * 1024 * 1024

/** One worker thread with one function in it, which runs one invocation at a time. */
export class FunctionWorker {
  readonly #definition: FunctionDefinition
  readonly #worker: Worker
  readonly #print: WorkerSurroundings['print']
  readonly #started: Promise<FunctionError | undefined>
  #settleStart: (error: FunctionError | undefined) => void = () => {}
  #current: { readonly requestId: string; readonly settle: (result: InvocationResult) => void } | undefined
  #isDead = false

  constructor(definition: FunctionDefinition, surroundings: WorkerSurroundings) {
    this.#definition = definition
    this.#print = surroundings.print
    this.#started = new Promise((resolve) => {
      this.#settleStart = resolve
    })
    const settings: WorkerSettings = {
      codeDirectory: definition.codeDirectory,
      handler: definition.handler,
      clockOffset: surroundings.clockOffset,
      functionName: definition.name,
      functionArn: definition.arn,
      memoryInMegabytes: definition.memoryInMegabytes,
    }
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: settings,
      env: { ...surroundings.environment },
      execArgv: [],
      name: definition.name,
      resourceLimits: { maxOldGenerationSizeMb: definition.memoryInMegabytes },
    })
    this.#worker.on('message', (message: WorkerMessage) => this.#receive(message))
    this.#worker.on('error', (error) => this.#die(`Error: Runtime exited with error: ${error.message}`))
    this.#worker.on('exit', (code) => this.#die(`Error: Runtime exited with error: exit status ${code}`))
  }

  /** False once the thread has ended or was ended; it then runs nothing more. */
  get isUsable(): boolean {
    return !this.#isDead
  }

  /** Runs the handler once. Never rejects: what goes wrong is a result. */
  async run(requestId: string, payload: unknown): Promise<InvocationResult> {
    const startError = await this.#untilStarted()
    if (startError !== undefined) return { ok: false, ...startError }
    if (this.#isDead)
      return {
        ok: false,
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${requestId} Error: Runtime exited before the event reached it`,
        trace: [],
      }
    const timeoutInMilliseconds = this.#definition.timeoutInSeconds * 1000
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#settle({
          ok: false,
          errorType: 'Sandbox.Timedout',
          errorMessage: `RequestId: ${requestId} Error: Task timed out after ${this.#definition.timeoutInSeconds.toFixed(2)} seconds`,
          trace: [],
        })
        this.end()
      }, timeoutInMilliseconds)
      this.#current = {
        requestId,
        settle: (result) => {
          clearTimeout(timer)
          this.#current = undefined
          resolve(result)
        },
      }
      const message: InvokeMessage = { requestId, payload: JSON.stringify(payload) ?? 'null', timeoutInMilliseconds }
      this.#worker.postMessage(message)
    })
  }

  /** Ends the thread at once. */
  async end(): Promise<void> {
    this.#isDead = true
    await this.#worker.terminate()
  }

  async #untilStarted(): Promise<FunctionError | undefined> {
    const timer = setTimeout(() => {
      this.#settleStart({
        errorType: 'Sandbox.Timedout',
        errorMessage: `Error: loading the function's code took longer than ${START_LIMIT_IN_MILLISECONDS / 1000} seconds`,
        trace: [],
      })
      void this.end()
    }, START_LIMIT_IN_MILLISECONDS)
    const error = await this.#started
    clearTimeout(timer)
    return error
  }

  #receive(message: WorkerMessage): void {
    switch (message.kind) {
      case 'ready':
        this.#settleStart(undefined)
        break
      case 'printed':
        this.#print(message.text, this.#current?.requestId)
        break
      case 'failed':
        this.#isDead ||= message.fatal
        this.#settleStart(message.error)
        this.#settle({ ok: false, ...message.error })
        break
      case 'returned':
        this.#settle(withinResponseLimit(message.payload))
    }
  }

  #settle(result: InvocationResult): void {
    this.#current?.settle(result)
  }

  #die(reason: string): void {
    this.#isDead = true
    const error = { errorType: 'Runtime.ExitError', errorMessage: reason, trace: [] }
    this.#settleStart(error)
    const requestId = this.#current?.requestId
    this.#settle({
      ok: false,
      ...error,
      errorMessage: requestId === undefined ? reason : `RequestId: ${requestId} ${reason}`,
    })
  }
}

function withinResponseLimit(payload: string): InvocationResult {
  const size = Buffer.byteLength(payload)
  if (size <= LARGEST_RESPONSE_IN_BYTES) return { ok: true, payload: JSON.parse(payload) }
  return {
    ok: false,
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: `Response payload size (${size} bytes) exceeded maximum allowed payload size (${LARGEST_RESPONSE_IN_BYTES} bytes).`,
    trace: [],
  }
}
