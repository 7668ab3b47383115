import type { DecisionKind } from '../../cases/fact.ts'

/** Each decision in plain words: what the council decided, and what the family can disagree with. */
export const DECISION_WORDS: Readonly<Record<DecisionKind, { readonly text: string; readonly hint: string }>> = {
  'refusal-to-assess': {
    text: 'Not to carry out an education, health and care (EHC) needs assessment',
    hint: 'The family needs a mediation certificate before it can appeal.',
  },
  'refusal-to-reassess': {
    text: 'Not to re-assess needs',
    hint: 'The family needs a mediation certificate before it can appeal.',
  },
  'refusal-to-issue-plan': {
    text: 'Not to issue an EHC plan after an assessment',
    hint: 'The family needs a mediation certificate before it can appeal.',
  },
  'plan-contents': {
    text: 'The contents of a final or amended EHC plan',
    hint: 'Sections B, F or I. The family needs a mediation certificate, unless the appeal is only about section I.',
  },
  'refusal-to-amend-plan': {
    text: 'Not to amend an EHC plan after a review or re-assessment',
    hint: 'The family needs a mediation certificate before it can appeal.',
  },
  'ceasing-plan': {
    text: 'To stop maintaining an EHC plan',
    hint: 'The family needs a mediation certificate before it can appeal.',
  },
}

/** What is disputed, in one line. */
export function describeDecision(decision: {
  readonly decisionKind: DecisionKind
  readonly placementOnly: boolean
}): string {
  const { text } = DECISION_WORDS[decision.decisionKind]
  return decision.placementOnly ? `${text}: only the school or college named` : text
}
