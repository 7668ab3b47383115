import { describe, expect, it } from 'vitest'
import type { TypedMonth } from '../../../lambdas/cases/store/typed-figure-store.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { parseMonth } from '../../../lambdas/law/month.ts'
import { measured } from '../../../lambdas/reports/measured.ts'
import { protectedTables, type ReportTable, tableAsItIs } from '../../../lambdas/reports/report-table.ts'
import { monthWith } from '../../../lambdas/reports/typed-in/month-with.ts'
import { numberAsTyped, readNumber } from '../../../lambdas/reports/typed-in/numbers.ts'
import { typedCells } from '../../../lambdas/reports/typed-in/typed-cells.ts'
import {
  isTypedTable,
  partsThatAreMore,
  TYPED_TABLE_IDS,
  TYPED_TABLES,
  tableOfFigure,
  typedTable,
} from '../../../lambdas/reports/typed-in/typed-tables.ts'
import { MEASURES } from '../case-to-count.ts'
import { typedMonth } from './typed-month.ts'

const [february, march] = [parseMonth('2026-02'), parseMonth('2026-03')]
const _TODAY = parseCalendarDate('2026-04-14')
const BY = { who: 'manager-1', now: new Date('2026-04-14T10:00:00Z') }

const COUNTED = {
  '2026-02': {
    'mediations/refusal-to-assess/asked': 12,
    'mediations/refusal-to-assess/held': 6,
    'mediations/refusal-to-issue-plan/asked': 2,
    'mediations/refusal-to-issue-plan/held': 2,
  },
  '2026-03': { 'mediations/refusal-to-assess/asked': 8, 'mediations/refusal-to-assess/held': 6 },
}

const EVER = {
  'mediations/refusal-to-assess/asked': 20,
  'mediations/refusal-to-assess/held': 12,
  'mediations/refusal-to-issue-plan/asked': 2,
  'mediations/refusal-to-issue-plan/held': 2,
}

/** Of the tables those alone that do not have to agree with others, as made-up numbers would not. */
const OWN = MEASURES.filter(
  ({ id, counts }) => typeof counts !== 'function' || ['mediations', 'steps', 'appeals'].includes(id),
)

function report(typed: readonly TypedMonth[], period = { from: february, to: march }) {
  const cells = typedCells(typed)
  const months = Object.fromEntries(
    ['2026-02', '2026-03'].map((at) => [at, { ...COUNTED[at as '2026-02'], ...cells[at] }]),
  )
  return measured(OWN, { ...months, always: EVER }, period)
}
const find = (tables: readonly ReportTable[], id: string) => tables.find(({ measure }) => measure.id === id)
const line = (table: ReportTable | undefined, row: string) => {
  const found = table?.lines.find((one) => one.row === row)
  return [...(found?.cells ?? []), ...(found?.figures.map(({ value }) => value) ?? [])]
}

