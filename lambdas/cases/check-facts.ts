import type { CalendarDate } from '../law/calendar-date.ts'
import { buildCase, factsSince, NOT_RECORDED_YET, withFacts } from './build-case.ts'
import type { Case } from './case.ts'
import type { Contact } from './contact.ts'
import { correctionProblems } from './corrections/checks.ts'
import type { Fact, FactType, NewFact } from './fact.ts'
import { type CheckSituation, type FactProblem, firstOf, notInFuture, problem } from './fact-problem.ts'
import { kindOf } from './facts.ts'
import { londonDay } from './london.ts'
import type { Decision } from './opening/facts.ts'
import { OPENED, type Sequence } from './sequence.ts'
import { lawProblems } from './within-the-law.ts'

export type { FactProblem } from './fact-problem.ts'

/**
 * Checks what opens a case: its decision and the family's contact details.
 *
 * @param today the day in England
 * @returns every problem; none when the case can be opened
 */
export function checkOpening(
  decision: Decision,
  contact: Pick<Contact, 'bornOn'>,
  today: CalendarDate,
): readonly FactProblem[] {
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
export function contactProblems({ bornOn }: Pick<Contact, 'bornOn'>, today: CalendarDate): readonly FactProblem[] {
  return bornOn ? notInFuture({ field: 'bornOn', what: 'The date of birth', day: bornOn }, today) : []
}

/**
 * Checks facts, or corrections, that are recorded together, with all that is recorded, as far as the law and the calendar
 * can tell: each has to be possible by itself and beside the others, and the others beside it, whichever was recorded first.
 * Whether the case awaits such facts now is another question: see `recordableFacts`.
 *
 * @param today the day in England
 * @returns every problem of each fact, in their order; none when they can be recorded. Those that they make for another
 * fact name that one, and stand at the first
 */
export function checkFacts(
  subject: Case,
  facts: readonly NewFact[],
  today: CalendarDate,
): readonly (readonly FactProblem[])[] {
  const impossible = facts.map((fact) => beforeTheyAreAdded(subject, fact))
  if (impossible.some(isNotEmpty)) return impossible
  const after = withFacts(subject, facts, NOT_RECORDED_YET)
  const said = factsSince(subject, after).map(saidBy)
  const own = said.map((sequence) => {
    const fact = after.facts.find((one) => one.sequence === sequence)
    if (!fact) return []
    return firstOf(problemsOf(after, fact, today), stillToSay(fact, recordedOn(fact, today)))
  })
  if (own.some(isNotEmpty)) return own
  const forOthers = problemsForOthers(subject, after, said, today)
  if (isNotEmpty(forOthers)) return facts.map((_, index) => (index === 0 ? forOthers : []))
  return facts.map((fact) =>
    lawProblems(after, fact.type === 'fact-corrected' ? fact.details.details : fact.details, today),
  )
}

/** What cannot be recorded, whatever else is. */
function beforeTheyAreAdded(subject: Case, fact: NewFact): readonly FactProblem[] {
  if (fact.type === 'case-opened') return problem('printedOn', `Case ${subject.caseId} is open already`)
  return fact.type === 'fact-corrected' || fact.type === 'fact-removed' ? correctionProblems(subject, fact) : []
}

/** The fact that says what one says: the one that it corrects, or itself. */
function saidBy(fact: Fact): Sequence {
  return fact.type === 'fact-corrected' ? fact.details.corrects : fact.sequence
}

function isNotEmpty(problems: readonly FactProblem[]): boolean {
  return problems.length > 0
}

/**
 * What cannot be so among all the facts of a case: each problem names its fact in `about`.
 * @param today the day in England
 */
export function problemsAmong(subject: Case, today: CalendarDate): readonly FactProblem[] {
  return subject.facts.flatMap((fact) =>
    problemsOf(subject, fact, today).map((one) => ({ ...one, about: fact.sequence })),
  )
}

/** The first of the other facts that was possible before and is not any more. One that was not before stops nobody. */
function problemsForOthers(
  before: Case,
  after: Case,
  said: readonly Sequence[],
  today: CalendarDate,
): readonly FactProblem[] {
  const mayHave = [...said, ...problemsAmong(before, today).map(({ about }) => about)]
  const first = problemsAmong(after, today).find(({ about }) => !mayHave.includes(about))
  if (!first) return []
  const { about, message } = first
  return [{ field: '', about, message: `Something else on this case would not be possible any more. ${message}` }]
}

function problemsOf(subject: Case, fact: Fact, today: CalendarDate): readonly FactProblem[] {
  return cannotBeSo({ subject, fact, today }, fact)
}

function cannotBeSo<Type extends FactType>(
  situation: CheckSituation,
  { type, details }: NewFact<Type>,
): readonly FactProblem[] {
  return kindOf(type).problems(situation, details)
}

function stillToSay<Type extends FactType>(
  { type, details }: NewFact<Type>,
  today: CalendarDate,
): readonly FactProblem[] {
  return kindOf(type).stillToSay(details, today)
}

/** The day on which a fact was recorded; today of one that is recorded now. */
function recordedOn({ recordedAt }: Fact, today: CalendarDate): CalendarDate {
  return recordedAt ? londonDay(new Date(recordedAt)) : today
}
