import { describe, it } from 'vitest'
import { glossary } from '../../lambdas/guidance/glossary.ts'
import { guidancePages } from '../../lambdas/guidance/pages/all-pages.ts'
import { wordsOf } from '../messages/read-message.ts'
import { readingGrade } from '../messages/reading-grade.ts'
import { CONTRACTION, PRESSURE } from '../messages/wrong-words.ts'
import { expectOfAll, found } from '../rule.ts'
import { COUNCILS, sentencesIn, textsOf } from './words-of-guidance.ts'

const READ = COUNCILS.flatMap(([file, council]) => [
  ...guidancePages(council).map((page) => [`${page.path}, ${file}`, sentencesIn(textsOf(page))] as const),
  [`the glossary, ${file}`, sentencesIn(glossary(council).flatMap(({ explanation }) => explanation))] as const,
])

describe('every page of help, and the glossary', () => {
  it('keeps every sentence under 25 words', () =>
    expectOfAll(READ, (sentences) => sentences.filter((sentence) => wordsOf(sentence).length >= 25)))

  it('can be read at the age of 11', () =>
    expectOfAll(READ, (sentences) => {
      const grade = readingGrade(sentences)
      return grade < 6 ? undefined : `is of grade ${grade}`
    }))

  it('uses no contractions and puts no pressure on anyone', () =>
    expectOfAll(READ, (sentences) => sentences.flatMap((sentence) => found(sentence, CONTRACTION, PRESSURE))))

  it('has none of what the factsheet of 2017 has wrong', () =>
    expectOfAll(READ, (sentences) => {
      const all = sentences.join(' ')
      return [
        ...found(all, /type of provision|mediator (issues|gives|sends)|(getting|receiving) the (decision|letter)/i),
        // The old name stands where the new one is explained, and nowhere else.
        ...found(
          all.replace('what the clinical commissioning group (CCG) did before', ''),
          /clinical commissioning|\bCCGs?\b|Contact a Family(?!\.)/,
        ),
      ]
    }))
})
