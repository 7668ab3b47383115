import type { EndpointResponse } from '../contracts.ts'

/** An error as AWS's JSON protocols write it: its name in the body, and in the header that REST clients read. */
export function awsError(status: number, type: string, message: string): EndpointResponse {
  return { status, headers: { 'x-amzn-errortype': type }, body: { __type: type, message } }
}

/** The answer to a call that the local service does not have. */
export function notSupported(what: string): EndpointResponse {
  return awsError(400, 'UnknownOperationException', `The local service does not support ${what}.`)
}
