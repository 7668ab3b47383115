import type { CalendarDate } from '../../law/calendar-date.ts'
import { buildCase, caseKnownBefore } from '../build-case.ts'
import type { Case } from '../case.ts'
import type { Fact, NewFact } from '../fact.ts'
import { type FactProblem, problem } from '../fact-problem.ts'
import { kindOf } from '../facts.ts'
import { londonDay } from '../london.ts'
import { nextFact } from '../order.ts'
import { correctableFacts, removableFacts } from '../recordable-facts.ts'

/** How one fact is checked against the case before it, and what has to be said of it that was not asked at first. */
interface CheckOne {
  readonly problemsOf: (before: Case, fact: NewFact, today: CalendarDate) => readonly FactProblem[]
  readonly stillToSay: (fact: NewFact, today: CalendarDate) => readonly FactProblem[]
}

/**
 * A correction is checked by telling the case again with it: the corrected fact and all that came after it have to be
 * possible still.
 *
 * @param checkOne how each of them is checked
 * @param today the day in England
 */
export function correctionProblems(
  subject: Case,
  fact: NewFact<'fact-corrected' | 'fact-removed'>,
  today: CalendarDate,
  { problemsOf, stillToSay }: CheckOne,
): readonly FactProblem[] {
  const about = fact.type === 'fact-corrected' ? fact.details.corrects : fact.details.removes
  const wrong = correctableFacts(subject).find(({ sequence }) => sequence === about)
  if (!wrong) {
    return problem('', `There is nothing numbered ${about} on this case that can be corrected`)
  }
  if (fact.type === 'fact-removed' && !removableFacts(subject).includes(wrong)) {
    return problem('', 'What opened the case cannot be taken back. End the case as opened in error')
  }
  const after = withFact(subject, fact)
  for (const one of after.facts.filter(({ sequence }) => sequence >= about)) {
    if (kindOf(one.type).about === 'another-fact') continue
    const isCorrected = one.sequence === about
    const recordedOn = dayOfCheck(one, today)
    const problems = [
      ...problemsOf(one.type === 'case-opened' ? after : caseKnownBefore(after, one.sequence), one, recordedOn),
      ...(isCorrected ? stillToSay(one, recordedOn) : []),
    ]
    if (problems.length > 0) return isCorrected ? problems : problems.map((problem) => aboutAnother(problem, one))
  }
  return []
}

/** The case with a fact that is recorded now. */
export function withFact(subject: Case, fact: NewFact): Case {
  return buildCase(subject.caseId, [...subject.recorded, nextFact(subject, fact, { recordedAt: '', recordedBy: '' })])
}

/** What was planned has to lie ahead of the day it was recorded on, not of today. */
function dayOfCheck({ type, recordedAt }: Fact, today: CalendarDate): CalendarDate {
  return kindOf(type).liesAhead ? londonDay(new Date(recordedAt)) : today
}

function aboutAnother({ message }: FactProblem, { sequence }: Fact): FactProblem {
  return {
    field: '',
    message: `Something recorded later would not be possible any more. ${message}`,
    about: sequence,
  }
}
