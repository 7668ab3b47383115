import type { CellsByPeriod } from '../../cases/counted-cells.ts'
import type { Invoice } from '../../cases/store/invoice-store.ts'
import { type Month, monthAfter } from '../../law/month.ts'
import { quantityOf } from '../bill/statement.ts'
import { HIDDEN, NOT_AVAILABLE } from '../formats/titles.ts'
import type { ReportTable } from '../report-table.ts'
import type { Answer } from './questions.ts'

/** From an exact amount and the price of a mediation, the number of mediations could be worked out. */
const ROUNDED_TO_POUNDS = 1000
/** Amounts behind which fewer mediations stand are not shown. */
const FEWEST_MEDIATIONS = 10

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
        text: `For a year of which no release shows that at least ${FEWEST_MEDIATIONS} mediations were held. By provider, where one of them held fewer.`,
      },
    ],
  }
}

const AMOUNT = 'Pounds invoiced'

function poundsIn({ invoices }: YearOfSpend, provider?: string): string {
  const some = provider === undefined ? invoices : invoices.filter((one) => one.provider === provider)
  const pounds = some.reduce((sum, { pence }) => sum + pence, 0) / 100
  return some.length === 0 ? NOT_AVAILABLE : String(Math.round(pounds / ROUNDED_TO_POUNDS) * ROUNDED_TO_POUNDS)
}

function withheldIn({ invoices }: YearOfSpend): string {
  return invoices.length === 0 ? NOT_AVAILABLE : HIDDEN
}

function isEnough(held: number | undefined): boolean {
  return held !== undefined && held >= FEWEST_MEDIATIONS
}

/** As the release shows it; undefined where it does not. */
function heldIn({ tables }: YearOfSpend): number | undefined {
  const table = tables?.find(({ measure }) => measure.id === 'mediations')
  const shown = table?.lines.at(-1)?.cells[table.columns.findIndex(({ column }) => column === 'held')]
  return typeof shown === 'number' ? shown : undefined
}

function everyProviderHeldEnough(year: YearOfSpend): boolean {
  const providers = new Set(year.invoices.map(({ provider }) => provider))
  const months = Array.from({ length: 12 }, (_, place) => monthAfter(year.to, -place))
  const heldBy = (provider: string) =>
    months.reduce((sum, month) => sum + quantityOf(provider, 'mediation-held', year.cells[month]), 0)
  return isEnough(heldIn(year)) && [...providers].every((provider) => isEnough(heldBy(provider)))
}
