import type { ComplaintPoint } from '../../cases/complaint.ts'
import type {
  CorrectableType,
  DecisionMaker,
  Fact,
  FactDetails,
  HealthIssue,
  LetGoAhead,
  MeetingDetails,
  WithdrawnReason,
} from '../../cases/fact.ts'
import type { PlanSection } from '../../law/appealable-decisions.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type Duty, deedOf } from '../../law/compliance-deadlines.ts'
import { COMPLAINT_RESULTS, complainedTo } from './complaint.ts'
import { decisionWords } from './decision.ts'
import { DEED_WORDS } from './duties.ts'
import { CHANGE_REASONS, CHANGED_BY, FORMATS, meetingMoment } from './meeting.ts'
import { sectionWords } from './plan-sections.ts'
import { partyBegins, RESOLUTION_OCCASIONS, RESOLUTION_RESULTS, RESOLUTION_SUBJECTS } from './resolution.ts'
import { TRIBUNAL_DECISIONS } from './tribunal.ts'
import { HEALTH_BODY } from './who-arranges.ts'

type Statements = { readonly [Type in CorrectableType]: (details: FactDetails[Type]) => readonly string[] }

/** What a fact says to the family: a sentence for each of its details, so that what was corrected can be told. */
export function statementsOf(fact: Fact<CorrectableType>): readonly string[] {
  return (STATEMENTS[fact.type] as (details: Fact['details']) => readonly string[])(fact.details)
}

