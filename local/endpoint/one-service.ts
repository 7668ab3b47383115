import { closeServer, listen, readBody, respond } from '../http.ts'
import { awsError } from './aws-error.ts'
import type { JsonService } from './aws-services.ts'

/** A service that AWS's clients reach at an address of its own. */
export interface ServedService {
  readonly url: string
  close(): Promise<void>
}

const LARGEST_REQUEST_IN_BYTES = 60 * 1024 * 1024

/** Serves one service alone, without the app around it, on a free port of 127.0.0.1. */
export async function serveOneService(service: JsonService): Promise<ServedService> {
  const { server, port } = await listen(0, async (request, response) => {
    const answer = async () => {
      const body = await readBody(request, LARGEST_REQUEST_IN_BYTES)
      const operation = String(request.headers['x-amz-target']).split('.').pop() ?? ''
      return service.handle(operation, JSON.parse(body.toString() || '{}'))
    }
    const { status, headers, body } = await answer().catch((error: unknown) =>
      awsError(500, 'InternalFailure', String(error)),
    )
    respond(response, status, { 'content-type': 'application/x-amz-json-1.0', ...headers }, JSON.stringify(body))
  })
  return { url: `http://127.0.0.1:${port}`, close: () => closeServer(server, 0) }
}
