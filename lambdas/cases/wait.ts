import type { CalendarDate } from '../law/calendar-date.ts'
import type { FactType } from './fact.ts'
import type { NextDateKind } from './plan/plan.ts'
import type { Stage, WaitName } from './stages.ts'

/** A stage of the case, and what it waits for now: exactly these facts move it on. */
export interface Wait {
  readonly stage: Stage
  /**
   * `starting`: it has been begun, and has not come to its first wait. `ended`: the time of the wait was over, so no fact
   * answers it any more. `finished`: the stage has come to its end.
   */
  readonly state: 'starting' | 'waiting' | 'answered' | 'ended' | 'finished'
  /** The sequence of the fact that started the stage, and which run of it this is: enough to start it again. */
  readonly startedFrom: string
  readonly run: string
  /** The last change of this row by the journey. ISO 8601. */
  readonly parkedAt: string
  /** Absent until the stage has come to its first wait, as are all below. */
  readonly name?: WaitName
  readonly awaits?: readonly FactType[]
  /** The instant at which the journey looks again, ISO 8601. */
  readonly wakeAt?: string
  readonly execution?: string
  readonly taskToken?: string
  /** The sequence of the last fact that the execution has acted on. */
  readonly heard?: string
  /** What the stage is watched for next. */
  readonly next?: { readonly date: CalendarDate; readonly kind: NextDateKind }
  /**
   * The execution says when the stage is finished. Those of the first version did not: a stage of theirs is over when the
   * fact that answered it has started another.
   */
  readonly saysWhenFinished?: boolean
  /** What answered the wait: a fact, or that the facts were corrected. */
  readonly answer?: { readonly outcome: FactType | 'changed' | 'corrected'; readonly heard: string }
  /** The word with which the stage finished. */
  readonly endedWith?: string
}
