import { beforeAll, describe, expect, it } from 'vitest'
import { MESSAGE_KINDS } from '../../../lambdas/cases/message.ts'
import { contactLines } from '../../../lambdas/guidance/contact-lines.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { forLetter } from '../../../lambdas/messages/content.ts'
import type { LetterSize } from '../../../lambdas/messages/letter/letter-paper.ts'
import { renderLetter } from '../../../lambdas/messages/letter/render-letter.ts'
import { MissingLettersError } from '../../../lambdas/messages/letter/unprintable-letter-error.ts'
import type { MessageSituation } from '../../../lambdas/messages/message-situation.ts'
import { renderText } from '../../../lambdas/messages/render/render-text.ts'
import { EVERY_SITUATION } from '../every-situation.ts'
import { ACCENTED_HELP, ACCENTED_WHOLE } from '../languages/fixture-languages.ts'
import { wordsOf } from '../read-message.ts'
import { council, SITUATIONS } from '../situations.ts'
import { letterOf, paperFor } from './letters-for-tests.ts'
import { elementsOf, type PrintedText, type ReadElement, type ReadLetter, readLetter, textOf } from './read-letter.ts'

const SMALLEST: Readonly<Record<LetterSize, number>> = { standard: 14, 'large-print': 18 }
const MOST_PAGES: Readonly<Record<LetterSize, number>> = { standard: 6, 'large-print': 9 }
const RIGHTS = SITUATIONS['rights, refusal to assess, August'] as MessageSituation

/** One of each kind of message. */
const OF_EACH_KIND = MESSAGE_KINDS.flatMap((kind) => {
  const [found] = Object.entries(EVERY_SITUATION).filter(([, situation]) => situation.kind === kind)
  return found ? [found] : []
})

/** The situations of the way to an appeal and one of each other kind in standard print, and each kind in large print. */
const LETTERS: readonly { readonly name: string; readonly size: LetterSize; readonly situation: MessageSituation }[] = [
  ...Object.entries({ ...SITUATIONS, ...Object.fromEntries(OF_EACH_KIND) }).map(([name, situation]) => ({
    name,
    size: 'standard' as const,
    situation,
  })),
  ...OF_EACH_KIND.map(([name, situation]) => ({ name, size: 'large-print' as const, situation })),
]

it('is tried here with every kind of message in both sizes', () => {
  for (const size of ['standard', 'large-print']) {
    const kinds = LETTERS.filter((letter) => letter.size === size).map(({ situation }) => situation.kind)
    expect(new Set(kinds)).toEqual(new Set(MESSAGE_KINDS))
  }
})

