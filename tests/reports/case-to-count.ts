import type { CaseRecord } from '../../lambdas/cases/case-file.ts'
import type { CouncilParticulars } from '../../lambdas/cases/council.ts'
import { type CaseOutcome, summaryOf } from '../../lambdas/cases/outcome.ts'
import type { Particulars } from '../../lambdas/cases/particulars.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import type { CouncilToCount } from '../../lambdas/reports/cells.ts'
import { everyMeasure, measuresFor } from '../../lambdas/reports/measures/all-measures.ts'
import type { FileToCount } from '../../lambdas/reports/measures/measure.ts'
import type { CaseBuilder } from '../cases/case-builder.ts'

/** How and when a case ended. */
export interface Ended {
  readonly outcome: CaseOutcome
  /** "2026-08-20" */
  readonly on: string
}

/** A case as it is counted: its facts, and its row. @param ended absent: it is open */
export function fileOf(builder: CaseBuilder, ended?: Ended, particulars?: Particulars): FileToCount {
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
  return { record, subject, messages: [], letters: [], ...(particulars && { particulars }) }
}

/** A council without terms, that has everything recorded that can be. */
export const COUNTED_PLAINLY: CouncilToCount = {
  terms: [],
  particulars: {
    themes: ['place', 'therapy', 'transport', 'late', 'section-b', 'health', 'social-care'].map(named),
    reach: {
      phase: true,
      ageBand: true,
      primaryNeed: true,
      areas: ['north', 'south', 'east'].map(named),
      language: true,
      lookedAfter: true,
    },
  },
}

/** A council that has turned nothing on of what can be recorded for the outcomes alone. */
export const NOTHING_ON: CouncilParticulars = {
  themes: [],
  reach: { phase: false, ageBand: false, primaryNeed: false, areas: [], language: false, lookedAfter: false },
}

/** What is counted where everything is recorded. */
export const MEASURES = measuresFor(COUNTED_PLAINLY)
export const EVERY_MEASURE = everyMeasure(COUNTED_PLAINLY)

function named(id: string) {
  return { id, name: `Named ${id}` }
}
