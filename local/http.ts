import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Thrown when a request's body is longer than allowed. */
export class BodyTooLargeError extends Error {
  constructor(limitInBytes: number) {
    super(`The request's body is longer than ${limitInBytes} bytes.`)
    this.name = 'BodyTooLargeError'
  }
}

/** Thrown when another program listens on a port already. */
export class PortTakenError extends Error {
  constructor(port: number) {
    super(`Port ${port} of 127.0.0.1 is taken by another program; choose another port.`)
    this.name = 'PortTakenError'
  }
}

/** Reads a request's body whole. @throws BodyTooLargeError */
export async function readBody(request: IncomingMessage, limitInBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.byteLength
    if (length <= limitInBytes) chunks.push(chunk)
  }
  if (length > limitInBytes) throw new BodyTooLargeError(limitInBytes)
  return Buffer.concat(chunks)
}

/**
 * True when a request was addressed to this machine by its own name. A page on the web can make a browser call
 * 127.0.0.1 under a name of its own (DNS rebinding); such a request carries that name.
 */
export function isAddressedToThisMachine(request: IncomingMessage): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(request.headers.host ?? '')
}

/** True when a browser sent the request from a page of another site. */
export function isFromAnotherSite(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return origin !== undefined && origin !== `http://${host}`
}

/** True when the client has gone before its request was whole. */
export function isAbandoned(request: IncomingMessage): boolean {
  return request.destroyed && !request.complete
}

/** Writes a response whole. */
export function respond(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | readonly string[]>>,
  body: string | Uint8Array,
): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength
  const withoutBody = status === 204 || status === 304
  response.writeHead(status, { ...headers, ...(withoutBody ? {} : { 'content-length': String(length) }) } as Record<
    string,
    string | string[]
  >)
  response.end(withoutBody ? undefined : body)
}

/**
 * Listens on 127.0.0.1 only.
 * @param port 0 for any free one.
 * @throws PortTakenError
 */
export async function listen(
  port: number,
  listener: RequestListener,
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer({ keepAliveTimeout: 60_000 }, listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}

/** Takes no new connection and ends the open ones once they are answered, at the latest after the limit. */
export async function closeServer(server: Server, limitInMilliseconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), limitInMilliseconds)
  await closed
  clearTimeout(timer)
}
