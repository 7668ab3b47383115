import { describe, expect, it } from 'vitest'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { composed, textOf } from '../composed.ts'
import { arranged, situation } from '../situations.ts'

describe('what must be done', () => {
  it.each([
    [
      'agreement: assess',
      [
        'tell you that there will be an assessment by:\nMonday 20 July 2026',
        'tell you by:\nMonday 14 September 2026',
        'send you the final one by:\nMonday 12 October 2026',
      ],
    ],
    [
      'agreement: make-plan',
      ['send you the draft plan by:\nMonday 10 August 2026', 'send you the final plan by:\nMonday 21 September 2026'],
    ],
    ['agreement: not-appealable', ['do what was agreed by:\nMonday 20 July 2026']],
    ['order: amend-contents', ['send you the changed plan by:\nMonday 10 August 2026']],
    ['order: amend-placement', ['send you the plan with the school or other place changed by:\nMonday 20 July 2026']],
    ['order: reconsider', ['send you a draft plan or our new decision by:\nMonday 20 July 2026']],
    [
      'order: continue-and-amend',
      ['go on with the plan from:\nMonday 6 July 2026', 'send you the changed plan by:\nMonday 10 August 2026'],
    ],
    [
      'concession: assess',
      [
        'tell you that there will be an assessment by:\nMonday 20 July 2026',
        'send you the final one by:\nMonday 12 October 2026',
      ],
    ],
    [
      'concession: amend-placement',
      ['send you the plan with the school or other place changed by:\nMonday 20 July 2026'],
    ],
  ] as const)('after an %s: is listed with its day', (name, deeds) => {
    const text = textOf(`duties set, ${name}`)
    for (const deed of deeds) expect(text).toMatch(new RegExp(`[Ww]e must ${deed}`))
  })

  it('says how each day was counted', () => {
    expect(textOf('duties set, agreement: make-plan')).toContain(
      '11 weeks after Monday 6 July 2026 is Monday 21 September',
    )
    expect(textOf('duties set, on a bank holiday')).toContain(
      'That day is the early May bank holiday, but this time limit does not move to a later day.',
    )
    expect(textOf('duties set, on a bank holiday')).toContain('The working day before is Friday 1 May 2026.')
  })

  it('says what it follows from', () => {
    expect(textOf('duties set, agreement: cease')).toContain('You and we agreed at mediation on Monday 6 July 2026.')
    expect(textOf('duties set, order: cease')).toContain('The Tribunal made its order on Monday 6 July 2026.')
    expect(textOf('duties set, concession: make-plan')).toContain(
      'On Monday 6 July 2026 we told the Tribunal that we do not oppose your appeal.',
    )
  })

  it('after an assessment is one of two things, and no plan gives a new right of appeal', () => {
    const text = textOf('duties set, order: assess')
    expect(text).toContain('You get a plan, or we tell you that there will be none.')
    expect(text).toContain('If there will be none, you have a new right to appeal.')
    expect(textOf('duties set, order: amend-contents')).not.toContain('one of two things')
  })

  it('says which days the law lets pass for a few reasons: of an assessment and a new plan alone (regulations 44(3), 45(7))', () => {
    expect(textOf('duties set, order: assess')).toContain('The law lets these days pass only for a few reasons.')
    expect(textOf('duties set, order: make-plan')).toContain('The law lets these days pass only for a few reasons.')
    // Regulation 45(7) does not name paragraph (3A).
    expect(textOf('duties set, concession: assess')).toContain('The law lets some of these days pass only')
    for (const duty of ['amend-contents', 'amend-placement', 'reconsider', 'cease']) {
      expect(textOf(`duties set, order: ${duty}`)).not.toContain('only for a few reasons')
    }
  })

  it('by a day set in writing keeps to that day', () => {
    const { text, subject } = composed('duties set, a day was set in writing')
    expect(subject).toContain('the first day is Wednesday 30 September 2026')
    expect(text).toContain('The agreement says by when it must be done.')
    expect(text).toContain('The parties agreed in writing on another date: Wednesday 30 September 2026.')
    expect(text).not.toContain('only for a few reasons')
  })

  it('by the health body is said to be so', () => {
    expect(textOf('duties set, the health body agreed')).toContain('The health body must do what was agreed by:')
    expect(textOf('duty overdue, the health body may be late')).toContain(
      'We or the health body had to do what was agreed.',
    )
  })

  it('that is done already, or has fallen away, is not asked for', () => {
    expect(textOf('duties set, one is done')).toContain('Our records show that it was done on Monday 13 July 2026.')
    const done = arranged
      .and('mediation-agreed', { concludedOn: '2026-07-06', duties: ['assess'] })
      .and('duty-done', { of: '00004', rule: 'D15', doneOn: '2026-09-07' })
    expect(composeMessage(situation('duties-set', '00004', done, '2026-09-07')).text).not.toContain('final plan')
  })

  it('that was recorded late is told as past', () => {
    const { text, subject } = composed('duties set, recorded late')
    expect(subject).toBe('What had to be done for you by Monday 20 July 2026: please check it')
    expect(text).toContain('We had to do what was agreed by:\nMonday 20 July 2026')
  })

  it('after an agreement leaves the right of appeal, after an order there is none to keep', () => {
    expect(textOf('duties set, agreement: make-plan')).toContain('The agreement does not stop the time for an appeal.')
    expect(textOf('duties set, order: make-plan')).not.toContain('time for an appeal')
  })
})

