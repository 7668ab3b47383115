import { type CalendarDate, dayOf, formatDay } from './calendar-date.ts'
import { COMPLIANCE_PERIODS } from './compliance-periods.ts'
import { RuleNotInForceError } from './law-errors.ts'
import { MEDIATION_PERIODS } from './mediation-periods.ts'
import { OTHER_ROUTE_PERIODS } from './other-route-periods.ts'
import type { Period, PeriodId } from './period.ts'
import { PLAN_PERIODS } from './plan-periods.ts'
import { TRIBUNAL_PERIODS } from './tribunal-periods.ts'

export type { Period, PeriodId, PeriodUnit, WhoMustAct } from './period.ts'

/**
 * The catalogue: every period of the rulebook, a row each. Ids are the project's own and never change their meaning.
 * The order of rows does not matter: `periodInForce` chooses by date.
 */
export const PERIODS: readonly Period[] = [
  ...MEDIATION_PERIODS,
  ...TRIBUNAL_PERIODS,
  ...COMPLIANCE_PERIODS,
  ...PLAN_PERIODS,
  ...OTHER_ROUTE_PERIODS,
]

/**
 * The row of a period that was the law on a day: the day that the law names (the decision, or the event that starts
 * the period), never today. A later row takes over from its first day, whether or not the row before it was ended.
 * Without `periods` the rows are those of the catalogue.
 *
 * @throws RuleNotInForceError when no row of that period was the law on that day
 */
export function periodInForce(id: PeriodId, on: CalendarDate, periods?: readonly Period[]): Period {
  return rowInForce(id, dayOf(on), periods === undefined ? PUBLISHED : latestFirst(periods))
}

/** The row that a deadline was made from, by its rule id and version. Undefined for a row that the catalogue no longer has. */
export function periodOf(rule: { readonly ruleId: string; readonly ruleVersion: string }): Period | undefined {
  return PERIODS.find(({ id, version }) => id === rule.ruleId && version === rule.ruleVersion)
}

/** As `periodInForce`, for a day number and the published catalogue. */
export function periodOnDay(id: PeriodId, day: number): Period {
  return rowInForce(id, day, PUBLISHED)
}

/** The rows of each id, the latest first, with their days as numbers. */
type DatedRows = ReadonlyMap<PeriodId, readonly DatedRow[]>

interface DatedRow {
  readonly period: Period
  readonly firstDay: number
  readonly lastDay: number
}

const PUBLISHED: DatedRows = latestFirst(PERIODS)

function latestFirst(periods: readonly Period[]): DatedRows {
  const rows = periods.map((period) => ({
    period,
    firstDay: dayOf(period.lawFrom),
    lastDay: period.lawTo === undefined ? Number.POSITIVE_INFINITY : dayOf(period.lawTo),
  }))
  return Map.groupBy(
    rows.sort((a, b) => b.firstDay - a.firstDay),
    ({ period }) => period.id,
  )
}

function rowInForce(id: PeriodId, day: number, rows: DatedRows): Period {
  const row = rows.get(id)?.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  if (row === undefined) {
    throw new RuleNotInForceError(`No rule ${id} is known that was the law on ${formatDay(day)}. Check the date.`)
  }
  return row.period
}
