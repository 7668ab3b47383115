import type { DecisionKind } from '../../law/appealable-decisions.ts'

/** Each decision in plain words, as it goes on after "the council decided". */
export const DECISION_WORDS: Readonly<Record<DecisionKind, string>> = {
  'refusal-to-assess': 'Not to carry out an education, health and care (EHC) needs assessment',
  'refusal-to-reassess': 'Not to re-assess needs',
  'refusal-to-issue-plan': 'Not to issue an EHC plan after an assessment',
  'plan-contents': 'The contents of a final or amended EHC plan',
  'refusal-to-amend-plan': 'Not to amend an EHC plan after a review or re-assessment',
  'ceasing-plan': 'To stop maintaining an EHC plan',
}

/** What is disputed, in one line. */
export function describeDecision(decision: {
  readonly decisionKind: DecisionKind
  readonly placementOnly: boolean
}): string {
  const text = DECISION_WORDS[decision.decisionKind]
  return decision.placementOnly ? `${text}: only the school or college named` : text
}
