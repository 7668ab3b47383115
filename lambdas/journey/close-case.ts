import { requireCaseFile } from '../cases/case-file.ts'
import { closeCase } from '../cases/close-case.ts'
import { FACTS_THAT_CHANGE_NOTHING } from '../cases/fact.ts'
import { outcomeOf } from '../cases/outcome.ts'
import { type Ending, endedByTime } from '../cases/plan/ending.ts'
import type { CaseTables } from '../cases/tables.ts'

export interface CloseRequest {
  readonly caseId: string
  readonly heard: string
  readonly ending: Ending
}

/** The case has news that the journey has not acted on. The state machine catches this by its name. */
export class CaseMovedOn extends Error {
  override readonly name = 'CaseMovedOn'
}

/**
 * Closes a case at the end of its journey.
 * @throws CaseMovedOn when the time was to end it, and something was recorded in the same moment.
 */
export async function endJourney(
  { tables, now }: { readonly tables: CaseTables; readonly now: () => Date },
  { caseId, heard, ending }: CloseRequest,
): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const { record, subject } = await requireCaseFile(tables, caseId)
    const unheard = subject.facts.find(
      ({ sequence, type }) => sequence > heard && !FACTS_THAT_CHANGE_NOTHING.includes(type),
    )
    if (endedByTime(ending) && unheard && record.status === 'open') {
      throw new CaseMovedOn(`Case ${caseId} has the fact ${unheard.sequence} ("${unheard.type}") since ${heard}.`)
    }
    const outcome = outcomeOf(subject, endedByTime(ending) ? ending : 'no-news')
    if (await closeCase(tables, caseId, record.version, outcome, now())) return
  }
  throw new Error(`Case ${caseId} changed five times while it was being closed. Close it again.`)
}
