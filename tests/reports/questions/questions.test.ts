import { describe, expect, inject, it } from 'vitest'
import { randomFrom } from '../../../bin/demo/random.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { monthAfter, parseMonth } from '../../../lambdas/law/month.ts'
import { measured } from '../../../lambdas/reports/measured.ts'
import { answersOf, QUESTIONS } from '../../../lambdas/reports/questions/questions.ts'
import { spendOf, tribunalCostsOf, type YearOfSpend } from '../../../lambdas/reports/questions/spend.ts'
import { yearName, yearsThatAreOver } from '../../../lambdas/reports/questions/years.ts'
import { protectedTables } from '../../../lambdas/reports/report-table.ts'
import { typedCells } from '../../../lambdas/reports/typed-in/typed-cells.ts'
import { reporting } from '../../council-for-tests.ts'
import { MEASURES } from '../case-to-count.ts'
import { cellsOfCases, drawnCases } from '../drawn-councils.ts'
import { typedMonth } from '../typed-in/typed-month.ts'

const seed = inject('seed')
const cells = cellsOfCases(drawnCases(randomFrom(seed), 300))
const released = (to: string) =>
  protectedTables(measured(MEASURES, cells, { from: monthAfter(parseMonth(to), -11), to: parseMonth(to) }), reporting)
const tables = { 2025: released('2025-12'), 2026: released('2026-11') }

describe(`the questions that come every year (seed ${seed})`, () => {
  const answers = answersOf([
    { name: '2024', tables: undefined },
    { name: '2025', tables: tables[2025] },
    { name: '2026', tables: tables[2026] },
  ])

  it('are all answered, by measures and columns that there are', () => {
    expect(answers.map(({ id }) => id)).toEqual(QUESTIONS.map(({ id }) => id))
    for (const { columns, figures, measure } of QUESTIONS) {
      const found = MEASURES.find(({ id }) => id === measure)
      if (columns !== 'every') expect(Object.keys(found?.columns ?? {})).toEqual(expect.arrayContaining([...columns]))
      expect(found?.figures.map(({ id }) => id)).toEqual(expect.arrayContaining([...figures]))
    }
  })

  it('have for each year what its release shows, and say where there is none', () => {
    const mediations = answers.find(({ id }) => id === 'mediations')
    expect(mediations?.header).toEqual(['The decision', 'What is counted', '2024', '2025', '2026'])
    const all = mediations?.lines.filter(([row]) => row === 'All')
    const last = (year: 2025 | 2026) => tables[year].find(({ measure }) => measure.id === 'mediations')?.lines.at(-1)
    const shown = (year: 2025 | 2026, place: number) => String(last(year)?.cells[place]).replace('hidden', 'c')
    expect(all).toEqual([
      ['All', 'Asked for', 'x', shown(2025, 1), shown(2026, 1)],
      ['All', 'Held', 'x', shown(2025, 2), shown(2026, 2)],
    ])
    const days = answers.find(({ id }) => id === 'days')
    expect(days?.lines.some(([, what]) => what === 'Days, median')).toBe(true)
    expect(answers.every(({ lines }) => lines.every((line) => line.length === 5))).toBe(true)
  })

  it('show no number that its release hides', () => {
    const hidden = tables[2026]
      .flatMap(({ lines }) => lines.flatMap((line) => line.cells))
      .filter((one) => one === 'hidden')
    const inAnswers = answers.flatMap(({ lines }) => lines.filter((line) => line[4] === 'c'))
    expect(hidden.length).toBeGreaterThan(0)
    expect(inAnswers.length).toBeGreaterThan(0)
    expect(
      answers.flatMap(({ lines }) =>
        lines.filter((line) => /^[1-4]$/.test(line[4] ?? '') && !/Days/.test(line[1] ?? '')),
      ),
    ).toEqual([])
  })

  it('have no answer where nothing was released', () => {
    expect(answersOf([{ name: '2025', tables: undefined }])).toEqual([])
  })
})

