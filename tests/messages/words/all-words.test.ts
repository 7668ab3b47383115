import { describe, expect, it } from 'vitest'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { aCase } from '../../cases/case-builder.ts'
import { SITUATIONS, situation } from '../situations.ts'

/** The text part of one of the situations. */
function textOf(name: string): string {
  const found = SITUATIONS[name]
  if (!found) throw new Error(`situations.ts has no situation "${name}".`)
  return composeMessage(found).text
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
    const { text } = composeMessage(situation('certificate-issued', '00003', early, '2026-03-03'))
    expect(text).toContain('Limit 1 is the later one, so it counts.')
  })

  it('says so when both limits end on the same day', () => {
    const tie = aCase({ sentOn: '2026-01-09' })
      .and('mediation-declined', { declinedOn: '2026-02-05' })
      .and('certificate-issued', { issuedOn: '2026-02-09' })
    const { text } = composeMessage(situation('certificate-issued', '00003', tie, '2026-02-09'))
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
    expect(text).toContain('The adviser can still help. Ask for a certificate.')
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
    expect(textOf('meeting moved')).toContain('Before, it was on Monday 30 March 2026 at 2:30pm.')
    expect(textOf('meeting moved')).toContain('Wednesday 1 April 2026 at 10am\nYou meet online.')
  })

  it('tells of the fact that it is about, whatever has changed since', () => {
    const found = SITUATIONS['meeting cancelled by the council']
    const { text } = composeMessage({
      ...(found as NonNullable<typeof found>),
      kind: 'meeting-arranged',
      about: '00003',
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
