import { caseBefore } from './build-case.ts'
import { belongsTo, type Case } from './case.ts'
import type { CaseFile } from './case-file.ts'
import type { Fact } from './fact.ts'
import { isCorrection } from './facts.ts'
import type { Sequence } from './sequence.ts'
import { everyStart, isTouchedBy, type StageStart, stageKey, stagesStartedBy } from './start-stages.ts'
import { type AnsweredStage, isLive, isWaiting, type WaitingStage } from './wait.ts'

/** What a fact does to the stages of a case. */
export interface StageChanges {
  readonly starts: readonly (StageStart & { readonly run: string })[]
  readonly answers: readonly ({ readonly wait: WaitingStage } & AnsweredStage['answer'])[]
}

/** What recording `fact` does to the stages of the case. @param after the case with the fact */
export function stageChanges(file: CaseFile, after: Case, fact: Fact): StageChanges {
  const waiting = file.waits.filter(isWaiting)
  if (isCorrection(fact.type)) return correctionChanges(file, after, fact, waiting)
  const before = caseBefore(after, fact.sequence)
  return {
    starts: stagesStartedBy(fact, before).map((stage) => ({ stage, startedFrom: fact.sequence, run: '1' })),
    answers: waiting
      .filter(({ awaits, startedFrom }) => awaits.includes(fact.type) && belongsTo(fact, startedFrom))
      .map((wait) => ({ wait, outcome: fact.type, heard: fact.sequence })),
  }
}

/**
 * After a correction every stage that waits looks at the case again from its own beginning, where the facts still lead to
 * it. A stage that had come to its end begins again where the correction touches it. Messages have keys, so none goes out
 * twice.
 */
function correctionChanges(file: CaseFile, after: Case, fact: Fact, waiting: readonly WaitingStage[]): StageChanges {
  const corrected = correctedFact(fact, file.subject)
  const live = new Set(file.waits.filter((wait) => isLive(wait)).map(stageKey))
  return {
    starts: everyStart(after)
      .filter(
        (start) =>
          !live.has(stageKey(start)) &&
          corrected !== undefined &&
          isTouchedBy(start, corrected.type, corrected.sequence),
      )
      .map((start) => ({ ...start, run: runAfter(fact.sequence) })),
    answers: waiting.map((wait) => ({ wait, outcome: 'corrected', heard: fact.sequence })),
  }
}

function correctedFact(fact: Fact, before: Case): Fact | undefined {
  const sequence =
    fact.type === 'fact-corrected'
      ? fact.details.corrects
      : fact.type === 'fact-removed'
        ? fact.details.removes
        : undefined
  return before.facts.find((one) => one.sequence === sequence)
}

/** The run of a stage that begins again because of a correction. */
export function runAfter(correction: Sequence): string {
  return `c${correction}`
}
