import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { othersOf } from '../basis.ts'
import type { Case, Complaint } from '../case.ts'
import type { FactDetails } from '../fact.ts'
import {
  type CheckSituation,
  type FactProblem,
  firstOf,
  type GivenDay,
  notBefore,
  notInFuture,
  notRecorded,
  problem,
} from '../fact-problem.ts'
import type { Sequence } from '../sequence.ts'

/** The complaint itself. It may be about what happened before the decision, so only today bounds it. */
export function complaintProblems(
  { today }: CheckSituation,
  { madeOn, awareOn, answerAskedBy }: FactDetails['complaint-made'],
): readonly FactProblem[] {
  const complained = formatDate(madeOn)
  const problems = [
    ...notInFuture({ field: 'madeOn', what: 'The date of the complaint', day: madeOn }, today),
    ...notInFuture({ field: 'awareOn', what: 'The date the family became aware', day: awareOn }, today),
  ]
  if (awareOn > madeOn) {
    problems.push({
      field: 'awareOn',
      message: `The family cannot have become aware after it complained, on ${complained}`,
    })
  }
  const asked = {
    field: 'answerAskedBy',
    what: 'The day by which an answer was asked for',
    day: answerAskedBy ?? madeOn,
  }
  return [...problems, ...notBefore(asked, madeOn, `the complaint, on ${complained}`)]
}

export function acknowledgementProblems(
  { subject, today }: CheckSituation,
  { of, acknowledgedOn, answerPromisedBy }: FactDetails['complaint-acknowledged'],
): readonly FactProblem[] {
  return ofComplaint(subject, of, (complaint) => {
    const promised = {
      field: 'answerPromisedBy',
      what: 'The day promised for the answer',
      day: answerPromisedBy ?? acknowledgedOn,
    }
    return [
      ...afterComplaint(
        complaint,
        { field: 'acknowledgedOn', what: 'The date of the acknowledgement', day: acknowledgedOn },
        today,
      ),
      ...notBefore(promised, acknowledgedOn, `the acknowledgement, on ${formatDate(acknowledgedOn)}`),
    ]
  })
}

/** The answer: it ends the complaint, so there is one, and no acknowledgement after it. */
export function complaintAnswerProblems(
  { subject, fact, today }: CheckSituation,
  { of, answeredOn }: FactDetails['complaint-answered'],
): readonly FactProblem[] {
  const given = { field: 'answeredOn', what: 'The date of the answer', day: answeredOn }
  if (othersOf(subject, fact, ['complaint-answered']).some(({ details }) => details.of === of)) {
    return problem('of', 'This complaint has been answered')
  }
  return ofComplaint(subject, of, (complaint) => {
    const { acknowledged } = complaint
    const acknowledgedOn = acknowledged?.acknowledgedOn ?? complaint.madeOn
    return firstOf(
      afterComplaint(complaint, given, today),
      notBefore(given, acknowledgedOn, `the acknowledgement, on ${formatDate(acknowledgedOn)}`),
    )
  })
}

function ofComplaint(
  { complaints }: Case,
  of: Sequence,
  check: (complaint: Complaint) => readonly FactProblem[],
): readonly FactProblem[] {
  const complaint = complaints.find((one) => one.of === of)
  return complaint ? check(complaint) : notRecorded('of', 'complaint-made')
}

function afterComplaint({ madeOn }: Complaint, given: GivenDay, today: CalendarDate): readonly FactProblem[] {
  const made = `the complaint was made, on ${formatDate(madeOn)}`
  return firstOf(notBefore(given, madeOn, made), notInFuture(given, today))
}