describe('what is typed in', () => {
  it('is what demand is set against: by kind of decision, and by the plans at the end', () => {
    const tables = report([
      typedMonth('decisions', '2026-02', 0, { 'decisions-notified/refusal-to-assess': 60 }),
      typedMonth('decisions', '2026-03', 0, { 'decisions-notified/refusal-to-assess': 40 }),
      typedMonth('plans', '2026-02', 1500),
      typedMonth('plans', '2026-03', 1600),
    ]).map(tableAsItIs)
    // Asked for 20 of 100 decisions, held 12; nobody spoke to the adviser or appealed.
    expect(line(find(tables, 'decisions-notified'), 'refusal-to-assess')).toEqual([100, 0, 200, 120, 0])
    // Held 14 in all: 2 of a kind of which no decision was notified.
    expect(line(find(tables, 'decisions-notified'), 'all')).toEqual([100, 0, 220, 140, 0])
    expect(line(find(tables, 'decisions-notified'), 'refusal-to-issue-plan')).toEqual([0, ...Array(4).fill('nothing')])
    expect(line(find(tables, 'plans-maintained'), 'plans')).toEqual([1600, 0, 137.5, 87.5, 0])
    expect(find(tables, 'plans-maintained')?.missing).toBeUndefined()
  })

  it('is not estimated: where a month is missing the figure is not known, and the page says which', () => {
    const tables = report([
      typedMonth('decisions', '2026-02', 3, { 'decisions-notified/refusal-to-issue-plan': undefined }),
      typedMonth('decisions', '2026-03', 3),
      typedMonth('plans', '2026-02', 1500),
    ]).map(tableAsItIs)
    const decisions = find(tables, 'decisions-notified')
    expect(line(decisions, 'refusal-to-issue-plan')).toEqual(Array(5).fill('unknown'))
    expect(line(decisions, 'all')).toEqual(Array(5).fill('unknown'))
    expect(line(decisions, 'refusal-to-assess')[0]).toBe(6)
    expect(decisions?.missing).toEqual([
      `Decisions notified: not typed in for February 2026 (${TYPED_TABLES.decisions.rows['refusal-to-issue-plan']}).`,
    ])
    expect(find(tables, 'plans-maintained')?.missing).toEqual(['Plans maintained: not typed in for March 2026.'])
    expect(find(tables, 'evaluation-forms')?.missing).toEqual([
      'Evaluation forms, satisfied: not typed in for February 2026 to March 2026.',
      'Evaluation forms, answered: not typed in for February 2026 to March 2026.',
      'Evaluation forms, asked: not typed in for February 2026 to March 2026.',
    ])
    // What is counted stands there all the same.
    expect(line(find(tables, 'mediations'), 'refusal-to-assess')).toContain(12)
  })

  it('is of no school term', () => {
    const term = {
      name: 'Spring term 2026',
      from: parseCalendarDate('2026-01-05'),
      to: parseCalendarDate('2026-03-27'),
    }
    const [one] = measured(
      MEASURES.filter(({ id }) => id === 'plans-maintained'),
      typedCells([typedMonth('plans', '2026-03', 1500)]),
      { term },
    )
    expect(one && tableAsItIs(one).missing).toEqual([
      'Plans maintained: typed in for months, so that nothing is known of a term.',
    ])
  })

  it('says how many answered a form and how many of those were satisfied, by party', () => {
    const forms = { 'forms-asked/family': 40, 'forms-answered/family': 20, 'forms-satisfied/family': 15 }
    const typed = [typedMonth('forms', '2026-02', 0, forms), typedMonth('forms', '2026-03', 0)]
    expect(line(find(report(typed).map(tableAsItIs), 'evaluation-forms'), 'family')).toEqual([15, 5, 20, 40, 50, 75])
    // Of few nothing is published.
    const few = { 'forms-asked/family': 9, 'forms-answered/family': 9, 'forms-satisfied/family': 7 }
    const published = protectedTables(
      report([typedMonth('forms', '2026-02', 0, few), typedMonth('forms', '2026-03', 0)]),
      {
        hideUpTo: 4,
        roundTo: 1,
      },
    )
    expect(line(find(published, 'evaluation-forms'), 'family').slice(-2)).toEqual(['withheld', 'withheld'])
  })

  it('gives no rate away whose numbers are hidden, or are fewer than 10', () => {
    const typed = [typedMonth('decisions', '2026-02', 50), typedMonth('decisions', '2026-03', 50)]
    const published = protectedTables(report(typed), { hideUpTo: 4, roundTo: 1 })
    const decisions = find(published, 'decisions-notified')
    // Held: 12 of these, and 2 of those.
    expect(line(decisions, 'refusal-to-issue-plan')[3]).toBe('withheld')
    expect(find(published, 'mediations')?.lines.find(({ row }) => row === 'refusal-to-issue-plan')?.cells).toContain(
      'hidden',
    )
  })

  it('is rounded as everything is, and rates are worked out from what is shown', () => {
    const typed = [typedMonth('decisions', '2026-02', 49), typedMonth('decisions', '2026-03', 50)]
    const published = protectedTables(report(typed), { hideUpTo: 4, roundTo: 5 })
    const [decisions, , asked] = line(find(published, 'decisions-notified'), 'refusal-to-assess')
    expect([decisions, asked]).toEqual([100, 200])
  })
})

