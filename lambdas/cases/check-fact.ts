import { addMonths, type CalendarDate, earlierOf, formatDate } from '../law/calendar-date.ts'
import { DateOrderError, HolidaysNotKnownError, NoTimeInLawError, RuleNotInForceError } from '../law/law-errors.ts'
import { buildCase, type Case, caseBefore } from './case.ts'
import { caseDates } from './case-dates.ts'
import { dutyDates, openDuties } from './duty-dates.ts'
import { type Fact, type FactDetails, type MeetingDetails, type NewFact, sequenceOf } from './fact.ts'
import { londonDay } from './london.ts'

/** Something that cannot be so. The message can be shown to whoever typed it. */
export interface FactProblem {
  /** The detail of the fact that it is about, for example "issuedOn". */
  readonly field: string
  readonly message: string
}

/** A meeting further away than this is taken for a mistyped year: mediation is to be held within 30 days. */
const FURTHEST_MEETING_MONTHS = 12

/**
 * Checks the fact that opens a case.
 *
 * @param today the day in England
 * @returns every problem; none when the case can be opened
 */
export function checkOpening(decision: FactDetails['case-opened'], today: CalendarDate): readonly FactProblem[] {
  const { decisionKind, placementOnly, sections, printedOn, sentOn } = decision
  const problems = [
    ...notInFuture('printedOn', 'The date printed on the letter', printedOn, today),
    ...notInFuture('sentOn', 'The date the letter was sent', sentOn, today),
  ]
  if (sentOn < printedOn) {
    problems.push({
      field: 'sentOn',
      message: `The date the letter was sent (${formatDate(sentOn)}) must be the same as or after the date printed on it (${formatDate(printedOn)})`,
    })
  }
  if (placementOnly && decisionKind !== 'plan-contents') {
    problems.push({
      field: 'placementOnly',
      message:
        'An appeal can be only about the school or college when the decision is about the contents of a plan. Change the decision, or answer no',
    })
  }
  if (sections && decisionKind !== 'plan-contents') {
    problems.push({
      field: 'sections',
      message:
        'Sections of a plan are for a decision about the contents of a plan. Change the decision, or select none of them',
    })
  }
  if (problems.length > 0) return problems
  const opened = { type: 'case-opened', details: decision } as const
  return withinTheLaw('printedOn', [recordedAs(opened, 1)], today)
}

/**
 * Checks a fact against what is known of the case, as far as the law and the calendar can tell. Whether the case awaits
 * such a fact now is another question: see `recordableFacts`.
 *
 * @param today the day in England
 * @returns every problem; none when the fact can be recorded
 */
export function checkFact(subject: Case, fact: NewFact, today: CalendarDate): readonly FactProblem[] {
  const problems = problemsOf(subject, fact, today)
  if (problems.length > 0) return problems
  const field = Object.keys(fact.details)[0] ?? ''
  return withinTheLaw(field, [...subject.recorded, recordedAs(fact, subject.version + 1)], today)
}

