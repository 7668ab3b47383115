import { describe, expect, it } from 'vitest'
import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { aCase } from '../../cases/case-builder.ts'
import { composed, textOf } from '../composed.ts'
import { arranged, SITUATIONS, situation } from '../situations.ts'

function never(): never {
  throw new Error('The message has no calendar file.')
}

describe('certificate issued', () => {
  it('shows both limits with their working, and which one counts', () => {
    const text = textOf('certificate issued, August')
    expect(text).toContain('2 months after Wednesday 20 May 2026 is Monday 20 July 2026.')
    expect(text).toContain('This limit ends at 5pm on Monday 20 July 2026.')
    expect(text).toContain('1 month after the certificate date, Friday 10 July 2026, is Monday 10 August 2026.')
    expect(text).toContain('This limit ends at 5pm on Tuesday 1 September 2026.')
    expect(text).toContain('Limit 2 is the later one, so it counts.')
  })

  it('says that the first limit counts when the certificate comes early', () => {
    const early = aCase({ sentOn: '2026-03-01' })
      .and('mediation-declined', { declinedOn: '2026-03-02' })
      .and('certificate-issued', { issuedOn: '2026-03-02' })
    const { text } = composeMessage(situation('last-day-to-appeal', '00003', early, '2026-03-03'))
    expect(text).toContain('Limit 1 is the later one, so it counts.')
  })

  it('says so when both limits end on the same day', () => {
    const tie = aCase({ sentOn: '2026-01-09' })
      .and('mediation-declined', { declinedOn: '2026-02-05' })
      .and('certificate-issued', { issuedOn: '2026-02-09' })
    const { text } = composeMessage(situation('last-day-to-appeal', '00003', tie, '2026-02-09'))
    expect(text).toContain('Both limits end on the same day.')
  })

  it('after a late contact tells the family to appeal today, and never shows a month from the certificate (J5)', () => {
    const found = SITUATIONS['certificate issued, late contact']
    const message = found && composeMessage(found)
    expect(message?.subject).toBe('Send your appeal today, Thursday 26 March 2026: you can still appeal')
    expect(message?.text).toContain('The time limit was 5pm on:\nMonday 9 March 2026\n')
    expect(`${message?.subject} ${message?.text}`).not.toMatch(/2[67] April 2026/)
    expect(message?.calendarFile).toBeUndefined()
  })

  it('after a late contact still names an appeal date that lies ahead', () => {
    expect(textOf('certificate issued, late contact, appeal still ahead')).toContain(
      'The Tribunal must have your appeal by 5pm on:\nTuesday 1 September 2026\nSend it today.',
    )
  })
})

describe('contact time passed', () => {
  it('says that the adviser can still help today, and how to appeal late', () => {
    const text = textOf('contact time passed')
    expect(text).toContain('The adviser can still help. Say if you want mediation or not.')
    expect(text).toContain('You now get a certificate only if you want mediation.')
    expect(text).not.toContain('Ask for a certificate.')
    expect(text).toContain('A late appeal can be made. A judge decides if it can go ahead.')
    expect(text).toContain('Ask the Tribunal for more time.')
    expect(text).toContain('Say why you are late.')
    expect(text).toContain('ask the Tribunal to let you appeal without it')
  })

  it('names the appeal date when August has moved it and it is still ahead', () => {
    expect(textOf('contact time passed, appeal still ahead')).toContain(
      'The Tribunal must have your appeal by 5pm on:\nTuesday 1 September 2026\n',
    )
  })
})

describe('certificate due and overdue', () => {
  it('counts out the 3 working days', () => {
    const text = textOf('certificate due, over Easter')
    for (const step of ['Day 1 is Tuesday 7 April', 'Day 2 is Wednesday 8 April', 'Day 3 is Thursday 9 April']) {
      expect(text).toContain(step)
    }
    expect(text).toContain('Monday 6 April 2026 does not count: it is Easter Monday.')
  })

  it('says that no time is lost by a late certificate', () => {
    expect(textOf('certificate overdue')).toContain('Your month to appeal starts on the date on the certificate.')
  })

  it('does not promise that month to a family that was late', () => {
    for (const name of ['certificate overdue, late', 'certificate due, late']) {
      expect(textOf(name)).not.toMatch(/month from the date|month to appeal/)
    }
  })

  it('promises no certificate to a family that was late and declined, and says what to do today (regulation 34(2))', () => {
    const text = textOf('certificate due, late')
    expect(text).toContain('The last day to speak to the adviser was Monday 9 March 2026.')
    expect(text).toContain('the law does not let the adviser give you a certificate if you do not want mediation')
    expect(text).toContain('ask the Tribunal to let you appeal without it')
    expect(text).not.toMatch(/certificate (?:is|was) due|working days|must give you/)
    expect(textOf('choose, late')).toContain('You get no certificate, because you spoke to the adviser late.')
    expect(textOf('choose, late')).not.toContain('within 3 working days')
    expect(textOf('choose')).toContain('You get your certificate within 3 working days.')
  })
})