describe('what was spent', () => {
  const invoice = (provider: string, month: string, pence: number) => ({
    month: parseMonth(month),
    provider,
    pence,
    source: 'INV 1',
    recordedBy: 'manager-1',
    recordedAt: '2026-04-02T10:00:00Z',
  })
  const tableWith = (held: number | 'hidden') => {
    const [one] = tables[2026].filter(({ measure }) => measure.id === 'mediations')
    const line = one?.lines.at(-1)
    return one && line ? [{ ...one, lines: [{ ...line, cells: line.cells.map(() => held) }] }] : []
  }
  const yearWith = (year: Partial<YearOfSpend>): YearOfSpend => ({
    name: '2025',
    to: parseMonth('2025-12'),
    tables: tableWith(12),
    invoices: [invoice('first', '2025-03', 1_234_567), invoice('first', '2025-04', 200_000)],
    cells: {},
    ...year,
  })
  const names = new Map([
    ['first', 'Example Mediation'],
    ['north', 'Northern Mediation'],
  ])
  const linesOf = (year: YearOfSpend) => spendOf([year], names).lines

  it('is shown to the nearest thousand pounds, with how many months it is of', () => {
    expect(linesOf(yearWith({}))).toEqual([
      ['All', 'Pounds invoiced', '14000'],
      ['All', 'Months with an invoice', '2'],
    ])
  })

  it('is not shown where a release does not show that 10 mediations were held', () => {
    for (const year of [{ tables: tableWith(9) }, { tables: tableWith('hidden') }, { tables: undefined }]) {
      expect(linesOf(yearWith(year))[0]).toEqual(['All', 'Pounds invoiced', 'c'])
    }
    expect(linesOf(yearWith({ invoices: [] }))[0]).toEqual(['All', 'Pounds invoiced', 'x'])
  })

  it('is shown by provider only where each held as many', () => {
    const invoices = [invoice('first', '2025-03', 800_000), invoice('north', '2025-03', 650_000)]
    const held = (first: number, north: number) => ({
      '2025-03': { 'units/mediation-held/first': first, 'units/mediation-held/north': north },
    })
    expect(linesOf(yearWith({ invoices, cells: held(12, 10) })).slice(0, 3)).toEqual([
      ['Example Mediation', 'Pounds invoiced', '8000'],
      ['Northern Mediation', 'Pounds invoiced', '7000'],
      ['All', 'Pounds invoiced', '15000'],
    ])
    expect(linesOf(yearWith({ invoices, cells: held(12, 9) })).slice(0, 2)).toEqual([
      ['Example Mediation', 'Pounds invoiced', 'c'],
      ['Northern Mediation', 'Pounds invoiced', 'c'],
    ])
  })
})

describe('what the Tribunal came to', () => {
  const monthsOf = (count: number) =>
    Array.from({ length: count }, (_, place) => {
      const month = `2025-${String(place + 1).padStart(2, '0')}`
      const outside = { 'tribunal-costs/outside': 250_000 }
      return typedMonth('tribunal-costs', month, 100_000, outside)
    })
  const withAppeals = (appeals: number | 'hidden') => {
    const [one] = tables[2026].filter(({ measure }) => measure.id === 'appeals')
    const line = one?.lines.at(-1)
    return one && line ? [{ ...one, lines: [{ ...line, cells: line.cells.map(() => appeals) }] }] : []
  }
  const linesOf = (months: number, appeals: number | 'hidden') =>
    tribunalCostsOf([
      {
        name: '2025',
        to: parseMonth('2025-12'),
        tables: withAppeals(appeals),
        typed: typedCells(monthsOf(months)),
      },
    ]).lines.map((line) => line[2])

  it('is shown in house and outside, to the nearest thousand pounds, of a year of which every month is typed in', () => {
    expect(linesOf(12, 10)).toEqual(['12000', '30000', '42000'])
    expect(linesOf(11, 10)).toEqual(['x', 'x', 'x'])
  })

  it('is not shown where a release does not show 10 appeals', () => {
    expect(linesOf(12, 9)).toEqual(['c', 'c', 'c'])
    expect(linesOf(12, 'hidden')).toEqual(['c', 'c', 'c'])
  })
})

describe('the years', () => {
  it.each([
    ['calendar', '2026-11-28', ['2023', '2024', '2025']],
    ['calendar', '2026-12-31', ['2023', '2024', '2025']],
    ['calendar', '2027-01-01', ['2024', '2025', '2026']],
    ['financial', '2026-11-28', ['2023 to 2024', '2024 to 2025', '2025 to 2026']],
    ['financial', '2026-03-31', ['2022 to 2023', '2023 to 2024', '2024 to 2025']],
  ] as const)('that are over, %s, on %s: %s', (kind, today, names) => {
    expect(yearsThatAreOver(kind, parseCalendarDate(today)).map(yearName)).toEqual(names)
  })
})
