import type { Case } from '../../cases/case.ts'
import type { CorrectableType, Fact, FactDetails } from '../../cases/fact.ts'
import type { AgreedPoint, DecisionMaker, YoungPersonsPart } from '../../cases/mediation/closed-words.ts'
import type { MeetingDetails } from '../../cases/meeting/meetings.ts'
import type { PlanSection } from '../../law/appealable-decisions.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type Duty, deedOf } from '../../law/compliance-deadlines.ts'
import { furtherAppealStep, openAgain } from './appeal-outcome.ts'
import {
  AGREED_POINT_WORDS,
  CANCELLED_BY_WORDS,
  CHANGE_REASON_WORDS,
  COMPLAINT_BODY_WORDS,
  COMPLAINT_POINT_WORDS,
  COMPLAINT_RESULT_WORDS,
  DECISION_MAKER_WORDS,
  DID_NOT_COME,
  DUTY_WORDS,
  HEALTH_BODY,
  HEALTH_ISSUE_WORDS,
  LET_GO_AHEAD_WORDS,
  MEETING_FORMAT_WORDS,
  OMBUDSMAN_RESULT_WORDS,
  OMBUDSMAN_WORDS,
  partyBegins,
  REASON_TO_BE_LATE_WORDS,
  RESOLUTION_OCCASION_WORDS,
  RESOLUTION_RESULT_WORDS,
  RESOLUTION_SUBJECT_WORDS,
  sectionWords,
  TRIBUNAL_DECISION_WORDS,
  WITHDRAWN_REASON_WORDS,
  YOUNG_PERSONS_PART_WORDS,
} from './closed-words.ts'
import { decisionWords } from './decision.ts'
import { DEED_WORDS } from './duties.ts'
import { askedToTalk, meetingMoment } from './meeting.ts'
import { itCameFrom, itIsWith, weHaveItAgain } from './moving.ts'
import { foundWrong, fullLetterSent, NOTICE_CONTENT_WORDS } from './notice.ts'
import { agreedTo, promised, promisedBy } from './promises.ts'
import { daysInWords, hearingInWords } from './timetable.ts'
import { attendanceSaid } from './who-arranges.ts'

/**
 * What is on record of a fact, in one piece. Of the decision it says what is not said anyhow of which decision a message is
 * about, and of a letter that was never sent nothing.
 */
export function onRecord(fact: Fact<CorrectableType>, { noticeFault }: Pick<Case, 'noticeFault'>): string {
  if (fact.type !== 'case-opened') return statementsOf(fact).join(' ')
  const { sentOn, sections = [], requestReceivedOn } = fact.details
  const sent = noticeFault?.fault === 'never-sent' ? [] : [ourLetterWasSent(sentOn)]
  return [...sent, ...disputed('You disagree with', sections), ...requested(requestReceivedOn)].join(' ')
}

type Statements = { readonly [Type in CorrectableType]: (details: FactDetails[Type]) => readonly string[] }

/** What a fact says to the family: a sentence for each of its details, so that what was corrected can be told. */
export function statementsOf(fact: Fact<CorrectableType>): readonly string[] {
  return (STATEMENTS[fact.type] as (details: Fact['details']) => readonly string[])(fact.details)
}