function problemsOf(subject: Case, fact: NewFact, today: CalendarDate): readonly FactProblem[] {
  const happened = (field: string, what: string, day: CalendarDate): readonly FactProblem[] => [
    ...notInFuture(field, what, day, today),
    ...notBeforeDecision(subject, field, what, day),
  ]
  const duringMediation = (field: string, what: string, day: CalendarDate): readonly FactProblem[] =>
    firstOf(notBeforeCouncilTold(subject, field, what, day), happened(field, what, day))
  const duringAppeal = (field: string, what: string, day: CalendarDate): readonly FactProblem[] =>
    subject.appeal && day < subject.appeal.receivedOn
      ? [
          {
            field,
            message: `${what} must not be before the Tribunal received the appeal, on ${formatDate(subject.appeal.receivedOn)}`,
          },
        ]
      : happened(field, what, day)
  switch (fact.type) {
    case 'adviser-contacted':
      return happened('contactedOn', 'The date the family spoke to the adviser', fact.details.contactedOn)
    case 'mediation-declined':
      return afterFirstContact(subject, fact.details, happened, {
        field: 'declinedOn',
        day: fact.details.declinedOn,
        what: 'The date the family told the adviser',
      })
    case 'mediation-chosen':
      return [
        ...happened('councilToldOn', 'The date the council was told', fact.details.councilToldOn),
        ...firstContactOf(fact.details, happened),
        ...providerAsked(fact.details, happened),
      ]
    case 'notice-sent-again':
      return happened('sentAgainOn', 'The date the letter was sent again', fact.details.sentAgainOn)
    case 'health-board-told':
      return duringMediation('boardToldOn', 'The date the health board was told', fact.details.boardToldOn)
    case 'meeting-arranged':
    case 'meeting-moved':
      return checkMeeting(subject, fact.details, today)
    case 'meeting-cancelled':
      return duringMediation('cancelledOn', 'The date the meeting was cancelled', fact.details.cancelledOn)
    case 'mediation-cannot-be-arranged':
      return duringMediation('adviserToldOn', 'The date the council told the adviser', fact.details.adviserToldOn)
    case 'mediation-adjourned':
      return duringMediation('adjournedOn', 'The date of the meeting', fact.details.adjournedOn)
    case 'mediation-agreed':
    case 'mediation-partly-agreed':
    case 'mediation-not-agreed':
      return [
        ...duringMediation('concludedOn', 'The date mediation ended', fact.details.concludedOn),
        ...agreedDateOf(fact.details),
      ]
    case 'certificate-issued':
      return afterFirstContact(subject, fact.details, happened, {
        field: 'issuedOn',
        day: fact.details.issuedOn,
        what: 'The date on the certificate',
      })
    case 'appeal-registered':
      return checkAppeal(fact.details, happened)
    case 'response-sent':
      return duringAppeal('sentOn', 'The date the response was sent', fact.details.sentOn)
    case 'appeal-conceded':
      return subject.response
        ? [
            {
              field: 'concededOn',
              message: `The council sent its response on ${formatDate(subject.response.sentOn)}, so it cannot concede any more. Record how the Tribunal ended the appeal, for example with a consent order`,
            },
          ]
        : duringAppeal('concededOn', 'The date the council told the Tribunal', fact.details.concededOn)
    case 'appeal-withdrawn':
      return duringAppeal('withdrawnOn', 'The date the appeal was withdrawn', fact.details.withdrawnOn)
    case 'appeal-decided':
      return duringAppeal('decidedOn', 'The date of the Tribunal’s decision', fact.details.decidedOn)
    case 'agreement-reached':
      return happened('agreedOn', 'The date of the agreement', fact.details.agreedOn)
    case 'duty-done':
      return checkDuty(subject, fact.details, today)
    case 'disagreement-resolution-asked':
      return [
        ...notInFuture('askedOn', 'The date it was asked for', fact.details.askedOn, today),
        ...(fact.details.parties.includes(fact.details.askedBy) && fact.details.parties.length > 1
          ? []
          : [
              {
                field: 'parties',
                message: 'Select everybody who would take part: whoever asked, and at least one other',
              },
            ]),
      ]
    case 'disagreement-resolution-answered':
      return afterStart(subject.resolutions, fact.details.of, 'askedOn', {
        field: 'answeredOn',
        what: 'The date of the answer',
        day: fact.details.answeredOn,
        today,
      })
    case 'disagreement-resolution-meeting':
      return checkMeetingDay(fact.details.meetingOn, today)
    case 'disagreement-resolution-ended':
      return afterStart(subject.resolutions, fact.details.of, 'askedOn', {
        field: 'endedOn',
        what: 'The date it ended',
        day: fact.details.endedOn,
        today,
      })
    case 'complaint-made':
      return checkComplaint(fact.details, today)
    case 'complaint-acknowledged':
      return [
        ...afterStart(subject.complaints, fact.details.of, 'madeOn', {
          field: 'acknowledgedOn',
          what: 'The date of the acknowledgement',
          day: fact.details.acknowledgedOn,
          today,
        }),
        ...promisedAfter(fact.details),
      ]
    case 'complaint-answered':
      return afterStart(subject.complaints, fact.details.of, 'madeOn', {
        field: 'answeredOn',
        what: 'The date of the answer',
        day: fact.details.answeredOn,
        today,
      })
    case 'fact-corrected':
    case 'fact-removed':
      return checkCorrection(subject, fact, today)
    case 'case-withdrawn':
      return happened('withdrawnOn', 'The date the case ended', fact.details.withdrawnOn)
    case 'contact-details-changed':
    case 'note-added':
      return []
    case 'case-opened':
      return [{ field: 'printedOn', message: `Case ${subject.caseId} is open already` }]
  }
}

