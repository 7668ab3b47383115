import type { IncomingMessage } from 'node:http'
import type { PageResponse } from '../endpoint/endpoint.ts'
import { moveClock, readClockRequest } from './clock-request.ts'
import { consolePage } from './console-page.ts'
import type { ConsoleSources } from './console-sources.ts'
import { clockState, consoleState, executionState } from './console-state.ts'
import { executionPage } from './execution-page.ts'
import { PAGE_HEADERS, STYLESHEET } from './page.ts'

/** Answers a request below `/console`: pages for people, and the same as JSON. `undefined` for an unknown address. */
export async function consoleResponse(
  request: IncomingMessage,
  path: string,
  body: Buffer,
  sources: ConsoleSources,
): Promise<PageResponse | undefined> {
  if (request.method === 'POST') return path === '/console/clock' ? answerClock(request, body, sources) : undefined
  switch (path) {
    case '/console':
      return asPage(200, consolePage(sources))
    case '/console/style.css':
      return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: STYLESHEET }
    case '/console/state.json':
      return asJson(200, consoleState(sources))
    case '/console/executions.json':
      return asJson(200, sources.executions(Number.MAX_SAFE_INTEGER).map(executionState))
  }
  const [, arn] = /^\/console\/executions\/([^/]+)$/.exec(path) ?? []
  const found = arn === undefined ? undefined : await executionPage(decodeURIComponent(arn), sources)
  return found === undefined ? undefined : asPage(200, found)
}

async function answerClock(request: IncomingMessage, body: Buffer, sources: ConsoleSources): Promise<PageResponse> {
  const contentType = request.headers['content-type'] ?? ''
  const isForm = !contentType.startsWith('application/json')
  try {
    await moveClock(readClockRequest(contentType, body.toString('utf8')), sources)
  } catch (error) {
    const status = error instanceof RangeError ? 400 : 500
    const { message } = error as Error
    return isForm ? asPage(status, consolePage(sources, message)) : asJson(status, { error: message })
  }
  if (isForm) return { status: 303, headers: { location: '/console' }, body: '' }
  return asJson(200, clockState(sources))
}

function asPage(status: number, body: string): PageResponse {
  return { status, headers: PAGE_HEADERS, body }
}

function asJson(status: number, value: unknown): PageResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  }
}
