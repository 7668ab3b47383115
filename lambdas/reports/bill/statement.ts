import { advisersOf } from '../../cases/advice/adviser.ts'
import type { Contract, CouncilProviders } from '../../cases/council.ts'
import type { CellsByPeriod } from '../../cases/counted-cells.ts'
import type { Invoice } from '../../cases/store/invoice-store.ts'
import { type Month, monthsBetween } from '../../law/month.ts'
import { cellsOfMeasure } from '../cells.ts'
import type { Period } from '../periods.ts'
import { DISAGREEMENT_RESOLUTION, UNIT_KINDS, type UnitKind, units } from './units.ts'

/** So many units of one kind at one price. All money is in pence. */
export interface StatementLine {
  readonly kind: UnitKind
  readonly quantity: number
  /** Undefined: no contract of these months has a price. */
  readonly price: number | undefined
  readonly amount: number | undefined
}

/** What one provider did in some months, what that comes to, and what it sent invoices for. */
export interface Statement {
  readonly provider: string
  readonly lines: readonly StatementLine[]
  /** What the units with a price come to. */
  readonly amount: number
  /** Undefined: no invoice is typed in for any of the months. */
  readonly invoiced: number | undefined
  /** What was invoiced more than the units come to; less for a negative number. */
  readonly difference: number | undefined
  /** Months of the period without an invoice that is typed in. */
  readonly monthsWithoutInvoice: readonly Month[]
  /** Units of which no contract has a price, so that the amount is not whole. */
  readonly unitsWithoutPrice: number
  /** What a mediation that was held comes to, with all other work of the provider. Undefined where none was held. */
  readonly forEachHeld: number | undefined
}

/**
 * The statement of one provider. A price that changes in the middle of the period makes two lines of a kind.
 * @param cells of the months of the period
 */
export function statementOf(
  provider: string,
  period: Period,
  {
    cells,
    contracts,
    invoices,
  }: { readonly cells: CellsByPeriod; readonly contracts: readonly Contract[]; readonly invoices: readonly Invoice[] },
): Statement {
  const months = monthsBetween(period.from, period.to)
  const lines = UNIT_KINDS.flatMap((kind) => {
    const byPrice = Map.groupBy(months, (month) => priceOf(provider, kind, month, contracts))
    return [...byPrice].flatMap(([price, own]): StatementLine[] => {
      const quantity = own.reduce((sum, month) => sum + quantityOf(provider, kind, cells[month]), 0)
      return quantity === 0
        ? []
        : [{ kind, quantity, price, amount: price === undefined ? undefined : price * quantity }]
    })
  })
  const amount = lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)
  const own = invoices.filter((one) => one.provider === provider && months.includes(one.month))
  const invoiced = own.length > 0 ? own.reduce((sum, one) => sum + one.pence, 0) : undefined
  const held = lines.reduce((sum, { kind, quantity }) => (kind === 'mediation-held' ? sum + quantity : sum), 0)
  return {
    provider,
    lines,
    amount,
    invoiced,
    difference: invoiced === undefined ? undefined : invoiced - amount,
    monthsWithoutInvoice: months.filter((month) => !own.some((one) => one.month === month)),
    unitsWithoutPrice: lines.reduce((sum, { price, quantity }) => (price === undefined ? sum + quantity : sum), 0),
    forEachHeld: held > 0 ? Math.round((invoiced ?? amount) / held) : undefined,
  }
}

function priceOf(provider: string, kind: UnitKind, month: Month, contracts: readonly Contract[]): number | undefined {
  const contract = contracts.find(
    (one) => one.provider === provider && one.from <= month && (!one.to || month <= one.to),
  )
  const pounds = contract?.prices[kind]
  return pounds === undefined ? undefined : Math.round(pounds * 100)
}

/** How many units of a kind a provider did. @param cells of one month */
export function quantityOf(provider: string, kind: UnitKind, cells: CellsByPeriod[string] = {}): number {
  return cellsOfMeasure({ month: cells }, units).reduce(
    (sum, { row, column, number }) => (row === kind && column === provider ? sum + number : sum),
    0,
  )
}

/** Providers that did something in these months and are none of the council's any more: a renamed or a former one. */
export function providersIn(cells: CellsByPeriod, { from, to }: Period): readonly string[] {
  const found = cellsOfMeasure(cells, units).flatMap(({ period, column, number }) =>
    period >= from && period <= to && number !== 0 ? [column] : [],
  )
  return [...new Set(found)].sort()
}

/** The names of the council's providers, by the ids under which contracts and units know them. */
export function namesOfProviders(providers: CouncilProviders): ReadonlyMap<string, string> {
  const { disagreementResolution, mediationAdviser } = providers
  return new Map([
    ...advisersOf(providers).map(({ id, contact }) => [id, contact.name] as const),
    // Where the adviser's organisation runs it too, it is paid for under a contract of its own.
    [
      DISAGREEMENT_RESOLUTION,
      disagreementResolution?.name ?? `${mediationAdviser.name}, disagreement resolution`,
    ] as const,
  ])
}

/** Pence as people write them: "£1,234.50". */
export function poundsOf(pence: number): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(pence / 100)
}
