import { beforeAll, describe, expect, it } from 'vitest'
import { glossary } from '../../../lambdas/guidance/glossary.ts'
import { NOTICE_PATHS, PATHS } from '../../../lambdas/guidance/paths.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'
import { type PublicForTests, publicForTests } from '../public-for-tests.ts'

let pages: PublicForTests
beforeAll(async () => {
  pages = await publicForTests()
})

const ALL: readonly string[] = [...Object.values(PATHS), ...Object.values(NOTICE_PATHS)]
const CLAIM = `${PATHS.claimDate}?answering=yes&act-on-day=10&act-on-month=2&act-on-year=2026`
const SHOWN = [...ALL, CLAIM, '/help/', '/help/nothing', '/help/Marked']

const hrefsIn = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
const anchorsIn = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)

describe('the pages of help', () => {
  it('answer, and nothing of the staff pages does', async () => {
    for (const path of [...ALL, CLAIM, '/help/']) expect([path, (await pages.ask(path)).status]).toEqual([path, 200])
    for (const path of ['/', '/cases', '/cases/new', '/letters', '/outcomes']) {
      expect([path, (await pages.ask(path)).status]).toEqual([path, 404])
    }
  })

  it('keep nothing: no table, no cookie, and not a line in the log', async () => {
    for (const path of SHOWN) {
      const { headers } = await pages.ask(path, { headers: { cookie: 'known=1' } })
      expect([path, headers.get('set-cookie')]).toEqual([path, null])
    }
    expect(pages.logged).toEqual([])
  })

  it('may be kept for five minutes, but not what was typed, nor that there is no such page', async () => {
    const sameForAll = [...ALL.filter((path) => path.startsWith('/help') && path !== PATHS.claimDate), '/help/']
    for (const path of SHOWN) {
      const { headers } = await pages.ask(path)
      const mayBeKept = sameForAll.includes(path) ? 'public, max-age=300' : 'no-store'
      expect([path, headers.get('cache-control')]).toEqual([path, mayBeKept])
    }
  })

  it('have the security headers of every page, no script and no link to the pages for staff', async () => {
    for (const path of SHOWN) {
      const { headers, html } = await pages.ask(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(html).not.toMatch(/href="\/(?!dates|help|assets\/)/)
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|src=|<textarea/)
    }
  })

  it('say so when there is no such page, and when they are sent something', async () => {
    expect((await pages.ask('/help/nothing')).status).toBe(404)
    for (const path of ['/help', '/help/glossary', '/help/complaint']) {
      expect([path, (await pages.ask(path, { method: 'POST', body: 'x=1' })).status]).toEqual([path, 404])
    }
  })

  it('lead only to pages and anchors that are there', async () => {
    const anchors = new Map<string, readonly string[]>()
    for (const path of ALL) anchors.set(path, anchorsIn((await pages.ask(path)).html))
    for (const path of [...ALL, CLAIM]) {
      for (const href of hrefsIn((await pages.ask(path)).html)) {
        if (/^(https:|tel:|sms:|mailto:|\/assets\/)/.test(href)) continue
        const { pathname, hash } = new URL(href, `http://localhost${path}`)
        expect([path, href, anchors.has(pathname) || pathname === '/dates/disagreement']).toEqual([path, href, true])
        if (hash)
          expect([path, href, anchors.get(pathname)]).toEqual([path, href, expect.arrayContaining([hash.slice(1)])])
      }
    }
  })

  it('and the date calculator lead to each other, and every page to the words explained', async () => {
    for (const path of [...ALL, '/dates/disagreement', '/help/nothing']) {
      const hrefs = hrefsIn((await pages.ask(path)).html)
      const inFooter = ['/help', '/dates', '/help/glossary', ...Object.values(NOTICE_PATHS)]
      expect(hrefs).toEqual(expect.arrayContaining(inFooter))
    }
    expect(hrefsIn((await pages.ask('/dates')).html)).toContain(PATHS.exclusionAndDiscrimination)
  })

  it('show the council’s own names and how to reach them', async () => {
    const { html } = await pages.ask(PATHS.organisations)
    for (const { name, phone } of [
      COUNCIL.contacts.partnershipService,
      COUNCIL.providers.mediationAdviser,
      COUNCIL.contacts.officer,
    ]) {
      expect(html).toContain(name)
      expect(html).toContain(phone)
    }
    expect(html).toContain(`href="${COUNCIL.contacts.localOffer}"`)
  })

  it('tell of a fault of ours with who can help, and log it without what was typed', async () => {
    const failing = await publicForTests(undefined, {
      clock: () => {
        throw new TypeError('2026-02-10 and other details')
      },
    })
    const { status, html } = await failing.ask(CLAIM)
    expect(status).toBe(500)
    expect(html).toContain('tell the council this reference: reference-0000000001')
    expect(html).toContain('Example Partnership Service')
    expect(failing.logged).toEqual([
      expect.objectContaining({ message: 'Request failed', route: PATHS.claimDate, errorName: 'TypeError' }),
    ])
    expect(JSON.stringify(failing.logged)).not.toContain('2026')
  })
})

describe('the page of the glossary', () => {
  it('has every entry at its anchor, with its explanation, and an index of them', async () => {
    const { html } = await pages.ask(PATHS.glossary)
    for (const { id, term } of glossary(COUNCIL)) {
      expect(html).toContain(`id="${id}"`)
      expect(html).toContain(`<a class="govuk-link" href="#${id}">${term}</a>`)
    }
    expect(html).toContain('Here the adviser is Example Mediation.')
  })

  it('does not lead from an entry to itself', async () => {
    const { html } = await pages.ask(PATHS.glossary)
    for (const [, id, entry = ''] of html.matchAll(/<div class="glossary__entry" id="([^"]+)">([\s\S]*?)<\/dd>/g)) {
      expect(entry).not.toContain(`/help/glossary#${id}"`)
    }
  })
})

describe('a term in a text', () => {
  it('leads to its explanation where it first stands on the page, and not again', async () => {
    for (const path of [PATHS.appeal, PATHS.exclusionAndDiscrimination, '/dates']) {
      const links = hrefsIn((await pages.ask(path)).html).filter((href) => href.startsWith('/help/glossary#'))
      expect(links.length).toBeGreaterThan(2)
      expect(new Set(links).size).toBe(links.length)
    }
  })

  it('is left alone on the page that explains it', async () => {
    expect(hrefsIn((await pages.ask(PATHS.mediation)).html)).not.toContain('/help/glossary#mediation')
  })
})
