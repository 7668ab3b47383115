import type { Case } from '../../cases/case.ts'
import type { PrivateWords } from '../../cases/contact.ts'
import type { Fact } from '../../cases/fact.ts'
import type { Sequence } from '../../cases/sequence.ts'

/** What belongs to the facts of a case and may name somebody, by the fact's sequence. */
export type CaseWords = ReadonlyMap<Sequence, PrivateWords>

/** The words that belong to a fact now: a correction brings its own. */
export function wordsOf(fact: Fact, { recorded }: Case, words: CaseWords): PrivateWords {
  const correction = recorded.findLast((one) => one.type === 'fact-corrected' && one.details.corrects === fact.sequence)
  return words.get(correction?.sequence ?? fact.sequence) ?? {}
}