/** What can be said of the Tribunal's own dates. The appeal may be late, so no last day is checked. */
function checkAppeal(
  { receivedOn, sentToCouncilOn, responseDueOn }: FactDetails['appeal-registered'],
  happened: Happened,
): readonly FactProblem[] {
  const problems = [
    ...happened('receivedOn', 'The date the Tribunal received the appeal', receivedOn),
    ...(sentToCouncilOn
      ? happened('sentToCouncilOn', 'The date the Tribunal sent the appeal to the council', sentToCouncilOn)
      : []),
  ]
  if (sentToCouncilOn && sentToCouncilOn < receivedOn) {
    problems.push({
      field: 'sentToCouncilOn',
      message: `The Tribunal cannot have sent the appeal on ${formatDate(sentToCouncilOn)}: it received it on ${formatDate(receivedOn)}`,
    })
  }
  const start = sentToCouncilOn ?? receivedOn
  if (responseDueOn && responseDueOn < start) {
    problems.push({
      field: 'responseDueOn',
      message: `The day for the response must be after ${formatDate(start)}. Check the Tribunal’s letter`,
    })
  }
  return problems
}

function checkDuty(subject: Case, { of, rule, doneOn }: FactDetails['duty-done'], today: CalendarDate) {
  const undertaking = subject.undertakings.find((one) => one.of === of)
  if (!undertaking || !openDuties(undertaking).some((duty) => duty.rule === rule)) {
    return [{ field: 'duty', message: 'Select what was done. It is not one of the things still to do on this case' }]
  }
  if (doneOn < undertaking.on) {
    return [
      {
        field: 'doneOn',
        message: `The date it was done must not be before ${formatDate(undertaking.on)}, when the council was bound to do it`,
      },
    ]
  }
  return notInFuture('doneOn', 'The date it was done', doneOn, today)
}

function checkComplaint(
  { madeOn, awareOn, answerAskedBy }: FactDetails['complaint-made'],
  today: CalendarDate,
): readonly FactProblem[] {
  const problems = [
    ...notInFuture('madeOn', 'The date of the complaint', madeOn, today),
    ...notInFuture('awareOn', 'The date the family became aware', awareOn, today),
  ]
  if (awareOn > madeOn) {
    problems.push({
      field: 'awareOn',
      message: `The family cannot have become aware after it complained, on ${formatDate(madeOn)}`,
    })
  }
  if (answerAskedBy && answerAskedBy < madeOn) {
    problems.push({
      field: 'answerAskedBy',
      message: `The day by which an answer was asked for must be after the complaint, on ${formatDate(madeOn)}`,
    })
  }
  return problems
}

function promisedAfter({
  acknowledgedOn,
  answerPromisedBy,
}: FactDetails['complaint-acknowledged']): readonly FactProblem[] {
  return answerPromisedBy && answerPromisedBy < acknowledgedOn
    ? [{ field: 'answerPromisedBy', message: 'The day promised for the answer must be after the acknowledgement' }]
    : []
}

