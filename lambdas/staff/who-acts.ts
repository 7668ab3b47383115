import type { Actor } from '../recording/actor.ts'

/** Who sends a request; undefined for somebody whom the pages are not for. */
export type WhoActs = (request: Request) => Actor | undefined

/** Everybody at the council is one until staff sign in by name. */
export const COUNCIL_STAFF: Actor = { kind: 'council-staff', id: 'council-staff', roles: ['case-officer'] }

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Tells who sends a request. Staff cannot sign in yet, so they are known only where the function's AWS services are on the
 * same machine: a deployed function whose endpoint were set to loopback could not reach a real table either.
 *
 * @param environment the function's environment, of which AWS_ENDPOINT_URL is read
 */
export function whoActs(environment: Readonly<Record<string, string | undefined>>): WhoActs {
  const endpoint = environment.AWS_ENDPOINT_URL
  const isHere = endpoint !== undefined && URL.canParse(endpoint) && LOOPBACK.has(new URL(endpoint).hostname)
  return () => (isHere ? COUNCIL_STAFF : undefined)
}
