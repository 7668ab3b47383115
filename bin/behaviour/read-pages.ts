/** Addresses that nothing links to with these answers. */
const ANSWERED = [
  '/dates/result?decision=refusal-to-assess&sent-day=30&sent-month=6&sent-year=2026',
  '/help/claim-date',
  '/nowhere',
]
const STARTS = ['/cases', '/cases?status=closed', '/letters', '/outcomes', '/help', '/dates', ...ANSWERED]
/** What is different each time: the id of a form, the hash of the stylesheet, and ports. */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/name="submissionId" value="[^"]*"/g, 'name="submissionId"'],
  [/\/assets\/[a-z]+\/[0-9a-f]+\.css/g, 'STYLESHEET'],
  // A message holds the reference of its case, so its hash differs too.
  [/[0-9a-f]{64}/g, 'HASH'],
  [/http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/g, 'ADDRESS'],
]
/** Closed cases of one day stand in the order of their references, which are new each time. */
const IN_NO_ORDER = /^\/cases\?status=closed/
const MOST_PAGES = 6000

/** Follows every link inside the service, from the lists and the public pages on. @returns each page by its address */
export async function readPages(
  get: (address: string, init: RequestInit) => Promise<Response>,
): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>()
  const queue = [...STARTS]
  const known = new Set(queue)
  while (queue.length > 0 && pages.size < MOST_PAGES) {
    const address = queue.shift() ?? ''
    const response = await get(address, { redirect: 'manual' })
    const type = response.headers.get('content-type') ?? ''
    const isText = type.startsWith('text/')
    const body = isText ? await response.text() : type
    const policy = response.headers.get('content-security-policy') ?? ''
    const page = [response.status, response.headers.get('location') ?? '', type, policy, body].join('\n')
    if (!IN_NO_ORDER.test(address))
      pages.set(
        address,
        CHANGES.reduce((text, [change, by]) => text.replace(change, by), page),
      )
    if (!type.startsWith('text/html')) continue
    for (const [, link = ''] of body.matchAll(/href="(\/[^"#]*)[^"]*"/g)) {
      const next = link.replaceAll('&amp;', '&')
      if (known.has(next) || next.startsWith('/assets/')) continue
      known.add(next)
      queue.push(next)
    }
  }
  return pages
}
