import type { CaseRecord } from '../cases/case-file.ts'
import { londonDay } from '../cases/london.ts'
import type { MediationResult } from '../cases/mediation/closed-words.ts'
import {
  APPEAL_STANDINGS,
  type AppealStanding,
  CASE_OUTCOMES,
  type CaseOutcome,
  ROUTES,
  type Route,
} from '../cases/outcome.ts'
import type { ErasedCase } from '../cases/retention/erased-case.ts'
import type { CalendarDate } from '../law/calendar-date.ts'

/** How a case stands: still open, or how it ended. Every case has exactly one. */
export type Standing = 'open' | CaseOutcome
export const STANDINGS: readonly Standing[] = ['open', ...CASE_OUTCOMES]

/** Days in England; both belong to the period. */
export interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

export interface OutcomeRow {
  readonly route: Route
  readonly counts: Readonly<Record<Standing, number>>
  readonly total: number
}

/** The cases opened in a period by route and by how they stand. Rows, columns and the number of cases always agree. */
export interface OutcomeTable {
  readonly period: Period
  readonly rows: readonly OutcomeRow[]
  readonly allCases: Omit<OutcomeRow, 'route'>
  /** The number of cases in the list, counted by themselves and not by adding up the table. */
  readonly listed: { readonly open: number; readonly closed: number }
  /** What came of the mediations held in these cases. */
  readonly mediation: Readonly<Record<MediationResult, number>>
  /** What came of the appeals in these cases, and the cases that have one, counted by themselves. */
  readonly appeals: {
    readonly counts: Readonly<Record<AppealStanding, number>>
    readonly total: number
    readonly inOpenCases: number
    readonly inClosedCases: number
  }
}

/** What the table needs of a case. */
export type CountedCase = Pick<
  CaseRecord,
  'caseId' | 'openedAt' | 'status' | 'route' | 'outcome' | 'mediationResult' | 'appealOutcome'
>

/**
 * What is left of a case that was erased, as it is counted. Of the day of its opening the month is left: it counts as opened
 * at noon of the first day of that.
 */
export function asCounted(erased: ErasedCase): CountedCase {
  const { caseId, openedIn, route, outcome, mediationResult, appealOutcome } = erased
  const openedAt = `${openedIn}-01T12:00:00.000Z`
  return { caseId, openedAt, status: 'closed', route, outcome, mediationResult, appealOutcome }
}

/**
 * Counts the cases opened in a period.
 *
 * @param records each case once, open and closed
 * @throws Error when a closed case has no outcome: its record is damaged and a person has to look
 */
export function outcomeTable(records: Iterable<CountedCase>, period: Period): OutcomeTable {
  const cases = [...records].filter(({ openedAt }) => isWithin(londonDay(new Date(openedAt)), period))
  const rows = ROUTES.map(
    (route): OutcomeRow => ({ route, ...countByStanding(cases.filter((one) => one.route === route)) }),
  )
  const withResult = (result: MediationResult) =>
    cases.filter(({ mediationResult }) => mediationResult === result).length
  return {
    period,
    rows,
    allCases: {
      counts: perStanding((standing) => sum(rows.map(({ counts }) => counts[standing]))),
      total: sum(rows.map(({ total }) => total)),
    },
    listed: {
      open: cases.filter(({ status }) => status === 'open').length,
      closed: cases.filter(({ status }) => status === 'closed').length,
    },
    mediation: {
      agreed: withResult('agreed'),
      'partly-agreed': withResult('partly-agreed'),
      'not-agreed': withResult('not-agreed'),
    },
    appeals: countAppeals(cases),
  }
}

function countAppeals(cases: readonly CountedCase[]): OutcomeTable['appeals'] {
  const standings = cases.flatMap(({ appealOutcome }) => appealOutcome ?? [])
  const counts = Object.fromEntries(
    APPEAL_STANDINGS.map((standing) => [standing, standings.filter((one) => one === standing).length]),
  ) as Record<AppealStanding, number>
  return {
    counts,
    total: sum(Object.values(counts)),
    inOpenCases: cases.filter(({ status, appealOutcome }) => status === 'open' && appealOutcome).length,
    inClosedCases: cases.filter(({ status, outcome }) => status === 'closed' && outcome === 'appealed').length,
  }
}

/** How a case stands. @throws Error when it is closed without an outcome. */
export function standingOf({ caseId, status, outcome }: CountedCase): Standing {
  if (status === 'open') return 'open'
  if (!outcome) throw new Error(`Case ${caseId} is closed, but its record does not say how it ended.`)
  return outcome
}

function countByStanding(cases: readonly CountedCase[]): Omit<OutcomeRow, 'route'> {
  const standings = cases.map(standingOf)
  return {
    counts: perStanding((standing) => standings.filter((one) => one === standing).length),
    total: cases.length,
  }
}

function perStanding(count: (standing: Standing) => number): Record<Standing, number> {
  return Object.fromEntries(STANDINGS.map((standing) => [standing, count(standing)])) as Record<Standing, number>
}

function isWithin(day: CalendarDate, { from, to }: Period): boolean {
  return day >= from && day <= to
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
