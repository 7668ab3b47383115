import { describe, expect, it } from 'vitest'
import { composed, textOf } from '../composed.ts'

describe('mediation about health care', () => {
  it('as one issue of several: the board is told in 3 working days, and both have to take part', () => {
    const text = textOf('mediation requested: talked in time, health some')
    expect(text).toContain(
      'We must tell the health body (the integrated care board) on or before Monday 30 March 2026.',
    )
    expect(text).toContain('We have 3 working days for that.')
    expect(text).toContain('We and the health body must take part. We must both send someone who can decide.')
    expect(text).toContain('Mediation is a meeting between you, us and the health body.')
    expect(text).toContain('We must arrange the mediation by:\nFriday 24 April 2026')
  })

  it('as one issue of several: says when the board was told, or should have been', () => {
    expect(textOf('mediation requested, the board should have been told')).toContain(
      'We had to tell the health body (the integrated care board) on or before Monday 30 March 2026. Ask us if we have.',
    )
  })

  it('alone: promises no day for the mediation before the board has been told', () => {
    const { text, subject } = composed('mediation requested: talked in time, health only')
    expect(subject).toBe('You asked for mediation: we must tell the health body by Monday 30 March 2026')
    expect(text).toContain('It then has 30 days to arrange the mediation. We will write to tell you its last day.')
    expect(text).toContain('The health body must take part. It must send someone who can decide.')
    expect(text).not.toContain('must arrange the mediation by')
    expect(composed('mediation requested, health only, the board should have been told').subject).toContain(
      'we had to tell the health body by Monday 30 March 2026',
    )
  })

  it('alone: the board arranges it, 30 days after it was told', () => {
    const told = composed('health board told: talked in time, health only')
    expect(told.subject).toBe('The health body must arrange your mediation by Wednesday 29 April 2026')
    expect(told.text).toContain('30 days after Monday 30 March 2026 is Wednesday 29 April 2026.')
    expect(composed('mediation requested, the board was told the same day').subject).toBe(
      'The health body must arrange your mediation by Friday 24 April 2026',
    )
    expect(textOf('health board told, recorded late: talked in time, health only')).toContain(
      'The health body had to arrange the mediation by:\nWednesday 29 April 2026',
    )
  })

  it('is not spoken of where there is none', () => {
    expect(textOf('mediation requested: talked in time, health none')).not.toContain('health body')
  })
})

describe('a family that asked the provider first (J19)', () => {
  it('is told the earlier day to aim for, and the last day in the law', () => {
    const text = textOf('mediation requested, the provider was asked first')
    expect(text).toContain('You asked the mediation provider for mediation on Wednesday 4 March 2026.')
    expect(text).toContain('We aim to arrange the mediation by:\nThursday 2 April 2026')
    expect(text).toContain('The last day in the law is Friday 10 April 2026.')
    expect(text).toContain(
      'The mediation provider was asked first. Counted from that day, the time ends on Friday 3 April',
    )
  })
})

describe('mediation that is late', () => {
  it('says who is late, whom to ask, and that the time for an appeal goes on', () => {
    const ours = textOf('mediation late: placement only, health none')
    expect(ours).toContain('It is for us to arrange it. We are sorry.')
    expect(ours).toContain('Ask us for a day.')
    expect(ours).toContain('The time for an appeal does not stop while you wait or mediate.')
    const theirs = textOf('mediation late: talked in time, health only')
    expect(theirs).toContain('It is for the health body (the integrated care board) to arrange it')
    expect(theirs).toContain('Ask us for a day. We ask the health body.')
  })

  it('says how a family that needs a certificate gets one: it does not come by itself', () => {
    expect(textOf('mediation late: talked in time, health only')).toContain(
      'Tell the mediation adviser that you do not want to wait. Then you get one within 3 working days.',
    )
    expect(textOf('mediation late after it was adjourned')).toContain(
      'You can have it now, because mediation has begun.',
    )
  })

  it('is told before day 30 without saying that the day has gone by, and calls off a planned meeting', () => {
    const { text, subject, calendarFile } = composed(
      'mediation with a meeting cannot be arranged after all: certificate held, health none',
    )
    expect(subject).toBe('Your mediation cannot be arranged by Friday 24 April 2026: what you can do')
    expect(text).toContain('On Wednesday 8 April 2026 we told the adviser that it cannot be arranged in time.')
    expect(text).toContain('Your meeting on Wednesday 15 April 2026 will not take place.')
    expect(calendarFile?.method).toBe('CANCEL')
  })
})

