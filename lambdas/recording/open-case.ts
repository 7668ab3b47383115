import { checkOpening, type FactProblem } from '../cases/check-facts.ts'
import type { Contact } from '../cases/contact.ts'
import { londonDay } from '../cases/london.ts'
import type { Decision } from '../cases/opening/facts.ts'
import { openCase as openCaseInTables, submissionBefore } from '../cases/store/open-case.ts'
import { type Actor, mayRecord } from './actor.ts'
import { type LookAgain, lookAgain, type SecondLook } from './look-again.ts'
import { withNewReference } from './new-reference.ts'
import { previewOfOpening, type ToConfirm } from './preview.ts'
import type { RecordingTools } from './recording-tools.ts'
import { casesOfDecision } from './same-decision.ts'

/** A form that opens a case, as it was sent and read. */
export interface Opening {
  /** The id that the form carried: the same form sent twice opens one case. */
  readonly submissionId: string
  readonly decision: Decision
  readonly contact: Contact
  /** The case is under way already. Absent: it is not. */
  readonly history?: 'being-recorded'
  /** What was said of what is unlikely in it; undefined while nobody asked. */
  readonly secondLook: SecondLook | undefined
  /** The confirmation of what was shown to follow from it; undefined while nothing was shown. */
  readonly confirmed: string | undefined
}

/** What came of the form. A case was opened only where it says so; the same form sent twice has opened one. */
export type OpeningOutcome =
  | { readonly outcome: 'opened'; readonly caseId: string }
  | { readonly outcome: 'not-allowed' }
  | { readonly outcome: 'problems'; readonly problems: readonly FactProblem[] }
  | LookAgain
  | ToConfirm

/** Opens a case under a new reference, when what follows is what was shown and confirmed. */
export async function openCase(
  { tables, clock, council, whyNotPrinted, newCaseId }: RecordingTools & { readonly newCaseId: () => string },
  actor: Actor,
  { secondLook, confirmed, ...opening }: Opening,
): Promise<OpeningOutcome> {
  if (!mayRecord(actor, 'case-opened')) return { outcome: 'not-allowed' }
  const before = await submissionBefore(tables, opening.submissionId)
  if (before) return { outcome: 'opened', caseId: before.caseId }
  const { decision, contact, history } = opening
  const now = clock()
  const today = londonDay(now)
  const problems = checkOpening(decision, contact, today)
  if (problems.length > 0) return { outcome: 'problems', problems }
  const sameCases = await casesOfDecision(tables, actor, contact, decision)
  const notPrinted = await whyNotPrinted({ contact })
  const again = lookAgain(secondLook, { details: decision, contact, recordedOn: today, sameCases, notPrinted })
  if (again) {
    // Sent twice in one moment, it may be its own case that it finds.
    const own = await submissionBefore(tables, opening.submissionId)
    return own ? { outcome: 'opened', caseId: own.caseId } : again
  }
  const preview = previewOfOpening({ council }, { decision, contact, ...(history && { history }) }, now)
  if (preview.confirmation !== confirmed) return { outcome: 'to-confirm', preview }
  const caseId = await withNewReference(newCaseId, (reference) =>
    openCaseInTables(tables, { ...opening, caseId: reference, recordedBy: actor.id }, now),
  )
  return { outcome: 'opened', caseId }
}
