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

/** What belongs to a fact and may name somebody, each a line. A note is shown in its own way. */
export function wordsInLines({ place, issues, healthProvision, otherCouncil }: PrivateWords = {}): readonly string[] {
  return [
    ...(place ? [`Where: ${place}`] : []),
    ...(issues ? [`Wants to talk about: ${issues}`] : []),
    ...(healthProvision ? [`Health care that it wants: ${healthProvision}`] : []),
    ...(otherCouncil ? [`The other council: ${otherCouncil}`] : []),
  ]
}
