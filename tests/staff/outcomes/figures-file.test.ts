import { describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { parseMonth } from '../../../lambdas/law/month.ts'
import { csvOf } from '../../../lambdas/pack/csv.ts'
import { monthWith } from '../../../lambdas/reports/typed-in/month-with.ts'
import { placesOf, TYPED_TABLE_IDS } from '../../../lambdas/reports/typed-in/typed-tables.ts'
import { FILE_COLUMNS, readTypedFile, rowsOfFile } from '../../../lambdas/staff/outcomes/figures-file.ts'
import { typedMonth } from '../../reports/typed-in/typed-month.ts'

const february = parseMonth('2026-02')
const TODAY = parseCalendarDate('2026-04-14')
const BY = { who: 'manager-1', now: new Date('2026-04-14T10:00:00Z') }

describe('a file of figures', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const typed = [typedMonth('forms', '2026-02', 3), typedMonth('tribunal-costs', '2026-02', 123456)]

  it('has a line for each number, and is read back as it was written', async () => {
    const rows = rowsOfFile([february], typed)
    expect(rows.length).toBe(TYPED_TABLE_IDS.flatMap(placesOf).length)
    expect(rows).toContainEqual([
      '2026-02',
      'tribunal-costs',
      'in-house',
      'Costs of the Tribunal: In house, spent, in pounds',
      '1234.56',
      'The report',
    ])
    const read = await readTypedFile(bytes(csvOf(FILE_COLUMNS, rows)), TODAY)
    expect('months' in read && read.months.map(({ table, month: at }) => [at, table])).toEqual([
      ['2026-02', 'forms'],
      ['2026-02', 'tribunal-costs'],
    ])
    for (const { table, month: at, wanted } of 'months' in read ? read.months : []) {
      const before = typed.find((one) => one.table === table)
      expect(monthWith(before, { table, month: at }, wanted, BY)).toBeUndefined()
    }
  })

  it('says of each line what is wrong with it, and reads nothing then', async () => {
    const lines = [
      '2026-13,plans-maintained,plans,1,x',
      '2026-03,plans,plans,1,x',
      '2026-03,plans-maintained,all,1,x',
      '2026-04,plans-maintained,plans,1,x',
      '2026-05,decisions-notified,refusal-to-assess,1,x',
      '2026-03,plans-maintained,plans,many,x',
      '2026-03,plans-maintained,plans,1500,',
      '2026-02,plans-maintained,plans,1500,x',
      '2026-02,plans-maintained,plans,1500,x',
    ]
    const read = await readTypedFile(bytes(`month,figure,row,number,source\n${lines.join('\n')}\n`), TODAY)
    expect('problems' in read && read.problems).toEqual([
      'Line 2: "2026-13" is no month. Write it like 2026-03.',
      'Line 3: There is no figure "plans". Take the names from the file that you can save here.',
      'Line 4: "all" is none of: plans.',
      'Line 5: April 2026 is not over. Plans maintained: type in what there was at its end when it is.',
      'Line 6: May 2026 has not begun. Decisions notified: type in a month up to April 2026.',
      'Line 7: "many" is no whole number. Write it like 12 or 1,234.',
      'Line 8: Say where 1500 comes from, in the column source, with 200 characters at most.',
      'Line 10: The same number stands on line 9 already.',
    ])
  })

  it.each([
    ['', 'The input is empty'],
    ['month;figure;row;number;source\n', 'commas are read'],
    ['figure,number\n', 'The file lacks the columns: month, row, source.'],
  ])('that is none is told why: %j', async (text, words) => {
    await expect(readTypedFile(bytes(text), TODAY)).rejects.toThrow(words)
  })
})