/** What each kind of fact says, under what it is about. */
const ABOUT = {
  'the decision and the adviser': {
    'case-opened': ({ printedOn, sentOn, decisionKind, placementOnly, sections = [], requestReceivedOn }) => [
      `Our letter is dated ${formatDate(printedOn)}.`,
      ourLetterWasSent(sentOn),
      `Our decision was ${decisionWords({ decisionKind, placementOnly, printedOn, sentOn })}.`,
      placementOnly
        ? 'You disagree only with the school or college named, its type, or that none is named.'
        : 'You disagree with more than the school or college named.',
      ...disputed('You disagree with', sections),
      ...requested(requestReceivedOn),
    ],
    'notice-sent-again': ({ sentAgainOn }) => [`We sent our letter again on ${formatDate(sentAgainOn)}.`],
    'notice-at-fault': ({ foundOn, fault, lacks = [] }) => [
      foundWrong(foundOn, fault),
      ...lacks.map((one) => `It did not say enough about ${NOTICE_CONTENT_WORDS[one]}.`),
    ],
    'full-notice-sent': ({ printedOn, sentOn }) => [
      fullLetterSent(sentOn),
      `The date on that letter is ${formatDate(printedOn)}.`,
    ],
    'dispute-changed': ({ changedOn, sections }) => [
      `You told us on ${formatDate(changedOn)} what you disagree with.`,
      ...disputed('You disagree with', sections),
    ],
    'adviser-contacted': firstTalk,
    'mediation-declined': ({ declinedOn, ...details }) => [
      `You told the mediation adviser on ${formatDate(declinedOn)} that you do not want mediation.`,
      ...firstTalk(details),
    ],
    'certificate-issued': ({ issuedOn, ...details }) => [
      `Your mediation certificate is dated ${formatDate(issuedOn)}.`,
      ...firstTalk(details),
    ],
  },
  mediation: {
    'mediation-chosen': ({ councilToldOn, providerAskedOn, healthIssue = 'none', ...details }) => [
      `We were told on ${formatDate(councilToldOn)} that you want mediation.`,
      ...(providerAskedOn ? [`You asked the mediation provider on ${formatDate(providerAskedOn)}.`] : []),
      HEALTH_ISSUE_WORDS[healthIssue],
      ...firstTalk(details),
    ],
    'health-board-told': ({ boardToldOn }) => [`We told ${HEALTH_BODY} on ${formatDate(boardToldOn)}.`],
    'meeting-arranged': (details) => meeting('Your mediation meeting was planned for', details),
    'meeting-moved': ({ movedBy, reason, ...details }) => [
      ...meeting('Your mediation meeting was moved to', details),
      ...(movedBy ? [CANCELLED_BY_WORDS[movedBy]('moved')] : []),
      ...(reason ? [CHANGE_REASON_WORDS[reason]] : []),
    ],
    'meeting-cancelled': ({ cancelledOn, cancelledBy, reason }) => [
      `Your mediation meeting was cancelled on ${formatDate(cancelledOn)}.`,
      CANCELLED_BY_WORDS[cancelledBy]('cancelled'),
      ...(reason ? [CHANGE_REASON_WORDS[reason]] : []),
    ],
    'meeting-missed': ({ missedOn, absent, knownBefore }) => [
      `Your mediation meeting of ${formatDate(missedOn)} was not held.`,
      ...absent.map((party) => DID_NOT_COME[party]),
      ...(knownBefore ? ['That was known before.'] : []),
    ],
    'way-forward-meeting': ({ askedOn, meetingOn }) => [
      askedToTalk(askedOn, meetingOn),
      'You do not have to go. It is no mediation, and it stops no time.',
    ],
    'attendance-named': ({ namedOn, role, canDecide }) => [
      `It was said on ${formatDate(namedOn)} who comes to your mediation meeting.`,
      ...attendanceSaid({ role, canDecide }, 'To that meeting'),
    ],
    'mediation-adjourned': ({ adjournedOn, decisionMaker }) => [
      `Your mediation meeting of ${formatDate(adjournedOn)} goes on another day.`,
      ...whoCame(decisionMaker),
    ],
    'mediation-cannot-be-arranged': ({ adviserToldOn, because = 'not-in-time' }) => [
      because === 'refused'
        ? `The adviser was told on ${formatDate(adviserToldOn)} that mediation was refused.`
        : `We told the adviser on ${formatDate(adviserToldOn)} that we cannot arrange mediation in time.`,
    ],
    'mediation-agreed': ({
      concludedOn,
      decisionMaker,
      youngPersonsPart,
      agreedOn,
      points,
      duties,
      agreedDate,
      agreedDateFor,
    }) => [
      `Your mediation ended on ${formatDate(concludedOn)}, and you agreed.`,
      ...whoCame(decisionMaker),
      ...youngPerson(youngPersonsPart),
      ...signed(agreedOn),
      ...agreedOnPoints(points),
      ...toBeDone(duties),
      ...agreedDay(agreedDate, agreedDateFor),
    ],
    'mediation-partly-agreed': ({
      concludedOn,
      decisionMaker,
      youngPersonsPart,
      agreedOn,
      points,
      duties,
      agreedDate,
      agreedDateFor,
      stillDisputed = [],
    }) => [
      `Your mediation ended on ${formatDate(concludedOn)}, and you agreed in part.`,
      ...whoCame(decisionMaker),
      ...youngPerson(youngPersonsPart),
      ...signed(agreedOn),
      ...agreedOnPoints(points),
      ...toBeDone(duties),
      ...agreedDay(agreedDate, agreedDateFor),
      ...disputed('You still disagree with', stillDisputed),
    ],
    'mediation-not-agreed': ({ concludedOn, decisionMaker, youngPersonsPart }) => [
      `Your mediation ended on ${formatDate(concludedOn)}, and you did not agree.`,
      ...whoCame(decisionMaker),
      ...youngPerson(youngPersonsPart),
    ],
  },
  'the appeal': {
    'appeal-registered': ({ receivedOn, sentToCouncilOn, responseDueOn, letGoAhead }) => [
      `The Tribunal received your appeal on ${formatDate(receivedOn)}.`,
      ...(sentToCouncilOn ? [`The Tribunal sent us your appeal on ${formatDate(sentToCouncilOn)}.`] : []),
      ...(responseDueOn ? [`The letter of the Tribunal gives ${formatDate(responseDueOn)} for our response.`] : []),
      ...(letGoAhead ? [LET_GO_AHEAD_WORDS[letGoAhead]] : []),
    ],
    'timetable-set': ({ setOn, hearingIs, ...days }) => {
      const timetable = { days, ...(hearingIs && { hearing: hearingIs }) }
      return [
        `The Tribunal wrote on ${formatDate(setOn)} about the days of your appeal.`,
        ...daysInWords(timetable),
        ...hearingInWords(timetable),
      ]
    },
    'response-sent': ({ sentOn }) => [`We sent the Tribunal our response on ${formatDate(sentOn)}.`],
    'council-gave-in': ({ gaveInOn, extent, sections = [], duties, promisedDate }) => [
      agreedTo(gaveInOn, extent),
      ...disputed('It is about', sections),
      ...duties.map(promised),
      ...(promisedDate ? [promisedBy(promisedDate)] : []),
    ],
    'appeal-conceded': ({ concededOn, duties }) => [
      `We told the Tribunal on ${formatDate(concededOn)} that we do not oppose your appeal.`,
      ...toBeDone(duties),
    ],
    'appeal-withdrawn': ({ withdrawnOn }) => [`Your appeal was withdrawn on ${formatDate(withdrawnOn)}.`],
    'appeal-decided': ({ decidedOn, decision, duties, orderedDate, orderedDateFor }) => [
      `The letter of the Tribunal is dated ${formatDate(decidedOn)}.`,
      `${TRIBUNAL_DECISION_WORDS[decision].title}.`,
      ...toBeDone(duties),
      ...(orderedDate
        ? [`The day in the order for ${orderedDateFor ? 'a part of it' : 'it'} is ${formatDate(orderedDate)}.`]
        : []),
    ],
    'decision-set-aside': ({ setAsideOn, how }) => [
      openAgain(setAsideOn, how),
      'So your appeal is open again. You do not have to appeal again.',
    ],
    'further-appeal': ({ step, askedBy, stepOn }) => [furtherAppealStep(step, askedBy, stepOn)],
  },
  'what was agreed, and done': {
    'agreed-later': ({ agreedOn, points, duties, agreedDate, agreedDateFor }) => [
      `You and we made an agreement on ${formatDate(agreedOn)}.`,
      ...agreedOnPoints(points),
      ...toBeDone(duties),
      ...agreedDay(agreedDate, agreedDateFor),
    ],
    'agreement-reached': ({ agreedOn }) => [`You and we agreed on ${formatDate(agreedOn)}.`],
    'duty-day-set': ({ rule, setOn, day }) => [
      `On ${formatDate(setOn)} another day was set to ${DEED_WORDS[deedOf(rule)].deed}: ${formatDate(day)}.`,
    ],
    'duty-excused': ({ rule, excusedOn, reason }) => [
      `We learnt on ${formatDate(excusedOn)} that we may be late to ${DEED_WORDS[deedOf(rule)].deed}.`,
      REASON_TO_BE_LATE_WORDS[reason],
    ],
    'duty-done': ({ rule, doneOn }) => [`On ${formatDate(doneOn)} ${DEED_WORDS[deedOf(rule)].done}.`],
  },
  'disagreement resolution': {
    'disagreement-resolution-asked': ({ askedOn, askedBy, subject, occasion, parties }) => [
      `${partyBegins(askedBy)} asked for disagreement resolution on ${formatDate(askedOn)}.`,
      `The disagreement is about ${RESOLUTION_SUBJECT_WORDS[subject]}.`,
      RESOLUTION_OCCASION_WORDS[occasion],
      ...parties.map((party) => `${partyBegins(party)} would take part.`),
    ],
    'disagreement-resolution-answered': ({ party, agrees, answeredOn }) => [
      `${partyBegins(party)} said ${agrees ? 'yes' : 'no'} to disagreement resolution on ${formatDate(answeredOn)}.`,
    ],
    'disagreement-resolution-meeting': (details) =>
      meeting('Your disagreement resolution meeting was planned for', details),
    'disagreement-resolution-ended': ({ endedOn, result }) => [
      `Disagreement resolution ended on ${formatDate(endedOn)}.`,
      RESOLUTION_RESULT_WORDS[result].meaning,
    ],
  },
  complaints: {
    'complaint-made': ({ madeOn, about, stage, awareOn, points, answerAskedBy }) => [
      `You complained to ${COMPLAINT_BODY_WORDS[about].to} on ${formatDate(madeOn)}.`,
      ...(stage === 'second' ? ['It was the second stage of a complaint.'] : []),
      `You knew of the problem on ${formatDate(awareOn)}.`,
      ...points.map((point) => COMPLAINT_POINT_WORDS[point].met),
      ...(answerAskedBy ? [`You asked for an answer on or before ${formatDate(answerAskedBy)}.`] : []),
    ],
    'complaint-acknowledged': ({ acknowledgedOn, answerPromisedBy }) => [
      `You were told on ${formatDate(acknowledgedOn)} that your complaint has arrived.`,
      ...(answerPromisedBy ? [`You were promised an answer on or before ${formatDate(answerPromisedBy)}.`] : []),
    ],
    'complaint-answered': ({ answeredOn, result }) => [
      `Your complaint was answered on ${formatDate(answeredOn)}.`,
      COMPLAINT_RESULT_WORDS[result],
    ],
    'ombudsman-asked': ({ askedOn, ombudsman }) => [
      `You went to ${OMBUDSMAN_WORDS[ombudsman]} on ${formatDate(askedOn)}.`,
    ],
    'ombudsman-decided': ({ decidedOn, result, remedyBy }) => [
      `The Ombudsman decided on ${formatDate(decidedOn)}.`,
      OMBUDSMAN_RESULT_WORDS[result],
      ...(remedyBy ? [`What it asked for is to be done on or before ${formatDate(remedyBy)}.`] : []),
    ],
    'remedy-done': ({ doneOn }) => [`What the Ombudsman asked for was done on ${formatDate(doneOn)}.`],
  },
  'the plan': {
    'plan-issued-again': ({ printedOn, sentOn, newCase }) => [
      `We sent you a changed plan on ${formatDate(sentOn)}.`,
      `Its letter is dated ${formatDate(printedOn)}.`,
      ...(newCase ? [`The case reference of the new plan is ${newCase}.`] : []),
    ],
    'new-plan-in-appeal': ({ decidedOn, allowed }) => [
      `The Tribunal wrote on ${formatDate(decidedOn)} about the new plan.`,
      allowed ? 'Your appeal is about the new plan now.' : 'Your appeal stays about the old plan.',
    ],
  },
  'who has your case': {
    'case-came-from-council': ({ transferredOn, madeOrReviewedOn }) => [
      itCameFrom('another council', transferredOn),
      ...(madeOrReviewedOn ? [`The plan was made or last reviewed on ${formatDate(madeOrReviewedOn)}.`] : []),
    ],
    'family-moves': ({ awareOn, movesOn }) => [
      `We learnt on ${formatDate(awareOn)} that you move to another council on ${formatDate(movesOn)}.`,
    ],
    'case-passed-on': ({ passedOn }) => [itIsWith('another council', passedOn)],
    'case-came-back': ({ cameBackOn }) => [weHaveItAgain(cameBackOn)],
  },
  'our reminders': {
    // Nobody is ever told: nothing is sent once it is recorded.
    'child-died': ({ toldOn }) => [`We were told on ${formatDate(toldOn)}.`],
    'case-withdrawn': ({ withdrawnOn, reason }) => [
      `We stopped our reminders on ${formatDate(withdrawnOn)}.`,
      WITHDRAWN_REASON_WORDS[reason],
    ],
  },
} satisfies Readonly<Record<string, Partial<Statements>>>

