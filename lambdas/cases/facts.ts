import { adviserContacted, certificateIssued, mediationChosen, mediationDeclined } from './advice/facts.ts'
import { agreementReached } from './appeal/facts.ts'
import { complaintAcknowledged, complaintAnswered, complaintMade } from './complaint/facts.ts'
import { factCorrected, factRemoved } from './corrections/facts.ts'
import { dutyDaySet, dutyDone, dutyExcused } from './duties/facts.ts'
import type { FactKind } from './fact-kind.ts'
import {
  agreedLater,
  healthBoardTold,
  mediationAgreed,
  mediationCannotBeArranged,
  mediationNotAgreed,
  mediationPartlyAgreed,
  wayForwardMeeting,
} from './mediation/facts.ts'
import {
  attendanceNamed,
  mediationAdjourned,
  meetingArranged,
  meetingCancelled,
  meetingMissed,
  meetingMoved,
} from './meeting/facts.ts'
import { caseCameBack, caseCameFromCouncil, casePassedOn, familyMoves } from './moving/facts.ts'
import { newPlanInAppeal, planIssuedAgain } from './new-plan/facts.ts'
import { ombudsmanAsked, ombudsmanDecided, remedyDone } from './ombudsman/facts.ts'
import {
  caseOpened,
  caseWithdrawn,
  childDied,
  contactDetailsChanged,
  disputeChanged,
  fullNoticeSent,
  noteAdded,
  noticeAtFault,
  noticeSentAgain,
} from './opening/facts.ts'
import {
  disagreementResolutionAnswered,
  disagreementResolutionAsked,
  disagreementResolutionEnded,
  disagreementResolutionMeeting,
} from './resolution/facts.ts'
import { historyComplete } from './taking-over/facts.ts'
import {
  appealConceded,
  appealDecided,
  appealRegistered,
  appealWithdrawn,
  councilGaveIn,
  decisionSetAside,
  responseSent,
  timetableSet,
} from './tribunal/facts.ts'
import { furtherAppeal } from './tribunal/further-appeal.ts'

/**
 * Every kind of fact that can be recorded on a case, under its name. Facts of one day stand in this order: what ends
 * something before what begins anew.
 */
export const FACTS = {
  'case-opened': caseOpened,
  'notice-sent-again': noticeSentAgain,
  'notice-at-fault': noticeAtFault,
  'full-notice-sent': fullNoticeSent,
  'dispute-changed': disputeChanged,
  'adviser-contacted': adviserContacted,
  'meeting-cancelled': meetingCancelled,
  'meeting-missed': meetingMissed,
  'way-forward-meeting': wayForwardMeeting,
  'mediation-declined': mediationDeclined,
  'mediation-adjourned': mediationAdjourned,
  'mediation-chosen': mediationChosen,
  'health-board-told': healthBoardTold,
  'mediation-cannot-be-arranged': mediationCannotBeArranged,
  'meeting-arranged': meetingArranged,
  'meeting-moved': meetingMoved,
  'attendance-named': attendanceNamed,
  'mediation-agreed': mediationAgreed,
  'mediation-partly-agreed': mediationPartlyAgreed,
  'mediation-not-agreed': mediationNotAgreed,
  'agreed-later': agreedLater,
  'certificate-issued': certificateIssued,
  'timetable-set': timetableSet,
  'response-sent': responseSent,
  'council-gave-in': councilGaveIn,
  'appeal-conceded': appealConceded,
  'appeal-withdrawn': appealWithdrawn,
  'appeal-decided': appealDecided,
  'decision-set-aside': decisionSetAside,
  'further-appeal': furtherAppeal,
  'appeal-registered': appealRegistered,
  'agreement-reached': agreementReached,
  'duty-day-set': dutyDaySet,
  'duty-excused': dutyExcused,
  'duty-done': dutyDone,
  'disagreement-resolution-asked': disagreementResolutionAsked,
  'disagreement-resolution-answered': disagreementResolutionAnswered,
  'disagreement-resolution-meeting': disagreementResolutionMeeting,
  'disagreement-resolution-ended': disagreementResolutionEnded,
  'complaint-made': complaintMade,
  'complaint-acknowledged': complaintAcknowledged,
  'complaint-answered': complaintAnswered,
  'ombudsman-asked': ombudsmanAsked,
  'ombudsman-decided': ombudsmanDecided,
  'remedy-done': remedyDone,
  'plan-issued-again': planIssuedAgain,
  'new-plan-in-appeal': newPlanInAppeal,
  'case-came-from-council': caseCameFromCouncil,
  'family-moves': familyMoves,
  'case-passed-on': casePassedOn,
  'case-came-back': caseCameBack,
  'case-withdrawn': caseWithdrawn,
  'child-died': childDied,
  'fact-corrected': factCorrected,
  'fact-removed': factRemoved,
  'contact-details-changed': contactDetailsChanged,
  'note-added': noteAdded,
  'history-complete': historyComplete,
}

export type FactType = keyof typeof FACTS

type DetailsOf<Kind> = Kind extends FactKind<infer Details> ? Details : never

/** What each kind of fact says. Its schema is a part of its object. */
export type FactDetails = { readonly [Type in FactType]: DetailsOf<(typeof FACTS)[Type]> }

export const FACT_TYPES = Object.keys(FACTS) as readonly FactType[]

const KINDS: { readonly [Type in FactType]: FactKind<FactDetails[Type]> } = FACTS

/** All that the case has to know of a kind of fact. */
export function kindOf<Type extends FactType>(type: Type): FactKind<FactDetails[Type]> {
  return KINDS[type]
}

/** Whether a fact says how another one is right. It takes effect at once in everything that is built from the facts. */
export function isCorrection(type: FactType): boolean {
  return kindOf(type).about === 'another-fact'
}

/** Whether the journey has something to do about a fact. */
export function isNews(type: FactType): boolean {
  return kindOf(type).about !== 'the-record'
}

/** Whether a word is the name of a kind of fact. */
export function isFactType(word: string): word is FactType {
  return Object.hasOwn(FACTS, word)
}
