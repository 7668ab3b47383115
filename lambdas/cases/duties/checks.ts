import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Duty } from '../../law/compliance-deadlines.ts'
import { periodOf } from '../../law/periods.ts'
import { othersOf } from '../basis.ts'
import type { Case, Undertaking } from '../case.ts'
import { canBeExcused, dutyDates, hasADayOfItsOwn } from '../duty-dates.ts'
import type { FactDetails } from '../fact.ts'
import {
  type CheckSituation,
  type FactProblem,
  firstOf,
  type GivenDay,
  notBefore,
  notInFuture,
  problem,
} from '../fact-problem.ts'

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
  if (!before || !duty?.canHaveBeenDone) {
    return problem('duty', 'Select something that the council still has to do on this case')
  }
  return sinceBound({ field: 'doneOn', what: 'The date it was done', day: doneOn }, before, today)
}

/** Something about what the council is bound to do happened when it was, and not later than today. */
function sinceBound(given: GivenDay, { on }: Undertaking, today: CalendarDate): readonly FactProblem[] {
  return firstOf(
    notBefore(given, on, `${formatDate(on)}, when the council was bound to do it`),
    notInFuture(given, today),
  )
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
  return firstOf(
    sinceBound({ field: 'setOn', what: 'The date it was set', day: setOn }, undertaking, today),
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
  if (!canBeExcused(duty)) {
    return problem(
      'duty',
      `The law knows no reason to do this late: ${periodOf(duty.deadline)?.name ?? rule}. Ask the family, or the Tribunal, for another day`,
    )
  }
  const given = { field: 'excusedOn', what: 'The date the council knew of the reason', day: excusedOn }
  return sinceBound(given, undertaking, today)
}

/** A day that stands instead of the times in law, for all of the duties or for some. */
interface DayForDuties {
  readonly duties: readonly Duty[]
  readonly day: CalendarDate | undefined
  /** Empty: it is for everything. */
  readonly dayFor: readonly Duty[]
  /** The names of the two questions. */
  readonly fields: { readonly day: string; readonly dayFor: string }
  /** What is wrong, in the words of the paper that sets the day. */
  readonly words: {
    /** "The day in the order" */
    readonly what: string
    readonly noDay: string
    readonly otherDuties: string
    readonly noDuties: string
  }
  /** The day of that paper, and what it is in words: "the order, of Monday 2 March 2026". */
  readonly since: { readonly day: CalendarDate; readonly inWords: string }
}

/** It is for what was agreed or ordered, and not before that was. */
export function dayForDutiesProblems({
  duties,
  day,
  dayFor,
  fields,
  words,
  since,
}: DayForDuties): readonly FactProblem[] {
  if (!day) return dayFor.length > 0 ? problem(fields.day, words.noDay) : []
  if (dayFor.some((duty) => !duties.includes(duty))) return problem(fields.dayFor, words.otherDuties)
  if (duties.length === 0) return problem('duties', words.noDuties)
  return notBefore({ field: fields.day, what: words.what, day }, since.day, since.inWords)
}