describe.each(LETTERS)('$name, $size', ({ size, situation }) => {
  const content = forLetter(composeMessage(situation).content)
  const blocks = [...content.blocks, ...content.footer]
  let letter: ReadLetter
  beforeAll(async () => {
    letter = await readLetter(await letterOf(situation, { size }))
  })

  it('says in its structure, in the order of reading, all that the text part of the email says', () => {
    const [, ...expected] = renderText(content).split(`${content.council}\n`)
    expect(wordsOf(bodyText(letter))).toEqual(wordsOf(expected.join(`${content.council}\n`)))
    expect(webAddresses(bodyText(letter))).toEqual(webAddresses(renderText(content)))
  })

  it('has a title, and headings with no level left out', () => {
    const headings = allElements(letter, 'H1', 'H2', 'H3')
    expect(headings.filter(({ tag }) => tag === 'H1').map(textOf)).toEqual([content.title])
    const levels = headings.map(({ tag }) => Number(tag[1]))
    expect(levels[0]).toBe(1)
    levels.forEach((level, index) => void expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1))
    const names = blocks.flatMap((block) => (block.type === 'contact' ? [block.point.name] : []))
    const texts = blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))
    expect(headings.slice(1).map(textOf).toSorted()).toEqual([...names, ...texts].toSorted())
  })

  it('has a mark and a body for each point of each list', () => {
    const items = blocks.flatMap((block) => (block.type === 'list' || block.type === 'steps' ? block.items : []))
    expect(allElements(letter, 'Lbl')).toHaveLength(items.length)
    for (const { children } of allElements(letter, 'L')) expect(tagsOf(children)).toEqual(new Set(['LI']))
    for (const { children } of allElements(letter, 'LI')) {
      expect([...tagsOf(children)].filter((tag) => tag !== 'Lbl' && tag !== 'LBody')).toEqual([])
    }
  })

  it('binds each link to its place on its own page, and says what it is', () => {
    for (const { elements, annotations } of letter.pages) {
      const links = elementsOf(elements, 'Link')
      expect(links.flatMap(({ links }) => links)).toEqual(annotations.map(({ url }) => url))
      for (const link of links) {
        const [url = ''] = link.links
        expect(url.replace(/\D/g, '') === textOf(link).replace(/\D/g, '') || url.endsWith(textOf(link))).toBe(true)
      }
      for (const { says } of annotations) expect(says).toMatch(/^[^:]+: ./)
    }
    const expected = blocks.flatMap((block) => {
      if (block.type === 'link') return [block.url]
      return block.type === 'contact' ? contactLines(block.point).flatMap(({ href }) => href ?? []) : []
    })
    const found = allElements(letter, 'Link').map(({ links }) => links[0])
    // The first two are those of the letterhead.
    expect(found.slice(2)).toEqual(expected)
  })

  it('prints nothing smaller than its size, and nothing past the edges', () => {
    const texts = letter.pages.flatMap((page) => page.texts)
    expect(Math.min(...texts.map((text) => text.size))).toBe(SMALLEST[size])
    for (const { left, width, baseline } of texts) {
      expect(left).toBeGreaterThan(millimetres(23))
      expect(left + width).toBeLessThan(millimetres(210 - 23))
      expect(baseline).toBeGreaterThan(millimetres(12))
      expect(baseline).toBeLessThan(millimetres(297 - 12))
    }
  })

  it('has the case reference and the number of the page at the foot of every page, unread', () => {
    const { pages } = letter
    pages.forEach(({ texts }, index) => {
      expect(texts.filter(({ content }) => content === undefined).map(({ text }) => text)).toEqual([
        'Case reference 2026-0001',
        `Page ${index + 1} of ${pages.length}`,
      ])
    })
  })

  it('draws nothing of which it is not said what it is', () => {
    expect(letter.pages.map(({ unmarked }) => unmarked)).toEqual(letter.pages.map(() => 0))
  })

  it('shows the address in the window of the envelope, and nothing else', () => {
    const { texts, elements } = letter.pages[0] as ReadLetter['pages'][number]
    const inWindow = texts.filter(({ baseline }) => baseline > millimetres(46) && baseline < millimetres(92))
    const [address] = elementsOf(elements, 'P').filter((element) => textOf(element).startsWith(situation.contact.name))
    expect(inWindow.map(({ text }) => text).join('')).toBe(address && textOf(address))
    for (const { left, width, baseline, size } of inWindow) {
      expect(left).toBeGreaterThan(millimetres(20))
      expect(left + width).toBeLessThan(millimetres(100))
      expect(baseline - size * CAPITAL).toBeGreaterThan(millimetres(46))
    }
    expect(Math.max(...inWindow.map(({ baseline, size }) => baseline + size * DESCENDER))).toBeLessThan(millimetres(81))
  })

  it('ends no page with a heading, and parts no date from its frame and no contact details', () => {
    for (const { elements } of letter.pages) {
      expect(elementsOf(elements, 'H1', 'H2', 'H3', 'P', 'LBody').at(-1)?.tag).not.toMatch(/^H/)
    }
    expect(allElements(letter, 'Div')).toHaveLength(blocks.filter(({ type }) => type === 'date').length)
    for (const block of blocks) {
      if (block.type !== 'contact') continue
      const lines = contactLines(block.point).map(({ text, href }) => (href?.startsWith('http') ? href : text))
      expect(letter.pages.some(({ elements }) => hasTogether(elements.map(textOf), [block.point.name, ...lines]))).toBe(
        true,
      )
    }
  })

  it('takes as many pages as it needs', () => {
    const { pages } = letter
    expect(pages.length).toBeLessThanOrEqual(MOST_PAGES[size])
    for (const { elements } of pages) expect(elements.length).toBeGreaterThan(0)
    for (const { texts } of pages.slice(0, -1)) expect(lowestLine(texts)).toBeGreaterThan(millimetres(297 / 2))
  })
})

