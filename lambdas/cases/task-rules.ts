import type { GenericSchema } from 'valibot'
import type { CalendarDate } from '../law/calendar-date.ts'
import type { Deadline } from '../law/deadline.ts'
import type { TaskAbout } from './about.ts'
import { type Case, factsAfter, type Undertaking } from './case.ts'
import type { CaseDates } from './case-dates.ts'
import type { ComplaintBody } from './complaint/closed-words.ts'
import type { CouncilOwnTimes } from './council.ts'
import { isNews } from './facts.ts'
import type { ResolutionParty } from './resolution/closed-words.ts'
import type { Sequence } from './sequence.ts'
import type { DayOfTimetable } from './tribunal/timetable.ts'

/** What there is to know of a task besides its own day. */
export interface TaskDetails {
  /** The law's day for what the task asks for, where it sets one. */
  readonly deadline?: Deadline
  /** The day of the first step, where that has to come before the day in law so that this can be kept. */
  readonly startBy?: CalendarDate
  /** The day on which somebody else should have done it by their own procedure. */
  readonly expectedOn?: CalendarDate
  /** The day in the Tribunal's letter that it is about. */
  readonly tribunalDay?: DayOfTimetable
  /** The meeting that it is about. */
  readonly meetingOn?: CalendarDate
  /** The last day on which the family can be told of a meeting with the notice that it is owed (regulation 37). */
  readonly noticeBy?: CalendarDate
  /** What a duty follows from. */
  readonly undertaking?: Undertaking
  /** Who has the complaint. */
  readonly complaintTo?: ComplaintBody
  /** Who has to be asked. */
  readonly party?: ResolutionParty
}

/** The case of a task on a day. */
export interface TaskSituation extends CouncilOwnTimes {
  readonly subject: Case
  readonly dates: CaseDates
  readonly today: CalendarDate
}

/**
 * All that the case has to know of one kind of task. Every member is required, and none has a default. Its words for staff
 * are in lambdas/staff/tasks, those of the digest in lambdas/messages/digest.
 */
export interface TaskRules<About extends TaskAbout> {
  /** The shape in which what it is about is stored. */
  readonly about: GenericSchema<unknown, About>
  /** Whether what it asks for has not come about by itself. */
  readonly isStillToDo: (subject: Case, about: About) => boolean
  /** Whether it is still to do when the case is closed. */
  readonly outlivesCase: boolean
  /**
   * Whether it is work before its day. What asks after the doings of somebody else is not, nor what is escalated when it
   * was not done: until then it may come by itself.
   */
  readonly isWorkAhead: boolean
  /**
   * Whether a person's word that it is done ends it. Where messages to the family wait for what it asks for, only the record
   * of that ends it.
   */
  readonly canBeTicked: boolean
  /**
   * The working day on which it is due where the day that follows from the facts is none: nobody is there to do it. The next
   * one; or the one before, where on the next one a day in law could have gone by.
   */
  readonly fallsDueOn: 'the-working-day-after' | 'the-working-day-before'
  readonly details: (
    task: { readonly about: About; readonly dueOn: CalendarDate },
    situation: TaskSituation,
  ) => TaskDetails
}

/** Nothing is missed when it is done on the next working day. */
export const DUE_AFTER = { fallsDueOn: 'the-working-day-after' } as const
/** A day in law comes soon after it. */
export const DUE_BEFORE = { fallsDueOn: 'the-working-day-before' } as const

/** The council does it itself, while the case is open. */
export const OWN_DEED = { outlivesCase: false, isWorkAhead: true, canBeTicked: true } as const
/** The council asks after what somebody else does, while the case is open. */
export const ASKS_AFTER = { outlivesCase: false, isWorkAhead: false, canBeTicked: true } as const
export const NO_DETAILS = { details: (): TaskDetails => ({}) } as const

/** Whether nothing has happened since a fact. A task that asks whether anything has is still to do as long as that is so. */
export function hasNoNewsSince(subject: Case, fact: Sequence): boolean {
  return !factsAfter(subject, fact).some(({ type }) => isNews(type))
}

/** The day that the law sets. */
export function lawDay(deadline: Deadline | undefined): TaskDetails {
  return deadline ? { deadline } : {}
}
