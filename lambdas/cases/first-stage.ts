import type { FactDetails } from './fact.ts'
import type { Stage } from './stage.ts'

/**
 * The stage that a new case begins with. An appeal that is only about the placement needs no certificate (Children and
 * Families Act 2014, section 55(2)), so it begins with the appeal window.
 */
export function firstStage({ placementOnly }: Pick<FactDetails['case-opened'], 'placementOnly'>): Stage {
  return placementOnly ? 'appeal-window' : 'mediation-advice'
}

/** An execution's input: ids and closed words only. */
export interface StageInput {
  readonly caseId: string
  /** The sequence of the fact that the stage starts from. */
  readonly heard: string
  /** "1", or the day on which the daily repair started the stage again. */
  readonly run: string
}

/** The name that makes starting a stage twice harmless. The state machines join the same four parts. */
export function executionName(stage: Stage, { caseId, heard, run }: StageInput): string {
  return [caseId, stage, heard, run].join('-')
}
