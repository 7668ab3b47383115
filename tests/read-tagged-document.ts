import { inflateSync } from 'node:zlib'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

/** A text as it stands on a page. Lengths are in points, from the top left. */
export interface PrintedText {
  readonly text: string
  readonly size: number
  readonly left: number
  /** Of what can be seen: without the space at the end of a line. */
  readonly width: number
  /** The line that the letters stand on. */
  readonly baseline: number
  /** The number of the marked content that it is in; undefined in an artifact. */
  readonly content?: number
}

/** An element of the structure tree, as far as it is on one page. */
export interface ReadElement {
  readonly tag: string
  readonly children: readonly (ReadElement | string)[]
  /** Where its annotations lead. */
  readonly links: readonly string[]
}

export interface ReadPage {
  readonly texts: readonly PrintedText[]
  readonly elements: readonly ReadElement[]
  /** Drawn with no mark of what it is. */
  readonly unmarked: number
  readonly annotations: readonly { readonly url: string; readonly says: string }[]
}

export interface TaggedDocument {
  readonly title: string
  readonly language: string
  readonly showsTitle: boolean
  readonly isTagged: boolean
  /** Of the XMP metadata, by name. */
  readonly metadata: (name: string) => string | undefined
  readonly pages: readonly ReadPage[]
}

interface StructureNode {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly StructureNode[]
}

/** Reads a PDF with pdf.js, by which the browser Firefox shows PDFs and gives them to screen readers. */
export async function readTaggedDocument(bytes: Uint8Array): Promise<TaggedDocument> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  try {
    const { info, metadata } = await pdf.getMetadata()
    const { Title: title, Language: language } = info as { Title: string; Language: string }
    const preferences = (await pdf.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null
    const pages: ReadPage[] = []
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(await pdf.getPage(number)))
    return {
      title,
      language,
      showsTitle: preferences?.DisplayDocTitle === true,
      isTagged: (await pdf.getMarkInfo())?.Marked === true,
      metadata: (name) => metadata?.get(name) ?? undefined,
      pages,
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

async function readPage(page: Page): Promise<ReadPage> {
  const height = page.view[3] ?? 0
  const { texts, unmarked } = await readContent(page, height)
  const annotations = new Map<string, { url: string; says: string }>()
  for (const { id, unsafeUrl, contentsObj } of await page.getAnnotations()) {
    annotations.set(id, { url: unsafeUrl, says: contentsObj.str })
  }
  const tree = (await page.getStructTree()) as StructureNode
  const textsIn = (id = '') => {
    const content = Number(/_mc(\d+)$/.exec(id)?.[1])
    return texts.filter((text) => text.content === content).map(({ text }) => text)
  }
  const toElement = ({ role = '', children = [] }: StructureNode): ReadElement => ({
    tag: role,
    links: children
      .filter(({ type }) => type === 'object' || type === 'annotation')
      .map(({ id = '' }) => annotations.get(id)?.url ?? ''),
    children: children.flatMap((child): (ReadElement | string)[] => {
      if (child.role !== undefined) return [toElement(child)].filter(isOnThePage)
      return child.type === 'content' ? textsIn(child.id) : []
    }),
  })
  const [root] = tree.children ?? []
  return {
    texts,
    unmarked,
    annotations: [...annotations.values()],
    elements: (root?.children ?? []).map(toElement).filter(isOnThePage),
  }
}

/** pdf.js gives for each page the elements beside those on it too, without their content. */
function isOnThePage({ children, links }: ReadElement): boolean {
  return children.length > 0 || links.length > 0
}

/** What the page draws, with the marks that it stands in. */
async function readContent(page: Page, height: number): Promise<Pick<ReadPage, 'texts' | 'unmarked'>> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const texts: PrintedText[] = []
  const marks: (number | undefined)[] = []
  let unmarked = 0
  let size = 0
  let at = { left: 0, baseline: 0 }
  fnArray.forEach((operation: number, index: number) => {
    const values = argsArray[index]
    switch (operation) {
      case OPS.beginMarkedContentProps:
        marks.push(values[1] ?? marks.at(-1))
        break
      case OPS.beginMarkedContent:
        marks.push(undefined)
        break
      case OPS.endMarkedContent:
        marks.pop()
        break
      case OPS.setFont:
        size = values[1]
        break
      case OPS.setTextMatrix: {
        const [matrix] = values
        at = { left: matrix[4], baseline: height - matrix[5] }
        break
      }
      case OPS.constructPath:
        if (marks.length === 0) unmarked++
        break
      case OPS.showText: {
        if (marks.length === 0) unmarked++
        const glyphs: readonly (number | Glyph)[] = values[0]
        const content = marks.at(-1)
        texts.push({
          text: textIn(glyphs),
          width: widthOf(glyphs) * size,
          size,
          ...at,
          ...(content !== undefined && { content }),
        })
        break
      }
    }
  })
  return { texts, unmarked }
}

interface Glyph {
  readonly unicode: string
  /** In thousandths of the size. */
  readonly width: number
}

function textIn(glyphs: readonly (number | Glyph)[]): string {
  return glyphs.map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode)).join('')
}

/** In sizes of the letters. Numbers between glyphs move them together. */
function widthOf(glyphs: readonly (number | Glyph)[]): number {
  const last = glyphs.findLastIndex((glyph) => typeof glyph !== 'number' && glyph.unicode.trim() !== '')
  const widths = glyphs.slice(0, last + 1).map((glyph) => (typeof glyph === 'number' ? -glyph : glyph.width))
  return widths.reduce((sum, width) => sum + width, 0) / 1000
}

/** The words of an element, as they are read out. */
export function textOf(element: ReadElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** Every element of a page with these tags, in the order of reading. */
export function elementsOf(elements: readonly ReadElement[], ...tags: readonly string[]): ReadElement[] {
  return elements.flatMap((element) => [
    ...(tags.length === 0 || tags.includes(element.tag) ? [element] : []),
    ...elementsOf(
      element.children.filter((child) => typeof child !== 'string'),
      ...tags,
    ),
  ])
}

/** The same, of every page. */
export function allElements({ pages }: TaggedDocument, ...tags: readonly string[]): ReadElement[] {
  return pages.flatMap(({ elements }) => elementsOf(elements, ...tags))
}

/** The text from the title on, with each element of the outermost level in a line of its own. */
export function bodyText({ pages }: TaggedDocument): string {
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

/** A length in points. */
export function millimetres(length: number): number {
  return (length * 72) / 25.4
}

/** What is read out in the place of what is drawn, in the order of the file. */
export function textsThatAreSaid(bytes: Uint8Array): readonly string[] {
  const source = Buffer.from(bytes)
  const drawn = [...source.toString('latin1').matchAll(/\/FlateDecode\n>>\nstream\n/g)].map(
    ({ index, 0: { length } }) => {
      const start = index + length
      return inflateSync(source.subarray(start, source.indexOf('\nendstream', start))).toString('latin1')
    },
  )
  return drawn.flatMap((content) =>
    [...content.matchAll(/\/ActualText \(\xfe\xff((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, text = '']) =>
      Buffer.from(unescaped(text), 'latin1').swap16().toString('utf16le'),
    ),
  )
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, sign: string) => ESCAPED[sign] ?? sign)
}
