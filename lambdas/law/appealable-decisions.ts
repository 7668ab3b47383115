import { childrenAndFamiliesAct } from './citations.ts'
import type { Citation } from './deadline.ts'

/** The council's decisions that can be appealed: Children and Families Act 2014, section 51(2). */
export const DECISION_KINDS = [
  'refusal-to-assess',
  'refusal-to-reassess',
  'refusal-to-issue-plan',
  'plan-contents',
  'refusal-to-amend-plan',
  'ceasing-plan',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** The parts of a plan that can be appealed: B needs, F educational provision, I the school or other place. */
export const PLAN_SECTIONS = ['B', 'F', 'I'] as const
export type PlanSection = (typeof PLAN_SECTIONS)[number]

/** What a family can do about a decision. */
export interface AppealableDecision {
  readonly provision: Citation
  /** The Tribunal's form. */
  readonly form: 'SEND35' | 'SEND35A'
  /**
   * Whether the Tribunal can also make recommendations on health and social care: in every appeal but one against a
   * refusal to assess (SEND (First-tier Tribunal Recommendations Power) Regulations 2017, SI 2017/1306).
   */
  readonly recommendations: boolean
  /** The parts of a plan that the appeal can be about; absent where it is not about what is in a plan. */
  readonly sections?: readonly PlanSection[]
}

/**
 * What each decision lets the family appeal, and how. Before each of these appeals the family needs a mediation
 * certificate (section 55(3)), but for one that is only about the school or other place (section 55(2)).
 */
export const APPEALABLE_DECISIONS: Readonly<Record<DecisionKind, AppealableDecision>> = {
  'refusal-to-assess': { provision: section51('(2)(a)'), form: 'SEND35A', recommendations: false },
  'refusal-to-reassess': { provision: section51('(2)(d)'), form: 'SEND35', recommendations: true },
  'refusal-to-issue-plan': { provision: section51('(2)(b)'), form: 'SEND35', recommendations: true },
  'plan-contents': {
    provision: section51('(2)(c)'),
    form: 'SEND35',
    recommendations: true,
    sections: PLAN_SECTIONS,
  },
  'refusal-to-amend-plan': { provision: section51('(2)(e)'), form: 'SEND35', recommendations: true },
  'ceasing-plan': { provision: section51('(2)(f)'), form: 'SEND35', recommendations: true },
}

/**
 * Whether a dispute about these parts of a plan is only about the school or college named, its type, or that none is
 * named: it then needs no certificate (Children and Families Act 2014, section 55(2)).
 */
export function isPlacementOnly(sections: readonly PlanSection[]): boolean {
  return sections.length > 0 && sections.every((section) => section === 'I')
}

function section51(part: string): Citation {
  return childrenAndFamiliesAct(51, part)
}
