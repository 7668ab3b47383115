import type { ReportTable } from '../report-table.ts'
import { figureAsText, numberAsText } from './education-statistics.ts'
import { asCell, openDocumentSpreadsheet, type Sheet } from './open-document.ts'
import { coverLines, type ReportCover } from './report-cover.ts'
import { columnHeadings, definitionOf, periodInWords, SIGN_WORDS, titleOf } from './titles.ts'

/** All tables as one spreadsheet: a cover, a list of contents, notes, and one table a sheet. */
export function reportSpreadsheet(cover: ReportCover, tables: readonly ReportTable[]): Uint8Array<ArrayBuffer> {
  const period = tables[0] ? periodInWords(tables[0].period) : ''
  const named = tables.map((table, place) => ({ table, name: sheetName(table, tables.slice(0, place)) }))
  const title = `${cover.title}: ${period}`
  const sheets: readonly Sheet[] = [
    {
      name: 'Cover',
      title,
      about: coverLines(cover, tables),
      header: [],
      rows: [],
    },
    {
      name: 'Contents',
      title: 'Contents',
      about: ['This worksheet contains one table. It lists the worksheets that follow.'],
      header: ['Worksheet', 'What it holds'],
      rows: [
        ['Notes', 'How each figure is counted, and what the signs mean'],
        ...named.map(({ table, name }) => [name, titleOf(table.measure)]),
      ],
    },
    {
      name: 'Notes',
      title: 'Notes',
      about: ['This worksheet contains one table.'],
      header: ['Worksheet', 'About', 'Note'],
      rows: [
        ...Object.values(SIGN_WORDS).map((words) => ['All', 'Signs', words]),
        ...named.flatMap(({ table, name }) => definitionOf(table.measure).map(({ term, text }) => [name, term, text])),
      ],
    },
    ...named.map(
      ({ table, name }): Sheet => ({
        name,
        title: `${titleOf(table.measure)}, ${period}`,
        about: [
          'This worksheet contains one table. The worksheet Notes says how it is counted, and what c, x and z mean.',
          ...(table.missing ?? []),
          `Source: ${cover.council}.`,
        ],
        header: columnHeadings(table),
        rows: table.lines.map((line) => [
          line.name,
          ...line.cells.map((shown) => asCell(numberAsText(shown))),
          ...line.figures.map((figure) => asCell(figureAsText(figure))),
        ]),
      }),
    ),
  ]
  return openDocumentSpreadsheet({ title, council: cover.council, sheets })
}

/** "T1_2": the second of its table. */
function sheetName({ measure }: ReportTable, before: readonly ReportTable[]): string {
  return `${measure.table}_${before.filter((one) => one.measure.table === measure.table).length + 1}`
}
