import { type Month, monthOf } from '../../law/month.ts'
import type { CaseRecord } from '../case-file.ts'
import type { Happening } from '../happenings.ts'
import { londonDay } from '../london.ts'
import type { MediationResult } from '../mediation/closed-words.ts'
import { type AppealStanding, CASE_OUTCOMES, type CaseOutcome, type Route } from '../outcome.ts'
import type { ErasedCase } from '../retention/erased-case.ts'

/** How a case stands: still open, or how it ended. Every case has exactly one. */
export type Standing = 'open' | CaseOutcome
export const STANDINGS: readonly Standing[] = ['open', ...CASE_OUTCOMES]

/** What the outcomes count of a case: closed words and a month, and nobody's name. */
export interface CountedOutcome {
  /** The month in which the case was opened, by the clock of England. */
  readonly openedIn: Month
  readonly status: CaseRecord['status']
  readonly standing: Standing
  readonly route: Route
  readonly mediationResult?: MediationResult
  readonly appealOutcome?: AppealStanding
  readonly happenings?: readonly Happening[]
}

/** What is counted of a case. @throws Error when it is closed without an outcome: its record is damaged and a person has to look */
export function outcomeOfCase(record: CaseRecord): CountedOutcome {
  const { caseId, openedAt, status, route, outcome, mediationResult, appealOutcome, happenings } = record
  const standing = status === 'open' ? 'open' : outcome
  if (!standing) throw new Error(`Case ${caseId} is closed, but its record does not say how it ended.`)
  return {
    openedIn: monthOf(londonDay(new Date(openedAt))),
    status,
    standing,
    route,
    ...(mediationResult && { mediationResult }),
    ...(appealOutcome && { appealOutcome }),
    ...(happenings && { happenings }),
  }
}

/** What is counted of a case that was erased: what was counted before. */
export function outcomeOfErased({
  openedIn,
  route,
  outcome,
  mediationResult,
  appealOutcome,
  happenings,
}: ErasedCase): CountedOutcome {
  return {
    openedIn,
    status: 'closed',
    standing: outcome,
    route,
    ...(mediationResult && { mediationResult }),
    ...(appealOutcome && { appealOutcome }),
    ...(happenings && { happenings }),
  }
}

/** The number of cases of one month in one cell of the tables, by the cell's name. */
export type Cells = Readonly<Record<string, number>>
export type CellsByMonth = Readonly<Record<Month, Cells>>

/** The names of the cells. Each case is in one of the first two kinds, and in the others where it has a mediation or an appeal. */
export const cellOf = {
  standing: (route: Route, standing: Standing) => `standing:${route}:${standing}`,
  /** The cases of the list, counted without their route and outcome. */
  listed: (status: CaseRecord['status']) => `listed:${status}`,
  mediation: (result: MediationResult) => `mediation:${result}`,
  /** Beside the route and the end: the cases in which it happened. */
  happening: (happening: Happening) => `happening:${happening}`,
  appeal: (outcome: AppealStanding) => `appeal:${outcome}`,
  /** The cases that have an appeal, counted without what came of it. */
  withAppeal: (status: CaseRecord['status']) => `with-appeal:${status}`,
} as const

/** The cells in which a case is counted, by the month in whose cells it is. */
export function cellsOf({ openedIn, ...outcome }: CountedOutcome): CellsByMonth {
  const { status, standing, route, mediationResult, appealOutcome, happenings = [] } = outcome
  const names = [
    cellOf.standing(route, standing),
    cellOf.listed(status),
    ...(mediationResult ? [cellOf.mediation(mediationResult)] : []),
    ...(appealOutcome ? [cellOf.appeal(appealOutcome), cellOf.withAppeal(status)] : []),
    ...happenings.map(cellOf.happening),
  ]
  return { [openedIn]: Object.fromEntries(names.map((name) => [name, 1])) }
}
