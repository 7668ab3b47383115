import { describe, expect, it } from 'vitest'
import { fillPlaces, sentenceTemplates } from '../../../lambdas/messages/languages/sentence-template.ts'
import { everySentence } from './fixture-languages.ts'

const NAMES = { child: 'April Lee', family: 'Ann Lee', council: 'Bath & North East Somerset Council', place: '' }
const templatesOf = (text: string, names: Readonly<Record<string, string>> = NAMES) =>
  sentenceTemplates(text, names).map(({ template }) => template)

describe('the places of a sentence', () => {
  it.each([
    ['Speak to the adviser by Friday 28 August 2026.', 'Speak to the adviser by {date}.'],
    ['From Monday 1 June 2026 to Friday 5 June 2026.', 'From {date} to {date2}.'],
    ['It is at 2:30pm on Monday 1 June 2026, or at midday.', 'It is at {time} on {date}, or at {time2}.'],
    ['Phone 01225 394041 or write to send@example.gov.uk.', 'Phone {phone} or write to {email}.'],
    ['The time is 3 working days.', 'The time is {number} working days.'],
    ['It is about April Lee.', 'It is about {child}.'],
    ['This message is from Bath & North East Somerset Council.', 'This message is from {council}.'],
    ['Nothing changes here.', 'Nothing changes here.'],
  ])('"%s" becomes "%s"', (sentence, template) => expect(templatesOf(sentence)).toEqual([template]))

  it('tell a date from a child who is called like a month', () => {
    expect(templatesOf('April was born on Thursday 9 April 2026.', { child: 'April' })).toEqual([
      '{child} was born on {date}.',
    ])
  })

  it('leave alone a name inside another word', () => {
    expect(templatesOf('Annually.', { child: 'Ann' })).toEqual(['Annually.'])
  })

  it.each(['A. (Bo) Lee+', 'Anne-Marie O’Hara', 'Lee / Li', "D'Arcy [Bo] \\ $& ^x{2}|y*?"])(
    'take a name as it is, whatever signs it holds: %s',
    (child) => {
      const [sentence] = sentenceTemplates(`It is about ${child}.`, { child })
      expect(sentence).toEqual({ template: 'It is about {child}.', values: { child } })
      expect(fillPlaces(sentence?.template ?? '', () => child)).toBe(`It is about ${child}.`)
    },
  )

  it('are numbered anew in each sentence of a text', () => {
    expect(templatesOf('Day 1 is Monday 1 June 2026. Day 2 is Tuesday 2 June 2026.')).toEqual([
      'Day {number} is {date}.',
      'Day {number} is {date}.',
    ])
  })

  it('are filled again with what stood there', () => {
    const text = 'Ann Lee: from Monday 1 June 2026 to Friday 5 June 2026. Phone 01225 394041.'
    const filled = sentenceTemplates(text, NAMES).map(({ template, values }) =>
      fillPlaces(template, (place) => values[place] ?? ''),
    )
    expect(filled.join(' ')).toBe(text)
  })
})

it('leaves no date, name or number in the sentences that translators are given', () => {
  const sentences = everySentence()
  expect(sentences.length).toBeGreaterThan(200)
  for (const sentence of sentences) expect(fillPlaces(sentence, () => '')).not.toMatch(/\d|Quorn|Somerset|\wday \d/)
})
