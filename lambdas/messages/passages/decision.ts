import { type Case, hasNoWrittenNotice, neverNeededCertificate, noticeThatCounts } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Paragraph, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { DECISION_KIND_WORDS } from './closed-words.ts'

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
    `${what} is about our decision ${decisionWords({ ...subject.decision, placementOnly: neverNeededCertificate(subject) })}.`,
    ...(hasNoWrittenNotice(subject) ? [] : [`Our letter is dated ${formatDate(noticeThatCounts(subject).printedOn)}.`]),
    contact.relationship === 'young-person' ? 'The decision is about you.' : `It is about ${contact.childName}.`,
  )
}

/** The decision, as it follows "our decision". */
export function decisionWords({ placementOnly, decisionKind }: Case['decision']): string {
  return placementOnly ? PLACEMENT_ONLY : DECISION_KIND_WORDS[decisionKind]
}

/** For whom the reader asks for something: "for your child", "for yourself". */
export function forWhom({ contact }: MessageSituation): string {
  return contact.relationship === 'young-person' ? 'for yourself' : 'for your child'
}