describe('mediation', () => {
  it('says by when it must be arranged, that the council must take part and who may come', () => {
    const text = textOf('mediation requested, Christmas')
    expect(text).toContain('Thursday 24 December 2026\nThe last day in the law is Sunday 27 December 2026.')
    expect(text).toContain('We must take part. We must send someone who can decide.')
    expect(text).toContain('You can bring someone')
    expect(text).toContain('at least 5 working days before the meeting')
  })

  it('says where and when the meeting is, and where it was before it moved', () => {
    expect(textOf('meeting arranged')).toContain(
      'Monday 30 March 2026 at 2:30pm\nYou meet in person.\nWhere: Room 3, Keynsham Civic Centre, Temple Street',
    )
    expect(textOf('meeting moved')).toContain('Before, we told you Monday 30 March 2026 at 2:30pm.')
    expect(textOf('meeting moved')).toContain('Wednesday 1 April 2026 at 10am\nYou meet online.')
  })

  it('tells of the fact that it is about, whatever has changed since', () => {
    const found = SITUATIONS['meeting cancelled by the council']
    const { text } = composeMessage({
      ...(found as NonNullable<typeof found>),
      kind: 'meeting-invitation',
      about: sequenceOf(3),
    })
    expect(text).toContain('Your mediation meeting is on:\nMonday 30 March 2026 at 2:30pm')
  })

  it('says so when the notice is shorter than 5 working days', () => {
    expect(textOf('meeting arranged, short notice, place not known')).toContain(
      'You should have been told by Friday 20 March 2026.',
    )
    expect(textOf('meeting arranged')).not.toContain('short notice')
  })

  it('leaves a family free not to wait for a meeting after the 30 days', () => {
    expect(textOf('meeting arranged after the 30 days, by phone')).toContain(
      'The meeting is after Friday 3 April 2026, the last of the 30 days that we have.',
    )
  })

  it.each([
    ['meeting cancelled by the council', 'We, the council, cancelled it.'],
    ['meeting cancelled by the family', 'You asked to cancel it.'],
    ['meeting cancelled by the provider after the 30 days', 'The mediation provider cancelled it.'],
    ['meeting cancelled by the health body', 'The health body (the integrated care board) cancelled it.'],
  ])('%s: says who did', (name, words) => {
    expect(textOf(name)).toContain(words)
  })

  it('offers an appeal now or a wait when none was arranged', () => {
    const text = textOf('mediation not arranged')
    expect(text).toContain('Appeal now. Use the certificate as soon as you have it.')
    expect(text).toContain('Wait for mediation.')
    expect(text).toContain('Both are fine.')
  })

  it('says what was agreed by when, and narrows the appeal to the rest', () => {
    const text = textOf('mediation ended, agreed in part, Christmas')
    expect(text).toContain('by the dates in the agreement or, if it has none, by:\nWednesday 30 December 2026')
    expect(text).toContain('You can appeal about what was not agreed.')
    expect(textOf('mediation ended, not agreed')).not.toContain('What was agreed')
  })
})

describe('the appeal', () => {
  it('is not told to aim for a day that has gone by', () => {
    const text = textOf('appeal closing, 5 working days, sent on the last day')
    expect(text).toContain('The Tribunal must have your appeal by 5pm on:\nTuesday 1 September 2026')
    expect(text).not.toMatch(/Aim for/)
  })

  it('can still be made after the time limit, and a judge decides', () => {
    for (const name of [
      'appeal time passed',
      'appeal time passed, placement only',
      'appeal time passed, late contact',
    ]) {
      expect(textOf(name)).toContain('You can still appeal. Send it today and say why it is late. A judge decides.')
    }
  })

  it('that came after the time limit may count as late', () => {
    expect(textOf('appeal registered, late')).toContain('Your appeal may count as late')
    expect(textOf('appeal registered')).not.toContain('late')
  })
})

