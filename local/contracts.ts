/**
 * What the parts of the local service ask of each other. Nothing here knows the service that runs on it.
 */

/** Milliseconds since 1970 on the service's own clock, which a person can move forward. */
export interface Clock {
  now(): number
}

/** What came back from running a function once, as Lambda's Invoke API tells it. */
export type InvocationResult =
  | { readonly ok: true; readonly payload: unknown }
  | {
      readonly ok: false
      /** `Unhandled`-style details: the error's name, its message, and its stack lines. */
      readonly errorType: string
      readonly errorMessage: string
      readonly trace: readonly string[]
    }

/** Runs functions by ARN (with or without a version suffix) or by name. */
export interface FunctionInvoker {
  /**
   * Runs the function and waits for its result. An error thrown by the function, a timeout and a dead worker are
   * results (`ok: false`), with Lambda's error names (`Sandbox.Timedout`, `Runtime.ExitError`).
   * @throws FunctionNotFoundError when no function has that name.
   */
  invoke(functionName: string, payload: unknown): Promise<InvocationResult>
}

/** No function has that name; its own name is the one that Lambda gives the error. */
export class FunctionNotFoundError extends Error {
  constructor(functionName: string) {
    super(`Function not found: ${functionName}`)
    this.name = 'ResourceNotFoundException'
  }
}

/** A part of the local service that does things at a time. Its timers are rows on disk, never long timeouts. */
export interface TimedService {
  /** The earliest time (epoch milliseconds, service clock) at which this part has something to do; undefined for never. */
  nextDue(): number | undefined
  /** Starts everything that is due at `now`. Resolves when it has been started, not when it has ended. */
  fireDue(now: number): Promise<void>
  /** True when nothing is running and nothing is ready to run before the next timer. */
  isIdle(): boolean
}

/** A service's answer on the AWS endpoint, before it is written as HTTP. */
export interface EndpointResponse {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}
