import type { AboutFact } from '../../cases/message.ts'
import type { MessageWords } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { ADVISER_CONTACT_WORDS } from './adviser-contact.ts'
import { APPEAL_CLOSING_WORDS } from './appeal-closing.ts'
import { CERTIFICATE_WORDS } from './certificate.ts'
import { CHOICE_WORDS } from './choice.ts'
import { CLOSING_WORDS } from './closing.ts'
import { COMPLAINT_WORDS } from './complaint.ts'
import { datesCorrected } from './dates-corrected.ts'
import { DUTY_WORDS, dutyOverdue } from './duties.ts'
import { firstDatesStay } from './first-dates-stay.ts'
import { MEDIATION_WORDS } from './mediation.ts'
import { mediationEnded } from './mediation-ended.ts'
import { MEETING_WORDS } from './meeting.ts'
import type { WriteWords } from './message-words.ts'
import { OMBUDSMAN_MESSAGES } from './ombudsman.ts'
import { RESOLUTION_WORDS } from './resolution.ts'
import { rights } from './rights.ts'
import { TRIBUNAL_WORDS } from './tribunal.ts'
import { whatYouDisagreeWith } from './what-you-disagree-with.ts'
import { whereYourCaseStands } from './where-your-case-stands.ts'
import { yourCaseMoves } from './your-case-moves.ts'
import { yourPlanWasIssuedAgain } from './your-plan-was-issued-again.ts'

/**
 * Writes a message.
 * @throws Error when the case has not what the message is about: it was asked for at the wrong time.
 */
export function writeWords(situation: MessageSituation): MessageWords {
  return situation.kind === 'duty-overdue' ? dutyOverdue(situation) : WORDS[situation.kind](situation)
}

/** The words of every message about a fact. A kind without words does not compile. */
const WORDS: Readonly<Record<AboutFact['kind'], WriteWords>> = {
  rights,
  'mediation-ended': mediationEnded,
  'dates-corrected': datesCorrected,
  'first-dates-stay': firstDatesStay,
  'what-you-disagree-with': whatYouDisagreeWith,
  'your-case-moves': yourCaseMoves,
  'your-plan-was-issued-again': yourPlanWasIssuedAgain,
  'where-your-case-stands': whereYourCaseStands,
  ...ADVISER_CONTACT_WORDS,
  ...CHOICE_WORDS,
  ...CERTIFICATE_WORDS,
  ...MEDIATION_WORDS,
  ...MEETING_WORDS,
  ...APPEAL_CLOSING_WORDS,
  ...TRIBUNAL_WORDS,
  ...CLOSING_WORDS,
  ...DUTY_WORDS,
  ...RESOLUTION_WORDS,
  ...COMPLAINT_WORDS,
  ...OMBUDSMAN_MESSAGES,
}
