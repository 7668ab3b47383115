import { isPlacementOnly } from '../law/appealable-decisions.ts'
import { type Case, canAppeal, caseBefore, disputesPlacementOnly, needsNoCertificate } from './case.ts'
import type { CorrectableType, Fact, FactDetails, FactType } from './fact.ts'
import { isHeardBy, isSideBySide, type Stage } from './stages.ts'

/** The stages that each kind of fact can start. Whether it does depends on the case: see `stagesStartedBy`. */
export const STARTS: Readonly<Partial<Record<FactType, readonly Stage[]>>> = {
  'case-opened': ['mediation-advice', 'appeal-window'],
  'mediation-chosen': ['mediation'],
  'certificate-issued': ['appeal-window'],
  'appeal-registered': ['tribunal'],
  'mediation-agreed': ['duties'],
  'mediation-partly-agreed': ['duties', 'appeal-window'],
  'appeal-conceded': ['duties'],
  'appeal-decided': ['duties', 'mediation-advice', 'appeal-window'],
  'disagreement-resolution-asked': ['disagreement-resolution'],
  'complaint-made': ['complaint'],
}

/**
 * The stages that a fact starts, on the case as it was before. The transaction that records the fact begins them, so
 * none is ever forgotten.
 */
export function stagesStartedBy(fact: Fact, before: Case | undefined): readonly Stage[] {
  const stages = STARTS[fact.type] ?? []
  switch (fact.type) {
    case 'case-opened':
      return [firstStage(fact.details)]
    case 'certificate-issued':
      // Where only the placement is disputed the window has been open from the start.
      return before && needsNoCertificate(before) ? [] : stages
    case 'appeal-registered':
      return before && !canAppeal(before) ? [] : stages
    case 'mediation-partly-agreed':
      return [...duties(fact), ...(before && leavesOnlyPlacement(fact, before) ? ['appeal-window' as const] : [])]
    case 'appeal-decided':
      return [...duties(fact), ...(before && fact.details.decision === 'not-registered' ? [stageToAppeal(before)] : [])]
    case 'mediation-agreed':
    case 'appeal-conceded':
      return duties(fact)
    default:
      return stages
  }
}

type WithDuties = Fact<'mediation-agreed' | 'mediation-partly-agreed' | 'appeal-conceded' | 'appeal-decided'>

function duties({ details }: WithDuties): readonly Stage[] {
  return (details.duties ?? []).length > 0 ? ['duties'] : []
}

/** All but the placement was agreed, so that the family can appeal without a certificate, which it does not have. */
function leavesOnlyPlacement({ details }: Fact<'mediation-partly-agreed'>, before: Case): boolean {
  return isPlacementOnly(details.stillDisputed ?? []) && !needsNoCertificate(before)
}

/** Where a family goes on whose appeal the Tribunal did not register: it has not appealed, and its time runs on. */
function stageToAppeal(before: Case): Stage {
  return before.certificate || disputesPlacementOnly(before) ? 'appeal-window' : 'mediation-advice'
}

/**
 * The stage that a new case begins with. An appeal that is only about the placement needs no certificate (Children and
 * Families Act 2014, section 55(2)), so it begins with the appeal window.
 */
function firstStage({ placementOnly }: Pick<FactDetails['case-opened'], 'placementOnly'>): Stage {
  return placementOnly ? 'appeal-window' : 'mediation-advice'
}

/** A stage and the fact that it begins from. */
export interface StageStart {
  readonly stage: Stage
  readonly startedFrom: string
}

/**
 * Every stage that the facts of a case have started, the last start of each: what should be under way, or should have been
 * and be finished.
 */
export function everyStart(subject: Case): readonly StageStart[] {
  const starts = new Map<string, StageStart>()
  subject.facts.forEach((fact, index) => {
    const before = index === 0 ? undefined : caseBefore(subject, fact.sequence)
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
export function isTouchedBy({ stage, startedFrom }: StageStart, type: CorrectableType, sequence: string): boolean {
  return startedFrom === sequence || isHeardBy(stage, type)
}

/** An execution's input: ids and closed words only. */
export interface StageInput {
  readonly caseId: string
  /** The sequence of the fact that the stage starts from. */
  readonly heard: string
  /** "1"; the day on which the daily repair started the stage again; or "c" and the correction that started it again. */
  readonly run: string
}

/** The name that makes starting a stage twice harmless. */
export function executionName(stage: Stage, { caseId, heard, run }: StageInput): string {
  return [caseId, stage, heard, run].join('-')
}
