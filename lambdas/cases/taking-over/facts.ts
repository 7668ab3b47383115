import * as v from 'valibot'
import type { Details } from '../details.ts'
import { A_NOTE, type FactKind, NOTHING_TO_SAY, type RecordingSituation, STARTS_NOTHING } from '../fact-kind.ts'
import { LEFT_OUT_REASONS } from './closed-words.ts'
import { isBeingTakenOver } from './history.ts'

const completeDetails = v.strictObject({
  /** Why the family is not told where its case stands. Absent: it is told. */
  leftOut: v.optional(v.picklist(LEFT_OUT_REASONS)),
})

const WHILE_TAKING_OVER = ({ subject }: RecordingSituation): boolean => isBeingTakenOver(subject)

/** All that had happened before the case was taken over is on record. From then on it is a case like any other. */
export const historyComplete: FactKind<Details<typeof completeDetails>> = {
  ...A_NOTE,
  ...STARTS_NOTHING,
  ...NOTHING_TO_SAY,
  details: completeDetails,
  changes: (before, { sequence, recordedAt }) => ({ ...before, history: { sequence, recordedAt } }),
  canBeRecorded: WHILE_TAKING_OVER,
  expectedOnOpenCase: WHILE_TAKING_OVER,
  expectedOnClosedCase: WHILE_TAKING_OVER,
}
