import { beforeAll, describe, expect, it } from 'vitest'
import { addressWith, NOTHING_YET, type PublicForTests, publicForTests } from '../public-for-tests.ts'

let dates: PublicForTests
beforeAll(async () => {
  dates = await publicForTests()
})

const PAGES = [
  '/dates',
  '/dates/disagreement',
  addressWith('printed-on', { ...NOTHING_YET, answering: 'printed-on', 'printed-on-day': 'Marked' }),
  addressWith('check', NOTHING_YET),
  addressWith('result', NOTHING_YET),
  addressWith('dates.ics', NOTHING_YET),
  '/dates/nothing',
  '/dates/Marked',
]

describe('the pages for families', () => {
  it('keep nothing: no table, no cookie, no cache, and not a line in the log', async () => {
    for (const path of PAGES) {
      const { headers } = await dates.ask(path, { headers: { cookie: 'known=1' } })
      expect([path, headers.get('set-cookie'), headers.get('cache-control')]).toEqual([path, null, 'no-store'])
    }
    expect(dates.logged).toEqual([])
  })

  it('have the security headers of every page', async () => {
    for (const path of PAGES) {
      const { headers } = await dates.ask(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('have no link to the pages for staff, no script, and no field for a name', async () => {
    for (const path of PAGES) {
      const { html } = await dates.ask(path)
      expect(html).not.toMatch(/href="\/(?!dates|help|assets\/)/)
      expect(html).not.toMatch(/council staff|Open a case|Outcomes/i)
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|src=|type="(?:email|tel)"|<textarea/)
    }
  })

  it('take nothing that is sent by post', async () => {
    for (const path of ['/dates', '/dates/disagreement', '/dates/result']) {
      const { status } = await dates.ask(path, { method: 'POST', body: new URLSearchParams(NOTHING_YET) })
      expect([path, status]).toEqual([path, 404])
    }
  })

  it('tell of a fault of ours without the answers, and say who can help', async () => {
    const failing = await publicForTests(undefined, {
      clock: () => {
        throw new TypeError('2026-02-10 and other details')
      },
    })
    const { status, html, headers } = await failing.ask(addressWith('result', NOTHING_YET))
    expect([status, headers.get('cache-control')]).toEqual([500, 'no-store'])
    expect(html).toContain('tell the council this reference: reference-0000000001')
    expect(html).toContain('Example Partnership Service')
    expect(html).not.toContain('/cases')
    expect(failing.logged).toEqual([
      expect.objectContaining({ message: 'Request failed', route: '/dates/:question', errorName: 'TypeError' }),
    ])
    expect(JSON.stringify(failing.logged)).not.toContain('2026-02-10')
  })
})
