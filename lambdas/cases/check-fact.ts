import { addMonths, type CalendarDate, earlierOf, formatDate } from '../law/calendar-date.ts'
import { DateOrderError, HolidaysNotKnownError, RuleNotInForceError } from '../law/law-errors.ts'
import { buildCase, type Case } from './case.ts'
import { caseDates } from './case-dates.ts'
import { type Fact, type FactDetails, type MeetingDetails, type NewFact, sequenceOf } from './fact.ts'

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
  const { decisionKind, placementOnly, printedOn, sentOn } = decision
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
  return withinTheLaw(field, [...subject.facts, recordedAs(fact, subject.version + 1)], today)
}

function problemsOf(subject: Case, fact: NewFact, today: CalendarDate): readonly FactProblem[] {
  const happened = (field: string, what: string, day: CalendarDate): readonly FactProblem[] => [
    ...notInFuture(field, what, day, today),
    ...notBeforeDecision(subject, field, what, day),
  ]
  const duringMediation = (field: string, what: string, day: CalendarDate): readonly FactProblem[] =>
    firstOf(notBeforeCouncilTold(subject, field, what, day), happened(field, what, day))
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
      ]
    case 'meeting-arranged':
    case 'meeting-moved':
      return checkMeeting(subject, fact.details, today)
    case 'meeting-cancelled':
      return duringMediation('cancelledOn', 'The date the meeting was cancelled', fact.details.cancelledOn)
    case 'mediation-cannot-be-arranged':
      return duringMediation('adviserToldOn', 'The date the council told the adviser', fact.details.adviserToldOn)
    case 'mediation-agreed':
    case 'mediation-partly-agreed':
    case 'mediation-not-agreed':
      return duringMediation('concludedOn', 'The date mediation ended', fact.details.concludedOn)
    case 'certificate-issued':
      return afterFirstContact(subject, fact.details, happened, {
        field: 'issuedOn',
        day: fact.details.issuedOn,
        what: 'The date on the certificate',
      })
    case 'appeal-registered':
      return happened('receivedOn', 'The date the Tribunal received the appeal', fact.details.receivedOn)
    case 'agreement-reached':
      return happened('agreedOn', 'The date of the agreement', fact.details.agreedOn)
    case 'case-withdrawn':
      return happened('withdrawnOn', 'The date the case ended', fact.details.withdrawnOn)
    case 'contact-details-changed':
    case 'note-added':
      return []
    case 'case-opened':
      return [{ field: 'printedOn', message: `Case ${subject.caseId} is open already` }]
  }
}

function checkMeeting(subject: Case, meeting: MeetingDetails, today: CalendarDate): readonly FactProblem[] {
  const { meetingOn } = meeting
  const field = 'meetingOn'
  const beforeCouncilTold = notBeforeCouncilTold(subject, field, 'The date of the meeting', meetingOn)
  if (beforeCouncilTold.length > 0) return beforeCouncilTold
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
    caseDates(buildCase('to check', facts), today)
    return []
  } catch (error) {
    const outside =
      error instanceof HolidaysNotKnownError || error instanceof RuleNotInForceError || error instanceof DateOrderError
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