const STATEMENTS: Statements = {
  'case-opened': ({ printedOn, sentOn, decisionKind, placementOnly, sections = [] }) => [
    `Our letter is dated ${formatDate(printedOn)}.`,
    `We sent our letter on ${formatDate(sentOn)}.`,
    `Our decision was ${decisionWords({ decisionKind, placementOnly, printedOn, sentOn })}.`,
    placementOnly
      ? 'You disagree only with the school or college named, its type, or that none is named.'
      : 'You disagree with more than the school or college named.',
    ...disputed('You disagree with', sections),
  ],
  'notice-sent-again': ({ sentAgainOn }) => [`We sent our letter again on ${formatDate(sentAgainOn)}.`],
  'adviser-contacted': firstTalk,
  'mediation-declined': ({ declinedOn, ...details }) => [
    `You told the mediation adviser on ${formatDate(declinedOn)} that you do not want mediation.`,
    ...firstTalk(details),
  ],
  'mediation-chosen': ({ councilToldOn, providerAskedOn, healthIssue = 'none', ...details }) => [
    `We were told on ${formatDate(councilToldOn)} that you want mediation.`,
    ...(providerAskedOn ? [`You asked the mediation provider on ${formatDate(providerAskedOn)}.`] : []),
    HEALTH_ISSUES[healthIssue],
    ...firstTalk(details),
  ],
  'health-board-told': ({ boardToldOn }) => [`We told ${HEALTH_BODY} on ${formatDate(boardToldOn)}.`],
  'meeting-arranged': (details) => meeting('Your mediation meeting was planned for', details),
  'meeting-moved': ({ movedBy, reason, ...details }) => [
    ...meeting('Your mediation meeting was moved to', details),
    ...(movedBy ? [CHANGED_BY[movedBy]('moved')] : []),
    ...(reason ? [CHANGE_REASONS[reason]] : []),
  ],
  'meeting-cancelled': ({ cancelledOn, cancelledBy, reason }) => [
    `Your mediation meeting was cancelled on ${formatDate(cancelledOn)}.`,
    CHANGED_BY[cancelledBy]('cancelled'),
    ...(reason ? [CHANGE_REASONS[reason]] : []),
  ],
  'mediation-adjourned': ({ adjournedOn, decisionMaker }) => [
    `Your mediation meeting of ${formatDate(adjournedOn)} goes on another day.`,
    ...whoCame(decisionMaker),
  ],
  'mediation-cannot-be-arranged': ({ adviserToldOn }) => [
    `We told the adviser on ${formatDate(adviserToldOn)} that we cannot arrange mediation in time.`,
  ],
  'mediation-agreed': ({ concludedOn, decisionMaker, duties, agreedDate, agreedDateFor }) => [
    `Your mediation ended on ${formatDate(concludedOn)}, and you agreed.`,
    ...whoCame(decisionMaker),
    ...toBeDone(duties),
    ...agreedDay(agreedDate, agreedDateFor),
  ],
  'mediation-partly-agreed': ({
    concludedOn,
    decisionMaker,
    duties,
    agreedDate,
    agreedDateFor,
    stillDisputed = [],
  }) => [
    `Your mediation ended on ${formatDate(concludedOn)}, and you agreed in part.`,
    ...whoCame(decisionMaker),
    ...toBeDone(duties),
    ...agreedDay(agreedDate, agreedDateFor),
    ...disputed('You still disagree with', stillDisputed),
  ],
  'mediation-not-agreed': ({ concludedOn, decisionMaker }) => [
    `Your mediation ended on ${formatDate(concludedOn)}, and you did not agree.`,
    ...whoCame(decisionMaker),
  ],
  'certificate-issued': ({ issuedOn, ...details }) => [
    `Your mediation certificate is dated ${formatDate(issuedOn)}.`,
    ...firstTalk(details),
  ],
  'appeal-registered': ({ receivedOn, sentToCouncilOn, responseDueOn, letGoAhead }) => [
    `The Tribunal received your appeal on ${formatDate(receivedOn)}.`,
    ...(sentToCouncilOn ? [`The Tribunal sent us your appeal on ${formatDate(sentToCouncilOn)}.`] : []),
    ...(responseDueOn ? [`The letter of the Tribunal gives ${formatDate(responseDueOn)} for our response.`] : []),
    ...(letGoAhead ? [LETS_IT_GO_AHEAD[letGoAhead]] : []),
  ],
  'response-sent': ({ sentOn }) => [`We sent the Tribunal our response on ${formatDate(sentOn)}.`],
  'appeal-conceded': ({ concededOn, duties }) => [
    `We told the Tribunal on ${formatDate(concededOn)} that we do not oppose your appeal.`,
    ...toBeDone(duties),
  ],
  'appeal-withdrawn': ({ withdrawnOn }) => [`Your appeal was withdrawn on ${formatDate(withdrawnOn)}.`],
  'appeal-decided': ({ decidedOn, decision, duties }) => [
    `The letter of the Tribunal is dated ${formatDate(decidedOn)}.`,
    `${TRIBUNAL_DECISIONS[decision]}.`,
    ...toBeDone(duties),
  ],
  'agreement-reached': ({ agreedOn }) => [`You and we agreed on ${formatDate(agreedOn)}, without an appeal.`],
  'duty-done': ({ rule, doneOn }) => [`On ${formatDate(doneOn)} ${DEED_WORDS[deedOf(rule)].done}.`],
  'disagreement-resolution-asked': ({ askedOn, askedBy, subject, occasion, parties }) => [
    `${partyBegins(askedBy)} asked for disagreement resolution on ${formatDate(askedOn)}.`,
    `The disagreement is about ${RESOLUTION_SUBJECTS[subject]}.`,
    RESOLUTION_OCCASIONS[occasion],
    ...parties.map((party) => `${partyBegins(party)} would take part.`),
  ],
  'disagreement-resolution-answered': ({ party, agrees, answeredOn }) => [
    `${partyBegins(party)} said ${agrees ? 'yes' : 'no'} to disagreement resolution on ${formatDate(answeredOn)}.`,
  ],
  'disagreement-resolution-meeting': (details) =>
    meeting('Your disagreement resolution meeting was planned for', details),
  'disagreement-resolution-ended': ({ endedOn, result }) => [
    `Disagreement resolution ended on ${formatDate(endedOn)}.`,
    RESOLUTION_RESULTS[result].meaning,
  ],
  'complaint-made': ({ madeOn, about, awareOn, points, answerAskedBy }) => [
    `You complained to ${complainedTo({ about })} on ${formatDate(madeOn)}.`,
    `You knew of the problem on ${formatDate(awareOn)}.`,
    ...points.map((point) => POINTS[point]),
    ...(answerAskedBy ? [`You asked for an answer on or before ${formatDate(answerAskedBy)}.`] : []),
  ],
  'complaint-acknowledged': ({ acknowledgedOn, answerPromisedBy }) => [
    `You were told on ${formatDate(acknowledgedOn)} that your complaint has arrived.`,
    ...(answerPromisedBy ? [`You were promised an answer on or before ${formatDate(answerPromisedBy)}.`] : []),
  ],
  'complaint-answered': ({ answeredOn, result }) => [
    `Your complaint was answered on ${formatDate(answeredOn)}.`,
    COMPLAINT_RESULTS[result],
  ],
  'case-withdrawn': ({ withdrawnOn, reason }) => [
    `We stopped our reminders on ${formatDate(withdrawnOn)}.`,
    WITHDRAWN_REASONS[reason],
  ],
}

