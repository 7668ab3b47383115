import { checkFacts, checkOpening, type FactProblem } from '../cases/check-facts.ts'
import type { Contact } from '../cases/contact.ts'
import type { FactType, NewFact } from '../cases/fact.ts'
import { londonDay } from '../cases/london.ts'
import { newCase } from '../cases/new-case.ts'
import type { Decision } from '../cases/opening/facts.ts'
import { firstNotRecordable } from '../cases/recordable-facts.ts'
import { openCase } from '../cases/store/open-case.ts'
import { type Actor, mayRecord } from './actor.ts'
import { withNewReference } from './new-reference.ts'
import type { RecordingTools } from './recording-tools.ts'

/** A case that is under way, as a council hands it over: its decision, its family and what has happened by now. */
export interface UnderWay {
  readonly decision: Decision
  readonly contact: Contact
  readonly happened: readonly NewFact[]
}

export interface CaseToImport extends UnderWay {
  /** Says which it is: the same one brought in twice opens one case. */
  readonly submissionId: string
}

/** What cannot be so of a case that is brought in. */
export interface ImportProblem extends Pick<FactProblem, 'field' | 'message'> {
  /** The fact that it is about. */
  readonly of: FactType
}

/** What came of it. The same one brought in twice has opened one case, now or before. */
export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly caseId: string }
  | { readonly outcome: 'not-allowed' }
  | { readonly outcome: 'problems'; readonly problems: readonly ImportProblem[] }

/** Stands for a case that has no reference yet. */
const NO_REFERENCE_YET = 'to import'

/**
 * What cannot be so of a case that is under way, by the same checks as of one that is typed in.
 * @param now the moment at which it would be brought in
 */
export function importProblems({ decision, contact, happened }: UnderWay, now: Date): readonly ImportProblem[] {
  const today = londonDay(now)
  const ofOpening = checkOpening(decision, contact, today)
  if (ofOpening.length > 0) return ofOpening.map(({ field, message }) => ({ of: 'case-opened', field, message }))
  const opened = caseUnderWay({ decision, contact, happened: [] }, now)
  const refused = firstNotRecordable(opened, happened)
  if (refused) return [{ of: refused.type, field: '', message: 'This cannot be recorded after what comes before it' }]
  return checkFacts(opened.subject, happened, today).flatMap((problems, at) => {
    const of = happened[at]?.type ?? 'case-opened'
    return problems.map(({ field, message }) => ({ of, field, message }))
  })
}

/** The case as it will be when it has been brought in. */
export function caseUnderWay(underWay: UnderWay, now: Date) {
  return newCase({ ...underWay, caseId: NO_REFERENCE_YET, history: 'being-recorded', recordedBy: '' }, now)
}

/**
 * Brings in a case that is under way, with what has happened, all or none. It is taken over in silence: it tells nobody
 * anything until a person says that its history is complete (docs/decisions/0015).
 */
export async function importCase(
  { tables, clock, council, newCaseId }: RecordingTools & { readonly newCaseId: () => string },
  actor: Actor,
  { submissionId, decision, contact, happened }: CaseToImport,
): Promise<ImportOutcome> {
  const kinds: readonly FactType[] = ['case-opened', ...happened.map(({ type }) => type)]
  if (!kinds.every((type) => mayRecord(actor, type))) return { outcome: 'not-allowed' }
  const now = clock()
  const problems = importProblems({ decision, contact, happened }, now)
  if (problems.length > 0) return { outcome: 'problems', problems }
  const caseId = await withNewReference(newCaseId, (reference) =>
    openCase(
      tables,
      {
        submissionId,
        caseId: reference,
        decision,
        contact,
        history: 'being-recorded',
        happenedBefore: { facts: happened, ownTimes: council.ownTimes },
        recordedBy: actor.id,
      },
      now,
    ),
  )
  return { outcome: 'imported', caseId }
}
