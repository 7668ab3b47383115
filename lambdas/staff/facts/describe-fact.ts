import type { Case } from '../../cases/case.ts'
import { COMPLAINT_POINTS } from '../../cases/complaint/closed-words.ts'
import type { Fact, FactDetails } from '../../cases/fact.ts'
import type { MeetingDetails } from '../../cases/meeting/meetings.ts'
import type { WithdrawnReason } from '../../cases/opening/facts.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Duty } from '../../law/compliance-deadlines.ts'
import { PERIODS } from '../../law/periods.ts'
import { formatTime } from '../../messages/clock-time.ts'
import {
  COMPLAINT_BODY_WORDS,
  COMPLAINT_POINT_WORDS,
  COMPLAINT_RESULT_WORDS,
  describeComplaint,
} from './complaint-words.ts'
import { describeDecision, sectionsInWords } from './decision-words.ts'
import { describeDuties, describeUndertaking } from './duty-words.ts'
import { factTitle } from './fact-names.ts'
import {
  CANCELLED_BY_WORDS,
  CHANGE_REASON_WORDS,
  DECISION_MAKER_WORDS,
  MEETING_FORMAT_WORDS,
} from './mediation-words.ts'
import {
  describeResolution,
  RESOLUTION_OCCASION_WORDS,
  RESOLUTION_PARTY_WORDS,
  RESOLUTION_RESULT_WORDS,
  RESOLUTION_SUBJECT_WORDS,
} from './resolution-words.ts'
import { LET_GO_AHEAD_WORDS, TRIBUNAL_DECISION_WORDS } from './tribunal-words.ts'

export const WITHDRAWN_REASON_WORDS: Readonly<Record<WithdrawnReason, string>> = {
  'family-does-not-want-to-go-on': 'The family does not want to go on',
  'council-changed-decision': 'The council has changed its decision',
  'opened-in-error': 'The case was opened in error',
}

