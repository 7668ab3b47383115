import { childrenAndFamiliesAct, sendRegulation } from './citations.ts'
import type { Citation } from './deadline.ts'

/**
 * The council's decisions that can be appealed: Children and Families Act 2014, section 51(2). A letter after a review that
 * says that nothing changes is a refusal to amend: regulation 20(11) asks for its notice too.
 */
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

/** What the written notice of a decision has to say. */
export const NOTICE_CONTENTS = [
  'right-to-appeal',
  'time-limits',
  'mediation-information',
  'disagreement-resolution-and-advice',
  'recommendations',
] as const
export type NoticeContent = (typeof NOTICE_CONTENTS)[number]

/** What a family can do about a decision. */
export interface AppealableDecision {
  readonly provision: Citation
  /**
   * What says what the notice of it has to tell. A plan is sent with its notice when it is made; after a review the same is
   * asked by regulations 20(11), 21(10) and 22(5), whichever kind of review it was.
   */
  readonly notice: readonly Citation[]
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
  'refusal-to-assess': {
    provision: section51('(2)(a)'),
    notice: [sendRegulation(5, '(3)')],
    form: 'SEND35A',
    recommendations: false,
  },
  'refusal-to-reassess': {
    provision: section51('(2)(d)'),
    notice: [sendRegulation(25, '(2)')],
    form: 'SEND35',
    recommendations: true,
  },
  'refusal-to-issue-plan': {
    provision: section51('(2)(b)'),
    notice: [sendRegulation(10, '(3)')],
    form: 'SEND35',
    recommendations: true,
  },
  'plan-contents': {
    provision: section51('(2)(c)'),
    notice: [sendRegulation(14, '(2)'), sendRegulation(22, '(5)')],
    form: 'SEND35',
    recommendations: true,
    sections: PLAN_SECTIONS,
  },
  'refusal-to-amend-plan': {
    provision: section51('(2)(e)'),
    notice: [sendRegulation(20, '(11)'), sendRegulation(21, '(10)')],
    form: 'SEND35',
    recommendations: true,
  },
  'ceasing-plan': {
    provision: section51('(2)(f)'),
    notice: [sendRegulation(31, '(3)')],
    form: 'SEND35',
    recommendations: true,
  },
}

/** What the notice of a decision has to say. Only where the Tribunal can recommend has it to say that as well. */
export function noticeContents(kind: DecisionKind): readonly NoticeContent[] {
  const { recommendations } = APPEALABLE_DECISIONS[kind]
  return NOTICE_CONTENTS.filter((content) => content !== 'recommendations' || recommendations)
}

/** Whether the child or young person has a plan when this is decided. */
export function hasPlan(kind: DecisionKind): boolean {
  return kind !== 'refusal-to-assess' && kind !== 'refusal-to-issue-plan'
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
