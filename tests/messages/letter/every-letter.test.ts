import { beforeAll, describe, expect, inject, it } from 'vitest'
import { drawn, randomFrom } from '../../../bin/demo/random.ts'
import { MESSAGE_KINDS, type MessageKind } from '../../../lambdas/cases/message.ts'
import { contactLines } from '../../../lambdas/guidance/contact-lines.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { forLetter, type MessageContent } from '../../../lambdas/messages/content.ts'
import type { LetterSize } from '../../../lambdas/messages/letter/letter-paper.ts'
import type { MessageSituation } from '../../../lambdas/messages/message-situation.ts'
import { renderText } from '../../../lambdas/messages/render/render-text.ts'
import {
  allElements,
  bodyText,
  elementsOf,
  millimetres,
  type PrintedText,
  type ReadElement,
  readTaggedDocument,
  type TaggedDocument,
  textOf,
} from '../../read-tagged-document.ts'
import { EVERY_SITUATION } from '../every-situation.ts'
import { wordsOf } from '../read-message.ts'
import { letterOf, SIZES } from './letters-for-tests.ts'

const SMALLEST: Readonly<Record<LetterSize, number>> = { standard: 14, 'large-print': 18 }
const MOST_PAGES: Readonly<Record<LetterSize, number>> = { standard: 6, 'large-print': 9 }
/** It tells of everything that a case is about, in place of several letters. */
const OF_MANY_THINGS: MessageKind = 'where-your-case-stands'

/** How high the capitals of the font are, and how far its letters go below the line, in sizes. */
const CAPITAL = 0.714
const DESCENDER = 0.24

interface LetterToTry {
  readonly name: string
  readonly size: LetterSize
  readonly situation: MessageSituation
  readonly content: MessageContent
  readonly blocks: MessageContent['blocks']
  readonly letter: TaggedDocument
}

type Unread = Pick<LetterToTry, 'name' | 'size' | 'situation'>

/** Each situation in each size. */
const WHOLE: readonly Unread[] = Object.entries(EVERY_SITUATION).flatMap(([name, situation]) =>
  SIZES.map((size) => ({ name: `${name}, ${size}`, size, situation })),
)

/** Of how many kinds of message each run reads a letter. */
const KINDS_DRAWN = 10

/** One of each of some kinds of message, in one of the sizes. That which tells of many things is always among them. */
function sampleFrom(random: () => number): readonly Unread[] {
  const others = MESSAGE_KINDS.filter((kind) => kind !== OF_MANY_THINGS)
  return [OF_MANY_THINGS, ...drawn(random, others, KINDS_DRAWN - 1)].flatMap((kind) =>
    drawn(
      random,
      WHOLE.filter(({ situation }) => situation.kind === kind),
      1,
    ),
  )
}

async function read({ name, size, situation }: Unread): Promise<LetterToTry> {
  const content = forLetter(composeMessage(situation).content)
  const letter = await readTaggedDocument(await letterOf(situation, { size }))
  return { name, size, situation, content, blocks: [...content.blocks, ...content.footer], letter }
}

const ofWhat = inject('isWhole') ? 'every situation, in both sizes' : `some kinds, drawn (seed ${inject('seed')})`

