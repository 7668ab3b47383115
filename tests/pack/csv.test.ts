import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { csvOf } from '../../lambdas/pack/csv.ts'

it('reads back as what was written, but for what a spreadsheet would work out', () => {
  const cells = ['plain', 'with "marks", commas', 'two\nlines', 'Ó Briain', '5 - 3']
  const formulas = ['=1+1', '+44 1225', '-1', '@SUM(A1)', '\t=1+1', '\u200b=1+1', ' =1+1']
  const csv = csvOf(['one', 'two'], [cells, formulas])
  expect(csv.startsWith('\uFEFF')).toBe(true)
  const rows = parse(csv, { bom: true, relax_column_count: true })
  expect(rows).toEqual([['one', 'two'], cells, formulas.map((cell) => `'${cell}`)])
})
