import type { CaseRecord } from '../../lambdas/cases/case-file.ts'
import { type CaseOutcome, summaryOf } from '../../lambdas/cases/outcome.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import type { CouncilToCount } from '../../lambdas/reports/cells.ts'
import type { FileToCount } from '../../lambdas/reports/measures/measure.ts'
import type { CaseBuilder } from '../cases/case-builder.ts'

/** How and when a case ended. */
export interface Ended {
  readonly outcome: CaseOutcome
  /** "2026-08-20" */
  readonly on: string
}

/** A case as it is counted: its facts, and its row. @param ended absent: it is open */
export function fileOf(builder: CaseBuilder, ended?: Ended): FileToCount {
  const subject = builder.build()
  const listed = {
    ...summaryOf(subject),
    caseId: subject.caseId,
    openedAt: subject.openedAt,
    nextDate: parseCalendarDate('2026-05-10'),
    nextKind: 'family-speaks-to-adviser',
  } as const
  const record: CaseRecord = ended
    ? { ...listed, status: 'closed', outcome: ended.outcome, closedAt: `${ended.on}T11:00:00.000Z` }
    : { ...listed, status: 'open' }
  return { record, subject, messages: [], letters: [] }
}

/** A council of whose file nothing changes how its cases are counted. */
export const COUNTED_PLAINLY: CouncilToCount = { terms: [] }
