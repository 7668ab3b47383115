/** The part of pdfkit 0.20 that letters and reports use. The types that others publish stop at 0.17 and lack tagging. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'
  import type { Glyph } from 'fontkit'

  /** An element of the structure tree. Content is drawn as it is added, if the element hangs on the document. */
  export interface StructureElement {
    readonly dictionary: { readonly data: Record<string, unknown> }
    add(child: StructureElement | (() => void)): this
    /** Nothing can be added any more. A link is bound to the page on which it is ended. */
    end(): void
  }

  interface TextOptions {
    readonly lineBreak: false
    readonly baseline: 'alphabetic'
  }

  /** Text that is broken into lines of this width. */
  interface FlowingTextOptions {
    readonly width: number
  }

  /** A cell of a table. pdfkit tags it, and writes for each cell which headers it has. */
  export interface TableCell {
    readonly text: string
    readonly type: 'TH' | 'TD'
    readonly scope?: 'Row' | 'Column'
    readonly align?: 'left' | 'right'
    readonly font?: { readonly src: string }
  }

  export interface Table {
    /** Draws a row. It is the last row of the page where none fits below it. */
    row(cells: readonly TableCell[]): this
    end(): void
  }

  interface LinkOptions {
    readonly structParent: StructureElement
    /** A String object, which pdfkit writes as text. It writes a plain string as a name. */
    readonly Contents: object
  }

  /** Glyphs from left to right. Lengths are in thousandths of the size. */
  export interface GlyphRun {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly {
      readonly xAdvance: number
      readonly yAdvance: number
      readonly xOffset: number
      readonly yOffset: number
      /** Of the glyph by itself. */
      readonly advanceWidth: number
    }[]
    readonly advanceWidth: number
  }

  /** A PDF. Its bytes can be read once it is ended. Lengths are in points, from the top left of the page. */
  export default class PDFDocument extends Readable {
    constructor(options: {
      readonly pdfVersion: '1.7'
      readonly size: 'A4'
      readonly margin: number
      readonly autoFirstPage: boolean
      /** Empty: no font until one is asked for. Otherwise Helvetica, which is not embedded, is loaded. */
      readonly font: ''
      readonly tagged: boolean
      readonly lang: string
      readonly displayTitle: boolean
      readonly info: { readonly Title: string; readonly CreationDate: Date }
    })
    /** Adds to the document's XMP metadata. */
    appendXML(xml: string): void
    /** As the document is, unless it says otherwise. */
    addPage(options?: { readonly size: 'A4'; readonly layout: 'landscape'; readonly margin: number }): this
    readonly page: { readonly width: number; readonly height: number }
    /** Where the next text comes to stand. */
    x: number
    y: number
    heightOfString(text: string, options: FlowingTextOptions): number
    table(options: {
      readonly position: { readonly x: number; readonly y: number }
      readonly columnStyles: readonly number[]
      readonly defaultStyle: { readonly border: readonly number[]; readonly padding: number }
      readonly structParent: StructureElement
    }): Table
    /** What a reader shows beside the pages, to go to one of them. */
    readonly outline: { addItem(title: string): unknown }
    /** @param font its file, or the name under which it is opened already */
    registerFont(name: string, font: Uint8Array | string): this
    font(name: string): this
    fontSize(points: number): this
    widthOfString(text: string): number
    text(text: string, x: number, y: number, options: TextOptions | FlowingTextOptions): this
    link(x: number, y: number, width: number, height: number, url: string, options: LinkOptions): this
    lineWidth(points: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    rect(x: number, y: number, width: number, height: number): this
    stroke(): this
    struct(tag: string): StructureElement
    addStructure(element: StructureElement): this
    /** The font that was asked for last. pdfkit keeps it to itself, and has no other way to take glyphs that are shaped already. */
    readonly _font: { layout: (text: string) => GlyphRun }
    /** Content with the text that it stands for. */
    markContent(tag: 'Span', options: { readonly actual: string }): this
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this
    endMarkedContent(): this
    end(): void
  }
}
