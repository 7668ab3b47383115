import type { CaseToOpen } from '../../lambdas/cases/store/open-case.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'

/** A usual case, as its form would open it: a plan that was sent on Tuesday 10 February 2026. */
export function caseToOpen(caseId: string): CaseToOpen {
  const day = parseCalendarDate('2026-02-10')
  return {
    caseId,
    submissionId: `open-${caseId}`,
    decision: { decisionKind: 'plan-contents', placementOnly: false, printedOn: day, sentOn: day },
    contact: { name: 'Ann Lee', relationship: 'parent', childName: 'Bo Lee', email: 'ann@example.com' },
    recordedBy: 'officer-1',
  }
}
