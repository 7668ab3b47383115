import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { readOds } from 'odf-kit/ods-reader'
import { describe, expect, inject, it } from 'vitest'
import { randomFrom } from '../../../bin/demo/random.ts'
import { addedUp } from '../../../lambdas/cases/store/outcome-store.ts'
import { parseMonth } from '../../../lambdas/law/month.ts'
import { csvOf } from '../../../lambdas/pack/csv.ts'
import {
  educationStatistics,
  educationStatisticsMetadata,
} from '../../../lambdas/reports/formats/education-statistics.ts'
import { MIME_TYPE } from '../../../lambdas/reports/formats/open-document.ts'
import { portableDocument } from '../../../lambdas/reports/formats/portable-document.ts'
import { reportSpreadsheet } from '../../../lambdas/reports/formats/report-spreadsheet.ts'
import { titleOf } from '../../../lambdas/reports/formats/titles.ts'
import { measured } from '../../../lambdas/reports/measured.ts'
import { protectedTables, type ReportTable, tableAsItIs } from '../../../lambdas/reports/report-table.ts'
import { tableJson } from '../../../lambdas/staff/outcomes/outcomes-view.ts'
import { reporting } from '../../council-for-tests.ts'
import { type ReadElement, readTaggedDocument } from '../../read-tagged-document.ts'
import { MEASURES } from '../case-to-count.ts'
import { cellsOfCases, drawnCases, drawnTypedCells } from '../drawn-councils.ts'

const seed = inject('seed')
const period = { from: parseMonth('2025-12'), to: parseMonth('2026-11') }
const random = randomFrom(seed)
const cells = addedUp([cellsOfCases(drawnCases(random, 150)), drawnTypedCells(random, 1500, period)])
const asTheyAre = measured(MEASURES, cells, period).map(tableAsItIs)
const published = protectedTables(measured(MEASURES, cells, period), reporting)
const rounded = protectedTables(measured(MEASURES, cells, period), { ...reporting, roundTo: 5 })
const cover = {
  title: 'Outcomes & "more"',
  council: 'Example <& District> Council',
  contact: 'Contact: us.',
  madeAt: '2026-11-28T10:00:00Z',
  madeOn: 'Saturday 28 November 2026',
}

/** Every number of a table by row and column, as JSON has it. */
const inJson = (table: ReportTable) =>
  Object.values(tableJson(table).rows).map((row) =>
    Object.values(row).flatMap((value): unknown[] => (typeof value === 'object' ? Object.values(value) : [value])),
  )
const asText = (value: unknown) => (typeof value === 'number' ? String(Math.round(value * 10) / 10) : String(value))
const read = (text: string): string[][] => parse(text, { bom: true })

describe.each([
  ['as it is', asTheyAre],
  ['as a commissioner sees it', published],
  ['rounded to 5', rounded],
])(`each table %s (seed ${seed})`, (_, tables) => {
  it('has the same value in JSON, CSV and the spreadsheet', () => {
    const { sheets } = readOds(reportSpreadsheet(cover, tables))
    tables.forEach((table, place) => {
      const { columns, rows } = educationStatistics(table, reporting.area)
      const [header = [], ...lines] = read(csvOf(columns, rows))
      expect(new Set(header).size).toBe(header.length)
      const first = header.indexOf('la_name') + 2
      const inCsv = lines.map((line) =>
        line.slice(first).map((text) => asText(/^-?[\d.]+$/.test(text) ? Number(text) : text)),
      )
      const wanted = inJson(table).map((row) => row.map(asText))
      expect(inCsv).toEqual(wanted)
      // The title and what is said of the table come before. The reader leaves header rows out.
      const sheet = sheets[place + 3]
      const inSheet = (sheet?.rows ?? [])
        .slice(3 + (table.missing?.length ?? 0))
        .map(({ cells: own }) => own.slice(1).map(({ value }) => asText(value)))
      expect(inSheet).toEqual(wanted)
    })
  })

  it('has the same values in the PDF, where a screen reader finds the headers of each', async () => {
    const { pages, isTagged, title, metadata } = await readTaggedDocument(await portableDocument(cover, tables))
    expect([isTagged, metadata('pdfuaid:part'), title]).toEqual([
      true,
      '1',
      'Outcomes and "more": December 2025 to November 2026',
    ])
    expect(pages.reduce((sum, { unmarked }) => sum + unmarked, 0)).toBe(0)
    const found: { readonly title: string; readonly rows: string[][] }[] = []
    const words = ({ children }: ReadElement): string =>
      children.map((child) => (typeof child === 'string' ? child.trim() : words(child))).join(' ')
    for (const element of pages.flatMap(({ elements }) => elements)) {
      if (element.tag === 'H2') found.push({ title: words(element), rows: [] })
      if (element.tag !== 'Table') continue
      const [header, ...lines] = element.children.filter((child) => typeof child !== 'string')
      const tagsOf = (row: ReadElement | undefined) =>
        (row?.children ?? []).flatMap((cell) => (typeof cell === 'string' ? [] : [cell.tag]))
      expect(new Set(tagsOf(header))).toEqual(new Set(['TH']))
      for (const line of lines) {
        expect(tagsOf(line).indexOf('TD')).toBe(1)
        const cells = line.children.filter((child) => typeof child !== 'string')
        found.at(-1)?.rows.push(cells.slice(1).map(words))
      }
    }
    expect(found.map((one) => one.title)).toEqual(tables.map(({ measure }) => titleOf(measure)))
    const asPrinted = (text: string) => asText(/^-?[\d.]+$/.test(text) ? Number(text) : text)
    expect(found.map(({ rows }) => rows.map((row) => row.map(asPrinted)))).toEqual(
      tables.map((table) => inJson(table).map((row) => row.map(asText))),
    )
  })
})