/** Why the council does not follow a case any more. */
export const WITHDRAWN_REASONS: Readonly<Record<WithdrawnReason, string>> = {
  'family-does-not-want-to-go-on': 'We understood that you do not want to go on.',
  'council-changed-decision': 'We have changed our decision. We write to you about the new one in another letter.',
  'opened-in-error': 'We opened this case by mistake. We are sorry.',
}

const HEALTH_ISSUES: Readonly<Record<HealthIssue, string>> = {
  none: 'Health care is no part of what you want to talk about.',
  some: 'Health care is a part of what you want to talk about.',
  only: 'Health care is all that you want to talk about.',
}

const POINTS: Readonly<Record<ComplaintPoint, string>> = {
  'has-spoken-to-the-right-people': 'You spoke to the right people first.',
  'is-in-writing': 'Your complaint is in writing.',
  'says-all-the-issues': 'Your complaint says everything that you want sorted out.',
  'says-what-should-happen': 'Your complaint says what you want to happen.',
  'gives-a-time-to-answer': 'Your complaint gives a day for the answer.',
}

const DUTIES: Readonly<Record<Duty, string>> = {
  assess: 'We must carry out an assessment.',
  'make-plan': 'We must make a plan.',
  reconsider: 'We must decide again.',
  'amend-contents': 'We must change what is in the plan.',
  'amend-placement': 'We must change the school or other place in the plan.',
  continue: 'We must go on with the plan.',
  'continue-and-amend': 'We must go on with the plan and change it.',
  cease: 'We must end the plan.',
  'not-appealable': 'We must do other things that were agreed.',
}

function firstTalk({ contactedOn }: { readonly contactedOn?: CalendarDate }): string[] {
  return contactedOn ? [`You first spoke to the mediation adviser on ${formatDate(contactedOn)}.`] : []
}

function meeting(lead: string, { meetingOn, startsAt, format, shortNoticeAgreed }: MeetingDetails): string[] {
  return [
    `${lead} ${meetingMoment({ meetingOn, startsAt })}.`,
    FORMATS[format],
    ...(shortNoticeAgreed ? ['You agreed to short notice.'] : []),
  ]
}

function whoCame(decisionMaker: DecisionMaker | undefined): string[] {
  if (!decisionMaker) return []
  return [decisionMaker === 'present' ? 'Someone who could decide came.' : 'Nobody who could decide came.']
}

function toBeDone(duties: readonly Duty[] = []): string[] {
  return duties.map((duty) => DUTIES[duty])
}

const LETS_IT_GO_AHEAD: Readonly<Record<LetGoAhead, string>> = {
  yes: 'The Tribunal let your appeal go ahead.',
  'not-yet': 'A judge has still to decide if your appeal goes ahead.',
}

function agreedDay(agreedDate: CalendarDate | undefined, agreedDateFor: readonly Duty[] | undefined): string[] {
  const what = agreedDateFor ? 'a part of it' : 'it'
  return agreedDate ? [`The day that was set for ${what} in writing is ${formatDate(agreedDate)}.`] : []
}

function disputed(lead: string, sections: readonly PlanSection[]): string[] {
  return sectionWords(sections).map((words) => `${lead} ${words}.`)
}