/** Something that follows from what opened a route of its own: a complaint, a disagreement resolution. */
function afterStart<Start extends string>(
  routes: readonly ({ readonly of: string } & Readonly<Record<Start, CalendarDate>>)[],
  of: string,
  start: Start,
  { field, what, day, today }: { field: string; what: string; day: CalendarDate; today: CalendarDate },
): readonly FactProblem[] {
  const began = routes.find((route) => route.of === of)?.[start]
  if (!began) return [{ field: 'of', message: 'Select which one this is about' }]
  return day < began
    ? [{ field, message: `${what} must not be before ${formatDate(began)}, when it began` }]
    : notInFuture(field, what, day, today)
}

function providerAsked(
  { councilToldOn, providerAskedOn }: FactDetails['mediation-chosen'],
  happened: Happened,
): readonly FactProblem[] {
  if (!providerAskedOn) return []
  return providerAskedOn > councilToldOn
    ? [
        {
          field: 'providerAskedOn',
          message: `Leave this blank if the council was told first. The council was told on ${formatDate(councilToldOn)}`,
        },
      ]
    : happened('providerAskedOn', 'The date the family asked the mediation provider', providerAskedOn)
}

function agreedDateOf(details: { readonly concludedOn: CalendarDate; readonly agreedDate?: CalendarDate }) {
  const { concludedOn, agreedDate } = details
  return agreedDate && agreedDate < concludedOn
    ? [
        {
          field: 'agreedDate',
          message: `The day set in writing must not be before the agreement, on ${formatDate(concludedOn)}`,
        },
      ]
    : []
}

/**
 * A correction is checked by telling the case again with it: the corrected fact and all that came after it have to be
 * possible still.
 */
function checkCorrection(
  subject: Case,
  fact: Extract<NewFact, { readonly type: 'fact-corrected' | 'fact-removed' }>,
  today: CalendarDate,
): readonly FactProblem[] {
  const about = fact.type === 'fact-corrected' ? fact.details.corrects : fact.details.removes
  const wrong = subject.facts.find(({ sequence }) => sequence === about)
  if (!wrong || wrong.type === 'fact-corrected' || wrong.type === 'fact-removed') {
    return [{ field: '', message: `There is nothing numbered ${about} on this case that can be corrected` }]
  }
  if (fact.type === 'fact-removed' && wrong.type === 'case-opened') {
    return [{ field: '', message: 'What opened the case cannot be taken back. End the case as opened in error' }]
  }
  const after = buildCase(subject.caseId, [...subject.recorded, recordedAs(fact, subject.version + 1)])
  for (const later of after.facts.filter(({ sequence }) => sequence >= about)) {
    const problems =
      later.type === 'case-opened'
        ? checkOpening(later.details, today)
        : later.type === 'fact-corrected' || later.type === 'fact-removed'
          ? []
          : problemsOf(caseBefore(after, later.sequence), later, dayRecorded(later, today))
    if (problems.length > 0) return later.sequence === about ? problems : problems.map(aboutAnother)
  }
  return []
}

/** A planned meeting must lie ahead of the day it was recorded on, not of today. */
function dayRecorded(fact: Fact, today: CalendarDate): CalendarDate {
  const isPlan = fact.type === 'meeting-arranged' || fact.type === 'meeting-moved'
  return isPlan && fact.recordedAt ? londonDay(new Date(fact.recordedAt)) : today
}

function aboutAnother({ message }: FactProblem): FactProblem {
  return { field: '', message: `Something recorded later would not be possible any more. ${message}` }
}

function checkMeeting(subject: Case, meeting: MeetingDetails, today: CalendarDate): readonly FactProblem[] {
  const { meetingOn } = meeting
  const field = 'meetingOn'
  const beforeCouncilTold = notBeforeCouncilTold(subject, field, 'The date of the meeting', meetingOn)
  return firstOf(beforeCouncilTold, checkMeetingDay(meetingOn, today))
}

