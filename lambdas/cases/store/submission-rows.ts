import { londonDay } from '../london.ts'
import type { Sequence } from '../sequence.ts'
import { rowOf } from './rows.ts'
import { keys } from './tables.ts'

/** The forms that were sent in about a case stand in the index of the cases under this status, so that they go with it. */
export function submissionsOf(caseId: string): string {
  return `submission-of-${caseId}`
}

/** The row that says what a form led to, so that the same form sent twice is recorded once. */
export function submissionRow(
  submissionId: string,
  { caseId, sequence }: { readonly caseId: string; readonly sequence: Sequence },
  now: Date,
): Record<string, unknown> {
  return rowOf(
    keys.submission(submissionId),
    'submission',
    { caseId, sequence },
    { status: submissionsOf(caseId), nextDate: londonDay(now) },
  )
}
