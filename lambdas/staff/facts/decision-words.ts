import { APPEALABLE_DECISIONS, type DecisionKind, type PlanSection } from '../../law/appealable-decisions.ts'

/** Each decision in plain words, as it goes on after "the council decided". */
export const DECISION_WORDS: Readonly<Record<DecisionKind, string>> = {
  'refusal-to-assess': 'Not to carry out an education, health and care (EHC) needs assessment',
  'refusal-to-reassess': 'Not to re-assess needs',
  'refusal-to-issue-plan': 'Not to issue an EHC plan after an assessment',
  'plan-contents': 'The contents of a final or amended EHC plan',
  'refusal-to-amend-plan': 'Not to amend an EHC plan after a review or re-assessment',
  'ceasing-plan': 'To stop maintaining an EHC plan',
}

/** The parts of a plan that can be appealed. */
export const SECTION_WORDS: Readonly<Record<PlanSection, string>> = {
  B: 'Section B: special educational needs',
  F: 'Section F: special educational provision',
  I: 'Section I: the school or other place named, its type, or that none is named',
}

const APPEAL_ABOUT: Readonly<Record<DecisionKind, string>> = {
  'refusal-to-assess': 'the refusal to assess',
  'refusal-to-reassess': 'the refusal to re-assess',
  'refusal-to-issue-plan': 'the refusal of a plan',
  'plan-contents': 'sections B, F and I',
  'refusal-to-amend-plan': 'the refusal to amend',
  'ceasing-plan': 'the stopping of the plan',
}

/** What the family can appeal, on which form, and whether it can ask for more, in a line or two. */
export function describeAppeal(kind: DecisionKind): string {
  const { form, recommendations } = APPEALABLE_DECISIONS[kind]
  const more = recommendations
    ? 'also health and social care recommendations'
    : 'no health and social care recommendations'
  return `Appeal about ${APPEAL_ABOUT[kind]}: form ${form}, ${more}.`
}

/** What is disputed, in one line. */
export function describeDecision({
  decisionKind,
  placementOnly,
  sections = [],
}: {
  readonly decisionKind: DecisionKind
  readonly placementOnly: boolean
  readonly sections?: readonly PlanSection[]
}): string {
  const text = DECISION_WORDS[decisionKind]
  if (placementOnly) return `${text}: only the school or other place named`
  return sections.length > 0 ? `${text}: ${sectionsInWords(sections)}` : text
}

/** "section B", "sections B and F", "sections B, F and I". */
export function sectionsInWords(sections: readonly PlanSection[]): string {
  const last = sections.at(-1)
  return sections.length < 2 ? `section ${last}` : `sections ${sections.slice(0, -1).join(', ')} and ${last}`
}
