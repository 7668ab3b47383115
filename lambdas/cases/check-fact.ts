import { type CalendarDate, formatDate } from '../law/calendar-date.ts'
import { buildCase, type Case } from './case.ts'
import { acknowledgementProblems, complaintAnswerProblems, complaintProblems } from './checks/check-complaint.ts'
import { correctionProblems, withFact } from './checks/check-correction.ts'
import {
  answerOfPartyProblems,
  askingProblems,
  resolutionEndProblems,
  resolutionMeetingProblems,
} from './checks/check-disagreement-resolution.ts'
import { dutyDoneProblems } from './checks/check-duties.ts'
import {
  aboutAMeeting,
  afterFirstContact,
  boardToldProblems,
  choiceProblems,
  duringMediation,
  mediationEndProblems,
  meetingProblems,
  shortNoticeProblems,
} from './checks/check-mediation.ts'
import { decisionProblems } from './checks/check-opening.ts'
import {
  appealProblems,
  concessionProblems,
  decisionOfTribunalProblems,
  duringAppeal,
} from './checks/check-tribunal.ts'
import { type FactProblem, firstOf, happened } from './checks/fact-problem.ts'
import { lawProblems } from './checks/within-the-law.ts'
import { type Fact, type FactDetails, type NewFact, OPENED } from './fact.ts'

export type { FactProblem } from './checks/fact-problem.ts'

/**
 * Checks the fact that opens a case.
 *
 * @param today the day in England
 * @returns every problem; none when the case can be opened
 */
export function checkOpening(decision: FactDetails['case-opened'], today: CalendarDate): readonly FactProblem[] {
  const opened: Fact = { type: 'case-opened', sequence: OPENED, recordedAt: '', recordedBy: '', details: decision }
  return firstOf(decisionProblems(decision, today), lawProblems(buildCase('to check', [opened]), decision, today))
}

/**
 * Checks a fact against what is known of the case, as far as the law and the calendar can tell. Whether the case awaits
 * such a fact now is another question: see `recordableFacts`.
 *
 * @param today the day in England
 * @returns every problem; none when the fact can be recorded
 */
export function checkFact(subject: Case, fact: NewFact, today: CalendarDate): readonly FactProblem[] {
  const isMeeting = fact.type === 'meeting-arranged' || fact.type === 'meeting-moved'
  const problems = firstOf(problemsOf(subject, fact, today), isMeeting ? shortNoticeProblems(fact.details, today) : [])
  if (problems.length > 0) return problems
  const details = fact.type === 'fact-corrected' ? fact.details.details : fact.details
  return lawProblems(withFact(subject, fact), details, today)
}

function problemsOf(subject: Case, fact: NewFact, today: CalendarDate): readonly FactProblem[] {
  const situation = { subject, today }
  switch (fact.type) {
    case 'case-opened':
      return [{ field: 'printedOn', message: `Case ${subject.caseId} is open already` }]
    case 'notice-sent-again':
      return sentAgainProblems(subject, fact.details, today)
    case 'adviser-contacted':
      return happened(situation, {
        field: 'contactedOn',
        what: 'The date the family spoke to the adviser',
        day: fact.details.contactedOn,
      })
    case 'mediation-declined':
      return afterFirstContact(situation, fact.details, {
        field: 'declinedOn',
        what: 'The date the family told the adviser',
        day: fact.details.declinedOn,
      })
    case 'mediation-chosen':
      return choiceProblems(situation, fact.details)
    case 'health-board-told':
      return boardToldProblems(situation, fact.details)
    case 'meeting-arranged':
      return meetingProblems(situation, fact.details)
    case 'meeting-moved':
      return firstOf(aboutAMeeting(subject, 'meetingOn'), meetingProblems(situation, fact.details))
    case 'meeting-cancelled':
      return firstOf(
        aboutAMeeting(subject, 'cancelledOn'),
        duringMediation(situation, {
          field: 'cancelledOn',
          what: 'The date the meeting was cancelled',
          day: fact.details.cancelledOn,
        }),
      )
    case 'mediation-cannot-be-arranged':
      return duringMediation(situation, {
        field: 'adviserToldOn',
        what: 'The date the council told the adviser',
        day: fact.details.adviserToldOn,
      })
    case 'mediation-adjourned':
      return duringMediation(situation, {
        field: 'adjournedOn',
        what: 'The date of the meeting',
        day: fact.details.adjournedOn,
      })
    case 'mediation-agreed':
    case 'mediation-partly-agreed':
    case 'mediation-not-agreed':
      return mediationEndProblems(situation, fact.details)
    case 'certificate-issued':
      return afterFirstContact(situation, fact.details, {
        field: 'issuedOn',
        what: 'The date on the certificate',
        day: fact.details.issuedOn,
      })
    case 'appeal-registered':
      return appealProblems(situation, fact.details)
    case 'response-sent':
      return duringAppeal(situation, {
        field: 'sentOn',
        what: 'The date the response was sent',
        day: fact.details.sentOn,
      })
    case 'appeal-conceded':
      return concessionProblems(situation, fact.details)
    case 'appeal-withdrawn':
      return duringAppeal(situation, {
        field: 'withdrawnOn',
        what: 'The date the appeal was withdrawn',
        day: fact.details.withdrawnOn,
      })
    case 'appeal-decided':
      return decisionOfTribunalProblems(situation, fact.details)
    case 'agreement-reached':
      return happened(situation, {
        field: 'agreedOn',
        what: 'The date of the agreement',
        day: fact.details.agreedOn,
      })
    case 'duty-done':
      return dutyDoneProblems(subject, fact.details, today)
    case 'disagreement-resolution-asked':
      return askingProblems(situation, fact.details)
    case 'disagreement-resolution-answered':
      return answerOfPartyProblems(situation, fact.details)
    case 'disagreement-resolution-meeting':
      return resolutionMeetingProblems(situation, fact.details)
    case 'disagreement-resolution-ended':
      return resolutionEndProblems(situation, fact.details)
    case 'complaint-made':
      return complaintProblems(situation, fact.details)
    case 'complaint-acknowledged':
      return acknowledgementProblems(situation, fact.details)
    case 'complaint-answered':
      return complaintAnswerProblems(situation, fact.details)
    case 'case-withdrawn':
      return happened(situation, {
        field: 'withdrawnOn',
        what: 'The date the case ended',
        day: fact.details.withdrawnOn,
      })
    case 'fact-corrected':
    case 'fact-removed':
      return correctionProblems(subject, fact, today, (before, one, day) =>
        one.type === 'case-opened' ? decisionProblems(one.details, day) : problemsOf(before, one, day),
      )
    case 'contact-details-changed':
    case 'note-added':
      return []
  }
}

/** A letter that is sent again comes after the first. */
function sentAgainProblems(
  subject: Case,
  { sentAgainOn }: FactDetails['notice-sent-again'],
  today: CalendarDate,
): readonly FactProblem[] {
  const given = { field: 'sentAgainOn', what: 'The date the letter was sent again', day: sentAgainOn }
  const { sentOn } = subject.decision
  return firstOf(
    happened({ subject, today }, given),
    sentAgainOn <= sentOn
      ? [
          {
            field: given.field,
            message: `The letter was first sent on ${formatDate(sentOn)}, so it was sent again on a later day. If that first day is wrong, correct it`,
          },
        ]
      : [],
  )
}
