import { formatDate } from '../../law/calendar-date.ts'
import type { Duty } from '../../law/compliance-deadlines.ts'
import { othersOf } from '../basis.ts'
import type { Case } from '../case.ts'
import { openDuties } from '../duty-dates.ts'
import type { FactDetails } from '../fact.ts'
import { type CheckSituation, type FactProblem, firstOf, notBefore, notInFuture, problem } from '../fact-problem.ts'

/** What the council has to do has to fit the decision, and itself. */
export function dutyProblems({ decision }: Case, duties: readonly Duty[]): readonly FactProblem[] {
  if (!duties.includes('cease')) return []
  if (decision.decisionKind !== 'ceasing-plan') {
    return problem('duties', 'The council can stop maintaining the plan only where that was its decision')
  }
  return duties.length > 1
    ? problem('duties', 'If the council stops maintaining the plan it has nothing else to do. Select one or the other')
    : []
}

/** That something was done: it has to be one of the things that were still to do, and not before they were. */
export function dutyDoneProblems(
  { subject, fact, today }: CheckSituation,
  { of, rule, doneOn }: FactDetails['duty-done'],
): readonly FactProblem[] {
  const undertaking = subject.undertakings.find((one) => one.of === of)
  const done = othersOf(subject, fact, ['duty-done']).filter(({ details }) => details.of === of)
  const open = undertaking ? openDuties({ ...undertaking, done: done.map(({ details }) => details) }) : []
  if (!undertaking || !open.some((duty) => duty.rule === rule)) {
    return problem('duty', 'Select something that the council still has to do on this case')
  }
  const given = { field: 'doneOn', what: 'The date it was done', day: doneOn }
  const since = `${formatDate(undertaking.on)}, when the council was bound to do it`
  return firstOf(notBefore(given, undertaking.on, since), notInFuture(given, today))
}
