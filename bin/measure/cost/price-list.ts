import list from '../prices.json' with { type: 'json' }

/** What can be paid for: the rows of bin/measure/prices.json. */
export type Item = keyof typeof list.prices

/** How much of each item there is. */
export type Amounts = Readonly<Partial<Record<Item, number>>>

export interface CostLine {
  readonly item: Item
  readonly amount: number
  /** For one of it: "key and month". */
  readonly per: string
  /** In US dollars. */
  readonly cost: number
}

/** The day on which the prices were read. */
export const PRICES_READ_ON = list.readOn

/**
 * What amounts cost at list prices, in US dollars.
 * @param free whether what AWS gives an account free each month is all for this service. Whether it is depends on what else
 *   the account has.
 */
export function costOf(amounts: Amounts, { free }: { readonly free: boolean }): readonly CostLine[] {
  return (Object.entries(amounts) as [Item, number][]).map(([item, amount]) => {
    const { price, per } = list.prices[item]
    const given = free && isFreeAtFirst(item) ? list.freeEachMonth[item] : 0
    return { item, amount, per, cost: Math.max(0, amount - given) * price }
  })
}

export function totalOf(lines: readonly CostLine[]): number {
  return lines.reduce((total, { cost }) => total + cost, 0)
}

function isFreeAtFirst(item: Item): item is keyof typeof list.freeEachMonth {
  return item in list.freeEachMonth
}