/** What a fact says, each line with its dates in full. Empty when its name says it all. @param subject its case */
export function describeFact(fact: Fact, subject: Case): readonly string[] {
  switch (fact.type) {
    case 'case-opened':
      return [
        `Decision: ${describeDecision(fact.details)}.`,
        `Letter printed on ${formatDate(fact.details.printedOn)} and sent on ${formatDate(fact.details.sentOn)}.`,
      ]
    case 'notice-sent-again':
      return [`Sent again on ${formatDate(fact.details.sentAgainOn)}.`]
    case 'adviser-contacted':
      return [`First spoke to the adviser on ${formatDate(fact.details.contactedOn)}.`]
    case 'mediation-declined':
      return [`Told the adviser on ${formatDate(fact.details.declinedOn)}.`, ...firstContact(fact.details)]
    case 'mediation-chosen':
      return describeChoice(fact.details)
    case 'health-board-told':
      return [`The board was told on ${formatDate(fact.details.boardToldOn)}.`]
    case 'meeting-arranged':
      return [describeMeeting(fact.details), ...notice(fact.details)]
    case 'meeting-moved': {
      const { movedBy, reason } = fact.details
      return [
        describeMeeting(fact.details),
        ...(movedBy ? [`Moved by: ${inLine(CANCELLED_BY_WORDS[movedBy])}.`] : []),
        ...why(reason),
        ...notice(fact.details),
      ]
    }
    case 'meeting-cancelled':
      return [
        `Cancelled on ${formatDate(fact.details.cancelledOn)}.`,
        `Cancelled by: ${inLine(CANCELLED_BY_WORDS[fact.details.cancelledBy])}.`,
        ...why(fact.details.reason),
      ]
    case 'mediation-adjourned':
      return [`The meeting was on ${formatDate(fact.details.adjournedOn)}.`, ...decisionMaker(fact.details)]
    case 'mediation-cannot-be-arranged':
      return [`The council told the adviser on ${formatDate(fact.details.adviserToldOn)}.`]
    case 'mediation-agreed':
    case 'mediation-not-agreed':
      return [
        `It ended on ${formatDate(fact.details.concludedOn)}.`,
        ...agreed(fact.details),
        ...decisionMaker(fact.details),
      ]
    case 'mediation-partly-agreed': {
      const { stillDisputed = [] } = fact.details
      return [
        `It ended on ${formatDate(fact.details.concludedOn)}.`,
        ...(stillDisputed.length > 0 ? [`Still in dispute: ${sectionsInWords(stillDisputed)}.`] : []),
        ...agreed(fact.details),
        ...decisionMaker(fact.details),
      ]
    }
    case 'certificate-issued':
      return [`Dated ${formatDate(fact.details.issuedOn)}.`, ...firstContact(fact.details)]
    case 'appeal-registered': {
      const { receivedOn, sentToCouncilOn, responseDueOn, letGoAhead } = fact.details
      return [
        `The Tribunal received it on ${formatDate(receivedOn)}.`,
        ...(sentToCouncilOn ? [`It sent it to the council on ${formatDate(sentToCouncilOn)}.`] : []),
        ...(responseDueOn ? [`Its letter asks for the response by ${formatDate(responseDueOn)}.`] : []),
        ...(letGoAhead ? [`Whether the Tribunal let it go ahead: ${LET_GO_AHEAD_WORDS[letGoAhead]}.`] : []),
      ]
    }
    case 'response-sent':
      return [`Sent on ${formatDate(fact.details.sentOn)}.`]
    case 'appeal-conceded':
      return [`The Tribunal was told on ${formatDate(fact.details.concededOn)}.`, ...toDo(fact.details.duties)]
    case 'appeal-withdrawn':
      return [`Withdrawn on ${formatDate(fact.details.withdrawnOn)}.`]
    case 'appeal-decided':
      return [
        `${TRIBUNAL_DECISION_WORDS[fact.details.decision]}.`,
        `Dated ${formatDate(fact.details.decidedOn)}.`,
        ...toDo(fact.details.duties),
      ]
    case 'agreement-reached':
      return [`Agreed on ${formatDate(fact.details.agreedOn)}.`]
    case 'duty-done':
      return describeDutyDone(fact.details, subject)
    case 'disagreement-resolution-asked': {
      const { askedOn, askedBy, subject: about, occasion, parties } = fact.details
      return [
        `Asked for on ${formatDate(askedOn)} by: ${inLine(RESOLUTION_PARTY_WORDS[askedBy])}.`,
        `About: ${inLine(RESOLUTION_SUBJECT_WORDS[about])}. When: ${inLine(RESOLUTION_OCCASION_WORDS[occasion])}.`,
        `Would take part: ${parties.map((party) => inLine(RESOLUTION_PARTY_WORDS[party])).join('; ')}.`,
      ]
    }
    case 'disagreement-resolution-answered': {
      const { party, agrees, answeredOn } = fact.details
      const answer = agrees ? 'takes part' : 'does not want to take part'
      return [
        `${RESOLUTION_PARTY_WORDS[party]} ${answer}. Answered on ${formatDate(answeredOn)}.`,
        ...whichResolution(fact.details, subject),
      ]
    }
    case 'disagreement-resolution-meeting':
      return [describeMeeting(fact.details), ...whichResolution(fact.details, subject)]
    case 'disagreement-resolution-ended':
      return [
        `${RESOLUTION_RESULT_WORDS[fact.details.result]}. It ended on ${formatDate(fact.details.endedOn)}.`,
        ...whichResolution(fact.details, subject),
      ]
    case 'complaint-made':
      return describeComplaintMade(fact.details)
    case 'complaint-acknowledged': {
      const { acknowledgedOn, answerPromisedBy } = fact.details
      return [
        `Acknowledged on ${formatDate(acknowledgedOn)}.`,
        ...(answerPromisedBy ? [`An answer is promised by ${formatDate(answerPromisedBy)}.`] : []),
        ...whichComplaint(fact.details, subject),
      ]
    }
    case 'complaint-answered':
      return [
        `${COMPLAINT_RESULT_WORDS[fact.details.result]}. Answered on ${formatDate(fact.details.answeredOn)}.`,
        ...whichComplaint(fact.details, subject),
      ]
    case 'case-withdrawn':
      return [`${WITHDRAWN_REASON_WORDS[fact.details.reason]}, on ${formatDate(fact.details.withdrawnOn)}.`]
    case 'fact-corrected':
      return describeCorrection(fact, subject)
    case 'fact-removed':
      return describeRemoval(fact.details, subject)
    case 'contact-details-changed':
    case 'note-added':
      return []
  }
}

/** "Thursday 26 March 2026 at 2:30pm, online." */
export function describeMeeting({ meetingOn, startsAt, format }: MeetingDetails): string {
  return `${formatDate(meetingOn)} at ${formatTime(startsAt)}, ${inLine(MEETING_FORMAT_WORDS[format])}.`
}

function firstContact({ contactedOn }: { readonly contactedOn?: CalendarDate }): readonly string[] {
  return contactedOn ? [`The family first spoke to the adviser on ${formatDate(contactedOn)}.`] : []
}

const ABOUT_HEALTH = {
  none: 'It is not about health care in the plan.',
  some: 'It is about health care in the plan, besides other things.',
  only: 'It is only about health care in the plan.',
} as const

function describeChoice(details: FactDetails['mediation-chosen']): readonly string[] {
  const { councilToldOn, providerAskedOn, healthIssue } = details
  return [
    `The council was told on ${formatDate(councilToldOn)}.`,
    ...(providerAskedOn ? [`The family asked the mediation provider on ${formatDate(providerAskedOn)}.`] : []),
    ...(healthIssue ? [ABOUT_HEALTH[healthIssue]] : []),
    ...firstContact(details),
  ]
}

