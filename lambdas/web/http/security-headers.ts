import type { MiddlewareHandler } from 'hono'

/** What a page may load and do, unless its route says otherwise. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const HEADERS = {
  'x-content-type-options': 'nosniff',
  // Not "no-referrer": with that, browsers send a form of our own with `Origin: null`, which same-origin.ts refuses.
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** The pages run no script and load nothing but their stylesheet; they are never kept, framed or given to another site. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
  if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', CONTENT_SECURITY_POLICY)
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
}
