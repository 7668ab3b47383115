import type { TypedMonth } from '../../../lambdas/cases/store/typed-figure-store.ts'
import { parseMonth } from '../../../lambdas/law/month.ts'
import { monthWith } from '../../../lambdas/reports/typed-in/month-with.ts'
import { placesOf, type TypedTableId } from '../../../lambdas/reports/typed-in/typed-tables.ts'

const BY = { who: 'manager-1', now: new Date('2026-04-14T10:00:00Z') }

/** A month of a table, every place with the same number but for some. */
export function typedMonth(
  table: TypedTableId,
  at: string,
  number: number,
  but: Readonly<Record<string, number | undefined>> = {},
) {
  const wanted = placesOf(table).map((place) => {
    const name = `${place.figure}/${place.row}`
    return { ...place, number: name in but ? but[name] : number, source: 'The report' }
  })
  return monthWith(undefined, { table, month: parseMonth(at) }, wanted, BY)?.after as TypedMonth
}
