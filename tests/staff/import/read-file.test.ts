import { describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { withoutFormula } from '../../../lambdas/spreadsheet/write-csv.ts'
import { COLUMN_NAMES, columnOf } from '../../../lambdas/staff/import/columns.ts'
import { problemsCsv, templateCsv } from '../../../lambdas/staff/import/csv-given-back.ts'
import { divideRows, ROWS_OF_A_STEP } from '../../../lambdas/staff/import/divide-rows.ts'
import { cellsOf, columnsNotRead, readFile } from '../../../lambdas/staff/import/read-file.ts'
import { readRow } from '../../../lambdas/staff/import/read-row.ts'
import { fileOf, GOOD_ROW, goodRows } from './import-for-tests.ts'

const TODAY = parseCalendarDate('2026-03-10')
const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))

async function why(bytes: Uint8Array): Promise<string> {
  try {
    await readFile(bytes)
    return ''
  } catch (error) {
    return error instanceof Error && error.name === 'InputError' ? error.message : String(error)
  }
}

describe('a file as spreadsheets write it', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8(fileOf([{ ...GOOD_ROW, child_name: 'Zoë O’Brien' }]))],
    ['UTF-8 with its mark', utf8(`\ufeff${fileOf([{ ...GOOD_ROW, child_name: 'Zoë O’Brien' }])}`)],
    ['lines that end in LF', utf8(fileOf([{ ...GOOD_ROW, child_name: 'Zoë O’Brien' }], { lineEnd: '\n' }))],
    ['lines that end in CR', utf8(fileOf([{ ...GOOD_ROW, child_name: 'Zoë O’Brien' }], { lineEnd: '\r' }))],
    ['Windows-1252', latin1(fileOf([{ ...GOOD_ROW, child_name: 'Zo\u00eb O\u0092Brien' }]))],
  ])('is read in %s', async (_what, bytes) => {
    const { names, rows } = await readFile(bytes)
    expect(rows).toHaveLength(1)
    expect(rows[0] && cellsOf(names, rows[0])).toMatchObject({ child_name: 'Zoë O’Brien', printed_on: '10/02/2026' })
  })

  it('knows columns by their letters, passes over empty rows and numbers the others as the spreadsheet does', async () => {
    const text = fileOf([GOOD_ROW, {}, { ...GOOD_ROW, address_1: 'Flat 1\n2 High Street' }, GOOD_ROW])
    const { names, rows } = await readFile(utf8(text.replace('child_name', 'Child Name?')))
    expect(names).toContain('Child Name?')
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 6])
    expect(rows[1] && cellsOf(names, rows[1]).child_name).toBe('Robin Taylor')
  })

  it('tells which columns are not read', async () => {
    const { names } = await readFile(utf8(fileOf([{ ...GOOD_ROW, ward: 'North', why_not_imported: 'x' }])))
    expect(columnsNotRead(names)).toEqual(['ward'])
  })

  it.each<[string, Uint8Array, string]>([
    ['semicolons', utf8(fileOf([GOOD_ROW], { separator: ';' })), 'are separated by semicolons, and commas are read'],
    ['tabs', utf8(fileOf([GOOD_ROW], { separator: '\t' })), 'are separated by tabs'],
    ['UTF-16', utf16(fileOf([GOOD_ROW])), 'written in UTF-16'],
    ['nothing in it', utf8(''), 'The input is empty'],
    ['a title above its header', utf8(`Cases of 2026\r\n${fileOf([GOOD_ROW])}`), 'The header row stands on line 2'],
    ['no header', utf8('Robin,10/02/2026\r\n'), 'It has to be a header row'],
    ['a column twice', utf8(fileOf([{ ...GOOD_ROW, name2: 'x' }]).replace('name2', 'name')), 'stands twice'],
    ['two names of one column', utf8(fileOf([{ ...GOOD_ROW, 'Child Name': 'x' }])), 'are both read as child_name'],
    [
      'a column too few',
      utf8(fileOf([{ child_name: 'Robin', printed_on: '10/02/2026' }])),
      'lacks the columns decision, relationship, name, by',
    ],
    ['a quotation mark without an end', utf8(`${fileOf([GOOD_ROW])}"Robin`), 'is never closed'],
    ['too many rows', utf8(fileOf([GOOD_ROW]) + 'x,\n'.repeat(10_001)), 'more than 10,000 rows'],
    ['very many empty lines', utf8(fileOf([GOOD_ROW]) + '\n'.repeat(150_000)), 'more than 100,000 lines'],
  ])('with %s says what it is', async (_what, bytes, words) => {
    expect(await why(bytes)).toContain(words)
  })

  it('keeps a row with too many cells in its place, with why', async () => {
    const { rows } = await readFile(utf8(`${fileOf([GOOD_ROW])}plan-contents,10/02/2026,a,b,c,d,e,f,g,h,i,j\r\n`))
    expect(rows[1]?.unreadable).toContain('This row has 12 cells and the header has 10 columns.')
  })
})

describe('the rows of a file', () => {
  it('are divided into steps of 100, each row knowing an earlier one about the same child and decision', async () => {
    const rows = [...goodRows(150), { ...goodRows(1)[0], name: 'Another Parent' }]
    const steps = divideRows(await readFile(utf8(fileOf(rows))), TODAY)
    expect(steps.map(({ length }) => length)).toEqual([ROWS_OF_A_STEP, 51])
    expect(steps.flat().filter(({ sameAs }) => sameAs !== undefined)).toEqual([
      expect.objectContaining({ line: 152, sameAs: 2 }),
    ])
  })

  it('are divided sooner where they are long: a step is one item of the table', async () => {
    const rows = goodRows(60).map((row) => ({ ...row, case_reference: 'ü'.repeat(9_000) }))
    const steps = divideRows(await readFile(utf8(fileOf(rows))), TODAY)
    expect(steps.length).toBe(4)
    for (const step of steps) expect(Buffer.byteLength(JSON.stringify(step))).toBeLessThan(400_000)
  })
})

describe('what is given back', () => {
  it('is a template of every column, with the mark by which spreadsheets know UTF-8', () => {
    expect(templateCsv()).toBe(`\ufeff${COLUMN_NAMES.join(',')}\r\n`)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\u200b=1', '\t1', '\uff1d1'])('has no formula: %j', async (cell) => {
    expect(withoutFormula(cell)).toBe(`'${cell}`)
    async function* rows() {
      yield {
        row: { line: 2, cells: [cell] },
        found: { line: 2, standing: 'bad' as const, problems: [{ why: 'Because.' }], doubts: [] },
      }
    }
    expect(await problemsCsv(['name'], rows())).toMatchObject({ results: 1, text: expect.stringContaining(`'${cell}`) })
  })

  it.each(['Sam', 'C-1', '10/02/2026', ''])('leaves %j as it is', (cell) => {
    expect(withoutFormula(cell)).toBe(cell)
  })
})

it('has an example for every column that the column itself would take', () => {
  for (const name of COLUMN_NAMES) {
    // An address has two lines at least, and what the council has to do follows from something.
    const beside = { postcode: 'BA1 1AA', appeal_conceded_on: '20/05/2026' }
    const reading = readRow({ ...beside, [name]: columnOf(name).example }, parseCalendarDate('2026-12-01'))
    const own = reading.ok ? [] : reading.problems.filter(({ column, value }) => column === name && value !== undefined)
    expect([name, own]).toEqual([name, []])
  }
})