describe('a CSV file', () => {
  const [table] = published.filter(({ measure }) => measure.id === 'outcome-of-mediation') as [ReportTable]
  it('has the columns that Explore Education Statistics asks for', () => {
    const { columns, rows } = educationStatistics(table, reporting.area)
    expect(columns.slice(0, 11)).toEqual([
      'time_period',
      'time_identifier',
      'geographic_level',
      'country_code',
      'country_name',
      'region_code',
      'region_name',
      'old_la_code',
      'new_la_code',
      'la_name',
      'the_decision',
    ])
    expect(rows[0]?.slice(0, 11)).toEqual([
      '2026',
      'Reporting year',
      'Local authority',
      'E92000001',
      'England',
      'E12000009',
      'South West',
      '999',
      'E06000099',
      'Example and District',
      'Refusal to assess',
    ])
    expect(rows.at(-1)?.[10]).toBe('Total')
  })

  it.each([
    ['2026-03', '2026-03', '2026', 'March'],
    ['2026-04', '2026-06', '2026', 'Calendar year Q2'],
    ['2026-01', '2026-12', '2026', 'Calendar year'],
    ['2026-04', '2027-03', '202627', 'Financial year'],
    ['2025-09', '2026-08', '202526', 'Academic year'],
    ['2026-02', '2026-04', '2026', 'Reporting year'],
  ])('names the period from %s to %s as %s, %s', (from, to, time, identifier) => {
    const { rows } = educationStatistics(
      { ...table, period: { from: parseMonth(from), to: parseMonth(to) } },
      reporting.area,
    )
    expect(rows[0]?.slice(0, 2)).toEqual([time, identifier])
  })

  it('has metadata for each of its own columns', () => {
    for (const one of published) {
      const { columns } = educationStatistics(one, reporting.area)
      const metadata = educationStatisticsMetadata(one)
      expect(metadata.rows.map(([name]) => name)).toEqual(columns.slice(10))
      expect(metadata.rows.filter(([, type]) => type === 'Filter')).toHaveLength(1)
      expect(metadata.rows.every((row) => row.length === metadata.columns.length)).toBe(true)
    }
  })
})

describe('the spreadsheet', () => {
  const bytes = reportSpreadsheet(cover, published)
  const file = (name: string) => new TextDecoder().decode(unzipSync(bytes)[name])

  it('says first, and uncompressed, what it is', () => {
    expect(new TextDecoder().decode(bytes.slice(30, 38 + MIME_TYPE.length))).toBe(`mimetype${MIME_TYPE}`)
  })

  it('has a cover, contents, notes and one named table a sheet, with header rows and no merged or empty cell', () => {
    const { sheets } = readOds(bytes)
    expect(sheets.map(({ name }) => name).slice(0, 4)).toEqual(['Cover', 'Contents', 'Notes', 'T0_1'])
    expect(sheets).toHaveLength(published.length + 3)
    const all = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    expect(all.filter(({ type, colSpan }) => type === 'empty' || type === 'covered' || colSpan)).toEqual([])
    const content = file('content.xml')
    expect([...content.matchAll(/<table:table-header-rows>/g)]).toHaveLength(published.length + 2)
    expect([...content.matchAll(/<table:database-range /g)]).toHaveLength(published.length + 2)
    expect(content).not.toMatch(/<text:p><\/text:p>|covered-table-cell|table:formula/)
    expect(file('meta.xml')).toContain('<dc:language>en-GB</dc:language>')
  })

  it('leaves no sign of XML in what it says', () => {
    const [first] = readOds(bytes).sheets
    expect(first?.rows.map(({ cells: [one] }) => one?.value)).toContain('Example <& District> Council.')
  })

  it('says of real numbers that they are not for publication', () => {
    const [first] = readOds(reportSpreadsheet(cover, asTheyAre)).sheets
    expect(JSON.stringify(first?.rows)).toContain('Do not publish this file.')
    expect(JSON.stringify(readOds(bytes).sheets[0]?.rows)).not.toContain('Do not publish')
  })
})

it(`rounds everything that is shown, and what is worked out from it, and hides the same (seed ${seed})`, () => {
  const numbersOf = (tables: readonly ReportTable[]) =>
    tables.flatMap(({ lines }) => lines.flatMap((line) => line.cells))
  const [before, after] = [numbersOf(published), numbersOf(rounded)]
  expect(after).toEqual(before.map((shown) => (typeof shown === 'number' ? Math.round(shown / 5) * 5 : shown)))
  expect(after).not.toEqual(before)
  const held = rounded.find(({ measure }) => measure.id === 'outcome-of-mediation')
  const all = held?.lines.at(-1)
  const [agreed = 0, partly = 0, not = 0] = (all?.cells ?? []).map(Number)
  const share = all?.figures[0]
  expect(share?.figure.kind === 'share' && [share.figure.numerator, held?.columns.map(({ column }) => column)]).toEqual(
    [
      ['agreed', 'partly-agreed'],
      ['agreed', 'partly-agreed', 'not-agreed', 'all'],
    ],
  )
  const isShown = [agreed, partly, not].every(Number.isFinite)
  expect(share?.value).toBe(isShown ? (100 * (agreed + partly)) / (agreed + partly + not) : 'withheld')
})
