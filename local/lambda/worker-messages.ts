/** What a worker thread is started with. */
export interface WorkerSettings {
  readonly codeDirectory: string
  readonly handler: string
  /** One signed 64-bit number: how far the service's clock is from this machine's, in milliseconds. */
  readonly clockOffset: SharedArrayBuffer
  readonly functionName: string
  readonly functionArn: string
  readonly memoryInMegabytes: number
}

/** From the service to a worker: run the handler once. */
export interface InvokeMessage {
  readonly requestId: string
  /** The event as JSON text. */
  readonly payload: string
  /** Milliseconds for which the handler may run. */
  readonly timeoutInMilliseconds: number
}

/** From a worker to the service. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'printed'; readonly text: string }
  | { readonly kind: 'returned'; readonly payload: string }
  /** `fatal` when the thread ends with this error and can run nothing more. */
  | { readonly kind: 'failed'; readonly error: FunctionError; readonly fatal: boolean }

/** A function's error as Lambda's Invoke API gives it. */
export interface FunctionError {
  readonly errorType: string
  readonly errorMessage: string
  readonly trace: readonly string[]
}
