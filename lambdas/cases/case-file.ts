import type { CalendarDate } from '../law/calendar-date.ts'
import type { Case } from './case.ts'
import type { DatesTold } from './dates-told.ts'
import type { Letter } from './letter.ts'
import type { MessageRecord } from './message.ts'
import type { CaseOutcome, CaseSummary } from './outcome.ts'
import type { Particulars } from './particulars.ts'
import type { NextDateKind } from './plan/next-date-kind.ts'
import type { Stop } from './stop.ts'
import type { Task } from './task.ts'
import type { TaskOwner } from './task-owner.ts'
import type { HeldMessage } from './telling/held-message.ts'
import type { Wait } from './wait.ts'

/** The case's own row: what the list of cases shows, and the version that every change checks. */
export type CaseRecord = Listed & (Open | Closed)

interface Listed extends CaseSummary {
  readonly caseId: string
  readonly openedAt: string
  readonly nextDate: CalendarDate
  readonly nextKind: NextDateKind
  /** The id of the person whose case it is. Absent: nobody's. */
  readonly owner?: string
  /** The day on which it was taken from an owner who had left. Absent: it was not, or has an owner again. */
  readonly ownerLeftOn?: CalendarDate
  /** The ids of those who alone may open it. Absent: everybody who reads cases. */
  readonly restrictedTo?: readonly string[]
  /** The dates as they were when the journey last looked. Absent until it has. */
  readonly told?: DatesTold
}

interface Open {
  readonly status: 'open'
  readonly outcome?: never
  readonly closedAt?: never
}

interface Closed {
  readonly status: 'closed'
  readonly outcome: CaseOutcome
  readonly closedAt: string
}

/** Everything that is stored about a case, but for names and addresses. */
export interface CaseFile {
  readonly record: CaseRecord
  /** What is so on the facts. */
  readonly subject: Case
  readonly waits: readonly Wait[]
  /** The stages that have stopped at some time, and go on or have gone on. */
  readonly stops: readonly Stop[]
  readonly messages: readonly MessageRecord[]
  /** What was due and did not go out at once, whatever became of it. */
  readonly held: readonly HeldMessage[]
  readonly tasks: readonly Task[]
  readonly letters: readonly Letter[]
  /** The tasks that were given to somebody by themselves. */
  readonly taskOwners: readonly TaskOwner[]
  /** What was recorded for the outcomes alone. Absent: nothing was. */
  readonly particulars?: Particulars
}
