import { describe, expect, it } from 'vitest'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { expectOfAll, missing } from '../../rule.ts'
import { composed, textOf } from '../composed.ts'
import { CORRECTION_SITUATIONS } from '../correction-situations.ts'
import { messagesToTry } from '../every-message.ts'
import { certified, plain, situation } from '../situations.ts'

const OF_MISTAKES = messagesToTry(CORRECTION_SITUATIONS).filter(([, { message }]) =>
  message.text.includes('What was wrong'),
)

describe('a correction', () => {
  it('says what had been recorded wrongly, what is right, and that we are sorry', () => {
    const text = textOf('corrected: the letter was sent later')
    expect(text).toContain('We recorded something wrongly in your case. We are sorry.')
    expect(text).toContain('We had recorded this wrongly:\n\n* Our letter is dated Tuesday 10 February 2026.')
    expect(text).toMatch(/What is right\n-+\n\n\* Our letter is dated Tuesday 17 February 2026\./)
  })

  it('names each old day beside the right one, with why', () => {
    const text = textOf('corrected: into August')
    expect(text).toContain(
      'We told you Friday 10 April 2026. Here is the right day.\n\nSpeak to the mediation adviser by:\nFriday 14 August 2026',
    )
    expect(text).toContain(
      'We told you Friday 10 April 2026. Here is the right day.\n\nAim for the Tribunal to have your appeal by midday on:\nFriday 14 August 2026',
    )
    expect(text).toContain('2 months after Monday 15 June 2026 is Saturday 15 August 2026.')
    expect(text).toContain('so the time ends on the first working day of September: Tuesday 1 September 2026.')
  })

  it('names both days that were told where one was to aim for and one the last', () => {
    expect(textOf('corrected: the date on the certificate')).toContain(
      'We told you to aim for Friday 8 May 2026, with Monday 11 May 2026 as the last day.',
    )
  })

  it.each([
    ['corrected: the letter was sent later', 'speak to the mediation adviser by Friday 17 April 2026'],
    ['corrected: the date on the certificate', 'send your appeal by Friday 8 May 2026'],
    ['corrected: the first talk came after the last day', 'send your appeal today, Wednesday 15 April 2026'],
  ])('%s: its subject is what to do by the new day', (name, action) => {
    expect(composed(name).subject).toBe(`A day has changed: ${action}`)
  })

  it('of a mistake is sorry', () => expectOfAll(OF_MISTAKES, ({ message }) => missing(message.text, 'We are sorry.')))

  it('that only adds something is not sorry, and names a day that is new', () => {
    const { text, subject } = composed('corrected: the day of the response in the letter')
    expect(subject).toBe('We added something to your case on Monday 18 May 2026: please read it')
    expect(text).toMatch(
      /What we added\n-+\n\n\* The letter of the Tribunal gives Tuesday 30 June 2026 for our response\./,
    )
    expect(text).toContain('This day is new.\n\nThe Tribunal must have our response by 5pm on:\nTuesday 30 June 2026')
    expect(text).not.toMatch(/sorry|wrong/)
  })

  it('of a meeting to a day that has gone by says that there is none on the day that was told', () => {
    const { text, subject } = composed('corrected: a planned meeting was on a day that has gone by')
    expect(subject).toBe('We corrected our records: there is no mediation meeting on Monday 30 March 2026')
    expect(text).toContain('Your mediation meeting was planned for Tuesday 17 March 2026 at 2:30pm.')
    expect(text).not.toContain('You meet')
  })

  it('of a duty that was told as late says that it was done in time', () => {
    const text = textOf('learnt late: a duty that was told as late was done in time')
    expect(text).toContain('On Friday 10 April 2026 what was agreed was done.')
    expect(text).toContain('The last day to do it was Monday 13 April 2026.')
    expect(text).toContain('Before, our records showed it as late. It was not.')
    expect(textOf('learnt late: a plan that was told as late is not to be, and that was told in time')).toContain(
      'On Monday 1 June 2026 we told you that there will be no plan after the assessment.',
    )
  })

  it('that changes no date says so briefly', () => {
    const text = textOf('corrected: who came to the meeting')
    expect(text).toContain('None of your dates change.')
    expect(text).toContain('You do not have to do anything.')
    expect(text).not.toMatch(/We told you|This day is new/)
  })

  it('of a certificate that was learnt late asks for a copy to the Tribunal, and claims no change of what was told', () => {
    const builder = plain
      .and('appeal-registered', { receivedOn: '2026-03-13' }, '2026-03-16')
      .and('certificate-issued', { issuedOn: '2026-03-11', contactedOn: '2026-03-09' }, '2026-03-30')
    const { subject, text } = composeMessage(situation('dates-corrected', '00003', builder, '2026-03-30'))
    expect(subject).toBe('We learnt something new about your case on Monday 30 March 2026: please read it')
    expect(text).toContain('If you have not sent it to the Tribunal yet, send it a copy.')
    expect(text).not.toMatch(/something that we told you|You do not have to do anything/)
  })

  it('that says nothing new is no mistake of which the family could be afraid', () => {
    expect(textOf('corrected: why the family moved a meeting, which it knows')).toContain(
      'It makes no difference to you.',
    )
  })
})

