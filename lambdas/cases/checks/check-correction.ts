import type { CalendarDate } from '../../law/calendar-date.ts'
import { buildCase, type Case, caseBefore } from '../case.ts'
import { CORRECTIONS, type Fact, type NewFact, sequenceOf } from '../fact.ts'
import { londonDay } from '../london.ts'
import { correctableFacts } from '../recordable-facts.ts'
import { shortNoticeProblems } from './check-mediation.ts'
import type { FactProblem } from './fact-problem.ts'

/** How one fact is checked against the case before it. */
type CheckOne = (before: Case, fact: NewFact, today: CalendarDate) => readonly FactProblem[]

/**
 * A correction is checked by telling the case again with it: the corrected fact and all that came after it have to be
 * possible still.
 *
 * @param checkOne checks each of them
 * @param today the day in England
 */
export function correctionProblems(
  subject: Case,
  fact: Extract<NewFact, { readonly type: 'fact-corrected' | 'fact-removed' }>,
  today: CalendarDate,
  checkOne: CheckOne,
): readonly FactProblem[] {
  const about = fact.type === 'fact-corrected' ? fact.details.corrects : fact.details.removes
  const wrong = correctableFacts(subject).find(({ sequence }) => sequence === about)
  if (!wrong) {
    return [{ field: '', message: `There is nothing numbered ${about} on this case that can be corrected` }]
  }
  if (fact.type === 'fact-removed' && wrong.type === 'case-opened') {
    return [{ field: '', message: 'What opened the case cannot be taken back. End the case as opened in error' }]
  }
  const after = withFact(subject, fact)
  for (const one of after.facts.filter(({ sequence }) => sequence >= about)) {
    if (CORRECTIONS.includes(one.type)) continue
    const isCorrected = one.sequence === about
    const recordedOn = dayOfCheck(one, today)
    const problems = [
      ...(one.type === 'case-opened'
        ? checkOne(after, one, today)
        : checkOne(caseBefore(after, one.sequence), one, recordedOn)),
      ...(isCorrected && isMeeting(one) ? shortNoticeProblems(one.details, recordedOn) : []),
    ]
    if (problems.length > 0) return isCorrected ? problems : problems.map((problem) => aboutAnother(problem, one))
  }
  return []
}

/** The case with a fact that is recorded now. */
export function withFact(subject: Case, fact: NewFact): Case {
  const recorded = { ...fact, sequence: sequenceOf(subject.version + 1), recordedAt: '', recordedBy: '' } as Fact
  return buildCase(subject.caseId, [...subject.recorded, recorded])
}

function isMeeting(fact: Fact): fact is Fact<'meeting-arranged' | 'meeting-moved'> {
  return fact.type === 'meeting-arranged' || fact.type === 'meeting-moved'
}

/** A planned meeting has to lie ahead of the day it was recorded on, not of today. */
function dayOfCheck(fact: Fact, today: CalendarDate): CalendarDate {
  const isPlan = isMeeting(fact) || fact.type === 'disagreement-resolution-meeting'
  return isPlan ? londonDay(new Date(fact.recordedAt)) : today
}

function aboutAnother({ message }: FactProblem, { sequence }: Fact): FactProblem {
  return {
    field: '',
    message: `Something recorded later would not be possible any more. ${message}`,
    about: sequence,
  }
}
