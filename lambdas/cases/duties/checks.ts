import { formatDate } from '../../law/calendar-date.ts'
import type { Duty } from '../../law/compliance-deadlines.ts'
import { periodOf } from '../../law/periods.ts'
import { othersOf } from '../basis.ts'
import type { Case, Undertaking } from '../case.ts'
import { canHaveBeenDone, type DutyDate, dutyDates } from '../duty-dates.ts'
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
  const before = undertaking && { ...undertaking, done: done.map(({ details }) => details) }
  const duty = before && dutyDates(before).find((one) => one.rule === rule)
  if (!before || !duty || !canHaveBeenDone(duty, before)) {
    return problem('duty', 'Select something that the council still has to do on this case')
  }
  const given = { field: 'doneOn', what: 'The date it was done', day: doneOn }
  const since = `${formatDate(before.on)}, when the council was bound to do it`
  return firstOf(notBefore(given, before.on, since), notInFuture(given, today))
}

/** Whether the parties or the Tribunal can set another day for it. Regulation 45 knows no other day than its own. */
export function hasADayOfItsOwn({ source }: Undertaking): boolean {
  return source !== 'concession'
}

/** Whether the law lets its day pass for a reason: it says so of some times alone. */
export function mayBeLate({ deadline }: Pick<DutyDate, 'deadline'>): boolean {
  return periodOf(deadline)?.exceptions !== undefined
}

/** A day for one thing: it is one of those to be done after an agreement or an order, and the day is not before it was set. */
export function dutyDayProblems(
  { subject, today }: CheckSituation,
  { of, rule, setOn, day }: FactDetails['duty-day-set'],
): readonly FactProblem[] {
  const undertaking = subject.undertakings.find((one) => one.of === of)
  if (!undertaking || !hasADayOfItsOwn(undertaking) || !dutyDates(undertaking).some((duty) => duty.rule === rule)) {
    return problem('duty', 'Select something that the council has to do after an agreement or an order')
  }
  const set = { field: 'setOn', what: 'The date it was set', day: setOn }
  return firstOf(
    notBefore(set, undertaking.on, `${formatDate(undertaking.on)}, when the council was bound to do it`),
    notInFuture(set, today),
    notBefore({ field: 'day', what: 'The new day', day }, setOn, `it was set, on ${formatDate(setOn)}`),
  )
}

/** A reason to be late: of a thing for which the law knows one. */
export function dutyExcusedProblems(
  { subject, today }: CheckSituation,
  { of, rule, excusedOn }: FactDetails['duty-excused'],
): readonly FactProblem[] {
  const undertaking = subject.undertakings.find((one) => one.of === of)
  const duty = undertaking && dutyDates(undertaking).find((one) => one.rule === rule)
  if (!undertaking || !duty) return problem('duty', 'Select something that the council has to do on this case')
  if (!mayBeLate(duty)) {
    return problem(
      'duty',
      `The law knows no reason to do this late: ${periodOf(duty.deadline)?.name ?? rule}. Ask the family, or the Tribunal, for another day`,
    )
  }
  const given = { field: 'excusedOn', what: 'The date the council knew of the reason', day: excusedOn }
  return firstOf(
    notBefore(given, undertaking.on, `${formatDate(undertaking.on)}, when the council was bound to do it`),
    notInFuture(given, today),
  )
}
