import type { Case } from '../case.ts'
import type { NewFact } from '../fact.ts'
import { type FactProblem, problem } from '../fact-problem.ts'
import { correctableFacts, removableFacts } from '../recordable-facts.ts'

/** Whether what a correction is about is there to be corrected, or taken back. */
export function correctionProblems(
  subject: Case,
  fact: NewFact<'fact-corrected' | 'fact-removed'>,
): readonly FactProblem[] {
  const about = fact.type === 'fact-corrected' ? fact.details.corrects : fact.details.removes
  const wrong = correctableFacts(subject).find(({ sequence }) => sequence === about)
  if (!wrong) {
    return problem('', `There is nothing numbered ${about} on this case that can be corrected`)
  }
  if (fact.type === 'fact-removed' && !removableFacts(subject).includes(wrong)) {
    return problem('', 'What opened the case cannot be taken back. End the case as opened in error')
  }
  return []
}