describe('mediation that goes on another day (J8)', () => {
  it('lets the family have its certificate now, by its day', () => {
    const text = textOf('mediation adjourned, nobody could decide: talked in time, health none')
    expect(text).toContain('You can have your certificate now. You do not have to wait for the next meeting.')
    expect(text).toContain('Your certificate is due by:\nMonday 20 April 2026')
    expect(text).toContain('Do not let the time for an appeal go by.')
    expect(text).toContain('We count from the first meeting, so that you lose no time.')
  })

  it('counts from the first meeting when it is adjourned again', () => {
    expect(textOf('mediation adjourned a second time')).toContain('Your certificate was due by:\nThursday 2 April 2026')
  })

  it('asks for days where no certificate is needed', () => {
    expect(composed('mediation adjourned, recorded late: appeal made, health none').subject).toBe(
      'Your mediation of Wednesday 15 April 2026 goes on: tell us which days are good for you',
    )
  })

  it('says so when the next meeting is cancelled', () => {
    const text = textOf('next meeting cancelled: talked in time, health none')
    expect(text).toContain('Your mediation has begun and can go on.')
    expect(text).toContain('You can ask the mediation adviser for your certificate now.')
  })
})

describe('nobody who could decide', () => {
  it.each([
    ['mediation ended, not agreed, nobody could decide: talked in time, health none', 'We had to send someone'],
    [
      'mediation ended, not agreed, nobody could decide: appeal made, health only',
      'The health body had to send someone',
    ],
    ['mediation adjourned, nobody could decide: placement only, health none', 'We had to send someone'],
  ])('%s: says what the family can do', (name, who) => {
    expect(textOf(name)).toContain(`${who} who can decide.`)
    expect(textOf(name)).toContain(
      'You can complain. You can also ask for another meeting, with someone who can decide.',
    )
  })

  it('is not said when somebody came, or nobody knows', () => {
    for (const name of [
      'mediation adjourned, recorded late: talked in time, health none',
      'mediation ended, agreed: talked in time, health none',
    ]) {
      expect(textOf(name)).not.toContain('Nobody came who could decide')
    }
  })
})

describe('the end of mediation', () => {
  it('leaves the times of what was agreed to the message about them, when it is recorded', () => {
    const text = textOf('mediation ended, agreed, duties recorded: talked in time, health none')
    expect(text).toContain('We tell you in another message by which day each thing must be done, and why.')
    expect(text).not.toContain('We must do what was agreed')
    expect(textOf('mediation ended, agreed: talked in time, health only')).toContain(
      'The health body must do what was agreed by the dates in the agreement or, if it has none, by:',
    )
  })

  it('narrows the appeal to what is still disputed', () => {
    const text = textOf('mediation ended, agreed in part, needs left: talked in time, health none')
    expect(text).toContain('You can appeal about what was not agreed. The appeal is then only about that.')
    expect(text).toContain('* the needs in the plan (section B)\n* the school or college in the plan (section I)')
    expect(text).toContain('The mediation adviser must give you a certificate by:\nMonday 20 April 2026')
  })

  it('leaves only the school: no certificate is needed, and the day counted from the decision is shown (J6)', () => {
    const name = 'mediation ended, agreed in part, only the school left: talked in time, health none'
    const { text, subject } = composed(name)
    expect(subject).toBe('After your mediation: send your appeal today, Wednesday 15 April 2026')
    expect(text).toContain('You do not need a certificate for an appeal that is only about the school or college.')
    expect(text).toContain('But for such an appeal it may not give you more time.')
    expect(text).toContain('The time limit was 5pm on:\nFriday 10 April 2026')
    expect(text).toContain('If you are late because you were in mediation, say so in your appeal.')
    expect(text).not.toContain('1 month')
    expect(textOf('certificate issued, mediation left only the school')).toContain(
      'To be safe, a certificate does not add time.',
    )
  })

  it('beside an appeal: says what to tell the Tribunal', () => {
    expect(textOf('mediation ended, agreed: appeal made, health none')).toContain(
      'The Tribunal has your appeal. It goes on. Tell the Tribunal what was agreed.',
    )
    expect(textOf('mediation ended, agreed in part, needs left: appeal made, health none')).toContain(
      'The appeal is then about the rest.',
    )
  })

  it('that the family asked for: nothing else follows, and a planned meeting is called off', () => {
    const { text, subject, calendarFile } = composed(
      'mediation given up, with a meeting planned: certificate held, health none',
    )
    expect(subject).toBe('You said no to mediation on Wednesday 8 April 2026: what stays')
    expect(text).toContain('So it does not take place. If this is not right, tell us today.')
    expect(text).toContain('Your meeting on Wednesday 15 April 2026 will not take place.')
    expect(calendarFile?.method).toBe('CANCEL')
    expect(textOf('mediation given up after it was adjourned: certificate held, health none')).toContain(
      'So it does not go on.',
    )
  })
})

