import { describe, expect, it } from 'vitest'
import { glossary } from '../../../lambdas/guidance/glossary.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { EVERY_SITUATION } from '../every-situation.ts'
import { council, PUBLIC_ADDRESS, SITUATIONS } from '../situations.ts'

const LINK = /<a class="term" href="([^"]+)"[^>]*>([^<]+)<\/a>/g
const IDS = glossary(council).map(({ id }) => id)

const linksIn = (html: string) => [...html.matchAll(LINK)].map(([, href = '', text = '']) => ({ href, text }))

describe.each(Object.entries(EVERY_SITUATION))('%s', (_, situation) => {
  const { html, text, subject, preheader } = composeMessage(situation)
  const links = linksIn(html)

  it('links terms, each once, to an entry of the glossary', () => {
    expect(links.length).toBeGreaterThan(1)
    const addresses = links.map(({ href }) => href)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.filter((href) => !IDS.some((id) => href === `${PUBLIC_ADDRESS}/help/glossary#${id}`))).toEqual([])
  })

  it('links none in a heading, a date set apart, a name, another link or the footer', () => {
    for (const part of html.match(
      /<(h[1-3])\b[\s\S]*?<\/\1>|<div class="panel"[\s\S]*?<\/div>|<footer[\s\S]*<\/footer>/g,
    ) ?? []) {
      expect(part).not.toContain('class="term"')
    }
    expect(html).not.toMatch(/<a [^>]*>[^<]*<a /)
  })

  it('has no link to an explanation in its text, its subject or its preheader', () => {
    expect(`${text} ${subject} ${preheader}`).not.toContain('/help/glossary#')
  })

  it('carries nothing about the family in an address of the public pages', () => {
    const ours = [...html.matchAll(/href="([^"]+)"/g)]
      .map(([, href = '']) => href)
      .filter((href) => href.startsWith(PUBLIC_ADDRESS))
    expect(ours.length).toBeGreaterThan(2)
    for (const href of ours) expect(href).toMatch(/^https:\/\/send\.example\.gov\.uk\/help(\/glossary(#[a-z-]+)?)?$/)
  })
})

describe('a term', () => {
  it('is linked where it first stands', () => {
    const situation = SITUATIONS['rights, certificate needed'] ?? expect.fail()
    const { html } = composeMessage(situation)
    const first = html.indexOf('>mediation adviser</a>')
    const body = html.slice(html.indexOf('<main>'))
    expect(first).toBeGreaterThan(0)
    // Before it the words stand only in a heading and in the date set apart.
    const before = body.slice(0, body.indexOf('>mediation adviser</a>'))
    expect(before.replace(/<h\d[\s\S]*?<\/h\d>|<div class="panel"[\s\S]*?<\/div>/g, '')).not.toContain(
      'mediation adviser',
    )
  })
})
