import { type Case, wantsMediation } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import { casesOfSameChild } from '../../cases/child-keys.ts'
import type { Contact } from '../../cases/contact.ts'
import { casesByChildKey } from '../../cases/store/child-key-store.ts'
import type { CaseTables, SearchableContactTables } from '../../cases/store/tables.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Actor } from '../../recording/actor.ts'
import { loadCaseFor } from '../../recording/load-case-for.ts'
import { describeDispute } from '../facts/describe-route.ts'

/** Another case of the same child, as the page of a case shows it. */
export interface OtherCase {
  readonly caseId: string
  readonly status: CaseFile['record']['status']
  readonly decision: string
  readonly letterInWords: string
  /** What goes on there that bears on this one. */
  readonly goesOn: readonly string[]
}

/**
 * The other cases of a child that somebody may open, the one that was opened last at the top: so that two plans of one child know
 * of each other (J32, J33).
 */
export async function casesOfChild(
  tables: CaseTables & SearchableContactTables,
  actor: Pick<Actor, 'id'>,
  { record: { caseId } }: Pick<CaseFile, 'record'>,
  contact: Contact,
): Promise<readonly OtherCase[]> {
  const found = casesOfSameChild(await casesByChildKey(tables, contact)).filter((one) => one !== caseId)
  const files = await Promise.all(found.map((one) => loadCaseFor(tables, actor, one)))
  return files
    .flatMap((file) => file ?? [])
    .sort((one, other) => other.record.openedAt.localeCompare(one.record.openedAt))
    .map(({ record, subject }) => ({
      caseId: record.caseId,
      status: record.status,
      decision: describeDispute(subject),
      letterInWords: formatDate(subject.decision.printedOn),
      goesOn: record.status === 'open' ? goesOn(subject, caseId) : [],
    }))
}

function goesOn(subject: Case, caseId: string): readonly string[] {
  const { appeal, appealEnded, chosen, mediationResult, newPlan, newPlanInAppeal } = subject
  return [
    ...(newPlan?.newCase === caseId
      ? [`This case is about the plan that was issued again on ${formatDate(newPlan.sentOn)}.`]
      : []),
    ...(appeal && !appealEnded
      ? [`The Tribunal has its appeal${newPlanInAppeal?.allowed ? ', and lets it be about the new plan' : ''}.`]
      : []),
    ...(chosen && wantsMediation(subject) && !mediationResult
      ? [`Mediation was asked for on ${formatDate(chosen.councilToldOn)}, and its 30 days go on there.`]
      : []),
  ]
}
