import type PDFDocument from 'pdfkit'
import type { StructureElement } from 'pdfkit'
import type { Element } from './row.ts'

/**
 * Writes the structure tree of a PDF as the letter is drawn: what is drawn first is read first. Elements that a piece
 * shares with the piece before stay open, over a page's end too.
 */
export class StructureWriter {
  readonly #document: PDFDocument
  readonly #root: StructureElement
  #open: { readonly element: Element; readonly written: StructureElement }[] = []

  constructor(document: PDFDocument) {
    this.#document = document
    this.#root = document.struct('Document')
    // First of all, because pdfkit draws an element's content when the element hangs on the document.
    document.addStructure(this.#root)
  }

  /**
   * Draws the content of an element.
   *
   * @param path from the outermost element to the one that the content belongs to
   * @returns that one
   */
  write(path: readonly Element[], draw: () => void): StructureElement {
    const firstOther = path.findIndex((element, level) => this.#open[level]?.element !== element)
    const shared = firstOther < 0 ? path.length : firstOther
    this.#closeTo(shared)
    for (const element of path.slice(shared)) {
      const written = this.#document.struct(element.tag)
      // pdfkit has no option for it (PDF/UA-1 asks for it where a list is numbered).
      if (element.listNumbering) written.dictionary.data.A = { O: 'List', ListNumbering: element.listNumbering }
      // A String object, which pdfkit writes as text. It writes a plain string as a name.
      if (element.language) written.dictionary.data.Lang = new String(element.language)
      this.#innermost().add(written)
      this.#open.push({ element, written })
    }
    return this.#innermost().add(draw)
  }

  /** Ends open links: pdfkit notes for a link the page on which it is ended. */
  endPage(): void {
    const firstLink = this.#open.findIndex(({ element }) => element.tag === 'Link')
    if (firstLink >= 0) this.#closeTo(firstLink)
  }

  end(): void {
    this.#closeTo(0)
    this.#root.end()
  }

  #innermost(): StructureElement {
    return this.#open.at(-1)?.written ?? this.#root
  }

  #closeTo(level: number): void {
    for (const { written } of this.#open.slice(level).reverse()) written.end()
    this.#open = this.#open.slice(0, level)
  }
}
