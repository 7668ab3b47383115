import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { FactDetails } from '../fact.ts'
import { type FactProblem, notInFuture } from './fact-problem.ts'

/** What is wrong with a decision by itself, whatever the law says of its time. @param today the day in England */
export function decisionProblems(
  { decisionKind, placementOnly, sections, printedOn, sentOn }: FactDetails['case-opened'],
  today: CalendarDate,
): readonly FactProblem[] {
  const problems = [
    ...notInFuture({ field: 'printedOn', what: 'The date printed on the letter', day: printedOn }, today),
    ...notInFuture({ field: 'sentOn', what: 'The date the letter was sent', day: sentOn }, today),
  ]
  if (sentOn < printedOn) {
    problems.push({
      field: 'sentOn',
      message: `The date the letter was sent (${formatDate(sentOn)}) must be the same as or after the date printed on it (${formatDate(printedOn)})`,
    })
  }
  if ((placementOnly || sections) && decisionKind !== 'plan-contents') {
    problems.push({
      field: 'sections',
      message:
        'Parts of a plan are for a decision about the contents of a plan. Change the decision, or select no part of a plan',
    })
  }
  return problems
}
