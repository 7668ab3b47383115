import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type MetricFilter, putMetricsOfLine } from '../cloudwatch/metric-filters.ts'
import type { PutMetric } from '../cloudwatch/metrics.ts'
import { type Clock, type FunctionInvoker, FunctionNotFoundError, type InvocationResult } from '../contracts.ts'
import { type FunctionFigures, FunctionPool } from './function-pool.ts'
import type { FunctionDefinition } from './functions-of-template.ts'

export interface FunctionsOptions {
  readonly definitions: readonly FunctionDefinition[]
  readonly clock: Clock
  /** The clock's offset, shared with worker threads. */
  readonly clockOffset: SharedArrayBuffer
  /** `http://127.0.0.1:<port>`: where the functions' AWS clients go. */
  readonly endpointUrl: string
  readonly region: string
  /** What each function prints is kept here, in `<function name>.log`. */
  readonly logFolder: string
  readonly newId: () => string
  /** The numbers that stand in the functions' log lines. */
  readonly metricFilters: readonly MetricFilter[]
  readonly putMetric: PutMetric
  /** Told after each invocation, when something may have become due. */
  readonly onEnd: () => void
  /** Told when what functions print cannot be kept, once until it can be again. The functions run on. */
  readonly onUnkept: (error: Error) => void
}

/** Runs the application's functions in worker threads. */
export class Functions implements FunctionInvoker {
  readonly #options: FunctionsOptions
  readonly #pools: ReadonlyMap<string, FunctionPool>
  #keepsLogs = true

  constructor(options: FunctionsOptions) {
    this.#options = options
    mkdirSync(options.logFolder, { recursive: true })
    this.#pools = new Map(
      options.definitions.map((definition) => [
        definition.name,
        new FunctionPool(definition, {
          clockOffset: options.clockOffset,
          environment: functionEnvironment(definition, options),
          print: (text, requestId) => this.#log(definition, text, requestId),
        }),
      ]),
    )
  }

  /** {@inheritDoc FunctionInvoker.invoke} */
  async invoke(functionName: string, payload: unknown, requestId = this.#options.newId()): Promise<InvocationResult> {
    const pool = this.#pool(functionName)
    const result = await pool.run(requestId, payload)
    if (!result.ok) this.#count('Errors', pool.definition)
    this.#options.onEnd()
    return result
  }

  /**
   * The function of a name, an ARN, or either with `:$LATEST`.
   * @throws FunctionNotFoundError when there is none.
   */
  definition(functionName: string): FunctionDefinition {
    return this.#pool(functionName).definition
  }

  /** True when no function is running and none is waiting to. */
  isIdle(): boolean {
    return [...this.#pools.values()].every((pool) => pool.isIdle)
  }

  /** Every function with its figures since the service started. */
  figures(): readonly { readonly name: string; readonly figures: FunctionFigures }[] {
    return [...this.#pools].map(([name, pool]) => ({ name, figures: pool.figures }))
  }

  /** Waits for what runs, at most `limitInMilliseconds`, then ends every worker. */
  async end(limitInMilliseconds: number): Promise<void> {
    const endsAt = performance.now() + limitInMilliseconds
    while (!this.isIdle() && performance.now() < endsAt) await new Promise((resolve) => setTimeout(resolve, 5))
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()))
  }

  #pool(functionName: string): FunctionPool {
    const [, fromArn] = /^(?:arn:aws:lambda:[^:]*:)?(?:\d+:)?function:([^:]+)(?::.*)?$/.exec(functionName) ?? []
    const name = fromArn ?? functionName.split(':')[0] ?? functionName
    const pool = this.#pools.get(name)
    if (pool !== undefined) return pool
    throw new FunctionNotFoundError(functionName)
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html */
  #count(metricName: string, { name }: FunctionDefinition): void {
    this.#options.putMetric({ namespace: 'AWS/Lambda', name: metricName, dimensions: { FunctionName: name } }, 1)
  }

  #log({ name: functionName, logGroup }: FunctionDefinition, text: string, requestId: string | undefined): void {
    const time = new Date(this.#options.clock.now()).toISOString()
    const lines = text.split('\n').filter((line) => line !== '')
    const entries = lines.map((line) => `${time}\t${functionName}\t${requestId ?? 'start'}\t${line}\n`)
    const filters = this.#options.metricFilters.filter((filter) => filter.logGroup === logGroup)
    const file = join(this.#options.logFolder, `${functionName}.log`)
    try {
      appendFileSync(file, entries.join(''))
      for (const line of lines) putMetricsOfLine(filters, line, this.#options.putMetric)
      this.#keepsLogs = true
    } catch (error) {
      if (this.#keepsLogs) {
        const why = (error as Error).message
        this.#options.onUnkept(
          new Error(
            `What the functions print is not kept for now: ${file} cannot be written (${why}). All else goes on.`,
          ),
        )
      }
      this.#keepsLogs = false
    }
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
function functionEnvironment(
  definition: FunctionDefinition,
  { endpointUrl, region }: FunctionsOptions,
): Readonly<Record<string, string>> {
  return {
    ...definition.environment,
    _HANDLER: definition.handler,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: endpointUrl,
    AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${process.versions.node.split('.')[0]}.x`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryInMegabytes),
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_REGION: region,
    LAMBDA_TASK_ROOT: definition.codeDirectory,
    LANG: 'en_US.UTF-8',
    PATH: process.env.PATH ?? '',
    TZ: ':UTC',
  }
}
