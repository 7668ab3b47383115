import type { CaseFile } from '../../cases/case-file.ts'
import { correctableFacts, removableFacts } from '../../cases/recordable-facts.ts'
import { formatInstant } from '../day.ts'
import { describeFact, factTitle } from './all-facts.ts'
import { type CaseWords, wordsOf } from './case-words.ts'

/** What can be corrected on a case, the latest first. */
export function correctionsView({ record, subject }: CaseFile, words: CaseWords) {
  const { caseId } = record
  const removable = new Set(removableFacts(subject))
  const facts = correctableFacts(subject).map((fact) => {
    const { sequence, type, recordedAt } = fact
    const { place } = wordsOf(fact, subject, words)
    return {
      sequence,
      type,
      title: factTitle(fact),
      lines: [...describeFact(fact, subject), ...(place ? [`Where: ${place}`] : [])],
      recordedInWords: formatInstant(recordedAt),
      correctHref: `/cases/${caseId}/correct/${sequence}`,
      /** Absent for what opened the case: that is ended as opened in error. */
      ...(removable.has(fact) && { removeHref: `/cases/${caseId}/remove/${sequence}` }),
    }
  })
  return { caseId, facts: facts.toReversed() }
}

export type CorrectionsView = ReturnType<typeof correctionsView>
