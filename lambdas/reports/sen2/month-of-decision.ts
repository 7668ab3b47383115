import { ALWAYS, type CellsByPeriod, SPAN } from '../../cases/counted-cells.ts'
import { type Month, parseMonth } from '../../law/month.ts'
import { readCellName } from '../cells.ts'
import { decisionsSent } from './decisions-sent.ts'

/**
 * In which month the decision of a case was sent, by what was counted of it.
 * @returns undefined where nothing of the kind was counted: of a case that was opened by mistake or twice, and of one that an earlier
 *   version counted
 */
export function monthOfDecision(cells: CellsByPeriod): Month | undefined {
  const [month] =
    Object.entries(cells).find(
      ([period, counts]) =>
        period !== ALWAYS &&
        !period.startsWith(SPAN) &&
        Object.keys(counts).some((name) => readCellName(name).id === decisionsSent.id),
    ) ?? []
  return month === undefined ? undefined : parseMonth(month)
}
