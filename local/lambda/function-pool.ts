import type { InvocationResult } from '../contracts.ts'
import { FunctionWorker, type WorkerSurroundings } from './function-worker.ts'
import type { FunctionDefinition } from './functions-of-template.ts'

/** How a function has done since the service started. */
export interface FunctionFigures {
  readonly invocations: number
  readonly errors: number
  /** Of all invocations together, on the machine's clock, with the time to start a worker. */
  readonly totalMilliseconds: number
  readonly longestMilliseconds: number
  readonly lastError: string | undefined
}

interface Waiting {
  readonly requestId: string
  readonly payload: unknown
  readonly resolve: (result: InvocationResult) => void
}

/** The workers of one function: started when needed, kept warm, never more than its concurrency. */
export class FunctionPool {
  readonly definition: FunctionDefinition
  readonly #surroundings: WorkerSurroundings
  readonly #free: FunctionWorker[] = []
  readonly #busy = new Set<FunctionWorker>()
  readonly #waiting: Waiting[] = []
  #counted: FunctionFigures = {
    invocations: 0,
    errors: 0,
    totalMilliseconds: 0,
    longestMilliseconds: 0,
    lastError: undefined,
  }

  constructor(definition: FunctionDefinition, surroundings: WorkerSurroundings) {
    this.definition = definition
    this.#surroundings = surroundings
  }

  /** Runs the function once; waits for a free worker when all are busy (on AWS the caller would be throttled). */
  run(requestId: string, payload: unknown): Promise<InvocationResult> {
    return new Promise((resolve) => {
      this.#waiting.push({ requestId, payload, resolve })
      this.#startWaiting()
    })
  }

  get figures(): FunctionFigures {
    return this.#counted
  }

  get isIdle(): boolean {
    return this.#busy.size === 0 && this.#waiting.length === 0
  }

  /** Ends every worker, also those that are running. */
  async end(): Promise<void> {
    const workers = [...this.#free.splice(0), ...this.#busy]
    await Promise.all(workers.map((worker) => worker.end()))
  }

  #startWaiting(): void {
    while (this.#waiting.length > 0 && this.#busy.size < Math.max(1, this.definition.concurrency)) {
      const next = this.#waiting.shift()
      if (next !== undefined) void this.#start(next)
    }
  }

  async #start({ requestId, payload, resolve }: Waiting): Promise<void> {
    const worker = this.#takeFreeWorker() ?? new FunctionWorker(this.definition, this.#surroundings)
    this.#busy.add(worker)
    const startedAt = performance.now()
    const result = await worker.run(requestId, payload)
    this.#count(result, performance.now() - startedAt)
    if (!result.ok) {
      const { errorType, errorMessage, trace } = result
      this.#surroundings.print(
        `ERROR\tInvoke Error\t${JSON.stringify({ errorType, errorMessage, trace })}\n`,
        requestId,
      )
    }
    this.#busy.delete(worker)
    if (worker.isUsable) this.#free.push(worker)
    resolve(result)
    this.#startWaiting()
  }

  #takeFreeWorker(): FunctionWorker | undefined {
    for (let worker = this.#free.pop(); worker !== undefined; worker = this.#free.pop()) {
      if (worker.isUsable) return worker
    }
    return undefined
  }

  #count(result: InvocationResult, milliseconds: number): void {
    const { invocations, errors, totalMilliseconds, longestMilliseconds, lastError } = this.#counted
    this.#counted = {
      invocations: invocations + 1,
      errors: errors + (result.ok ? 0 : 1),
      totalMilliseconds: totalMilliseconds + milliseconds,
      longestMilliseconds: Math.max(longestMilliseconds, milliseconds),
      lastError: result.ok ? lastError : `${result.errorType}: ${result.errorMessage}`,
    }
  }
}
