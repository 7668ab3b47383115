import type { FactDetails, FactType } from './facts.ts'
import type { Sequence } from './sequence.ts'

export type { FactDetails, FactType } from './facts.ts'

/** Facts that can be wrong in their details. What opens a case can be corrected, but not removed. */
export type CorrectableType = Exclude<
  FactType,
  'fact-corrected' | 'fact-removed' | 'contact-details-changed' | 'note-added' | 'history-complete'
>

/** The details of one of these. */
export type CorrectedDetails = { [Type in CorrectableType]: FactDetails[Type] }[CorrectableType]

/** Something that happened, as the council recorded it. Facts are only ever added. */
export type Fact<Type extends FactType = FactType> = {
  [Kind in Type]: {
    readonly type: Kind
    /** The case's version is the number of its last fact. */
    readonly sequence: Sequence
    /** The instant of recording, ISO 8601. */
    readonly recordedAt: string
    readonly recordedBy: string
    /**
     * The fact that it comes after, where that is not said by their days alone: what it belongs to, as the response to its
     * appeal, or an earlier one of its kind on the same day.
     */
    readonly follows?: Sequence
    readonly details: FactDetails[Kind]
  }
}[Type]

/** A fact before it is recorded. */
export type NewFact<Type extends FactType = FactType> = {
  [Kind in Type]: { readonly type: Kind; readonly follows?: Sequence; readonly details: FactDetails[Kind] }
}[Type]
