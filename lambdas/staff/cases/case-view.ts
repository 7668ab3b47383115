import { caseDates } from '../../cases/case-dates.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Contact } from '../../cases/contact.ts'
import type { Council } from '../../cases/council.ts'
import type { FactType } from '../../cases/fact.ts'
import { addressFailure } from '../../cases/failing-address.ts'
import { isSettled } from '../../cases/is-settled.ts'
import { mustNotBeWrittenTo, RECIPIENT_ROLES } from '../../cases/recipient.ts'
import { isParked, type Wait, type WaitingStage } from '../../cases/wait.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { failingAddressInWords } from '../contacts/contact-words.ts'
import { formatInstant } from '../day.ts'
import { describeFact, factTitle } from '../facts/all-facts.ts'
import type { CaseWords } from '../facts/case-words.ts'
import { describeDecision } from '../facts/describe-route.ts'
import { type LetterView, letterViews } from '../letters/letter-view.ts'
import { type TaskView, taskViews } from '../tasks/task-views.ts'
import { type ActionGroup, actionGroups } from './action-groups.ts'
import { type ComplaintView, complaintViews } from './complaint-views.ts'
import { type DateCard, type DateKind, dateCards } from './date-cards.ts'
import { type UndertakingView, undertakingViews } from './duties-view.ts'
import { type NextStep, nextSteps } from './next-steps.ts'
import { type ResolutionView, resolutionViews } from './resolution-views.ts'
import { type TimelineEntry, timeline } from './timeline.ts'

/** A case as its page shows it, and as a program reads it. */
export interface CaseView {
  readonly caseId: string
  readonly version: number
  readonly status: 'open' | 'closed'
  readonly decision: string
  readonly openedAt: string
  readonly openedInWords: string
  /** True while the service acts on what was recorded last, so that there will be more to see in a moment. */
  readonly journeyIsWorking: boolean
  /** What each route waits for, or how the case ended. */
  readonly next: readonly NextStep[]
  readonly outcome?: string
  readonly closedAt?: string
  readonly dates: readonly DateCard<DateKind>[]
  readonly undertakings: readonly UndertakingView[]
  readonly complaints: readonly ComplaintView[]
  readonly resolutions: readonly ResolutionView[]
  readonly waits: readonly (Pick<Wait, 'stage' | 'startedFrom' | 'state'> &
    Partial<Pick<WaitingStage, 'name' | 'awaits' | 'wakeAt'>> & { readonly wakeInWords?: string })[]
  /** The facts that whoever looks at it can record now. */
  readonly recordable: readonly FactType[]
  readonly actions: readonly ActionGroup[]
  /** For safety: nothing is sent or printed. */
  readonly mustNotBeWrittenTo: boolean
  /** Which email addresses fail, so that letters go there. */
  readonly failingAddresses: readonly string[]
  readonly tasks: readonly TaskView[]
  readonly letters: readonly LetterView[]
  readonly messages: CaseFile['messages']
  /** The facts as they are right. What was corrected or taken back is on the timeline. */
  readonly facts: CaseFile['subject']['facts']
  readonly timeline: readonly TimelineEntry[]
  readonly contact: Contact
}

/**
 * What the page of a case shows on the day `today`.
 * @param recordable what whoever looks at it can record now
 */
export function caseView(
  file: CaseFile,
  recordable: readonly FactType[],
  contact: Contact,
  words: CaseWords,
  { ownTimes }: Pick<Council, 'ownTimes'>,
  today: CalendarDate,
): CaseView {
  const { record, subject, waits, messages } = file
  return {
    caseId: record.caseId,
    version: record.version,
    status: record.status,
    decision: describeDecision(subject.decision),
    openedAt: record.openedAt,
    openedInWords: formatInstant(record.openedAt),
    journeyIsWorking: !isSettled(file),
    next: nextSteps(file, today),
    ...(record.outcome && { outcome: record.outcome }),
    ...(record.closedAt && { closedAt: record.closedAt }),
    dates: dateCards(caseDates(subject, today), subject, today),
    undertakings: undertakingViews(subject, today),
    complaints: complaintViews(subject, ownTimes.complaintTimes, today),
    resolutions: resolutionViews(subject),
    waits: waits.map((wait) => ({
      stage: wait.stage,
      startedFrom: wait.startedFrom,
      state: wait.state,
      ...(isParked(wait) && {
        name: wait.name,
        awaits: wait.awaits,
        wakeAt: wait.wakeAt,
        wakeInWords: formatInstant(wait.wakeAt),
      }),
    })),
    recordable,
    actions: actionGroups(record.caseId, recordable),
    mustNotBeWrittenTo: mustNotBeWrittenTo(contact),
    failingAddresses: RECIPIENT_ROLES.flatMap((role) => {
      const failure = addressFailure(file, role)
      return failure ? [failingAddressInWords(role, failure)] : []
    }),
    tasks: taskViews(file, contact, recordable, today),
    letters: letterViews(file, contact, today),
    messages,
    facts: subject.facts,
    timeline: timeline(file, words),
    contact,
  }
}

/** What to say of a fact that has been recorded: "Mediation ended without agreement. It ended on ...". */
export function recordedInWords({ subject }: CaseFile, sequence: string): string | undefined {
  const fact = subject.recorded.find((one) => one.sequence === sequence)
  return fact && [`${factTitle(fact)}.`, ...describeFact(fact, subject)].join(' ')
}