function notice({ shortNoticeAgreed }: MeetingDetails): readonly string[] {
  if (shortNoticeAgreed === undefined) return []
  return [`The family has ${shortNoticeAgreed ? '' : 'not '}agreed to less than 5 working days’ notice.`]
}

function why(reason: FactDetails['meeting-cancelled']['reason']): readonly string[] {
  return reason ? [`Why: ${inLine(CHANGE_REASON_WORDS[reason])}.`] : []
}

function decisionMaker(details: Pick<FactDetails['mediation-adjourned'], 'decisionMaker'>): readonly string[] {
  const present = details.decisionMaker
  return present ? [`Somebody who could decide was there: ${inLine(DECISION_MAKER_WORDS[present])}.`] : []
}

function agreed(details: FactDetails['mediation-agreed'] | FactDetails['mediation-not-agreed']): readonly string[] {
  const { duties, agreedDate, agreedDateFor } = {
    duties: [],
    agreedDate: undefined,
    agreedDateFor: undefined,
    ...details,
  }
  const isFor = agreedDateFor ? `, for ${agreedDateFor.length} of ${duties.length} things` : ''
  return [...toDo(duties), ...(agreedDate ? [`Day set in writing: ${formatDate(agreedDate)}${isFor}.`] : [])]
}

function toDo(duties: readonly Duty[]): readonly string[] {
  return duties.length > 0 ? [`What the council has to do: ${describeDuties(duties)}.`] : []
}

function describeDutyDone({ of, rule, doneOn }: FactDetails['duty-done'], subject: Case): readonly string[] {
  const undertaking = subject.undertakings.find((one) => one.of === of)
  return [
    `${PERIODS.find(({ id }) => id === rule)?.name ?? rule}. Done on ${formatDate(doneOn)}.`,
    ...(undertaking ? [`It follows from: ${inLine(describeUndertaking(undertaking))}.`] : []),
  ]
}

/** Said only where the case has several. */
function whichResolution({ of }: { readonly of: string }, { resolutions }: Case): readonly string[] {
  const resolution = resolutions.find((one) => one.of === of)
  return resolution && resolutions.length > 1 ? [`About: ${inLine(describeResolution(resolution))}.`] : []
}

/** Said only where the case has several. */
function whichComplaint({ of }: { readonly of: string }, { complaints }: Case): readonly string[] {
  const complaint = complaints.find((one) => one.of === of)
  return complaint && complaints.length > 1 ? [`${describeComplaint(complaint)}.`] : []
}

function describeComplaintMade(details: FactDetails['complaint-made']): readonly string[] {
  const { about, madeOn, awareOn, answerAskedBy, points } = details
  const missing = COMPLAINT_POINTS.filter((point) => !points.includes(point))
  return [
    `About: ${inLine(COMPLAINT_BODY_WORDS[about])}. Made on ${formatDate(madeOn)}.`,
    `The family became aware of the matter on ${formatDate(awareOn)}.`,
    ...(answerAskedBy ? [`It asked for an answer by ${formatDate(answerAskedBy)}.`] : []),
    ...(missing.length > 0
      ? [`Not met: ${missing.map((point) => inLine(COMPLAINT_POINT_WORDS[point])).join('; ')}.`]
      : ['It meets all five points that a complaint usually needs.']),
  ]
}

function describeCorrection(
  { sequence, details: { corrects, details } }: Fact<'fact-corrected'>,
  subject: Case,
): readonly string[] {
  const wrong = subject.recorded.find((one) => one.sequence === corrects)
  if (!wrong) return []
  const before = subject.recorded.findLast(
    (one) => one.type === 'fact-corrected' && one.details.corrects === corrects && one.sequence < sequence,
  )
  const said = before?.type === 'fact-corrected' ? withDetails(wrong, before.details.details) : wrong
  return [
    `What was corrected: “${factTitle(wrong.type)}”.`,
    `It said: ${describeFact(said, subject).join(' ')}`,
    `It says now: ${describeFact(withDetails(wrong, details), subject).join(' ')}`,
  ]
}

function withDetails(fact: Fact, details: FactDetails['fact-corrected']['details']): Fact {
  return { ...fact, details } as Fact
}

function describeRemoval({ removes }: FactDetails['fact-removed'], subject: Case): readonly string[] {
  const fact = subject.recorded.find(({ sequence }) => sequence === removes)
  return fact ? [`What never happened: “${factTitle(fact.type)}”.`, ...describeFact(fact, subject)] : []
}

/** In the middle of a sentence, but for abbreviations: "Online" becomes "online". */
function inLine(words: string): string {
  return /^[A-Z][a-z ]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}