describe('the file', () => {
  it('is the same, byte for byte, when it is made again', async () => {
    const [first, second] = [await letterOf(RIGHTS), await letterOf(RIGHTS)]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('says what PDF/UA asks for: a title that is shown, the language, the tags and the standard', async () => {
    const letter = await readLetter(await letterOf(RIGHTS))
    expect(letter).toMatchObject({
      title: composeMessage(RIGHTS).content.subject,
      language: 'en-GB',
      showsTitle: true,
      isTagged: true,
    })
    expect(letter.metadata('dc:title')).toBe(letter.title)
    expect(letter.metadata('pdfuaid:part')).toBe('1')
  })

  it('holds its fonts, reads its links in order on every page, and numbers its lists', async () => {
    const bytes = await letterOf(RIGHTS)
    const { pages } = await readLetter(bytes)
    const source = Buffer.from(bytes).toString('latin1')
    const fonts = [...source.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name)
    expect(new Set(fonts)).toEqual(new Set(['BZZZZZ+NotoSans-Bold', 'CZZZZZ+NotoSans-Regular']))
    expect(source.match(/\/FontFile2 /g)).toHaveLength(2)
    expect(source.match(/\/ToUnicode /g)).toHaveLength(2)
    expect(source).not.toContain('/CIDSet')
    expect(source.match(/\/Tabs \/S/g)).toHaveLength(pages.length)
    expect(source).toContain('/ListNumbering /Decimal')
    expect(source).toContain('/ListNumbering /Disc')
  })

  it('keeps a title readable that has signs of XML', async () => {
    const content = { ...composeMessage(RIGHTS).content, subject: 'Bath & North East <Somerset>' }
    const { title, metadata } = await readLetter(await renderLetter(content, paperFor(RIGHTS)))
    expect(title).toBe('Bath and North East Somerset')
    expect(metadata('dc:title')).toBe('Bath and North East Somerset')
  })

  it('bears the day of the letter, not of its making', async () => {
    const source = Buffer.from(await letterOf(RIGHTS)).toString('latin1')
    expect([...source.matchAll(/\(D:([^)]+)\)/g)].map(([, date]) => date)).toEqual(['20260630000000Z'])
    expect((await firstTexts(RIGHTS)).includes('Tuesday 30 June 2026')).toBe(true)
  })
})

describe('the words on paper', () => {
  it('begin with the council, who answers there, the address and the day', async () => {
    expect((await firstTexts(RIGHTS)).slice(0, 8)).toEqual([
      council.name,
      council.contacts.officer.name,
      `Phone: ${council.contacts.officer.phone}`,
      `Email: ${council.contacts.officer.email}`,
      'Zuleika Quorn Flat 2, Peregrine House 14 Temple Street Keynsham Bristol BS31 1LA',
      'Tuesday 30 June 2026',
      'Case reference: 2026-0001',
      'Your right to appeal, and what to do first',
    ])
  })

  it('say nothing of a file that only an email has', async () => {
    const situation = SITUATIONS['meeting arranged'] as MessageSituation
    expect(composeMessage(situation).text).toContain('the file in this email')
    expect(bodyText(await readLetter(await letterOf(situation)))).not.toContain('this email')
  })

  it('keep names in the scripts of Europe, however their accents are typed', async () => {
    const name = 'Zażółć Šťastný Ελένη Иван Gülşen Țuțu'
    for (const typed of [name, name.normalize('NFD')]) {
      const contact = { ...RIGHTS.contact, name: typed }
      const texts = await firstTexts({ ...RIGHTS, contact })
      expect(texts).toContain(`Dear ${name}`)
      expect(texts.some((text) => text.startsWith(`${name} Flat 2`))).toBe(true)
    }
  })

  it('move below the window of the envelope when the name of who answers is too long to stand above it', async () => {
    const from = {
      ...council.contacts.officer,
      name: 'Statutory Special Educational Needs and Inclusion Service, Children’s Services',
    }
    const { pages } = await readLetter(await letterOf(RIGHTS, { size: 'large-print', from }))
    const texts = pages[0]?.texts ?? []
    expect(texts.find(({ text }) => text === 'Email: ')?.baseline).toBeGreaterThan(millimetres(92))
    expect(texts.find(({ text }) => text === council.name)?.baseline).toBeLessThan(millimetres(46))
  })

  it('are marked where they are in another language, as a line on where help is', async () => {
    const { content } = composeMessage(RIGHTS, { language: ACCENTED_HELP })
    const bytes = await renderLetter(content, paperFor(RIGHTS))
    expect(bodyText(await readLetter(bytes))).toContain('Ţĥîš ļéţţéŕ îš åƀöûţ ýöûŕ ŕîĝĥţš'.toLowerCase())
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Lang \(en-XA\)/g),
    ).toHaveLength(1)
  })

  it('call the phone what the language calls it, where the whole letter is in that language', async () => {
    const { content } = composeMessage(RIGHTS, { language: ACCENTED_WHOLE })
    const letter = await readLetter(await renderLetter(content, paperFor(RIGHTS, { language: 'en-XA' })))
    const label = content.language?.labels.phone
    expect(bodyText(letter)).toContain(`${label}: ${council.contacts.officer.phone}`)
    expect(bodyText(letter)).not.toContain('Phone:')
  })

  it('are refused, not left out, when the font has no letters for them', async () => {
    const contact = { ...RIGHTS.contact, name: 'Zuleika محمد' }
    const failure = await letterOf({ ...RIGHTS, contact }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(MissingLettersError)
    const { characters, message } = failure as MissingLettersError
    expect(characters).toEqual(['م', 'ح', 'د'])
    expect(message).toContain('3 characters that its font cannot show')
    // The message can be logged: no letter of the name is in it.
    expect(`${message} ${JSON.stringify(failure)}`).not.toMatch(/[محد]|Zuleika/)
  })
})

