import { describe, expect, it } from 'vitest'
import { glossary } from '../../../lambdas/guidance/glossary.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { expectOfAll, found } from '../../rule.ts'
import { messagesToTry } from '../every-message.ts'
import { council, PUBLIC_ADDRESS, SITUATIONS } from '../situations.ts'

const LINK = /<a class="term" href="([^"]+)"[^>]*>([^<]+)<\/a>/g
const IDS = glossary(council).map(({ id }) => id)

const linksIn = (html: string) => [...html.matchAll(LINK)].map(([, href = '', text = '']) => ({ href, text }))

const MESSAGES = messagesToTry()

describe('every message', () => {
  it('links terms, each once, to an entry of the glossary', () =>
    expectOfAll(MESSAGES, ({ message }) => {
      const addresses = linksIn(message.html).map(({ href }) => href)
      return [
        ...(addresses.length > 1 ? [] : [`links ${addresses.length} terms`]),
        ...addresses.filter((href, at) => addresses.indexOf(href) < at).map((href) => `links twice to ${href}`),
        ...addresses
          .filter((href) => !IDS.some((id) => href === `${PUBLIC_ADDRESS}/help/glossary#${id}`))
          .map((href) => `links to ${href}`),
      ]
    }))

  it('links none in a heading, a date set apart, a name, another link or the footer', () =>
    expectOfAll(MESSAGES, ({ message: { html } }) => {
      const parts = html.match(/<(h[1-3])\b[\s\S]*?<\/\1>|<div class="panel"[\s\S]*?<\/div>|<footer[\s\S]*<\/footer>/g)
      return [...found((parts ?? []).join('\n'), /class="term".*/), ...found(html, /<a [^>]*>[^<]*<a /)]
    }))

  it('has no link to an explanation in its text, its subject or its preheader', () =>
    expectOfAll(MESSAGES, ({ everything }) => found(everything, /\S*\/help\/glossary#\S*/)))

  it('carries nothing about the family in an address of the public pages', () =>
    expectOfAll(MESSAGES, ({ message }) => {
      const ours = [...message.html.matchAll(/href="([^"]+)"/g)]
        .map(([, href = '']) => href)
        .filter((href) => href.startsWith(PUBLIC_ADDRESS))
      return [
        ...(ours.length > 2 ? [] : [`has ${ours.length} links to the public pages`]),
        ...ours.filter(
          (href) => !/^https:\/\/send\.example\.gov\.uk\/help(\/privacy|\/glossary(#[a-z-]+)?)?$/.test(href),
        ),
      ]
    }))
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
