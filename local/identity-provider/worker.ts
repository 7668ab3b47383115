/** Runs in a worker thread: the identity providers of all services of a process, each by its own service's clock. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestListener, Server } from 'node:http'
import { parentPort } from 'node:worker_threads'
import { closeServer, listen, PortTakenError, respond } from '../http.ts'
import { shiftedDate } from '../lambda/shifted-date.js'
import type { FromWorker, ProviderSettings, ToWorker } from './worker-messages.ts'

const port = parentPort
if (port === null) throw new Error('This file runs in a worker thread of the local service only.')
const tell = (message: FromWorker): void => port.postMessage(message)

const clock = new AsyncLocalStorage<BigInt64Array>()
globalThis.Date = shiftedDate(globalThis.Date, () => {
  const offset = clock.getStore()
  return offset === undefined ? 0 : Number(Atomics.load(offset, 0))
})

interface Running {
  readonly server: Server
  offset?: BigInt64Array
}
const running = new Map<number, Running>()

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'open':
      void open(message.id, message.settings)
      return
    case 'follow': {
      const provider = running.get(message.id)
      if (provider) provider.offset = new BigInt64Array(message.clockOffset)
      return
    }
    case 'close':
      void close(message.id)
  }
})

async function open(id: number, settings: ProviderSettings): Promise<void> {
  let listener: Promise<RequestListener> | undefined
  let issuer = ''
  const answer: RequestListener = (request, response) => {
    const offset = running.get(id)?.offset
    if (offset === undefined) {
      respond(response, 503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' }, 'Starting.\n')
      return
    }
    clock.run(offset, () => {
      // Loaded for the first request: most services in tests have nobody sign in.
      listener ??= import('./provider.ts').then(({ providerListener }) => providerListener(issuer, settings))
      void listener.then((handle) => handle(request, response))
    })
  }
  try {
    const opened = await listen(settings.port, answer)
    issuer = `http://127.0.0.1:${opened.port}`
    running.set(id, { server: opened.server })
    tell({ kind: 'open', id, issuer })
  } catch (error) {
    if (!(error instanceof PortTakenError)) throw error
    tell({ kind: 'port-taken', id })
  }
}

async function close(id: number): Promise<void> {
  const server = running.get(id)?.server
  running.delete(id)
  if (server) await closeServer(server, 200)
  tell({ kind: 'closed', id })
}
