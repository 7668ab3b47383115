import type { GenericSchema } from 'valibot'
import type { CalendarDate } from '../law/calendar-date.ts'
import { type Case, isOpenedInError } from './case.ts'
import type { CaseFile } from './case-file.ts'
import type { FactType } from './fact.ts'
import type { CheckSituation, FactProblem } from './fact-problem.ts'
import type { AboutFact } from './message.ts'
import { type Role, WHO_RECORDS } from './role.ts'
import type { Sequence } from './sequence.ts'
import type { Stage } from './stages.ts'

/** A recorded fact with these details. */
export interface FactWith<Details> {
  readonly sequence: Sequence
  readonly recordedAt: string
  readonly recordedBy: string
  readonly follows?: Sequence
  readonly details: Details
}

/** What decides which facts can be recorded, and which are offered first. */
export interface RecordingSituation {
  readonly file: CaseFile
  readonly subject: Case
  /** Whether a stage of the case waits for a fact of this kind. */
  readonly isAwaited: boolean
  /** Whether something was recorded that can be taken back. */
  readonly hasSomethingToTakeBack: boolean
}

/**
 * All that the case has to know of one kind of fact. Every member is required, and none has a default: whoever adds a fact
 * decides each. Its words for staff are in lambdas/staff/facts, those that tell it to families in lambdas/messages.
 */
export interface FactKind<Details> {
  /** The shape in which its details are stored: dates and closed words only. Names and free text live in the contacts table. */
  readonly details: GenericSchema<unknown, Details>
  /**
   * What it is about. `the-case`: something happened; it can be corrected. `another-fact`: it says how that is right, and
   * takes effect at once in everything that is built from the facts. `the-record`: the journey has nothing to do about it.
   */
  readonly about: 'the-case' | 'another-fact' | 'the-record'
  /** The day on which it happened, which is its place among the facts. What is about the record alone has none. */
  readonly happenedOn: (details: Details) => CalendarDate | undefined
  /**
   * Whether it can happen again on one day, about the same thing. Where one is recorded already it is asked whether this is
   * another; of a kind that cannot, the one on record can only be corrected.
   */
  readonly canHappenAgain: boolean
  /** The kinds that it belongs to: it comes after the last of them. */
  readonly belongsTo: readonly FactType[]
  /** Whether it can be taken back because it never happened. */
  readonly canBeTakenBack: boolean
  /** The case after it. @param before the case on the facts before it */
  readonly changes: (before: Case, fact: FactWith<Details>) => Case
  /**
   * What cannot be so, as far as the law and the calendar can tell: how its days stand to today and to those of the other
   * facts, whichever was recorded first. Each relation between two facts is said by one of them.
   */
  readonly problems: (situation: CheckSituation, details: Details) => readonly FactProblem[]
  /**
   * What has to be said of it where it is typed in. Facts from before that was asked do not say it.
   * @param recordedOn the day on which it is recorded, or was
   */
  readonly stillToSay: (details: Details, recordedOn: CalendarDate) => readonly FactProblem[]
  /** Who may record it. */
  readonly mayBeRecordedBy: readonly Role[]
  /**
   * Whether it can be recorded now, on an open or a closed case. What is true can: whether it is, its `problems` say, and
   * what it is about has to be there.
   */
  readonly canBeRecorded: (situation: RecordingSituation) => boolean
  /** Whether it is likely to be recorded on an open case now, so that it is offered first. */
  readonly expectedOnOpenCase: (situation: RecordingSituation) => boolean
  /** The same on a closed case: what our messages say that the family can still do. */
  readonly expectedOnClosedCase: (situation: RecordingSituation) => boolean
  /** The message that recording it sends by itself, whatever stages wait. Where it was learnt late, "where your case stands" tells it. */
  readonly tells: AboutFact['kind'] | undefined
  /**
   * The kind of fact that counts no more once this one has happened after it: what that ended goes on. Its record stays.
   */
  readonly undoes: FactType | undefined
  /** Every stage that it can start. */
  readonly canStart: readonly Stage[]
  /** Which of them it starts. @param before the case on the facts before it; of what opens a case, the case that it opens */
  readonly starts: (details: Details, before: Case) => readonly Stage[]
}

const BY_THE_COUNCIL = { mayBeRecordedBy: WHO_RECORDS } as const
/** Something happened on the case. The council records it, and it can be corrected or taken back. */
export const AN_EVENT = {
  ...BY_THE_COUNCIL,
  about: 'the-case',
  canBeTakenBack: true,
  tells: undefined,
  undoes: undefined,
  belongsTo: [],
  canBeRecorded: ({ subject }: RecordingSituation): boolean => !isOpenedInError(subject),
} as const
/** It is about the record, and happened on no day. */
const OUT_OF_TIME = {
  ...BY_THE_COUNCIL,
  tells: undefined,
  undoes: undefined,
  happenedOn: () => undefined,
  canHappenAgain: true,
  belongsTo: [],
  canBeTakenBack: false,
  problems: (): readonly FactProblem[] => [],
} as const
/** The council says how another fact is right. */
export const A_CORRECTION = { ...OUT_OF_TIME, about: 'another-fact' } as const
/** The council notes something with which the journey has nothing to do. */
export const A_NOTE = { ...OUT_OF_TIME, about: 'the-record' } as const
/** Expected while a stage waits for it. */
export const WHEN_AWAITED = {
  expectedOnOpenCase: ({ isAwaited }: RecordingSituation): boolean => isAwaited,
  expectedOnClosedCase: (): boolean => false,
} as const
/** Recorded whenever somebody has to, on open and closed cases alike. */
export const AT_ANY_TIME = {
  canBeRecorded: (): boolean => true,
  expectedOnOpenCase: (): boolean => true,
  expectedOnClosedCase: (): boolean => true,
} as const
export const STARTS_NOTHING = { canStart: [], starts: (): readonly Stage[] => [] } as const
export const NOTHING_TO_SAY = { stillToSay: (): readonly FactProblem[] => [] } as const
/** Something happened, as most facts tell, and a stage waits for it. */
export const AN_AWAITED_EVENT = { ...AN_EVENT, ...WHEN_AWAITED, ...NOTHING_TO_SAY } as const
/** Something happened that seldom does, so that it is not offered first, and it starts no stage. */
export const A_SELDOM_EVENT = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  expectedOnOpenCase: (): boolean => false,
} as const
