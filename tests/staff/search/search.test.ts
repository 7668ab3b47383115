import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchView } from '../../../lambdas/staff/search/search-view.ts'
import { type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

let service: ServiceForTests
let caseId: string
beforeAll(async () => {
  service = await serviceForTests()
  caseId = await service.open({
    name: 'Siobhán Zyxparent',
    childName: 'Zoë Zyxchild',
    childReference: 'SEN 77',
    caseReference: 'EHC/8',
  })
  await service.open({ name: 'Another Zyxparent', childName: 'Somebody Else' })
})
afterAll(() => service.close())

const search = (words: string, headers: Record<string, string> = {}) => service.post('/search', { words }, headers)
const found = async (words: string) =>
  JSON.parse((await search(words, { accept: 'application/json' })).html) as SearchView

describe('the search', () => {
  it('shows who is found, the references, where the case stands and its next date', async () => {
    const { status, html } = await search('zyxchild zoe')
    expect(status).toBe(200)
    expect(html).toContain('<h1 class="govuk-heading-l">1 case found</h1>')
    const [row = ''] = /<tbody[\s\S]*<\/tbody>/.exec(html) ?? []
    for (const shown of [
      `href="/cases/${caseId}"`,
      'Zoë Zyxchild',
      'Siobhán Zyxparent',
      'SEN 77',
      'EHC/8',
      'The contents of a final or amended EHC plan',
      '2026',
    ]) {
      expect(row).toContain(shown)
    }
    expect((await found('zyxparent')).cases).toHaveLength(2)
  })

  it('goes straight to the case that a reference names', async () => {
    for (const words of [caseId, caseId.toLowerCase(), 'sen 77', 'EHC/8']) {
      expect((await search(words)).location).toBe(`/cases/${caseId}`)
    }
  })

  it('says what was looked for, and what to try, where there is no such case', async () => {
    const { status, html } = await search('Nobody <b>of that</b> name')
    expect(status).toBe(200)
    expect(html).toContain('<h1 class="govuk-heading-l">No case was found</h1>')
    expect(html).toContain('Nobody &lt;b&gt;of that&lt;/b&gt; name')
    expect(html).toContain('only the beginning of a name')
  })

  it('asks for a name where nothing was typed, or too much', async () => {
    for (const [words, problem] of [
      ['', 'Enter a name or a reference'],
      [' \u200b ', 'Enter a name or a reference'],
      ['x'.repeat(201), 'A name or a reference must be 200 characters or fewer'],
    ] as const) {
      const { status, html } = await search(words)
      expect([status, html.includes(`<a href="#words">${problem}</a>`)]).toEqual([422, true])
    }
    expect((await found('’ - .')).cases).toEqual([])
  })

  it('takes the words in the body of a form alone, and keeps them in no address and no log', async () => {
    const { html, location } = await search('zyxparent zyxlooked')
    await search('Zyxchild')
    expect(location).toBeNull()
    expect(html.replaceAll(/(?:<strong class="typed-words">|value=")zyxparent zyxlooked/g, '')).not.toMatch(
      /zyxlooked/i,
    )
    expect(
      [...html.matchAll(/(?:href|action)="([^"]*)"/g)].filter(([, address]) => /zyx/i.test(address ?? '')),
    ).toEqual([])
    expect(html).toContain('<form class="search-box" method="post" action="/search"')
    // What an address says is not looked for.
    expect((await service.ask('/search?words=zyxparent')).html).not.toContain('Zyxparent')
    expect(JSON.stringify(service.logged)).toContain('/search')
    expect(JSON.stringify(service.logged)).not.toMatch(/zyx/i)
  })

  it('takes no form of another website', async () => {
    expect((await search('zyxchild', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  it('stands on the list of cases and on a page of its own', async () => {
    for (const path of ['/cases', '/cases?status=closed', '/search']) {
      expect((await service.ask(path)).html).toContain('action="/search"')
    }
  })
})
