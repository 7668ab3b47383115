import type PDFDocument from 'pdfkit'

/** Says that the file keeps the rules of PDF/UA-1 (ISO 14289-1, clause 5), which a screen reader looks for. */
const PDF_UA_1 = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>`

/** What a PDF says of itself. */
export interface Metadata {
  readonly title: string
  readonly language: string
  readonly createdOn: Date
}

/**
 * An empty PDF that a screen reader can read: what is drawn on it has to hang on its structure tree. pdfkit is loaded when the first
 * one is begun, so that a function starts no slower for it.
 */
export async function beginTaggedDocument({ title, language, createdOn }: Metadata): Promise<PDFDocument> {
  const { default: Document } = await import('pdfkit')
  const document = new Document({
    pdfVersion: '1.7',
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: '',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: inMetadata(title), CreationDate: createdOn },
  })
  // Not by pdfkit's own option: with it pdfkit adds a list of the font's glyphs that leaves out the parts of glyphs that
  // are made of several, such as "é", and a list that is there has to be complete (PDF/UA-1, 7.21.4.2).
  document.appendXML(PDF_UA_1)
  return document
}

/** pdfkit writes the title into the metadata, which is XML, as it is. */
function inMetadata(title: string): string {
  return title.replaceAll('&', 'and').replace(/[<>]/g, '')
}
