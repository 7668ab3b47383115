import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { PortTakenError } from '../http.ts'
import type { FromWorker, LocalPerson, ProviderSettings, ToWorker } from './worker-messages.ts'

/** An OpenID Connect provider that runs beside the app, for as long as it does. */
export interface IdentityProviderOptions {
  /** The issuer that the app's templates name: the provider's address takes its place wherever they have it. */
  readonly standsFor: string
  /** On 127.0.0.1; 0 for any free one. */
  readonly port: number
  readonly client: {
    readonly id: string
    readonly secret: string
    /** Where answers go: a path of the app's HTTP API. */
    readonly redirectPath: string
  }
  readonly people: readonly LocalPerson[]
}

export interface RunningIdentityProvider {
  /** `http://127.0.0.1:<port>` */
  readonly issuer: string
  /** Begins to answer, by the clock of the service. @param clockOffset as `ServiceClock.sharedOffset` */
  follow(clockOffset: SharedArrayBuffer): void
  close(): Promise<void>
}

let worker: Worker | undefined
let providers = 0

/**
 * Starts an identity provider. All of a process share one worker thread, in which the library is loaded once: it has a
 * `Date` that shows each provider the clock of its own service.
 * @param apiUrl where the app's HTTP API is
 * @throws PortTakenError
 */
export async function startIdentityProvider(
  { port, client, people }: IdentityProviderOptions,
  apiUrl: string,
): Promise<RunningIdentityProvider> {
  const thread = workerOfAll()
  providers += 1
  const id = providers
  const settings: ProviderSettings = {
    port,
    clientId: client.id,
    clientSecret: client.secret,
    redirectUri: `${apiUrl}${client.redirectPath}`,
    people,
  }
  const opened = answerOf(thread, id)
  tell(thread, { kind: 'open', id, settings })
  const answer = await opened
  if (answer.kind === 'port-taken') throw new PortTakenError(port)
  return {
    issuer: answer.kind === 'open' ? answer.issuer : '',
    follow: (clockOffset) => tell(thread, { kind: 'follow', id, clockOffset }),
    async close() {
      const closed = answerOf(thread, id)
      tell(thread, { kind: 'close', id })
      await closed
    },
  }
}

function workerOfAll(): Worker {
  if (worker) return worker
  const started = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [], name: 'identity-provider' })
  // It keeps no process alive that has nothing else to do.
  started.unref()
  started.once('exit', () => {
    if (worker === started) worker = undefined
  })
  worker = started
  return started
}

function tell(thread: Worker, message: ToWorker): void {
  thread.postMessage(message)
}

/** What the worker says next of a provider. */
async function answerOf(thread: Worker, id: number): Promise<FromWorker> {
  const given = new AbortController()
  const ended = once(thread, 'error', { signal: given.signal }).then(([error]) => Promise.reject(error as Error))
  // Left alone when the answer comes first.
  ended.catch(() => {})
  try {
    for (;;) {
      const [message] = (await Promise.race([once(thread, 'message', { signal: given.signal }), ended])) as [FromWorker]
      if (message.id === id) return message
    }
  } finally {
    given.abort()
  }
}