describe(`a letter of ${ofWhat}`, () => {
  const letters: LetterToTry[] = []
  beforeAll(async () => {
    const unread = inject('isWhole') ? WHOLE : sampleFrom(randomFrom(inject('seed')))
    for (const one of unread) letters.push(await read(one))
  }, 3_600_000)

  /** Tries a rule on each letter. What it expects is said with the letter's name, and the next letter is tried too. */
  function ofEach(rule: (letter: LetterToTry, that: (value: unknown) => ReturnType<typeof expect.soft>) => void): void {
    for (const letter of letters) rule(letter, (value) => expect.soft(value, letter.name))
  }

  it('is of every kind of message that is to be looked at', () => {
    const kinds = new Set(letters.map(({ situation }) => situation.kind))
    expect(kinds.size).toBe(inject('isWhole') ? MESSAGE_KINDS.length : KINDS_DRAWN)
  })

  it('says in its structure, in the order of reading, all that the text part of the email says', () =>
    ofEach(({ letter, content }, that) => {
      const [, ...expected] = renderText(content).split(`${content.council}\n`)
      that(wordsOf(bodyText(letter))).toEqual(wordsOf(expected.join(`${content.council}\n`)))
      that(webAddresses(bodyText(letter))).toEqual(webAddresses(renderText(content)))
    }))

  it('has a title, and headings with no level left out', () =>
    ofEach(({ letter, content, blocks }, that) => {
      const headings = allElements(letter, 'H1', 'H2', 'H3')
      that(headings.filter(({ tag }) => tag === 'H1').map(textOf)).toEqual([content.title])
      const levels = headings.map(({ tag }) => Number(tag[1]))
      that(levels[0]).toBe(1)
      levels.forEach((level, index) => void that(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1))
      const names = blocks.flatMap((block) => (block.type === 'contact' ? [block.point.name] : []))
      const texts = blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))
      that(headings.slice(1).map(textOf).toSorted()).toEqual([...names, ...texts].toSorted())
    }))

  it('has a mark and a body for each point of each list', () =>
    ofEach(({ letter, blocks }, that) => {
      const items = blocks.flatMap((block) => (block.type === 'list' || block.type === 'steps' ? block.items : []))
      that(allElements(letter, 'Lbl')).toHaveLength(items.length)
      for (const { children } of allElements(letter, 'L')) that(tagsOf(children)).toEqual(new Set(['LI']))
      for (const { children } of allElements(letter, 'LI')) {
        that([...tagsOf(children)].filter((tag) => tag !== 'Lbl' && tag !== 'LBody')).toEqual([])
      }
    }))

  it('binds each link to its place on its own page, and says what it is', () =>
    ofEach(({ letter, blocks }, that) => {
      for (const { elements, annotations } of letter.pages) {
        const links = elementsOf(elements, 'Link')
        that(links.flatMap(({ links }) => links)).toEqual(annotations.map(({ url }) => url))
        for (const link of links) {
          const [url = ''] = link.links
          that(url.replace(/\D/g, '') === textOf(link).replace(/\D/g, '') || url.endsWith(textOf(link))).toBe(true)
        }
        for (const { says } of annotations) that(says).toMatch(/^[^:]+: ./)
      }
      const expected = blocks.flatMap((block) => {
        if (block.type === 'link') return [block.url]
        return block.type === 'contact' ? contactLines(block.point).flatMap(({ href }) => href ?? []) : []
      })
      const found = allElements(letter, 'Link').map(({ links }) => links[0])
      // The first two are those of the letterhead.
      that(found.slice(2)).toEqual(expected)
    }))

  it('prints nothing smaller than its size, and nothing past the edges', () =>
    ofEach(({ letter, size }, that) => {
      const texts = letter.pages.flatMap((page) => page.texts)
      that(Math.min(...texts.map((text) => text.size))).toBe(SMALLEST[size])
      for (const { left, width, baseline } of texts) {
        that(left).toBeGreaterThan(millimetres(23))
        that(left + width).toBeLessThan(millimetres(210 - 23))
        that(baseline).toBeGreaterThan(millimetres(12))
        that(baseline).toBeLessThan(millimetres(297 - 12))
      }
    }))

  it('has the case reference and the number of the page at the foot of every page, unread', () =>
    ofEach(({ letter }, that) => {
      const { pages } = letter
      pages.forEach(({ texts }, index) => {
        that(texts.filter(({ content }) => content === undefined).map(({ text }) => text)).toEqual([
          'Case reference 2026-0001',
          `Page ${index + 1} of ${pages.length}`,
        ])
      })
    }))

  it('draws nothing of which it is not said what it is', () =>
    ofEach(({ letter }, that) => {
      that(letter.pages.map(({ unmarked }) => unmarked)).toEqual(letter.pages.map(() => 0))
    }))

  it('shows the address in the window of the envelope, and nothing else', () =>
    ofEach(({ letter, situation }, that) => {
      const { texts, elements } = letter.pages[0] as TaggedDocument['pages'][number]
      const inWindow = texts.filter(({ baseline }) => baseline > millimetres(46) && baseline < millimetres(92))
      const [address] = elementsOf(elements, 'P').filter((element) =>
        textOf(element).startsWith(situation.contact.name),
      )
      that(inWindow.map(({ text }) => text).join('')).toBe(address && textOf(address))
      for (const { left, width, baseline, size } of inWindow) {
        that(left).toBeGreaterThan(millimetres(20))
        that(left + width).toBeLessThan(millimetres(100))
        that(baseline - size * CAPITAL).toBeGreaterThan(millimetres(46))
      }
      that(Math.max(...inWindow.map(({ baseline, size }) => baseline + size * DESCENDER))).toBeLessThan(millimetres(81))
    }))

  it('ends no page with a heading, and parts no date from its frame and no contact details', () =>
    ofEach(({ letter, blocks }, that) => {
      for (const { elements } of letter.pages) {
        that(elementsOf(elements, 'H1', 'H2', 'H3', 'P', 'LBody').at(-1)?.tag).not.toMatch(/^H/)
      }
      that(allElements(letter, 'Div')).toHaveLength(blocks.filter(({ type }) => type === 'date').length)
      for (const block of blocks) {
        if (block.type !== 'contact') continue
        const lines = contactLines(block.point).map(({ text, href }) => (href?.startsWith('http') ? href : text))
        that(letter.pages.some(({ elements }) => hasTogether(elements.map(textOf), [block.point.name, ...lines]))).toBe(
          true,
        )
      }
    }))

  it('takes as many pages as it needs', () =>
    ofEach(({ letter, size, situation }, that) => {
      const { pages } = letter
      const most = MOST_PAGES[size] + (situation.kind === OF_MANY_THINGS ? 1 : 0)
      that(pages.length).toBeLessThanOrEqual(most)
      for (const { elements } of pages) that(elements.length).toBeGreaterThan(0)
      for (const { texts } of pages.slice(0, -1)) that(lowestLine(texts)).toBeGreaterThan(millimetres(297 / 2))
    }))
})

function tagsOf(children: ReadElement['children']): Set<string> {
  return new Set(children.map((child) => (typeof child === 'string' ? 'text' : child.tag)))
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
