import { strToU8, type Zippable, zipSync } from 'fflate'

/** A cell: a number, or a text. */
export type Cell = number | string

/** A sheet: a title, what is to be said of it, and one table with a header row. */
export interface Sheet {
  readonly name: string
  readonly title: string
  readonly about: readonly string[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A spreadsheet: what it is called, and its sheets. */
export interface Spreadsheet {
  readonly title: string
  readonly council: string
  readonly sheets: readonly Sheet[]
}

/**
 * An OpenDocument spreadsheet by the government's guidance for accessible spreadsheets: on each sheet one table at most, which begins in
 * the first column, has a header row and a name, and no cell that is merged or left empty.
 * https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/
 */
export function openDocumentSpreadsheet({ title, council, sheets }: Spreadsheet): Uint8Array<ArrayBuffer> {
  const files: Zippable = {
    // The first file, and not compressed: by it a program knows what the rest is.
    mimetype: [strToU8(MIME_TYPE), { level: 0 }],
    'META-INF/manifest.xml': strToU8(MANIFEST),
    'meta.xml': strToU8(metaOf(title, council)),
    'styles.xml': strToU8(STYLES),
    'content.xml': strToU8(contentOf(sheets)),
  }
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) })
}

export const MIME_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'

/** A number as a number, everything else as a text. */
export function asCell(text: string): Cell {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

const NAMESPACES = [
  ['office', 'office'],
  ['table', 'table'],
  ['text', 'text'],
  ['style', 'style'],
  ['meta', 'meta'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'office:version="1.3"',
  )
  .join(' ')
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

const MANIFEST = `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME_TYPE}"/>${[
  'content.xml',
  'styles.xml',
  'meta.xml',
]
  .map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`)
  .join('')}</manifest:manifest>`

const STYLES = `${XML}<office:document-styles ${NAMESPACES}><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-size="12pt" fo:font-family="Arial" fo:language="en" fo:country="GB"/></style:default-style><style:style style:name="Title" style:display-name="Heading 1" style:family="table-cell"><style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style><style:style style:name="Header" style:display-name="Heading 2" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style></office:styles></office:document-styles>`

function metaOf(title: string, council: string): string {
  return `${XML}<office:document-meta ${NAMESPACES}><office:meta><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(council)}</dc:creator><dc:language>en-GB</dc:language></office:meta></office:document-meta>`
}

function contentOf(sheets: readonly Sheet[]): string {
  const styles =
    '<office:automatic-styles><style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="8cm"/></style:style><style:style style:name="number" style:family="table-column"><style:table-column-properties style:column-width="3.2cm"/></style:style></office:automatic-styles>'
  const ranges = sheets.filter(({ header }) => header.length > 0).map(rangeOf)
  return `${XML}<office:document-content ${NAMESPACES}>${styles}<office:body><office:spreadsheet>${sheets.map(sheetXml).join('')}<table:database-ranges>${ranges.join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`
}

function sheetXml({ name, title, about, header, rows }: Sheet): string {
  const width = Math.max(1, header.length)
  const columns = `<table:table-column table:style-name="wide"/>${width > 1 ? `<table:table-column table:style-name="number" table:number-columns-repeated="${width - 1}"/>` : ''}`
  const lines = [
    row([cell(title, 'Title')]),
    ...about.map((text) => row([cell(text)])),
    ...(header.length > 0
      ? [`<table:table-header-rows>${row(header.map((text) => cell(text, 'Header')))}</table:table-header-rows>`]
      : []),
    ...rows.map((cells) => row(cells.map((one) => cell(one)))),
  ]
  return `<table:table table:name="${escaped(name)}">${columns}${lines.join('')}</table:table>`
}

/** The name by which a screen reader and a program find the table of a sheet. */
function rangeOf({ name, about, header, rows }: Sheet): string {
  const first = about.length + 2
  const address = `${name}.A${first}:${name}.${columnName(header.length)}${first + rows.length}`
  return `<table:database-range table:name="Table_${name}" table:target-range-address="${address}" table:contains-header="true"/>`
}

/** "A" for 1, "AA" for 27. */
function columnName(number: number): string {
  const before = Math.floor((number - 1) / 26)
  return `${before > 0 ? columnName(before) : ''}${String.fromCharCode(65 + ((number - 1) % 26))}`
}

function row(cells: readonly string[]): string {
  return `<table:table-row>${cells.join('')}</table:table-row>`
}

/** Text is never a formula here: a formula has an attribute of its own. */
function cell(content: Cell, style?: 'Title' | 'Header'): string {
  const kind =
    typeof content === 'number' ? `office:value-type="float" office:value="${content}"` : 'office:value-type="string"'
  const styled = style ? ` table:style-name="${style}"` : ''
  return `<table:table-cell ${kind}${styled}><text:p>${escaped(String(content))}</text:p></table:table-cell>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