/** A kind of fact that says nothing does not compile. */
const STATEMENTS: Statements = {
  ...ABOUT['the decision and the adviser'],
  ...ABOUT.mediation,
  ...ABOUT['the appeal'],
  ...ABOUT['what was agreed, and done'],
  ...ABOUT['disagreement resolution'],
  ...ABOUT.complaints,
  ...ABOUT['the plan'],
  ...ABOUT['who has your case'],
  ...ABOUT['our reminders'],
}

/** Facts by what they are about, as a heading names it: as many as there are, in the order in which they are given. */
export function byWhatTheyAreAbout(
  facts: readonly Fact<CorrectableType>[],
): (readonly [string, readonly Fact<CorrectableType>[]])[] {
  return Object.entries(ABOUT)
    .map(([about, statements]) => [about, facts.filter(({ type }) => type in statements)] as const)
    .filter(([, some]) => some.length > 0)
}

function ourLetterWasSent(sentOn: CalendarDate): string {
  return `We sent our letter on ${formatDate(sentOn)}.`
}

function requested(receivedOn: CalendarDate | undefined): string[] {
  return receivedOn ? [`We received the request for an assessment on ${formatDate(receivedOn)}.`] : []
}

function firstTalk({ contactedOn }: { readonly contactedOn?: CalendarDate }): string[] {
  return contactedOn ? [`You first spoke to the mediation adviser on ${formatDate(contactedOn)}.`] : []
}

