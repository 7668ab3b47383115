import type { Hono } from 'hono'

/** A route of an application, with an address that leads to it. */
export interface RouteAddress {
  readonly method: string
  /** Its pattern: "/cases/:caseId". */
  readonly path: string
  readonly address: string
}

/** Every route of an application but what stands around all of them. @param about the case that addresses name */
export function addressesOf({ routes }: Hono, { caseId } = { caseId: '2222-2222' }): readonly RouteAddress[] {
  return routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({
      method,
      path,
      address: path
        .replace(':caseId', caseId)
        .replace(':factType', 'note-added')
        .replace(':key{[^/]+\\.pdf}', 'rights_00001.pdf')
        .replace(':key', 'rights_00001')
        .replace(':attempt', '1')
        .replaceAll(/:\w+/g, '00001'),
    }))
}
