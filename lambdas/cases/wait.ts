import type { CalendarDate } from '../law/calendar-date.ts'
import type { FactType } from './fact.ts'
import type { NextDateKind } from './plan/next-date-kind.ts'
import type { Sequence } from './sequence.ts'
import type { Ending, Stage, WaitName } from './stages.ts'

/** A stage of a case and where it is: what it waits for, what has answered, or how it ended. */
export type Wait = StartingStage | WaitingStage | AnsweredStage | TimedOutStage | FinishedStage

/** Which stage it is: enough to start it again. */
interface StageRow {
  readonly stage: Stage
  /** The sequence of the fact that started the stage. */
  readonly startedFrom: Sequence
  /** Which run of it this is. */
  readonly run: string
  /** The last change of this row by the journey. ISO 8601. */
  readonly parkedAt: string
}

/** It has been begun, and has not come to the wait that it begins with. */
export interface StartingStage extends StageRow {
  readonly state: 'starting'
  readonly name: WaitName
  /** The sequence of the last fact that led to that wait. */
  readonly heard: Sequence
}

/** A wait that the stage has come to. */
interface ParkedStage extends StageRow {
  readonly name: WaitName
  /** Exactly these facts move it on. */
  readonly awaits: readonly FactType[]
  /** The instant at which the journey looks again, ISO 8601. */
  readonly wakeAt: string
  readonly execution: string
  readonly taskToken: string
  /** The sequence of the last fact that the execution has acted on. */
  readonly heard: Sequence
  /** What the stage is watched for next. */
  readonly next: { readonly date: CalendarDate; readonly kind: NextDateKind }
}

export interface WaitingStage extends ParkedStage {
  readonly state: 'waiting'
}

/** A fact has answered the wait, or the facts before it are others now. The execution has not acted on it yet. */
export interface AnsweredStage extends ParkedStage {
  readonly state: 'answered'
  readonly answer: { readonly outcome: FactType | 'changed' | 'corrected'; readonly heard: Sequence }
}

/** The time of the wait was over, so no fact answers it any more. The execution has not acted on that yet. */
export interface TimedOutStage extends ParkedStage {
  readonly state: 'ended'
}

/** The stage has come to its end. */
export interface FinishedStage extends StageRow {
  readonly state: 'finished'
  readonly endedWith: Ending
}

/** Whether a stage has come to a wait, whatever has become of that. */
export function isParked(wait: Wait): wait is WaitingStage | AnsweredStage | TimedOutStage {
  return wait.state === 'waiting' || wait.state === 'answered' || wait.state === 'ended'
}

/** Whether a stage waits for a fact now. */
export function isWaiting(wait: Wait): wait is WaitingStage {
  return wait.state === 'waiting'
}

/** Whether a stage is under way. */
export function isLive(wait: Wait): wait is Exclude<Wait, FinishedStage> {
  return wait.state !== 'finished'
}
