import type { Case } from '../../cases/case.ts'
import type { DecisionKind } from '../../law/appealable-decisions.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Paragraph, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'

const DECISIONS: Readonly<Record<DecisionKind, string>> = {
  'refusal-to-assess': 'not to carry out an Education, Health and Care (EHC) needs assessment',
  'refusal-to-reassess': 'not to carry out a new Education, Health and Care (EHC) needs assessment',
  'refusal-to-issue-plan': 'not to issue an Education, Health and Care (EHC) plan',
  'plan-contents': 'on what is in the Education, Health and Care (EHC) plan',
  'refusal-to-amend-plan': 'not to change the Education, Health and Care (EHC) plan',
  'ceasing-plan': 'to end the Education, Health and Care (EHC) plan',
}
const PLACEMENT_ONLY = 'on the school or college in the Education, Health and Care (EHC) plan'

/** Says which decision and which letter, and for whom: a family may have more than one child and more than one case. */
export function aboutTheDecision(situation: MessageSituation): Paragraph {
  return aboutOurDecision('This message', situation)
}

/** The same in a message about another route of the case: a complaint, a disagreement resolution. */
export function aboutTheCase(situation: MessageSituation): Paragraph {
  return aboutOurDecision('Your case', situation)
}

function aboutOurDecision(what: string, { subject, contact }: MessageSituation): Paragraph {
  return paragraph(
    `${what} is about our decision ${decisionWords(subject.decision)}.`,
    `Our letter is dated ${formatDate(subject.decision.printedOn)}.`,
    contact.relationship === 'young-person' ? 'The decision is about you.' : `It is about ${contact.childName}.`,
  )
}

/** The decision, as it follows "our decision". */
export function decisionWords({ placementOnly, decisionKind }: Case['decision']): string {
  return placementOnly ? PLACEMENT_ONLY : DECISIONS[decisionKind]
}

/** For whom the reader asks for something: "for your child", "for yourself". */
export function forWhom({ contact }: MessageSituation): string {
  return contact.relationship === 'young-person' ? 'for yourself' : 'for your child'
}
