import type { Case } from '../../lambdas/cases/case.ts'
import { checkFacts, type FactProblem } from '../../lambdas/cases/check-facts.ts'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import type { CalendarDate } from '../../lambdas/law/calendar-date.ts'

/** The problems of one fact that is recorded by itself. */
export function checkOne(subject: Case, fact: NewFact, today: CalendarDate): readonly FactProblem[] {
  return checkFacts(subject, [fact], today).flat()
}
