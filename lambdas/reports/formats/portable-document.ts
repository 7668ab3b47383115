import type PDFDocument from 'pdfkit'
import type { StructureElement, TableCell } from 'pdfkit'
import { readLetterFont, USUAL_FONT } from '../../messages/letter/letter-fonts.ts'
import { beginTaggedDocument } from '../../messages/letter/tagged-document.ts'
import type { ReportTable } from '../report-table.ts'
import { figureAsText, numberAsText } from './education-statistics.ts'
import { coverLines, type ReportCover } from './report-cover.ts'
import { columnHeadings, definitionOf, periodInWords, SIGN_WORDS, titleOf } from './titles.ts'

const MARGIN = 40
/** Sizes of letters in points. */
const SIZES = { title: 17, heading: 13, text: 10, table: 8.5, foot: 8 } as const
const FIRST_COLUMN = 190
const PADDING = 3
const SPACE = 8

/**
 * All tables as a tagged PDF, for whoever prints it or puts it before a meeting: a screen reader finds the headings, and the
 * headers of each cell (PDF/UA-1). A table that goes on over a page has its header row again.
 * @returns its bytes; the same tables and cover give the same bytes
 */
export async function portableDocument(
  cover: ReportCover,
  tables: readonly ReportTable[],
): Promise<Uint8Array<ArrayBuffer>> {
  const period = tables[0] ? periodInWords(tables[0].period) : ''
  const title = `${cover.title}: ${period}`
  const document = await beginTaggedDocument({ title, language: 'en-GB', createdOn: new Date(cover.madeAt) })
  const fonts = await readLetterFont(USUAL_FONT)
  for (const weight of ['regular', 'bold'] as const) {
    document.registerFont(weight, fonts[weight]).font(weight)
    // Opened, it is known by its name: around each cell pdfkit goes back to the font before, and would open its file again.
    document.registerFont(weight, weight)
  }
  const paper = new Paper(document, `${cover.title}, ${period}. ${cover.council}`)
  paper.write('H1', title)
  for (const text of coverLines(cover, tables)) paper.write('P', text)
  for (const words of Object.values(SIGN_WORDS)) paper.write('P', words)
  for (const table of tables) {
    paper.beginTable(titleOf(table.measure), heightOf(paper, table))
    draw(paper, table)
    for (const words of table.missing ?? []) paper.write('P', words)
    for (const { term, text } of definitionOf(table.measure)) paper.write('P', `${term}: ${text}`)
  }
  paper.end()
  return new Uint8Array(Buffer.concat(await document.toArray()))
}

/** How high a table is, if it is not higher than a page. */
function heightOf(paper: Paper, table: ReportTable): number {
  const { header, rows, widths } = cellsOf(table)
  return [header, ...rows].reduce((sum, row) => sum + paper.heightOfRow(row, widths), 0)
}

function draw(paper: Paper, table: ReportTable): void {
  const { header, rows, widths } = cellsOf(table)
  paper.table(header, rows, widths)
}

function cellsOf(table: ReportTable) {
  const headings = columnHeadings(table)
  const others = (Paper.width - FIRST_COLUMN) / Math.max(1, headings.length - 1)
  const header = headings.map(
    (text, place): TableCell => ({
      text,
      type: 'TH',
      scope: 'Column',
      align: place === 0 ? 'left' : 'right',
      font: { src: 'bold' },
    }),
  )
  const rows = table.lines.map((line): readonly TableCell[] => [
    { text: line.name, type: 'TH', scope: 'Row', align: 'left' },
    ...[...line.cells.map(numberAsText), ...line.figures.map(figureAsText)].map(
      (text): TableCell => ({ text, type: 'TD', align: 'right' }),
    ),
  ])
  return { header, rows, widths: headings.map((_, place) => (place === 0 ? FIRST_COLUMN : others)) }
}

/** Pages on which things are written from the top down. */
class Paper {
  /** Of an A4 page on its side, between the margins. */
  static readonly width = 841.89 - 2 * MARGIN
  static readonly #bottom = 595.28 - MARGIN
  readonly #document: PDFDocument
  readonly #root: StructureElement
  readonly #foot: string
  #pages = 0

  constructor(document: PDFDocument, foot: string) {
    this.#document = document
    this.#foot = foot
    this.#root = document.struct('Document')
    // First of all, because pdfkit draws an element's content when the element hangs on the document.
    document.addStructure(this.#root)
    this.#newPage()
  }

  write(tag: 'H1' | 'H2' | 'P', text: string): void {
    const size = tag === 'H1' ? SIZES.title : tag === 'H2' ? SIZES.heading : SIZES.text
    this.#choose(tag === 'P' ? 'regular' : 'bold', size)
    const options = { width: Paper.width }
    if (this.#document.y + this.#document.heightOfString(text, options) > Paper.#bottom) this.#newPage()
    this.#choose(tag === 'P' ? 'regular' : 'bold', size)
    const element = this.#document.struct(tag)
    this.#root.add(element)
    element.add(() => this.#document.text(text, MARGIN, this.#document.y, options))
    element.end()
    this.#document.y += SPACE / 2
  }

  /** The heading of a table, on the page on which the table begins: the next one where it does not fit on this. */
  beginTable(title: string, height: number): void {
    this.#document.y += SPACE
    const room = Paper.#bottom - this.#document.y - 2 * SIZES.heading - SPACE
    if (height > room) this.#newPage()
    this.#document.outline.addItem(title)
    this.write('H2', title)
  }

  heightOfRow(cells: readonly TableCell[], widths: readonly number[]): number {
    const heights = cells.map(({ text, font }, place) => {
      this.#choose(font ? 'bold' : 'regular', SIZES.table)
      return this.#document.heightOfString(text, { width: (widths[place] ?? 0) - 2 * PADDING })
    })
    return Math.max(...heights) + 2 * PADDING
  }

  table(header: readonly TableCell[], rows: readonly (readonly TableCell[])[], widths: readonly number[]): void {
    const begin = () => {
      this.#choose('regular', SIZES.table)
      return this.#document
        .table({
          position: { x: MARGIN, y: this.#document.y },
          columnStyles: widths,
          defaultStyle: { border: [0, 0, 0.5, 0], padding: PADDING },
          structParent: this.#root,
        })
        .row(header)
    }
    let table = begin()
    for (const row of rows) {
      if (this.#document.y + this.heightOfRow(row, widths) > Paper.#bottom) {
        table.end()
        this.#newPage()
        table = begin()
      }
      this.#choose('regular', SIZES.table)
      table.row(row)
    }
    table.end()
    this.#document.y += SPACE
  }

  end(): void {
    this.#root.end()
    this.#document.end()
  }

  #choose(font: 'regular' | 'bold', size: number): void {
    this.#document.font(font).fontSize(size)
  }

  #newPage(): void {
    this.#document.addPage({ size: 'A4', layout: 'landscape', margin: 0 })
    this.#pages += 1
    this.#document.markContent('Artifact', { type: 'Pagination' })
    this.#choose('regular', SIZES.foot)
    const options = { lineBreak: false, baseline: 'alphabetic' } as const
    this.#document.text(this.#foot, MARGIN, Paper.#bottom + MARGIN / 2, options)
    this.#document.text(`Page ${this.#pages}`, MARGIN + Paper.width - 40, Paper.#bottom + MARGIN / 2, options)
    this.#document.endMarkedContent()
    this.#document.y = MARGIN
  }
}
