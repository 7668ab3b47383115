import { describe, expect, it } from 'vitest'
import { composed, textOf } from '../composed.ts'

describe('disagreement resolution that was asked for', () => {
  it.each([
    ['duties', 'how a nursery, a school, a college or the council does what the law asks of it'],
    ['special-educational-provision', 'the special help with learning that a nursery, a school or a college gives'],
    ['health-or-social-care', 'health care or social care'],
  ])('says which of the three kinds it is about: %s', (subject, words) => {
    expect(textOf(`resolution asked, about ${subject}`)).toContain(`The disagreement is about ${words}.`)
  })

  it.each([
    ['during-assessment', 'It is while an EHC needs assessment goes on.'],
    ['while-plan-is-drawn-up', 'It is while an EHC plan is written.'],
    ['while-waiting-for-tribunal', 'It is while you wait for the Tribunal.'],
    ['at-review', 'It is at a review of the plan.'],
    ['during-reassessment', 'It is while a new EHC needs assessment goes on.'],
    ['at-another-time', 'You can use it at any time.'],
  ])('names its occasion: %s', (occasion, words) => {
    expect(textOf(`resolution asked, ${occasion}`)).toContain(words)
  })

  it('by the family: the others answer', () => {
    const { text, subject } = composed('resolution asked, about duties')
    expect(subject).toBe('You asked for disagreement resolution on Monday 9 March 2026: what happens next')
    expect(text).toContain(
      '* You: yes\n* The nursery, school or college: no answer yet\n* We (the council): no answer yet',
    )
  })

  it('by somebody else: asks the family, which is free to say no', () => {
    const { text, subject } = composed('resolution asked by the council')
    expect(subject).toBe('Disagreement resolution was asked for on Monday 9 March 2026: tell us if you want it')
    expect(text).toContain('It can only take place if you agree to it too.')
    expect(text).toContain('If you say no, nothing changes for you.')
  })

  it('asks nothing of a family that has answered, or that takes no part', () => {
    expect(textOf('resolution asked by the council, the family has answered')).toContain('* You: yes')
    expect(textOf('resolution asked by the council, the family has answered')).not.toContain('Tell us if you want')
    expect(textOf('resolution asked, the family takes no part')).toContain(
      'You are not one of those who would take part.',
    )
  })

  it('gives the day of the appeal, and what comes before it', () => {
    const text = textOf('resolution asked, about duties')
    expect(text).toContain('Disagreement resolution does not stop the time for an appeal.')
    expect(text).toContain('midday on:\nFriday 10 April 2026')
    expect(text).toContain('You must speak to the mediation adviser on or before Friday 10 April 2026.')
    expect(textOf('resolution asked, placement only')).not.toContain('You need a certificate')
  })
})

describe('the answers', () => {
  it('that are all yes are told with the day of the last', () => {
    const { text, subject } = composed('resolution agreed')
    expect(subject).toBe('Disagreement resolution: everyone agreed on Monday 16 March 2026, what to do next')
    expect(text).toContain('Tell the service which days and places are good for you.')
  })

  it.each([
    ['resolution declined by the school', 'The nursery, school or college said no on Thursday 12 March 2026.'],
    [
      'resolution declined by the family',
      'You said on Thursday 12 March 2026 that you do not want to take part. That is fine.',
    ],
    [
      'resolution declined by the council before the school said yes',
      'We (the council) said no on Thursday 12 March 2026.',
    ],
  ])('%s: says who, and what else there is', (name, words) => {
    expect(textOf(name)).toContain(words)
    expect(textOf(name)).toContain('Nobody has to take part.')
    expect(textOf(name)).toContain('* Make a complaint.')
    expect(textOf(name)).toContain('* Appeal to the Tribunal against our decision.')
  })
})

describe('the meeting', () => {
  it('is told with its day and place, and with another day when it is moved', () => {
    expect(textOf('resolution meeting')).toContain(
      'Tuesday 14 April 2026 at 10am\nYou meet in person.\nWhere: Room 3, Keynsham Civic Centre, Temple Street',
    )
    expect(textOf('resolution meeting on another day')).toContain(
      'because the day of your disagreement resolution meeting has changed. Before, we told you Tuesday 14 April 2026 at 10am.',
    )
    expect(textOf('resolution meeting, place not known, young person')).toContain(
      'The service that runs it will tell you where, or how to join.',
    )
  })
})

describe('its end', () => {
  it('with an agreement asks for it in writing, because the law sets no day', () => {
    for (const name of ['resolution ended, agreed', 'resolution ended, partly-agreed']) {
      expect(textOf(name)).toContain('Ask for it in writing, with a day for each thing. The law sets no day here.')
    }
    expect(textOf('resolution ended, not-agreed')).not.toContain('What was agreed')
  })

  it('without one names the other ways', () => {
    for (const result of ['partly-agreed', 'not-agreed', 'not-held']) {
      expect(textOf(`resolution ended, ${result}`)).toContain('What else you can do')
    }
  })

  it('without a meeting calls off one that was planned', () => {
    const { text, calendarFile } = composed('resolution ended, not-held')
    expect(text).toContain('Your meeting on Tuesday 14 April 2026 at 10am will not take place.')
    expect(calendarFile?.method).toBe('CANCEL')
    expect(composed('resolution ended, not-held, no meeting was planned').calendarFile).toBeUndefined()
  })
})
