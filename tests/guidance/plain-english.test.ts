import { describe, expect, it } from 'vitest'
import { glossary } from '../../lambdas/guidance/glossary.ts'
import { guidancePages } from '../../lambdas/guidance/pages/all-pages.ts'
import { wordsOf } from '../messages/read-message.ts'
import { readingGrade } from '../messages/reading-grade.ts'
import { CONTRACTION, PRESSURE } from '../messages/wrong-words.ts'
import { COUNCILS, sentencesIn, textsOf } from './words-of-guidance.ts'

const READ = COUNCILS.flatMap(([file, council]) => [
  ...guidancePages(council).map((page) => [`${page.path}, ${file}`, textsOf(page)] as const),
  [`the glossary, ${file}`, glossary(council).flatMap(({ explanation }) => explanation)] as const,
])

describe.each(READ)('%s', (_, texts) => {
  const sentences = sentencesIn(texts)

  it('keeps every sentence under 25 words', () => {
    expect(sentences.filter((sentence) => wordsOf(sentence).length >= 25)).toEqual([])
  })

  it('can be read at the age of 11', () => {
    expect(readingGrade(sentences)).toBeLessThan(6)
  })

  it('uses no contractions and puts no pressure on anyone', () => {
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(CONTRACTION)
      expect(sentence).not.toMatch(PRESSURE)
    }
  })

  it('has none of what the factsheet of 2017 has wrong', () => {
    const all = sentences.join(' ')
    expect(all).not.toMatch(
      /type of provision|mediator (issues|gives|sends)|(getting|receiving) the (decision|letter)/i,
    )
    // The old name stands where the new one is explained, and nowhere else.
    expect(all.replace('what the clinical commissioning group (CCG) did before', '')).not.toMatch(
      /clinical commissioning|\bCCGs?\b|Contact a Family(?!\.)/,
    )
  })
})
