import type { Context } from 'hono'

/**
 * Whether a request that changes something comes from one of our own pages, as far as the browser says. Browsers send
 * `Origin` with every form; a program that is not a browser carries nobody's sign-in with it and may leave both out.
 * @param publicAddress where people reach the pages. With CloudFront before the API, `Host` is the name of what is behind it
 */
export function isFromOurOwnPages(c: Context, publicAddress: string): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = c.req.header('origin')
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return origin === new URL(publicAddress).origin || new URL(origin).host === c.req.header('host')
}