describe('the end of a case', () => {
  it('by mistake takes back its dates', () => {
    const text = textOf('case withdrawn, opened in error')
    expect(text).toContain('We opened this case by mistake. We are sorry.')
    expect(text).toContain('The dates that we sent you about this case do not apply.')
    expect(text).not.toContain('Aim for')
  })

  it('leaves the right of appeal with its date', () => {
    expect(textOf('case withdrawn, the family does not go on')).toContain('midday on:\nFriday 10 April 2026')
    expect(textOf('agreement reached')).toContain('Your right to appeal is not affected.')
  })

  it('with no news tells a family that spoke to the adviser in time what a certificate still gives', () => {
    expect(textOf('no news after a talk with the adviser')).toContain(
      'You then have 1 month from the date on it to appeal.',
    )
    expect(textOf('no news')).toContain('Speak to the mediation adviser. The adviser can still help.')
    expect(textOf('no news, placement only')).not.toMatch(/your certificate|Speak to the mediation adviser/)
  })
})

describe('what is recorded late', () => {
  it('an overdue certificate is the first word of the no to mediation', () => {
    const { text, subject } = composed('certificate overdue, declined and recorded late')
    expect(subject).toBe('Your mediation certificate was due by Friday 13 March 2026: ask for it today')
    expect(text).toContain('You told the mediation adviser on Tuesday 10 March 2026 that you do not want mediation.')
    expect(textOf('certificate overdue, none was arranged')).not.toContain('do not want mediation.\n')
  })

  it('a certificate that was due after mediation is asked for today, and costs no time where that is sure', () => {
    const { text, subject } = composed('mediation ended, spoken in time, recorded late')
    expect(subject).toBe('After your mediation: your certificate was due by Thursday 2 April 2026')
    expect(text).toContain('had to give you a certificate by:\nThursday 2 April 2026\nIf you have it, tell us')
    expect(text).toContain('ask the adviser for it today.\nYou do not lose time')
    expect(textOf('mediation ended, late contact, recorded late')).not.toContain('You do not lose time')
    expect(textOf('mediation ended, agreed, recorded late')).not.toContain('You do not lose time')
  })

  it('a certificate that was due because nothing was arranged is asked for today', () => {
    const { text, subject } = composed('mediation not arranged, recorded late')
    expect(subject).toBe('No mediation was arranged: your certificate was due by Friday 10 April 2026')
    expect(text).toContain('ask the adviser for it today.')
    expect(text).not.toContain('You do not have to ask for it.')
  })

  it('an appeal from weeks ago has an answer that may be overdue', () => {
    const text = textOf('appeal registered, recorded late')
    expect(text).toContain('If the Tribunal has not written to you yet, ask it.')
    expect(text).toContain('The Tribunal aimed to write to you by:\nFriday 22 May 2026')
    expect(text).not.toContain('You do not have to do anything now.')
  })

  it('a talk in time stays in time', () => {
    for (const name of ['choose, in time and recorded late', 'choose, in time and recorded late, appeal still ahead']) {
      expect(textOf(name)).toContain('You spoke to the adviser in time.')
      expect(textOf(name)).not.toContain('The last day in the law was')
    }
  })

  it('a case tells the late family all that it can do in its first message', () => {
    const ahead = textOf('rights, opened late, appeal still ahead')
    expect(ahead).toContain('If you spoke to the adviser by then, tell us the day.')
    expect(ahead).toContain(
      'Speak to the adviser. Say if you want mediation or not. You now get a certificate only if you',
    )
    expect(ahead).toContain('Start your appeal. The day for it is still ahead.')
    expect(ahead).toContain('ask the Tribunal to let you appeal without it')
    expect(textOf('rights, told after every date')).toContain('Send your appeal, even if you have no certificate yet.')
  })

  it('an appeal time that passed long ago is not told as news', () => {
    expect(textOf('appeal time passed, a month after a certificate recorded late')).toContain(
      'We are writing because we have not heard that you appealed.',
    )
  })
})

describe('the first talk with the adviser', () => {
  it.each(['mediation requested', 'mediation ended, not agreed', 'mediation not arranged', 'meeting result unknown'])(
    '%s: says what the month depends on when the talk is not known',
    (name) => {
      expect(textOf(name)).toContain(
        'The month counts if you first spoke to the mediation adviser on or before Friday 10 April 2026.',
      )
    },
  )

  it('is not asked about when the family is known to have had it', () => {
    for (const name of ['certificate due, over Easter', 'mediation ended, spoken in time, recorded late']) {
      expect(textOf(name)).not.toContain('The month counts if')
    }
  })

  it('decides what a certificate gives when nobody knows its day', () => {
    expect(textOf('certificate issued, the first talk is not known')).toContain(
      'This day counts if you first spoke to the mediation adviser on or before Friday 10 April 2026.',
    )
    expect(textOf('certificate issued')).not.toContain('This day counts if')
  })
})