function checkMeetingDay(meetingOn: CalendarDate, today: CalendarDate): readonly FactProblem[] {
  const field = 'meetingOn'
  if (meetingOn < today) {
    return [
      {
        field,
        message: `The date of the meeting must be today or in the future. ${formatDate(meetingOn)} has passed`,
      },
    ]
  }
  if (meetingOn > addMonths(today, FURTHEST_MEETING_MONTHS)) {
    return [{ field, message: `${formatDate(meetingOn)} is more than a year away. Check the year of the meeting` }]
  }
  return []
}

type Happened = (field: string, what: string, day: CalendarDate) => readonly FactProblem[]

function firstContactOf(
  { contactedOn }: { readonly contactedOn?: CalendarDate },
  happened: Happened,
): readonly FactProblem[] {
  return contactedOn ? happened('contactedOn', 'The date the family first spoke to the adviser', contactedOn) : []
}

/** Something that cannot be before the family's first word with the adviser: declining, and the certificate. */
function afterFirstContact(
  subject: Case,
  details: { readonly contactedOn?: CalendarDate },
  happened: Happened,
  { field, day, what }: { readonly field: string; readonly day: CalendarDate; readonly what: string },
): readonly FactProblem[] {
  const problems = [...happened(field, what, day), ...firstContactOf(details, happened)]
  if (problems.length > 0) return problems
  const firstContact = details.contactedOn ?? subject.adviserContactedOn
  if (!firstContact || day >= firstContact) return []
  return [
    {
      field,
      message: `${what} cannot be ${formatDate(day)}: the family first spoke to the adviser on ${formatDate(firstContact)}`,
    },
  ]
}

function notInFuture(field: string, what: string, day: CalendarDate, today: CalendarDate): FactProblem[] {
  return day > today
    ? [{ field, message: `${what} must be today or in the past. ${formatDate(day)} is in the future` }]
    : []
}

function notBeforeDecision({ decision }: Case, field: string, what: string, day: CalendarDate): FactProblem[] {
  const decidedOn = earlierOf(decision.printedOn, decision.sentOn)
  return day < decidedOn
    ? [{ field, message: `${what} must not be before the decision, which was on ${formatDate(decidedOn)}` }]
    : []
}

function notBeforeCouncilTold({ chosen }: Case, field: string, what: string, day: CalendarDate): FactProblem[] {
  return chosen && day < chosen.councilToldOn
    ? [
        {
          field,
          message: `${what} must not be before the council was told that the family wants mediation, on ${formatDate(chosen.councilToldOn)}`,
        },
      ]
    : []
}

/** The more telling of two lists of problems: the first that is not empty. */
function firstOf(first: readonly FactProblem[], second: readonly FactProblem[]): readonly FactProblem[] {
  return first.length > 0 ? first : second
}

/**
 * Tries whether the law can set the dates of a case with these facts: its rules were in force, and its bank holidays are
 * known. An error that says otherwise is a problem with what was typed; any other is a fault of ours and is thrown.
 */
function withinTheLaw(field: string, facts: readonly Fact[], today: CalendarDate): readonly FactProblem[] {
  try {
    const subject = buildCase('to check', facts)
    caseDates(subject, today)
    for (const undertaking of subject.undertakings) dutyDates(undertaking)
    return []
  } catch (error) {
    const outside =
      error instanceof HolidaysNotKnownError ||
      error instanceof RuleNotInForceError ||
      error instanceof DateOrderError ||
      error instanceof NoTimeInLawError
    if (!outside) throw error
    const message =
      error instanceof RuleNotInForceError
        ? 'This service knows the law for decisions from 1 September 2014. Check the year'
        : error.message
    return [{ field, message }]
  }
}

function recordedAs(fact: NewFact, version: number): Fact {
  return { ...fact, sequence: sequenceOf(version), recordedAt: '', recordedBy: '' } as Fact
}
