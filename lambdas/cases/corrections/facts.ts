import * as v from 'valibot'
import type { CaseFile } from '../case-file.ts'
import type { CorrectedDetails } from '../fact.ts'
import {
  A_CORRECTION,
  AT_ANY_TIME,
  type FactKind,
  NOTHING_TO_SAY,
  type RecordingSituation,
  STARTS_NOTHING,
} from '../fact-kind.ts'
import { isSettled } from '../is-settled.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'

/** The right details of the fact that is corrected. That they fit its kind is checked where the two are together. */
interface Correction {
  readonly corrects: Sequence
  readonly details: CorrectedDetails
}
const correctionDetails: v.GenericSchema<unknown, Correction> = v.strictObject({
  corrects: sequenceOfFact,
  details: v.custom<CorrectedDetails>((value) => value instanceof Object),
})

const removalDetails = v.strictObject({ removes: sequenceOfFact })

/** A fact was recorded wrongly. These are its right details; it keeps its place. */
export const factCorrected: FactKind<Correction> = {
  ...A_CORRECTION,
  ...AT_ANY_TIME,
  ...STARTS_NOTHING,
  ...NOTHING_TO_SAY,
  details: correctionDetails,
  // Corrected details stand in the place of the wrong ones before a case is built: see effectiveFacts.
  changes: (before) => before,
  canBeRecorded: ({ file }) => canCorrect(file),
  expectedOnOpenCase: ({ file }) => canCorrect(file),
}

/** A fact was recorded that never happened. */
export const factRemoved: FactKind<{ readonly removes: Sequence }> = {
  ...A_CORRECTION,
  ...STARTS_NOTHING,
  ...NOTHING_TO_SAY,
  details: removalDetails,
  changes: (before) => before,
  canBeRecorded: canTakeBack,
  expectedOnOpenCase: canTakeBack,
  expectedOnClosedCase: canTakeBack,
}

/** While a stage works on the last thing that was recorded, nobody can say what a correction would change. */
function canCorrect(file: CaseFile): boolean {
  return file.record.status === 'closed' || isSettled(file)
}

function canTakeBack({ file, hasSomethingToTakeBack }: RecordingSituation): boolean {
  return canCorrect(file) && hasSomethingToTakeBack
}