function meeting(lead: string, { meetingOn, startsAt, format, shortNoticeAgreed }: MeetingDetails): string[] {
  return [
    `${lead} ${meetingMoment({ meetingOn, startsAt })}.`,
    MEETING_FORMAT_WORDS[format].planned,
    ...(shortNoticeAgreed ? ['You agreed to short notice.'] : []),
  ]
}

function whoCame(decisionMaker: DecisionMaker | undefined): string[] {
  return decisionMaker ? [DECISION_MAKER_WORDS[decisionMaker]] : []
}

function youngPerson(part: YoungPersonsPart | undefined): string[] {
  return part ? [YOUNG_PERSONS_PART_WORDS[part]] : []
}

function agreedOnPoints(points: readonly AgreedPoint[] = []): string[] {
  return points.map((point) => AGREED_POINT_WORDS[point])
}

function toBeDone(duties: readonly Duty[] = []): string[] {
  return duties.map((duty) => DUTY_WORDS[duty])
}

function signed(agreedOn: CalendarDate | undefined): string[] {
  return agreedOn ? [`The agreement was signed on ${formatDate(agreedOn)}.`] : []
}

function agreedDay(agreedDate: CalendarDate | undefined, agreedDateFor: readonly Duty[] | undefined): string[] {
  const what = agreedDateFor ? 'a part of it' : 'it'
  return agreedDate ? [`The day that was set for ${what} in writing is ${formatDate(agreedDate)}.`] : []
}

function disputed(lead: string, sections: readonly PlanSection[]): string[] {
  return sectionWords(sections).map((words) => `${lead} ${words}.`)
}