describe('a date that does not apply any more', () => {
  it.each([
    ['corrected: only the school is disputed', 'Speaking to the mediation adviser: Friday 10 April 2026'],
    ['removed: the choice of mediation', 'Your mediation: Friday 3 April 2026'],
    ['corrected: one thing less was agreed', 'Our duty to do what was agreed: Monday 13 April 2026'],
    ['removed: a complaint, young person', 'The answer to your complaint: Monday 30 March 2026'],
  ])('%s: is named as such', (name, day) => {
    expect(textOf(name)).toMatch(/Days that do not apply any more\n-+\n\n/)
    expect(textOf(name)).toContain(`* ${day}\n`)
  })
})

describe('a fact that never happened', () => {
  it('is taken back in one sentence', () => {
    expect(textOf('removed: the choice of mediation')).toContain(
      'We had recorded this. It did not happen:\n\n* We were told on Wednesday 4 March 2026 that you want mediation.\n\n',
    )
  })

  it('an appeal: the family is told that its day is still ahead, or that it can still appeal', () => {
    expect(composed('removed: the appeal').subject).toBe(
      'We corrected our records: send your appeal by Monday 11 May 2026',
    )
    expect(textOf('removed: the appeal')).toContain('The Tribunal must have your appeal by 5pm on:\nMonday 11 May 2026')
    expect(textOf('removed: the appeal, after its time')).toContain('You can still appeal. Send it today')
  })

  it('a certificate: its month is taken back, and the one of the certificate to come is promised where that is sure', () => {
    const text = textOf('removed: the certificate')
    expect(text).toContain('Monday 11 May 2026 as the last day. That day does not apply any more.')
    expect(text).toContain('You can appeal when you have your mediation certificate. You then have 1 month')
    expect(text).not.toMatch(/time limit was|Send it today/)
  })

  it('a certificate that changed no date: the family needs one all the same', () => {
    expect(textOf('removed: the certificate, so early that no date changes')).toContain(
      'You need a certificate from the mediation adviser before you appeal.',
    )
  })

  it('a meeting, or its move or cancellation: told with the entry in the calendar', () => {
    expect(composed('removed: a planned meeting').subject).toBe(
      'We corrected our records: there is no mediation meeting on Monday 30 March 2026',
    )
    expect(textOf('removed: the move of a meeting')).toContain(
      'We told you Wednesday 1 April 2026 at 10am.\n\nYour mediation meeting is on:\nMonday 30 March 2026 at 2:30pm',
    )
    expect(textOf('removed: the cancellation of a meeting')).toContain(
      'Your mediation meeting is on:\nMonday 30 March 2026 at 2:30pm',
    )
  })
})

describe('a family that kept to a wrong day', () => {
  it('is told what to say in its appeal when the right day has gone by', () => {
    const words = 'If the wrong day made you late, say so in your appeal. Add a copy of this message.'
    expect(textOf('corrected: the letter was sent so early that every date has passed')).toContain(words)
    expect(textOf('corrected: the first talk came after the last day')).toContain(words)
    expect(textOf('corrected: the letter was sent earlier, young person')).not.toContain(words)
  })

  it('whose talk was in time after all has its month', () => {
    expect(textOf('corrected: the talk with the adviser was in time')).toContain(
      'You can appeal when you have your mediation certificate. You then have 1 month from the date on it.',
    )
  })
})

describe('what follows from other facts', () => {
  it('an agreement of another day moves the certificate and each thing to be done', () => {
    const text = textOf('corrected: the day on which an agreement was made')
    expect(text).toContain('We told you Thursday 2 April 2026. Here is the right day.')
    expect(text).toMatch(
      /Our duty to do what was agreed\n-+\n\nWe told you Monday 13 April 2026\. Here is the right day\./,
    )
    expect(text).toContain('We must do what was agreed by:\nFriday 10 April 2026\n2 weeks after Friday 27 March 2026')
    expect(text).toContain('We must send you the changed plan by:\nFriday 1 May 2026')
  })

  it('a complaint of another day moves its answer and the 12 months for the Ombudsman', () => {
    const text = textOf('corrected: the day of a complaint')
    expect(text).toContain('You should have an answer on or before:\nWednesday 25 March 2026')
    expect(text).toContain('Go to the Ombudsman by:\nMonday 30 November 2026')
  })

  it('another decision has its rights told by the next message', () => {
    expect(textOf('corrected: the decision was another one')).toContain(
      'Read our next message. It gives you your rights about this decision.',
    )
  })

  it('a later fact is not told as if the correction had brought it', () => {
    const later = plain
      .correct('case-opened', '00001', { printedOn: '2026-02-09', sentOn: '2026-02-10' }, '2026-02-20')
      .and('mediation-declined', { declinedOn: '2026-03-02' })
      .and('certificate-issued', { issuedOn: '2026-03-16' })
    const { text } = composeMessage(situation('dates-corrected', '00002', later, '2026-03-16'))
    expect(text).toContain('We told you Friday 10 April 2026.')
    expect(text).not.toContain('Speaking to the mediation adviser\n')
    expect(text).toContain('1 month after the certificate date, Monday 16 March 2026')
  })

  it('a date that nobody has to act by any more is not told', () => {
    const text = textOf('corrected: the letter, after the certificate')
    expect(text).not.toContain('Speaking to the mediation adviser')
    expect(text).toContain('None of your dates change.')
    const done = certified
      .and('mediation-chosen', { councilToldOn: '2026-04-10' })
      .and('mediation-not-agreed', { concludedOn: '2026-04-20' })
      .correct('mediation-chosen', '00004', { councilToldOn: '2026-04-13' }, '2026-04-22')
    expect(composeMessage(situation('dates-corrected', '00006', done, '2026-04-22')).text).toContain(
      'None of your dates change.',
    )
  })
})