describe('the tables of what is typed in', () => {
  it('have ids of their own, and rows that measures have too', () => {
    const figures = TYPED_TABLE_IDS.flatMap((id) => Object.keys(TYPED_TABLES[id].figures))
    expect(new Set(figures).size).toBe(figures.length)
    for (const figure of figures) expect(isTypedTable(tableOfFigure(figure) ?? '')).toBe(true)
    for (const { counts, rows, columns } of MEASURES) {
      if (typeof counts === 'function') continue
      expect(Object.keys(rows)).toEqual(Object.keys(typedTable(counts.typedIn).rows))
      expect(Object.keys(counts.columns)).toEqual(Object.keys(columns))
    }
  })

  it('say where a part is more than the whole', () => {
    const numbers = (asked: number, answered: number | undefined, satisfied: number) =>
      typedMonth('forms', '2026-02', 0, {
        'forms-asked/family': asked,
        'forms-answered/family': answered,
        'forms-satisfied/family': satisfied,
      }).numbers
    expect(partsThatAreMore('forms', numbers(4, 3, 2))).toEqual([])
    expect(partsThatAreMore('forms', numbers(4, 5, 2))).toEqual([
      {
        figure: 'forms-answered',
        row: 'family',
        why: 'Families and young people: 5 answered are more than 4 asked. Put right one of the two',
      },
    ])
    // Where nobody knows how many answered, satisfied are still no more than those who were asked.
    expect(partsThatAreMore('forms', numbers(4, undefined, 5)).map(({ figure }) => figure)).toEqual(['forms-satisfied'])
  })
})

describe('a number that is typed', () => {
  it.each([
    ['count', '1,234', 1234],
    ['count', ' 0 ', 0],
    ['pounds', '£1,234.50', 123450],
    ['pounds', '12', 1200],
  ] as const)('of %s reads %s', (unit, text, number) => {
    expect(readNumber(unit, text)).toEqual({ number })
    expect(readNumber(unit, numberAsTyped(unit, number))).toEqual({ number })
  })

  it.each([
    ['count', '-1'],
    ['count', '1.5'],
    ['count', 'about 12'],
    ['count', '1,2'],
    ['pounds', '12.5'],
    ['pounds', '=1+1'],
  ] as const)('of %s is not %s', (unit, text) => {
    expect(readNumber(unit, text)).toEqual({ why: expect.stringContaining(`"${text}" is no `) })
  })
})

describe('a month that is typed in again', () => {
  const before = typedMonth('plans', '2026-03', 1500)
  const to = (number: number | undefined, source = 'The report') =>
    monthWith(
      before,
      { table: 'plans', month: march },
      [{ figure: 'plans-maintained', row: 'plans', number, source }],
      {
        who: 'manager-2',
        now: new Date('2026-04-15T10:00:00Z'),
      },
    )
  it('changes nothing where nothing is another', () => {
    expect(to(1500)).toBeUndefined()
    expect(monthWith(before, { table: 'plans', month: march }, [], BY)).toBeUndefined()
  })
  it('follows the revision before, and says that a number took the place of another', () => {
    expect(to(1510)).toMatchObject({
      isAgain: true,
      after: { revision: 2, numbers: [{ number: 1510, recordedBy: 'manager-2' }] },
    })
    expect(to(undefined)).toMatchObject({ isAgain: true, after: { revision: 2, numbers: [] } })
    expect(to(1500, 'The other report')).toMatchObject({ isAgain: false, after: { revision: 2 } })
  })
})
