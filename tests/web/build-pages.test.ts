import { describe, expect, it } from 'vitest'
import { buildPages, FOLDERS_OF_PAGES } from '../../lambdas/web/build/build-pages.ts'
import { renderer } from '../../lambdas/web/pages/render.ts'

describe('the pages of a folder', () => {
  it.each(FOLDERS_OF_PAGES)(
    '%s: have the templates next to their routes, what these draw on, and nothing else',
    async (folder) => {
      const { templates } = await buildPages(folder)
      const folders = new Set(Object.keys(templates).map((name) => name.split('/')[0]))
      expect(folders).toEqual(new Set([folder, 'web', 'govuk']))
    },
  )

  it('are looked for in every folder below, and named by where they are', async () => {
    const { templates } = await buildPages('staff')
    expect(Object.keys(templates)).toEqual(
      expect.arrayContaining(['staff/layout.njk', 'staff/cases/case-list.njk', 'web/pages/layout.njk']),
    )
  })

  it('have a stylesheet each, under an address that changes with it', async () => {
    const [one, other] = await Promise.all(FOLDERS_OF_PAGES.map(buildPages))
    expect(one?.stylesheet.path).toMatch(/^\/assets\/public\/[0-9a-f]{16}\.css$/)
    expect(other?.stylesheet.path).toMatch(/^\/assets\/staff\/[0-9a-f]{16}\.css$/)
    expect(one?.stylesheet.css).not.toBe(other?.stylesheet.css)
  })

  it('escape what comes from a view', async () => {
    const render = renderer(await buildPages('staff'))
    const html = await render('staff/message.njk', { heading: '<b>', paragraphs: [], link: { href: '/', text: '' } })
    expect(html).toContain('&lt;b&gt;')
  })

  it('are missed by name when there is no such template', async () => {
    const render = renderer(await buildPages('public'))
    await expect(render('staff/message.njk', {})).rejects.toThrow('staff/message.njk')
  })
})
