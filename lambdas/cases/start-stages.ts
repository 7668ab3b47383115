import { caseBefore } from './build-case.ts'
import type { Case } from './case.ts'
import type { Fact, FactType } from './fact.ts'
import { kindOf } from './facts.ts'
import type { Sequence } from './sequence.ts'
import { firstWait, isHeardBy, isSideBySide, type Stage, type WaitName } from './stages.ts'

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

/** Where a run of a stage begins. */
export interface StageBeginning extends StageStart {
  /** The wait that it begins with. */
  readonly wait: WaitName
  /** The sequence of the last fact that led to that wait. */
  readonly heard: Sequence
}

/** Where a stage begins that a fact has just started. */
export function fromTheStart(start: StageStart): StageBeginning {
  return { ...start, wait: firstWait(start.stage), heard: start.startedFrom }
}

/** An execution's input: ids and closed words only. */
export interface StageInput extends Omit<StageBeginning, 'stage'> {
  readonly caseId: string
  /** "1"; the day on which the daily repair started the stage again; or "c" and the fact because of which it was. */
  readonly run: string
}

/** The name that makes starting a stage twice harmless. */
export function executionName(
  stage: Stage,
  { caseId, startedFrom, run }: Pick<StageInput, 'caseId' | 'startedFrom' | 'run'>,
): string {
  return [caseId, stage, startedFrom, run].join('-')
}
