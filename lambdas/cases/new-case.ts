import { buildCase, withFacts } from './build-case.ts'
import { caseDates } from './case-dates.ts'
import type { CaseFile } from './case-file.ts'
import type { Contact } from './contact.ts'
import { daysOfAge } from './days-of-age.ts'
import type { Fact, NewFact } from './fact.ts'
import { londonDay } from './london.ts'
import type { Decision } from './opening/facts.ts'
import { summaryOf } from './outcome.ts'
import { OPENED } from './sequence.ts'

/** What a case is opened with. */
export interface NewCase {
  readonly caseId: string
  readonly decision: Decision
  readonly contact: Contact
  /** The case is under way already: see the fact `history-complete`. Absent: it is not. */
  readonly history?: 'being-recorded'
  /** What had happened by then, where that is recorded with the opening: of a case that is under way alone. */
  readonly happened?: readonly NewFact[]
  readonly recordedBy: string
}

/** A case as it is when it is opened: on its first facts, with nothing under way yet. */
export function newCase(
  { caseId, decision, contact, history, happened = [], recordedBy }: NewCase,
  now: Date,
): CaseFile {
  const opened: Fact<'case-opened'> = {
    type: 'case-opened',
    sequence: OPENED,
    recordedAt: now.toISOString(),
    recordedBy,
    details: { ...decision, ...daysOfAge(contact.bornOn, decision.printedOn), ...(history && { history }) },
  }
  const subject = withFacts(buildCase(caseId, [opened]), happened, { recordedAt: opened.recordedAt, recordedBy })
  const dates = caseDates(subject, londonDay(now))
  return {
    record: {
      ...summaryOf(subject),
      caseId,
      status: 'open',
      openedAt: now.toISOString(),
      owner: recordedBy,
      nextDate: (dates.contact ?? dates.appeal).aimDate,
      nextKind: dates.contact ? 'family-speaks-to-adviser' : 'family-appeals',
    },
    subject,
    waits: [],
    stops: [],
    messages: [],
    held: [],
    tasks: [],
    letters: [],
    taskOwners: [],
  }
}
