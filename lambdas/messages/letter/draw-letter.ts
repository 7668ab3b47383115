import type PDFDocument from 'pdfkit'
import type { FontsOnPaper } from './fonts-on-paper.ts'
import type { Foot, LaidPage } from './lay-letter.ts'
import { PAGE } from './letter-page.ts'
import type { TextStyle } from './letter-style.ts'
import type { Direction } from './line-order.ts'
import type { PlacedRow } from './paginate.ts'
import type { Frame, Piece } from './row.ts'
import { StructureWriter } from './structure-writer.ts'

const LINE_WIDTH = 1.5
/** Where the letters stand in a line, in sizes of the letters: the middle of a capital is the middle of the line. */
const HALF_A_CAPITAL = 0.357

/** Draws the pages. What is not read, the frames, rules and feet, is marked as an artifact. */
export function drawLetter(document: PDFDocument, fonts: FontsOnPaper, pages: readonly LaidPage[]): void {
  const structure = new StructureWriter(document)
  for (const { rows, foot } of pages) {
    document.addPage()
    drawFrames(document, rows)
    for (const [index, placed] of rows.entries()) {
      const { ruleBefore, spaceBefore } = placed.row
      if (ruleBefore && index > 0) drawRule(document, placed.top - spaceBefore / 2)
      for (const piece of placed.row.pieces) drawPiece(document, fonts, structure, piece, placed)
    }
    structure.endPage()
    drawFoot(document, fonts, foot)
  }
  structure.end()
}

function drawPiece(
  document: PDFDocument,
  fonts: FontsOnPaper,
  structure: StructureWriter,
  piece: Piece,
  { row, top }: PlacedRow,
): void {
  const { text, left, width, style, direction, path, link } = piece
  const x = PAGE.left + left
  const lineTop = top + row.lineTop
  const element = structure.write(path, () => drawText(fonts, text, x, lineTop, style, direction))
  if (link) {
    // Not underlined: a line would hide the underscores of an address.
    document.link(x, lineTop, width, style.lineHeight, link.url, {
      structParent: element,
      Contents: new String(link.says),
    })
  }
}

function drawText(
  fonts: FontsOnPaper,
  text: string,
  x: number,
  lineTop: number,
  style: TextStyle,
  direction: Direction,
): void {
  fonts.draw(text, x, lineTop + style.lineHeight / 2 + style.size * HALF_A_CAPITAL, style, direction)
}

function drawFrames(document: PDFDocument, rows: readonly PlacedRow[]): void {
  const frames = new Map<Frame, { readonly top: number; bottom: number }>()
  for (const { row, top } of rows) {
    if (!row.frame) continue
    const extent = frames.get(row.frame) ?? { top, bottom: top }
    frames.set(row.frame, { ...extent, bottom: top + row.height })
  }
  for (const { top, bottom } of frames.values()) {
    drawArtifact(document, 'Layout', () => {
      document
        .lineWidth(LINE_WIDTH)
        .rect(PAGE.left, top, PAGE.right - PAGE.left, bottom - top)
        .stroke()
    })
  }
}

function drawRule(document: PDFDocument, y: number): void {
  drawArtifact(document, 'Layout', () => {
    document.lineWidth(LINE_WIDTH).moveTo(PAGE.left, y).lineTo(PAGE.right, y).stroke()
  })
}

function drawFoot(document: PDFDocument, fonts: FontsOnPaper, { style, top, left, right }: Foot): void {
  drawArtifact(document, 'Pagination', () => {
    drawText(fonts, left, PAGE.left, top, style, 'ltr')
    drawText(fonts, right, PAGE.right - fonts.measure(right, style), top, style, 'ltr')
  })
}

function drawArtifact(document: PDFDocument, type: 'Layout' | 'Pagination', draw: () => void): void {
  document.markContent('Artifact', { type })
  draw()
  document.endMarkedContent()
}
