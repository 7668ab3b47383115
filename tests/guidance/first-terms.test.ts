import { describe, expect, it } from 'vitest'
import { firstTerms } from '../../lambdas/guidance/first-terms.ts'
import type { GlossaryEntry } from '../../lambdas/guidance/glossary.ts'

const entry = (id: string, ...forms: string[]): GlossaryEntry => ({ id, term: id, forms, explanation: [], sources: [] })
const ENTRIES = [
  entry('mediation', 'mediation'),
  entry('adviser', 'mediation adviser', 'Global Mediation (SEN)'),
  entry('tribunal', 'First-tier Tribunal (SEND)', 'Tribunal'),
  entry('sen', 'SEN'),
  entry('appeal'),
]

/** The pieces of these texts, a term as "[text -> entry]". */
function linked(...texts: readonly string[]): string[] {
  const inPieces = firstTerms(ENTRIES)
  return texts.map((text) =>
    inPieces(text)
      .map((piece) => (piece.entry ? `[${piece.text} -> ${piece.entry}]` : piece.text))
      .join(''),
  )
}

describe('the first place of each term', () => {
  it('is found once in all the texts of a message or page, in their order', () => {
    expect(
      linked('You want mediation.', 'Say no to mediation. The Tribunal hears it.', 'The Tribunal decides.'),
    ).toEqual([
      'You want [mediation -> mediation].',
      'Say no to mediation. The [Tribunal -> tribunal] hears it.',
      'The Tribunal decides.',
    ])
  })

  it('is that of the longest term, so that no name is broken', () => {
    expect(linked('The mediation adviser of Global Mediation (SEN) explains mediation.')).toEqual([
      'The [mediation adviser -> adviser] of Global Mediation (SEN) explains [mediation -> mediation].',
    ])
    expect(linked('The First-tier Tribunal (SEND) decides.')).toEqual([
      'The [First-tier Tribunal (SEND) -> tribunal] decides.',
    ])
  })

  it('may begin with a capital or a small letter', () => {
    expect(linked('Mediation is free.')).toEqual(['[Mediation -> mediation] is free.'])
    expect(linked('sEN is no word.')).toEqual(['[sEN -> sen] is no word.'])
  })

  it('is not part of another word, of a form, or of an address', () => {
    const texts = [
      'SEND35, SENCO and premediation.',
      'Write to sen@example.org or help@mediation.example.',
      'See https://example.org/mediation/SEN and the mediation-advice.',
    ]
    expect(linked(...texts).join()).toBe(texts.join())
  })

  it('loses no word and no space', () => {
    const texts = ['mediation', 'SEN: the Tribunal, mediation adviser', '', 'nothing here']
    const inPieces = firstTerms(ENTRIES)
    for (const text of texts) {
      expect(
        inPieces(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }
  })

  it('is left alone where the page itself explains the term', () => {
    expect(firstTerms(ENTRIES, ['mediation'])('mediation and SEN')).toEqual([
      { text: 'mediation and ' },
      { text: 'SEN', entry: 'sen' },
    ])
  })
})