describe('something that was not done', () => {
  it.each([
    [
      'duty overdue, agreement: assess, D14',
      'We had to tell you that there will be an assessment.',
      'Monday 20 July 2026',
    ],
    ['duty overdue, order: amend-contents, D19', 'We had to send you the changed plan.', 'Monday 10 August 2026'],
    ['duty overdue, concession: make-plan, D30', 'We had to send you the final plan.', 'Monday 21 September 2026'],
  ])('%s: says which, when it was due and who has it', (name, which, day) => {
    const { text, subject } = composed(name)
    expect(subject).toBe(`Something was to be done for you by ${day}: what you can do now`)
    expect(text).toContain(`${which} Our records do not show that it is done.`)
    expect(text).toContain('Ask Statutory Special Educational Needs Service. It has been passed to them today.')
    expect(text).toContain('https://www.ipsea.org.uk')
  })

  it('after an agreement leads to a complaint and the Ombudsman, after an order to the Tribunal and a court', () => {
    const agreed = textOf('duty overdue, agreement: make-plan, D17')
    expect(agreed).toContain('The Ombudsman can look at an agreement that was not kept.')
    expect(agreed).not.toContain('judicial review')
    for (const source of ['order', 'concession']) {
      const text = textOf(`duty overdue, ${source}: make-plan, ${source === 'order' ? 'D17' : 'D29'}`)
      expect(text).toContain('Write to the Tribunal')
      expect(text).toContain('A court can order us to do it (judicial review). The time to ask a court is short.')
    }
  })

  it('is asked for by the rule of one duty, and by no other', () => {
    const agreed = arranged.and('mediation-agreed', { concludedOn: '2026-07-06', duties: ['assess'] })
    expect(() => composeMessage(situation('duty-overdue', '00004-D19', agreed, '2026-08-11'))).toThrow(
      'The message "duty-overdue" of case 2026-0001 cannot be written: the fact 00004 leads to nothing under the rule D19.',
    )
  })
})

describe('everything that had to be done', () => {
  it('is listed with its days, for the family to check', () => {
    const { text, subject } = composed('duties done, agreement: assess')
    expect(subject).toBe('Everything was done by Wednesday 15 July 2026: tell us if it was not')
    expect(text).toContain('* On Wednesday 15 July 2026 we told you that there will be an assessment.')
    expect(text).toContain('* On Wednesday 15 July 2026 we sent you the final plan after the assessment.')
    expect(text).toContain('If something is missing or wrong, tell us. You can also complain.')
  })

  it('gives a new right of appeal with a plan or a decision', () => {
    expect(textOf('duties done, no plan after the assessment')).toContain(
      'There will be no plan after the assessment. You have a new right to appeal against that.',
    )
    expect(textOf('duties done, order: make-plan')).toContain('Then you have a new right to appeal.')
    expect(textOf('duties done, agreement: not-appealable')).not.toContain('new right to appeal')
  })
})
