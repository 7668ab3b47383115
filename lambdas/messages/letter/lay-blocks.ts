import type { ContactPoint } from '../../cases/council.ts'
import { contactLines } from '../../guidance/contact-lines.ts'
import type { Block, DatePanel, MessageLanguage } from '../content.ts'
import { contactSpans } from './contact-spans.ts'
import { layText, type Span } from './lay-text.ts'
import { TEXT_WIDTH } from './letter-page.ts'
import type { LetterStyle, TextStyle } from './letter-style.ts'
import type { Direction } from './line-order.ts'
import { type Element, type Frame, keepTogether, keepWithNext, type Row, withSpaceBefore } from './row.ts'
import type { Typesetting } from './typesetting.ts'

/** How a letter is set. */
export interface Setting {
  readonly style: LetterStyle
  readonly typesetting: Typesetting
  /** The language of the message, with its words for contact details. Absent: British English. */
  readonly language?: MessageLanguage
}

interface BlockSetting extends Setting {
  /** Contact details are a level below the heading that they stand under. No level may be left out. */
  readonly contactTag: 'H2' | 'H3'
}

const FRAME_PADDING = 12

/** The title of a letter in rows, on one page with what follows. */
export function layTitle(text: string, setting: Setting): Row[] {
  return keepWithNext(layLines([{ text }], [{ tag: 'H1' }], setting.style.title, setting))
}

/** The blocks of a message in rows, less what belongs to emails only. */
export function layBlocks(blocks: readonly Block[], setting: Setting): Row[] {
  const firstHeading = blocks.findIndex(({ type }) => type === 'heading')
  return blocks.flatMap((block, index) => {
    const isUnderHeading = firstHeading >= 0 && index > firstHeading
    return layBlock(block, { ...setting, contactTag: isUnderHeading ? 'H3' : 'H2' })
  })
}

function layBlock(block: Block, setting: BlockSetting): Row[] {
  const { body, heading, spaceBefore } = setting.style
  switch (block.type) {
    case 'heading': {
      const rows = layLines([{ text: block.text }], [{ tag: 'H2' }], heading, setting)
      return withSpaceBefore(spaceBefore.heading, keepWithNext(rows))
    }
    case 'paragraph': {
      const { text, writtenIn } = block
      const element: Element = { tag: 'P', ...(writtenIn && { language: writtenIn.code }) }
      const rows = layLines([{ text }], [element], body, setting, writtenIn && { direction: writtenIn.direction })
      // "You can:" stays with the first of the things.
      return withSpaceBefore(spaceBefore.paragraph, text.endsWith(':') ? keepWithNext(rows) : rows)
    }
    case 'calendar-file':
      return []
    case 'list':
      return layList(block.items, { listNumbering: 'Disc', markOf: () => '•' }, setting)
    case 'steps':
      return layList(block.items, { listNumbering: 'Decimal', markOf: (index) => `${index + 1}.` }, setting)
    case 'date':
      return layDatePanel(block, setting)
    case 'contact':
      return layContact(block.point, setting)
    case 'link':
      return layWebLink(block.text, block.url, setting)
  }
}

interface ListMarks {
  readonly listNumbering: 'Disc' | 'Decimal'
  readonly markOf: (index: number) => string
}

function layList(items: readonly string[], { listNumbering, markOf }: ListMarks, setting: Setting): Row[] {
  const { body, mark, listIndent, spaceBefore } = setting.style
  const list: Element = { tag: 'L', listNumbering }
  return items.flatMap((text, index) => {
    const path: Element[] = [list, { tag: 'LI' }]
    const marks = layLines([{ text: markOf(index) }], [...path, { tag: 'Lbl' }], mark, setting)
    const rows = layLines([{ text }], [...path, { tag: 'LBody' }], body, setting, { indent: listIndent })
    const marked = rows.map((row, line) => ({ ...row, pieces: [...(marks[line]?.pieces ?? []), ...row.pieces] }))
    return withSpaceBefore(index === 0 ? spaceBefore.paragraph : spaceBefore.item, marked)
  })
}

/** A date that matters, in a frame, on one page. A frame shows on every printer; a tint would dim the words. */
function layDatePanel({ label, date, notes }: DatePanel, setting: Setting): Row[] {
  const { body, date: dateStyle, spaceBefore } = setting.style
  const frame: Frame = { padding: FRAME_PADDING }
  const panel: Element = { tag: 'Div' }
  const lay = (text: string, style: TextStyle) =>
    layText([{ text }], {
      style,
      path: [panel, { tag: 'P' }],
      indent: FRAME_PADDING,
      width: TEXT_WIDTH - 2 * FRAME_PADDING,
      direction: directionOf(setting),
      typesetting: setting.typesetting,
    })
  const rows = keepTogether([
    ...lay(`${label}:`, body),
    ...lay(date, dateStyle),
    ...notes.flatMap((note) => withSpaceBefore(spaceBefore.item, lay(note, body))),
  ])
  const framed = rows.map((row, index) => {
    const above = index === 0 ? FRAME_PADDING : 0
    const below = index === rows.length - 1 ? FRAME_PADDING : 0
    return { ...row, frame, lineTop: above, height: above + row.height + below }
  })
  return withSpaceBefore(spaceBefore.contact, framed)
}

/** Name, phone, email and web address on one page. */
function layContact(point: ContactPoint, setting: BlockSetting): Row[] {
  const { body, contactName, spaceBefore } = setting.style
  const name = layLines([{ text: point.name }], [{ tag: setting.contactTag }], contactName, setting)
  const lines = contactLines(point, setting.language).flatMap((line) =>
    layLines(contactSpans(line), [{ tag: 'P' }], body, setting),
  )
  return withSpaceBefore(spaceBefore.contact, keepTogether([...name, ...lines]))
}

/** What a web page has, and below it the page's address in full. */
function layWebLink(text: string, url: string, setting: Setting): Row[] {
  const { body, spaceBefore } = setting.style
  const path: Element[] = [{ tag: 'P' }]
  const rows = [
    ...layLines([{ text: `${text}: ` }], path, body, setting),
    ...layLines([{ text: url, link: { url, says: `${text}: ${url}` } }], path, body, setting),
  ]
  return withSpaceBefore(spaceBefore.paragraph, keepTogether(rows))
}

interface LinesPlace {
  readonly indent?: number
  /** Where it is not the message's. */
  readonly direction?: Direction
}

function layLines(
  spans: readonly Span[],
  path: readonly Element[],
  style: TextStyle,
  setting: Setting,
  { indent = 0, direction = directionOf(setting) }: LinesPlace = {},
): Row[] {
  const { typesetting } = setting
  return layText(spans, { style, path, indent, width: TEXT_WIDTH - indent, direction, typesetting })
}

/** The direction of the message itself. */
export function directionOf({ language }: Pick<Setting, 'language'>): Direction {
  return language?.direction ?? 'ltr'
}
