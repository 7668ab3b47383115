import type { CellsByPeriod } from '../../cases/counted-cells.ts'
import { cellsOfMeasure } from '../cells.ts'
import type { Period } from '../periods.ts'
import { SHARES_OF_WORK, type ShareOfWork, type ShareOfWorkId, workOfProviders } from './work-of-providers.ts'

/**
 * The shares of every provider that did any of it in a period, in the order of the council's file and never by their size; those that are not
 * in it any more come last.
 * @param providers the ids of those in the file, in their order
 * @param cells of the months of the period
 */
export function sharesOfWork(
  id: ShareOfWorkId,
  providers: readonly string[],
  cells: CellsByPeriod,
  { from, to }: Period,
): readonly ShareOfWork[] {
  const { counts, among } = SHARES_OF_WORK[id]
  const found = new Map<string, { count: number; among: number }>()
  const isIn = (rows: readonly string[], row: string) => rows.includes(row)
  for (const { period, row, column, number } of cellsOfMeasure(cells, workOfProviders)) {
    if (period < from || period > to || !isIn(among, row)) continue
    const sums = found.get(column) ?? { count: 0, among: 0 }
    found.set(column, sums)
    sums.among += number
    if (isIn(counts, row)) sums.count += number
  }
  const others = [...found.keys()].filter((provider) => !providers.includes(provider)).sort()
  return [...providers, ...others].flatMap((provider) => {
    const sums = found.get(provider)
    return sums && sums.among > 0 ? [{ provider, ...sums }] : []
  })
}