/** How high the capitals of the font are, and how far its letters go below the line, in sizes. */
const CAPITAL = 0.714
const DESCENDER = 0.24

function millimetres(length: number): number {
  return (length * 72) / 25.4
}

function allElements({ pages }: ReadLetter, ...tags: readonly string[]): ReadElement[] {
  return pages.flatMap(({ elements }) => elementsOf(elements, ...tags))
}

/** The text from the title on, with each element of the outermost level in a line of its own. */
function bodyText({ pages }: ReadLetter): string {
  const elements = pages.flatMap((page) => page.elements)
  return elements
    .slice(elements.findIndex(({ tag }) => tag === 'H1'))
    .map((element) =>
      element.tag === 'Div' ? elementsOf(element.children.filter(isElement)).map(textOf).join('\n') : textOf(element),
    )
    .join('\n')
}

function isElement(child: ReadElement | string): child is ReadElement {
  return typeof child !== 'string'
}

function tagsOf(children: ReadElement['children']): Set<string> {
  return new Set(children.map((child) => (typeof child === 'string' ? 'text' : child.tag)))
}

async function firstTexts(situation: MessageSituation): Promise<string[]> {
  const { pages } = await readLetter(await letterOf(situation))
  return (pages[0]?.elements ?? []).map(textOf)
}

function webAddresses(text: string): string[] {
  return text.match(/https?:\S+/g) ?? []
}

/** Whether the lines follow one another, each at the end of a text. */
function hasTogether(texts: readonly string[], lines: readonly string[]): boolean {
  return texts.some((_, start) => lines.every((line, index) => texts[start + index]?.endsWith(line)))
}

function lowestLine(texts: readonly PrintedText[]): number {
  return Math.max(...texts.filter(({ content }) => content !== undefined).map(({ baseline }) => baseline))
}
