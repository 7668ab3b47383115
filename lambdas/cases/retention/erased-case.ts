import type { DecisionKind } from '../../law/appealable-decisions.ts'
import { type Month, monthOf } from '../../law/month.ts'
import type { CaseRecord } from '../case-file.ts'
import { londonDay } from '../london.ts'
import type { MediationResult } from '../mediation/closed-words.ts'
import type { AppealStanding, CaseOutcome, Route } from '../outcome.ts'

/**
 * All that is left of a case that was erased, in the place of its row: what came of it, so that reports go on adding up. No
 * name, no day: of its days the months are left.
 */
export interface ErasedCase {
  readonly caseId: string
  /** "2026-03". */
  readonly openedIn: Month
  readonly closedIn: Month
  readonly decisionKind: DecisionKind
  readonly placementOnly: boolean
  readonly route: Route
  readonly outcome: CaseOutcome
  readonly mediationResult?: MediationResult
  readonly appealOutcome?: AppealStanding
  /** The list by which it was erased. */
  readonly list: string
  /** `erasing`: this row stands, and others may still be there. Nothing can be recorded from then on. */
  readonly state: 'erasing' | 'erased'
  /** How many rows of each kind there were. */
  readonly rows: Readonly<Record<string, number>>
}

/** What is left of a closed case. @param rows how many rows of each kind it had */
export function whatIsLeft(
  record: CaseRecord & { readonly status: 'closed' },
  list: string,
  rows: ErasedCase['rows'],
): ErasedCase {
  const { caseId, openedAt, closedAt, decisionKind, placementOnly, route, outcome } = record
  const { mediationResult, appealOutcome } = record
  return {
    caseId,
    openedIn: monthOfInstant(openedAt),
    closedIn: monthOfInstant(closedAt),
    decisionKind,
    placementOnly,
    route,
    outcome,
    ...(mediationResult && { mediationResult }),
    ...(appealOutcome && { appealOutcome }),
    list,
    state: 'erasing',
    rows,
  }
}

function monthOfInstant(instant: string): Month {
  return monthOf(londonDay(new Date(instant)))
}
