import type { CellsByPeriod } from '../../cases/counted-cells.ts'
import type { Invoice } from '../../cases/store/invoice-store.ts'
import { type Month, monthAfter, monthsBetween } from '../../law/month.ts'
import { tribunalCosts } from '../bill/costs.ts'
import { quantityOf } from '../bill/statement.ts'
import { HIDDEN, NOT_AVAILABLE } from '../formats/titles.ts'
import { FEWEST_BEHIND_A_FIGURE, type ReportTable } from '../report-table.ts'
import { TYPED_TABLES } from '../typed-in/typed-tables.ts'
import type { Answer } from './questions.ts'

/** From an exact amount and the price of a mediation, the number of mediations could be worked out. */
const ROUNDED_TO_POUNDS = 1000

/** A year, what was released of it, and what is known of its money. */
export interface YearOfSpend {
  readonly name: string
  readonly to: Month
  readonly tables: readonly ReportTable[] | undefined
  /** Of the months of the year. */
  readonly invoices: readonly Invoice[]
  readonly cells: CellsByPeriod
}

/**
 * What was spent on mediation, by the invoices that were typed in. It is shown for a year of which a release shows that 10 mediations at
 * least were held, and by provider where each held as many.
 * @param names of the providers, by their ids
 */
export function spendOf(years: readonly YearOfSpend[], names: ReadonlyMap<string, string>): Answer {
  const providers = [...new Set(years.flatMap(({ invoices }) => invoices.map(({ provider }) => provider)))]
  const nameOf = (provider: string) => names.get(provider) ?? provider
  return {
    id: 'spend',
    question: 'What was spent on mediation, with which provider?',
    title: 'Invoices for mediation: activity (by the month for which they are)',
    header: ['Provider', 'What is counted', ...years.map(({ name }) => name)],
    lines: [
      ...(providers.length > 1
        ? providers.map((provider) => [
            nameOf(provider),
            AMOUNT,
            ...years.map((year) => (everyProviderHeldEnough(year) ? poundsIn(year, provider) : withheldIn(year))),
          ])
        : []),
      ['All', AMOUNT, ...years.map((year) => (isEnough(heldIn(year)) ? poundsIn(year) : withheldIn(year)))],
      [
        'All',
        'Months with an invoice',
        ...years.map(({ invoices }) => String(new Set(invoices.map(({ month }) => month)).size)),
      ],
    ],
    definition: [
      {
        term: 'What is counted',
        text: `Invoices of mediation providers as a manager typed them in, by the month for which they are, in pounds to the nearest ${ROUNDED_TO_POUNDS.toLocaleString('en-GB')}.`,
      },
      {
        term: 'Left out',
        text: 'Months for which no invoice is typed in: a sum with fewer than 12 months is not the whole year’s.',
      },
      {
        term: 'When it is not shown',
        text: `For a year of which no release shows that at least ${FEWEST_BEHIND_A_FIGURE} mediations were held. By provider, where one of them held fewer.`,
      },
    ],
  }
}

/** A year, what was released of it, and what was typed in for its months. */
export interface YearOfCosts {
  readonly name: string
  readonly to: Month
  readonly tables: readonly ReportTable[] | undefined
  readonly typed: CellsByPeriod
}

/**
 * What the Tribunal came to, where it is typed in for every month of a year. It is shown for a year of which a release shows that the
 * Tribunal received 10 appeals at least: from the costs of one appeal a family could be recognised.
 */
export function tribunalCostsOf(years: readonly YearOfCosts[]): Answer {
  const byYear = years.map(({ to, tables, typed }) => ({
    isShown: isEnough(lastShown(tables, 'appeals', 'registered')),
    costs: tribunalCosts(typed, { from: monthAfter(to, -11), to }),
  }))
  const names = Object.values(TYPED_TABLES['tribunal-costs'].rows)
  const cell = (pence: number | undefined, isShown: boolean) =>
    pence === undefined ? NOT_AVAILABLE : isShown ? roundedPounds(pence / 100) : HIDDEN
  return {
    id: 'tribunal-costs',
    question: 'What was spent on appeals at the Tribunal, in house and outside?',
    title: 'Costs of the Tribunal: activity (by the month in which they were spent)',
    header: ['Where', 'What is counted', ...years.map(({ name }) => name)],
    lines: [
      ...names.map((name, place) => [
        name,
        SPENT,
        ...byYear.map(({ isShown, costs }) => cell(costs.lines[place]?.pence, isShown)),
      ]),
      ['All', SPENT, ...byYear.map(({ isShown, costs }) => cell(costs.all, isShown))],
    ],
    definition: [
      {
        term: 'What is counted',
        text: `${TYPED_TABLES['tribunal-costs'].is} In pounds to the nearest ${ROUNDED_TO_POUNDS.toLocaleString('en-GB')}, as a manager typed it in.`,
      },
      { term: 'Left out', text: 'Years of which a month is not typed in: they are not available.' },
      {
        term: 'When it is not shown',
        text: `For a year of which no release shows that the Tribunal received at least ${FEWEST_BEHIND_A_FIGURE} appeals.`,
      },
    ],
  }
}

const AMOUNT = 'Pounds invoiced'
const SPENT = 'Pounds spent'

function roundedPounds(pounds: number): string {
  return String(Math.round(pounds / ROUNDED_TO_POUNDS) * ROUNDED_TO_POUNDS)
}

function poundsIn({ invoices }: YearOfSpend, provider?: string): string {
  const some = provider === undefined ? invoices : invoices.filter((one) => one.provider === provider)
  const pounds = some.reduce((sum, { pence }) => sum + pence, 0) / 100
  return some.length === 0 ? NOT_AVAILABLE : roundedPounds(pounds)
}

function withheldIn({ invoices }: YearOfSpend): string {
  return invoices.length === 0 ? NOT_AVAILABLE : HIDDEN
}

function isEnough(held: number | undefined): boolean {
  return held !== undefined && held >= FEWEST_BEHIND_A_FIGURE
}

function heldIn({ tables }: YearOfSpend): number | undefined {
  return lastShown(tables, 'mediations', 'held')
}

/** A number in the last line of a table, as the release shows it; undefined where it does not. */
function lastShown(tables: readonly ReportTable[] | undefined, id: string, column: string): number | undefined {
  const table = tables?.find(({ measure }) => measure.id === id)
  const shown = table?.lines.at(-1)?.cells[table.columns.findIndex((one) => one.column === column)]
  return typeof shown === 'number' ? shown : undefined
}

function everyProviderHeldEnough(year: YearOfSpend): boolean {
  const providers = new Set(year.invoices.map(({ provider }) => provider))
  const months = monthsBetween(monthAfter(year.to, -11), year.to)
  const heldBy = (provider: string) =>
    months.reduce((sum, month) => sum + quantityOf(provider, 'mediation-held', year.cells[month]), 0)
  return isEnough(heldIn(year)) && [...providers].every((provider) => isEnough(heldBy(provider)))
}
