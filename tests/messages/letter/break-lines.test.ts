import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines } from '../../../lambdas/messages/letter/break-lines.ts'

/** Every character is one wide. */
const measure = (text: string) => text.length
const broken = (text: string, width: number) => breakLines(text, width, measure)

describe('breaking a text into lines', () => {
  it('fills each line with whole words, and leaves the space at its end', () => {
    expect(broken('You can still appeal today', 11)).toEqual(['You can ', 'still ', 'appeal ', 'today'])
    expect(broken('You can still appeal today', 13)).toEqual(['You can still ', 'appeal today'])
  })

  it('begins a line with a web address that is too long, and breaks it after a slash or before a dash, with no hyphen', () => {
    expect(broken('See https://www.example.org/send-team/plans now', 24)).toEqual([
      'See ',
      'https://www.example.org/',
      'send-team/plans now',
    ])
    expect(broken('https://example.org/education-health-and-care', 30)).toEqual([
      'https://example.org/education',
      '-health-and-care',
    ])
  })

  it('breaks a long email address after its "@" or an underscore', () => {
    expect(broken('Email: special_educationalneeds@bathnes.gov.uk', 26)).toEqual([
      'Email: ',
      'special_educationalneeds@',
      'bathnes.gov.uk',
    ])
  })

  it('breaks anything else that is too long anywhere, so that nothing is cut off', () => {
    expect(broken('Llanfairpwllgwyngyll', 8)).toEqual(['Llanfair', 'pwllgwyn', 'gyll'])
  })

  it('does not break at a space that holds together', () => {
    expect(broken('by 28\u00a0August\u00a02026 at', 15)).toEqual(['by ', '28\u00a0August\u00a02026 ', 'at'])
  })

  it('makes no line of no text', () => {
    expect(broken('', 10)).toEqual([])
  })

  it('loses no character and goes over no edge, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '-', '/', '@', '.', '\u00a0', '1'), maxLength: 120 })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = broken(text, width)
        expect(lines.join('')).toBe(text)
        for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(width)
      }),
    )
  })
})
