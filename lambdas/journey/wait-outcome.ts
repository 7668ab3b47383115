import type { FactType } from '../cases/fact.ts'
import type { Sequence } from '../cases/sequence.ts'
import type { TimeOutcome } from '../cases/stages.ts'

/**
 * How a wait ends: with a fact, by itself, because the case has `changed` and has to be planned again, because its facts
 * were `corrected` and the stage begins again, or because it is `closed`.
 */
export interface WaitOutcome {
  readonly outcome: FactType | TimeOutcome | 'changed' | 'corrected' | 'closed'
  /** The sequence of the last fact that the journey has acted on, this one included. */
  readonly heard: Sequence
}
