import type { DutyOfFact } from '../../cases/duties/duty-of-fact.ts'
import { type AboutDuty, type AboutFact, factTold, type MessageDue } from '../../cases/message.ts'
import { ITS_DAY_IS_AHEAD, type NotNeededReason } from '../../cases/telling/held-message.ts'
import type { MessageWords } from '../content.ts'
import type { MessageSituation, SituationOfDuty } from '../message-situation.ts'
import { ADVISER_CONTACT_MESSAGES } from './adviser-contact.ts'
import { APPEAL_CLOSING_MESSAGES } from './appeal-closing.ts'
import { CERTIFICATE_MESSAGES } from './certificate.ts'
import { CHOICE_MESSAGES } from './choice.ts'
import { CLOSING_MESSAGES } from './closing.ts'
import { COMPLAINT_MESSAGES } from './complaint.ts'
import { datesCorrected } from './dates-corrected.ts'
import { DUTY_MESSAGES, dutyOverdue } from './duties.ts'
import type { FamilyMessage, MessageOfFact, UseSituation } from './family-message.ts'
import { firstDatesStay } from './first-dates-stay.ts'
import { MEDIATION_MESSAGES } from './mediation.ts'
import { mediationEnded } from './mediation-ended.ts'
import { MEETING_MESSAGES } from './meeting.ts'
import { OMBUDSMAN_MESSAGES } from './ombudsman.ts'
import { RESOLUTION_MESSAGES } from './resolution.ts'
import { rights } from './rights.ts'
import { TRIBUNAL_MESSAGES } from './tribunal.ts'
import { whatYouDisagreeWith } from './what-you-disagree-with.ts'
import { whereYourCaseStands } from './where-your-case-stands.ts'
import { yourCaseMoves } from './your-case-moves.ts'
import { yourPlanWasIssuedAgain } from './your-plan-was-issued-again.ts'

type Messages = Readonly<Record<AboutFact['kind'], MessageOfFact>> &
  Readonly<Record<AboutDuty['kind'], FamilyMessage<SituationOfDuty, DutyOfFact>>>

/** Every kind of message to families. One that is missing does not compile. */
const MESSAGES: Messages = {
  rights,
  'mediation-ended': mediationEnded,
  'dates-corrected': datesCorrected,
  'first-dates-stay': firstDatesStay,
  'what-you-disagree-with': whatYouDisagreeWith,
  'your-case-moves': yourCaseMoves,
  'your-plan-was-issued-again': yourPlanWasIssuedAgain,
  'where-your-case-stands': whereYourCaseStands,
  'duty-overdue': dutyOverdue,
  ...ADVISER_CONTACT_MESSAGES,
  ...CHOICE_MESSAGES,
  ...CERTIFICATE_MESSAGES,
  ...MEDIATION_MESSAGES,
  ...MEETING_MESSAGES,
  ...APPEAL_CLOSING_MESSAGES,
  ...TRIBUNAL_MESSAGES,
  ...CLOSING_MESSAGES,
  ...DUTY_MESSAGES,
  ...RESOLUTION_MESSAGES,
  ...COMPLAINT_MESSAGES,
  ...OMBUDSMAN_MESSAGES,
}

/**
 * Writes a message.
 * @throws Error when the case has not what the message is about: it was asked for at the wrong time.
 */
export function writeWords(situation: MessageSituation): MessageWords {
  return situation.kind === 'duty-overdue'
    ? MESSAGES['duty-overdue'].write(situation)
    : MESSAGES[situation.kind].write(situation)
}

/**
 * Why a message is of no use to the family now: what it tells is not true any more, is not news, or helps nobody.
 * @returns undefined while it is of use
 */
export function whyOfNoUse(message: MessageDue, situation: UseSituation): NotNeededReason | undefined {
  const { facts, died } = situation.subject
  // From that minute on nothing is sent, whatever was due (J42).
  if (died) return 'child-died'
  // A correction or a removal is always among the facts; what one removed is not.
  if (!facts.some(({ sequence }) => sequence === factTold(message))) return 'fact-taken-back'
  return message.kind === 'duty-overdue'
    ? whyNot(MESSAGES['duty-overdue'], situation, message.about)
    : whyNot(MESSAGES[message.kind], situation, message.about)
}

/** A day that a message calls past lies ahead where a correction, or something else that was learnt late, has moved it. */
function whyNot<About>(
  { noUse, callsPast }: Pick<FamilyMessage<never, About>, 'noUse' | 'callsPast'>,
  situation: UseSituation,
  about: About,
): NotNeededReason | undefined {
  const why = noUse(situation, about)
  if (why) return why
  const day = callsPast(situation, about)
  return day && situation.today <= day ? ITS_DAY_IS_AHEAD : undefined
}
