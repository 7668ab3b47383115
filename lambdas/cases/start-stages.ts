import { caseBefore } from './build-case.ts'
import type { Case } from './case.ts'
import type { Fact, FactType } from './fact.ts'
import { kindOf } from './facts.ts'
import type { Sequence } from './sequence.ts'
import { isHeardBy, isSideBySide, type Stage } from './stages.ts'

/**
 * The stages that a fact starts. The transaction that records the fact begins them, so none is ever forgotten.
 * @param before the case as it was before; of what opens a case, the case that it opens
 */
export function stagesStartedBy<Type extends FactType>(fact: Fact<Type>, before: Case): readonly Stage[] {
  return kindOf(fact.type).starts(fact.details, before)
}

/** A stage and the fact that it begins from. */
export interface StageStart {
  readonly stage: Stage
  readonly startedFrom: Sequence
}

/**
 * Every stage that the facts of a case have started, the last start of each: what should be under way, or should have been
 * and be finished.
 */
export function everyStart(subject: Case): readonly StageStart[] {
  const starts = new Map<string, StageStart>()
  subject.facts.forEach((fact, index) => {
    const before = index === 0 ? subject : caseBefore(subject, fact.sequence)
    for (const stage of stagesStartedBy(fact, before)) {
      const start = { stage, startedFrom: fact.sequence }
      starts.set(stageKey(start), start)
    }
  })
  return [...starts.values()]
}

/** Tells the stages of a case apart: the key of its row. */
export function stageKey({ stage, startedFrom }: StageStart): string {
  return isSideBySide(stage) ? `${stage}#${startedFrom}` : stage
}

/** Whether the correction of a fact of this type can change what a stage does. */
export function isTouchedBy({ stage, startedFrom }: StageStart, type: FactType, sequence: Sequence): boolean {
  return startedFrom === sequence || isHeardBy(stage, type)
}

/** An execution's input: ids and closed words only. */
export interface StageInput {
  readonly caseId: string
  /** The sequence of the fact that the stage starts from. */
  readonly heard: Sequence
  /** "1"; the day on which the daily repair started the stage again; or "c" and the correction that started it again. */
  readonly run: string
}

/** The name that makes starting a stage twice harmless. */
export function executionName(stage: Stage, { caseId, heard, run }: StageInput): string {
  return [caseId, stage, heard, run].join('-')
}
