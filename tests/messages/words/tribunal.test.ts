import { describe, expect, it } from 'vitest'
import { TRIBUNAL_DECISIONS } from '../../../lambdas/cases/tribunal/closed-words.ts'
import { composed, textOf } from '../composed.ts'

describe('an appeal that the Tribunal has', () => {
  it('gives the day of the response with its 30 Tribunal working days', () => {
    const { text, subject } = composed('appeal registered, the day for the response is counted')
    expect(subject).toBe('The Tribunal has your appeal: we must send our response by Thursday 25 June 2026')
    expect(text).toContain('The time is 30 Tribunal working days, counted from the day after Wednesday 13 May 2026.')
    expect(textOf('appeal registered, over August')).toContain(
      'The Tribunal must have our response by 5pm on:\nTuesday 22 September 2026',
    )
  })

  it('keeps to the day in the letter of the Tribunal', () => {
    const text = textOf('appeal registered, the letter gives the day for the response')
    expect(text).toContain('The Tribunal must have our response by 5pm on:\nTuesday 30 June 2026')
    expect(text).toContain('That date replaces the time that the rules give.')
  })

  it('waits for that letter while neither day is known', () => {
    expect(textOf('appeal registered')).toContain('The Tribunal aims to write to you by:\nFriday 22 May 2026')
    expect(textOf('appeal registered, the day for the response is counted')).not.toContain('aims to write')
  })

  it('leaves mediation and disagreement resolution open', () => {
    for (const name of ['appeal registered', 'response sent', 'response overdue']) {
      expect(textOf(name)).toContain('You can also still use mediation or disagreement resolution.')
    }
  })
})

describe("the council's response", () => {
  it('that was sent says what the family does with it', () => {
    expect(composed('response sent').subject).toBe(
      'We sent the Tribunal our response on Monday 22 June 2026: what happens next',
    )
    expect(textOf('response sent')).toContain('Read our response. Write down what is not right in it.')
    expect(textOf('response sent')).not.toContain('Our response was late')
  })

  it('that was sent late says so', () => {
    expect(textOf('response sent late, young person')).toContain(
      'We had to send it by 5pm on Thursday 25 June 2026. We are sorry.',
    )
  })

  it('that was in time after all says so, where the family was told that it was late', () => {
    const text = textOf('response sent, learnt after it was told as late')
    expect(text).toContain('We had to send it by 5pm on Thursday 25 June 2026.')
    expect(text).toContain('Before, our records showed it as late. It was not.')
    expect(textOf('response sent')).not.toContain('our records showed it as late')
  })

  it('that is overdue says that the appeal goes on, and what the Tribunal can do', () => {
    const { text, subject } = composed('response overdue')
    expect(subject).toBe('Our response to your appeal was due by Thursday 25 June 2026: what you can do')
    expect(text).toContain('We are sorry. Your appeal goes on.')
    expect(text).toContain('The Tribunal says what follows. It can order us to respond.')
    expect(text).toContain('We have passed it to Statutory Special Educational Needs Service today.')
  })
})

describe('the end of an appeal', () => {
  it('that the council conceded counts as decided for the family (regulation 45)', () => {
    const { text, subject } = composed('appeal conceded, duties recorded')
    expect(subject).toBe('We told the Tribunal on Monday 1 June 2026 that we do not oppose your appeal')
    expect(text).toContain('In law your appeal then counts as decided for you.')
    expect(text).toContain('We tell you in another message what we must do, and by which day.')
    expect(textOf('appeal conceded, no duties recorded, young person')).toContain('Ask us by which day, and why.')
  })

  it('that was withdrawn leaves rights, and can be undone by the Tribunal', () => {
    const text = textOf('appeal withdrawn')
    expect(text).toContain('If this is not right, tell the Tribunal and us today.')
    expect(text).toContain('You can ask the Tribunal to open your appeal again. A judge decides.')
    expect(text).toContain('A new decision gives you a new right to appeal.')
  })

  it.each([
    ['decided-for-appellant', 'The Tribunal decided for you'],
    ['decided-in-part', 'The Tribunal decided for you in part'],
    ['decided-for-council', 'The Tribunal decided for the council'],
    ['consent-order', 'The Tribunal made the order that you and we agreed on'],
    ['struck-out', 'The Tribunal ended your appeal without deciding it'],
    ['not-registered', 'The Tribunal did not register your appeal'],
  ] as const)('%s: says so first', (decision, title) => {
    expect(textOf(`appeal ended, ${decision}`).split('\n')[2]).toBe(title)
  })

  it('by a decision: a further appeal is about the law, needs permission and has a short time', () => {
    const further = TRIBUNAL_DECISIONS.filter((decision) =>
      textOf(`appeal ended, ${decision}`).includes('Upper Tribunal'),
    )
    expect(further).toEqual(['decided-for-appellant', 'decided-in-part', 'decided-for-council'])
    expect(textOf('appeal ended, decided-for-council')).toContain(
      'You need permission first. It is only for mistakes about the law. The time to ask is short, so ask for advice soon.',
    )
  })

  it('by a decision: whoever has gone on to the Upper Tribunal is not told the days to do so', () => {
    const told = textOf('standing: decided, and permission to appeal further was refused')
    expect(told).toContain('You can ask the Upper Tribunal itself by Friday 23 October 2026.')
    expect(told).not.toContain('There are 28 days to ask.')
    expect(textOf('standing: decided-for-council')).toContain('There are 28 days to ask.')
  })

  it('that leads to duties says that their days come', () => {
    expect(textOf('appeal decided, duties recorded, young person')).toContain(
      'We tell you in another message what must be done, by which day and why.',
    )
    expect(textOf('appeal ended, decided-for-appellant')).toContain('The order says what we must do, and by when.')
    expect(textOf('appeal ended, decided-for-council')).not.toContain('What we must do')
  })

  it('that was not registered can be sent again, in time or late, with its certificate', () => {
    expect(textOf('appeal not registered, its time still runs')).toContain(
      'The Tribunal must have your appeal by 5pm on:\nMonday 11 May 2026',
    )
    expect(textOf('appeal ended, not-registered')).toContain('You can still appeal. Send it today')
    expect(textOf('appeal not registered, for want of a certificate')).toContain(
      'You must speak to the mediation adviser on or before Friday 10 April 2026.',
    )
  })
})

describe('the end of the case beside an appeal', () => {
  it('does not end the appeal', () => {
    expect(textOf('case withdrawn while the Tribunal has the appeal')).toContain(
      'The Tribunal has your appeal. This does not end it.',
    )
    expect(textOf('agreement reached while the Tribunal has the appeal')).toContain(
      'Do not end it before you have the agreement in writing.',
    )
  })

  it('says what goes on without reminders', () => {
    const text = textOf('case withdrawn after an appeal, other routes go on')
    expect(text).toContain('* Disagreement resolution, if everyone wants it.')
    expect(text).toContain('* Your complaint. You must still get an answer.')
    expect(textOf('case withdrawn while a meeting is planned')).toContain(
      '* Your mediation meeting on Monday 30 March 2026. If you do not want it any more',
    )
    expect(textOf('case withdrawn, the family does not go on')).not.toContain('What goes on without our reminders')
  })

  it('with no news speaks of an appeal only as far as there can be one', () => {
    expect(textOf('no news after an appeal has ended')).not.toMatch(/late appeal|time limit/)
    expect(textOf('no news of mediation while the Tribunal has the appeal')).toContain('The Tribunal has your appeal.')
  })
})
