import type { CalendarDate } from '../law/calendar-date.ts'
import { buildCase } from './build-case.ts'
import type { Case } from './case.ts'
import type { Contact } from './contact.ts'
import { correctionProblems, withFact } from './corrections/checks.ts'
import type { Fact, FactType, NewFact } from './fact.ts'
import { type FactProblem, firstOf, notInFuture, problem } from './fact-problem.ts'
import { kindOf } from './facts.ts'
import type { Decision } from './opening/facts.ts'
import { OPENED } from './sequence.ts'
import { lawProblems } from './within-the-law.ts'

export type { FactProblem } from './fact-problem.ts'

/**
 * Checks what opens a case: its decision and the family's contact details.
 *
 * @param today the day in England
 * @returns every problem; none when the case can be opened
 */
export function checkOpening(decision: Decision, contact: Contact, today: CalendarDate): readonly FactProblem[] {
  const opened: Fact = { type: 'case-opened', sequence: OPENED, recordedAt: '', recordedBy: '', details: decision }
  const subject = buildCase('to check', [opened])
  return firstOf(
    [...problemsOf(subject, opened, today), ...contactProblems(contact, today)],
    lawProblems(subject, decision, today),
  )
}

/**
 * What cannot be so of contact details, which no fact holds.
 * @param today the day in England
 */
export function contactProblems({ bornOn }: Contact, today: CalendarDate): readonly FactProblem[] {
  return bornOn ? notInFuture({ field: 'bornOn', what: 'The date of birth', day: bornOn }, today) : []
}

/**
 * Checks a fact against what is known of the case, as far as the law and the calendar can tell. Whether the case awaits
 * such a fact now is another question: see `recordableFacts`.
 *
 * @param today the day in England
 * @returns every problem; none when the fact can be recorded
 */
export function checkFact(subject: Case, fact: NewFact, today: CalendarDate): readonly FactProblem[] {
  if (fact.type === 'case-opened') return problem('printedOn', `Case ${subject.caseId} is open already`)
  const problems = firstOf(problemsOf(subject, fact, today), stillToSay(fact, today))
  if (problems.length > 0) return problems
  const details = fact.type === 'fact-corrected' ? fact.details.details : fact.details
  return lawProblems(withFact(subject, fact), details, today)
}

function problemsOf<Type extends FactType>(
  subject: Case,
  { type, details }: NewFact<Type>,
  today: CalendarDate,
): readonly FactProblem[] {
  const tellAgain = (correction: NewFact<'fact-corrected' | 'fact-removed'>) =>
    correctionProblems(subject, correction, today, { problemsOf, stillToSay })
  return kindOf(type).problems({ subject, today, tellAgain }, details)
}

function stillToSay<Type extends FactType>(
  { type, details }: NewFact<Type>,
  today: CalendarDate,
): readonly FactProblem[] {
  return kindOf(type).stillToSay(details, today)
}
