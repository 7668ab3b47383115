import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-02-10')
  await house.open('links')
})
afterAll(() => house.close())

it('a message leads to public pages that the same service shows, at anchors that are there', async () => {
  const [first] = await house.client.mailbox()
  const { html, text } = await house.client.message(first?.id ?? '')
  const ours = [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, href = '']) => href)
    .filter((href) => href.startsWith(house.service.apiUrl))
  expect(ours).toEqual(
    expect.arrayContaining([`${house.service.apiUrl}/help`, `${house.service.apiUrl}/help/glossary`]),
  )
  expect(text).toContain(`Words explained:\n${house.service.apiUrl}/help/glossary\n`)
  const anchors = ours.map((href) => new URL(href).hash.slice(1)).filter((id) => id !== '')
  expect(anchors).toContain('mediation-adviser')
  const pages = new Map<string, string>()
  for (const href of ours) {
    const page = href.split('#')[0] ?? ''
    if (pages.has(page)) continue
    const answer = await fetch(page)
    expect([page, answer.status]).toEqual([page, 200])
    pages.set(page, await answer.text())
  }
  const glossary = pages.get(`${house.service.apiUrl}/help/glossary`)
  for (const id of anchors) expect(glossary).toContain(`id="${id}"`)
})
