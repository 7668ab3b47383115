import { contactLines } from '../../guidance/contact-lines.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Block, MessageContent } from '../content.ts'
import { contactSpans } from './contact-spans.ts'
import { layAddress } from './lay-address.ts'
import { layBlocks, layTitle, type Setting } from './lay-blocks.ts'
import { layText, type Span } from './lay-text.ts'
import { ADDRESS_WINDOW, FIRST_PAGE, PAGE, TEXT_WIDTH } from './letter-page.ts'
import type { LetterPaper } from './letter-paper.ts'
import { LETTER_STYLES, type LetterStyle, type TextStyle } from './letter-style.ts'
import { type PlacedRow, paginate } from './paginate.ts'
import { keepTogether, type Row, withSpaceBefore } from './row.ts'
import type { Typesetting } from './typesetting.ts'

/** From the text of a page down to the foot with its number, in points. */
const ABOVE_THE_FOOT = 16

/** What stands at the foot of each page. It is not part of what is read aloud. */
export interface Foot {
  readonly style: TextStyle
  readonly top: number
  readonly left: string
  readonly right: string
}

export interface LaidPage {
  /** In the order of reading. */
  readonly rows: readonly PlacedRow[]
  readonly foot: Foot
}

/** Lays a letter on its pages. @throws UnprintableLetterError when the address does not fit the envelope's window */
export function layLetter(content: MessageContent, paper: LetterPaper, typesetting: Typesetting): LaidPage[] {
  const style = LETTER_STYLES[paper.size]
  const setting = { style, typesetting, ...(content.language && { language: content.language }) }
  const { above, below } = layLetterhead(content, paper, style, typesetting)
  const address = layAddress(paper.to, style, typesetting)
  const text = [
    ...below,
    ...withSpaceBefore(style.spaceBefore.heading, layTitle(content.title, setting)),
    ...layBlocks(content.blocks, setting),
    ...underRule(style.spaceBefore.heading * 2, layFooter(content.footer, setting)),
  ]
  const footTop = PAGE.bottom - style.body.lineHeight
  const pages = paginate(text, { firstTop: FIRST_PAGE.textTop, top: PAGE.top, bottom: footTop - ABOVE_THE_FOOT })
  return pages.map((rows, index) => ({
    rows: index === 0 ? [...above, ...placeAddress(address), ...rows] : rows,
    foot: {
      style: style.body,
      top: footTop,
      left: `Case reference ${paper.caseReference}`,
      right: `Page ${index + 1} of ${pages.length}`,
    },
  }))
}

/** The council and how to reach it above the envelope's window, as far as there is room; the rest and the day below it. */
function layLetterhead(
  { council, language }: Pick<MessageContent, 'council' | 'language'>,
  { from, date, caseReference }: LetterPaper,
  style: LetterStyle,
  typesetting: Typesetting,
): { readonly above: PlacedRow[]; readonly below: Row[] } {
  const lay = (spans: readonly Span[], textStyle: TextStyle) =>
    keepTogether(
      layText(spans, {
        style: textStyle,
        path: [{ tag: 'P' }],
        indent: 0,
        width: TEXT_WIDTH,
        direction: 'ltr',
        typesetting,
      }),
    )
  const { name, phone, email } = from
  const lines = [
    lay([{ text: council }], style.letterheadName),
    lay([{ text: name }], style.letterhead),
    ...contactLines({ name, phone, email }, language).map((line) => lay(contactSpans(line), style.letterhead)),
  ]
  const { letterheadTop: top, letterheadBottom: bottom } = FIRST_PAGE
  const [above = [], ...others] = paginate(lines.flat(), { firstTop: top, top, bottom })
  return {
    above,
    below: [
      ...others.flat().map(({ row }) => row),
      ...lay([{ text: formatDate(date) }], style.letterhead),
      ...lay([{ text: `Case reference: ${caseReference}` }], style.letterhead),
    ],
  }
}

function placeAddress(rows: readonly Row[]): PlacedRow[] {
  const height = rows.reduce((sum, row) => sum + row.height, 0)
  return rows.map((row, index) => ({
    row,
    top: ADDRESS_WINDOW.bottom - height + rows.slice(0, index).reduce((sum, { height }) => sum + height, 0),
  }))
}

/** The last two blocks of a letter are on one page, so that no page has a line or two alone. */
function layFooter(blocks: readonly Block[], setting: Setting): Row[] {
  return [...layBlocks(blocks.slice(0, -2), setting), ...keepTogether(layBlocks(blocks.slice(-2), setting))]
}

/** Parts the end of every message from what it says. */
function underRule(space: number, rows: readonly Row[]): Row[] {
  return withSpaceBefore(space, rows).map((row, index) => ({ ...row, ruleBefore: index === 0 }))
}