describe('a meeting that is called off', () => {
  it.each([
    ['certificate due, meeting called off', 'Your meeting on Wednesday 1 April 2026 will not take place.'],
    [
      'certificate overdue, meeting called off and recorded late',
      'Our records show that your meeting on Wednesday 1 April 2026 did not take place. If it did, tell us.',
    ],
    [
      'mediation not arranged, meeting called off before day 30',
      'Your meeting on Wednesday 1 April 2026 will not take place.',
    ],
    ['mediation not arranged, a second time', 'Your meeting on Tuesday 5 May 2026 will not take place.'],
    [
      'meeting cancelled, recorded after its day',
      'Our records show that your meeting on Monday 30 March 2026 did not take place. If it did, tell us.',
    ],
  ])('%s: says so and takes it out of the calendar', (name, words) => {
    const { text, calendarFile } = composed(name)
    expect(text).toContain(words)
    expect(calendarFile?.method).toBe('CANCEL')
  })

  it('keeps its UID and raises its SEQUENCE', () => {
    const { content } = composed('certificate due, meeting called off').calendarFile ?? never()
    expect(content).toContain('UID:2026-0001-meeting-00003@')
    expect(content).toContain('SEQUENCE:5\r\n')
    expect(content).toContain('STATUS:CANCELLED')
  })

  it('is not told again by a message about another fact', () => {
    for (const name of ['mediation not arranged, the meeting was cancelled before', 'certificate overdue']) {
      const { text, calendarFile } = composed(name)
      expect(text).not.toContain('will not take place')
      expect(calendarFile).toBeUndefined()
    }
  })

  it('that was cancelled as such is not called off once more when the certificate is late', () => {
    const again = arranged.and('meeting-cancelled', { cancelledBy: 'family', cancelledOn: '2026-04-06' })
    expect(composeMessage(situation('certificate-overdue', '00004', again, '2026-04-10')).calendarFile).toBeUndefined()
  })
})

describe('mediation that the council cannot arrange', () => {
  it('is told before day 30 without saying that the time has gone by', () => {
    const { text, subject } = composed('mediation not arranged, told before day 30')
    expect(subject).toBe('We cannot arrange mediation in time: your certificate is due by Monday 30 March 2026')
    expect(text).toContain('We have until Friday 3 April 2026 to arrange it.')
    expect(text).toContain('On Wednesday 25 March 2026 we told the adviser that we cannot arrange it in time.')
    expect(text).not.toMatch(/We had until|was not arranged/)
  })

  it('a second time, keeps to a certificate that is there', () => {
    const { text, subject } = composed('mediation not arranged, a second time')
    // The adviser's time ran from the first word of it: a later one gives it no more.
    expect(subject).toBe('No mediation has taken place: your certificate was due by Friday 10 April 2026')
    expect(text).toContain('On Wednesday 29 April 2026 we told the adviser that we cannot arrange it.')
    expect(text).toContain('If you have a certificate already, use that one.')
    expect(text).not.toContain('was not arranged')
  })

  it('does not send the family to ask for what comes by itself', () => {
    expect(textOf('meeting cancelled by the provider after the 30 days')).toContain(
      'So the mediation adviser gives you a certificate. You do not have to ask for it.',
    )
  })
})

describe('a meeting with no result', () => {
  it('tells what follows if it took place, and if it did not', () => {
    const { text, subject } = composed('meeting result unknown')
    expect(subject).toBe('Your mediation meeting of Monday 30 March 2026: tell us what came of it')
    expect(text).toContain('Your mediation meeting was planned for Monday 30 March 2026 at 2:30pm.')
    expect(text).toContain('The mediation adviser had to give you a certificate by:\nThursday 2 April 2026')
    expect(text).toContain('You can ask for a certificate or for another meeting.')
    expect(text).toContain('You have until 5pm on Friday 10 April 2026, or 1 month from the date on the certificate.')
    expect(text).toContain('Your right to appeal is not affected.')
  })

  it('speaks of the day to which it was moved', () => {
    expect(textOf('meeting result unknown, moved')).toContain('planned for Wednesday 1 April 2026 at 10am.')
  })

  it('waits for the adviser while the 3 working days run over Christmas', () => {
    expect(textOf('meeting result unknown, the 3 working days still run')).toContain(
      'The mediation adviser must give you a certificate by:\nThursday 31 December 2026',
    )
  })

  it('promises no month to a family that was late', () => {
    expect(textOf('meeting result unknown, late contact')).not.toContain('1 month from')
  })
})