describe('a meeting', () => {
  it('at short notice to which the family agreed is told as such', () => {
    const text = textOf('meeting arranged, the family agreed to short notice')
    expect(text).toContain('You agreed to short notice')
    expect(text).toContain('If that is not right, tell us today.')
    expect(text).not.toMatch(/This is short notice|You should have been told/)
  })

  it.each([
    [
      'meeting moved by somebody who was ill: talked in time, health none',
      'We, the council, moved it. We are sorry. The reason is that someone was ill.',
    ],
    ['meeting moved by the family', 'You asked to move it. Before, we told you'],
    [
      'meeting moved by the provider',
      'The mediation provider moved it. If you want to know the reason, ask the mediation adviser.',
    ],
    [
      'meeting cancelled in the 30 days: talked in time, health none',
      'The health body (the integrated care board) cancelled it. The reason is that someone could not come on that day.',
    ],
    [
      'meeting cancelled after the 30 days: talked in time, health none',
      'We, the council, cancelled it. We are sorry. The reason is that someone needed more time to get ready.',
    ],
  ])('%s: says who and why', (name, words) => {
    expect(textOf(name)).toContain(words)
  })

  it.each([
    ['meeting corrected', 'Monday 30 March 2026 at 2:30pm', 'Tuesday 31 March 2026 at 2:30pm'],
    ['meeting corrected after it was moved', 'Wednesday 1 April 2026 at 10am', 'Wednesday 1 April 2026 at 11:30am'],
  ])('%s: names the wrong moment that was told, and the right one', (name, wrong, right) => {
    const { text, subject } = composed(name)
    expect(subject).toBe(`Your mediation meeting has moved to ${right}`)
    expect(text).toContain(`We recorded your mediation meeting wrongly. We are sorry. Before, we told you ${wrong}.`)
    expect(text).toContain(`Your mediation meeting is on:\n${right}`)
  })

  it('after the 30 days leaves a family with a certificate free to come all the same', () => {
    const text = textOf('meeting arranged after the 30 days: certificate held, health none')
    expect(text).toContain('the last of the 30 days that we have. You can go to it all the same.')
    expect(text).toContain('You have your certificate. So you can appeal now.')
    expect(textOf('meeting arranged after the 30 days: talked in time, health only')).toContain(
      'the last of the 30 days that the health body has.',
    )
  })

  it('that was cancelled after day 30 brings a certificate only to a family that needs one, and not from the board', () => {
    const comes = 'So the mediation adviser gives you a certificate.'
    expect(textOf('meeting cancelled after the 30 days: talked in time, health none')).toContain(comes)
    for (const standing of ['placement only', 'certificate held', 'appeal made']) {
      expect(textOf(`meeting cancelled after the 30 days: ${standing}, health none`)).not.toContain(comes)
    }
    expect(textOf('meeting cancelled after the 30 days: talked in time, health only')).not.toContain(comes)
  })

  it('that still stands is named beside a certificate and beside an appeal', () => {
    expect(textOf('certificate issued while a meeting is planned')).toContain(
      'Your mediation meeting on Monday 16 March 2026 still stands.',
    )
    expect(textOf('appeal registered while a meeting is planned')).toContain(
      'Your mediation meeting on Monday 30 March 2026 still stands.',
    )
  })
})

describe('a letter that was sent again (J14)', () => {
  it('keeps the first dates, and says what the other reading would be without relying on it', () => {
    const { text, subject } = composed('notice sent again')
    expect(subject).toBe('We sent our letter again: the day for your appeal stays Friday 10 April 2026')
    expect(text).toContain('So to be safe, keep to the dates of the first letter.')
    expect(text).toContain('If the time ran from the second letter, the last day would be Tuesday 5 May 2026.')
    expect(text).toContain('Do not wait for that day.')
    expect(text).toContain('Speak to the mediation adviser by:\nFriday 10 April 2026')
  })

  it('asks about a fresh right of appeal when something has changed', () => {
    expect(textOf('notice sent again')).toContain('Ask us if you have a new right to appeal.')
    expect(textOf('notice sent again, after a talk with the adviser')).not.toContain(
      'Speak to the mediation adviser by',
    )
  })
})
