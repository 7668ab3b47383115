import { describe, expect, it } from 'vitest'
import { aCase } from '../case-builder.ts'
import { plan } from './planned.ts'

describe('waiting for the family to speak to the adviser (decision of Tuesday 30 June 2026)', () => {
  const opened = aCase({ sentOn: '2026-06-30' }).build()

  it('tells the family its rights and looks again on day 30', () => {
    expect(plan(opened, 'adviser-contact', '00001', '2026-06-30')).toEqual({
      messages: ['rights_00001'],
      tasks: [],
      timeUp: 'no',
      wakeOn: '2026-07-30',
      // Two months end on Sunday 30 August, which does not move: the last working day before it is the 28th.
      next: 'family-speaks-to-adviser 2026-08-28',
    })
  })

  it.each([
    ['2026-07-30', 'contact-reminder-day-30_00001', '2026-08-19'],
    ['2026-08-19', 'contact-reminder-day-50_00001', '2026-08-21'],
    ['2026-08-21', 'contact-reminder-last-week_00001', '2026-08-31'],
  ])('reminds it on %s', (today, reminder, wakeOn) => {
    const planned = plan(opened, 'adviser-contact', '00001', today)
    expect(planned.messages).toEqual(['rights_00001', reminder])
    expect(planned.wakeOn).toBe(wakeOn)
  })

  it('leaves out a reminder that a later one has overtaken, after a stop of weeks', () => {
    const planned = plan(opened, 'adviser-contact', '00001', '2026-08-25')
    expect(planned.messages).toEqual(['rights_00001', 'contact-reminder-last-week_00001'])
  })

  it('is not over on the last day, a Sunday, and is over the day after', () => {
    expect(plan(opened, 'adviser-contact', '00001', '2026-08-30').timeUp).toBe('no')
    expect(plan(opened, 'adviser-contact', '00001', '2026-08-31')).toMatchObject({
      timeUp: 'contact-time-passed',
      messages: ['rights_00001'],
    })
  })

  it('does not remind a family that has just rung', () => {
    const rung = aCase({ sentOn: '2026-06-30' }).and('adviser-contacted', { contactedOn: '2026-07-29' }).build()
    expect(plan(rung, 'adviser-contact', '00001', '2026-07-30')).toMatchObject({
      messages: ['rights_00001'],
      timeUp: 'no',
    })
  })

  it('sends no reminder of a day before the case was opened', () => {
    const late = aCase({ sentOn: '2026-06-30' }, 'LATE').facts.map((fact) => ({
      ...fact,
      recordedAt: '2026-08-03T10:00:00.000Z',
    }))
    const subject = { ...opened, facts: late, openedAt: '2026-08-03T10:00:00.000Z' }
    expect(plan(subject, 'adviser-contact', '00001', '2026-08-03').messages).toEqual(['rights_00001'])
  })
})

describe('a family that is late', () => {
  const opened = aCase({ sentOn: '2026-01-09' })

  it('is told that the time has passed, and waited for as long as the council has chosen', () => {
    expect(plan(opened.build(), 'late-contact', '00001', '2026-03-10')).toMatchObject({
      messages: ['adviser-can-still-help_00001'],
      timeUp: 'no',
      next: 'keep-open 2026-09-09',
    })
    expect(plan(opened.build(), 'late-contact', '00001', '2026-09-09').timeUp).toBe('no-news')
  })

  it('is not told so when it has just rung', () => {
    const rung = opened.and('adviser-contacted', { contactedOn: '2026-03-10' }).build()
    expect(plan(rung, 'late-contact', '00001', '2026-03-10').messages).toEqual([])
  })

  it('is not counted down to a date that is not safe, and stays open a month after its certificate', () => {
    const certified = opened
      .and('mediation-declined', { declinedOn: '2026-03-23', contactedOn: '2026-03-23' })
      .and('certificate-issued', { issuedOn: '2026-03-26' })
      .build()
    expect(plan(certified, 'appeal', '00003', '2026-04-20')).toMatchObject({
      messages: ['last-day-to-appeal_00003'],
      timeUp: 'no',
      wakeOn: '2026-04-26',
    })
    expect(plan(certified, 'appeal', '00003', '2026-04-26')).toMatchObject({
      messages: ['last-day-to-appeal_00003', 'late-appeal-possible_00003'],
      timeUp: 'appeal-time-passed',
    })
  })
})

describe('declining after a late contact (regulation 34(2))', () => {
  const opened = aCase({ sentOn: '2026-01-09' })
  const declinedOn = (day: string) => opened.and('mediation-declined', { declinedOn: day, contactedOn: day }).build()

  it('awaits and chases no certificate, and keeps the case open for the appeal', () => {
    for (const today of ['2026-03-10', '2026-03-20']) {
      expect(plan(declinedOn('2026-03-10'), 'certificate-after-declining', '00002', today)).toMatchObject({
        messages: ['certificate-due_00002'],
        tasks: [],
        next: 'keep-open 2026-09-09',
      })
    }
  })

  it('awaits one on the last day', () => {
    expect(plan(declinedOn('2026-03-09'), 'certificate-after-declining', '00002', '2026-03-09')).toMatchObject({
      next: 'adviser-issues-certificate 2026-03-12',
    })
  })

  it('awaits one where the contact was in time by one date of the letter (J45)', () => {
    const sentLater = aCase({ printedOn: '2026-01-09', sentOn: '2026-01-14' })
    const between = sentLater.and('mediation-declined', { declinedOn: '2026-03-12', contactedOn: '2026-03-12' })
    expect(plan(between.build(), 'certificate-after-declining', '00002', '2026-03-12').next).toBe(
      'adviser-issues-certificate 2026-03-17',
    )
    const after = sentLater.and('mediation-declined', { declinedOn: '2026-03-16', contactedOn: '2026-03-16' })
    expect(plan(after.build(), 'certificate-after-declining', '00002', '2026-03-16').next).toBe('keep-open 2026-09-09')
  })

  it('awaits one after mediation', () => {
    const ended = opened
      .and('mediation-chosen', { councilToldOn: '2026-03-23', contactedOn: '2026-03-23' })
      .and('mediation-not-agreed', { concludedOn: '2026-04-14' })
    expect(plan(ended.build(), 'certificate-after-meeting', '00003', '2026-04-14').next).toBe(
      'adviser-issues-certificate 2026-04-17',
    )
  })

  it('awaits one where the day of the contact is not known', () => {
    const unknown = opened.and('mediation-declined', { declinedOn: '2026-03-23' }).build()
    expect(plan(unknown, 'certificate-after-declining', '00002', '2026-03-23').next).toBe(
      'adviser-issues-certificate 2026-03-26',
    )
  })
})

describe('waiting for a certificate after the family declined on Thursday 2 April 2026', () => {
  const declined = aCase().and('mediation-declined', { declinedOn: '2026-04-02' }).build()

  it('is due on the third working day, with Easter left out', () => {
    expect(plan(declined, 'certificate-after-declining', '00002', '2026-04-02')).toMatchObject({
      messages: ['certificate-due_00002'],
      wakeOn: '2026-04-10',
      next: 'adviser-issues-certificate 2026-04-09',
    })
  })

  it('is chased on the day after, and the family is told that it loses no time', () => {
    expect(plan(declined, 'certificate-after-declining', '00002', '2026-04-10')).toMatchObject({
      messages: ['certificate-due_00002', 'certificate-overdue_00002'],
      tasks: ['chase-certificate_00002'],
    })
  })
})

describe('mediation, the council told on Wednesday 4 March 2026', () => {
  const chosen = aCase().and('mediation-chosen', { councilToldOn: '2026-03-04' })

  it.each([
    ['2026-03-04', [], '2026-03-24'],
    ['2026-03-24', ['arrange-mediation_00002-day-20'], '2026-03-30'],
    // Day 25 is a Sunday.
    ['2026-03-30', ['arrange-mediation_00002-day-20', 'arrange-mediation_00002-day-25'], '2026-04-04'],
  ])('asks the council for a date: %s', (today, tasks, wakeOn) => {
    expect(plan(chosen.build(), 'meeting-date', '00002', today)).toMatchObject({
      messages: ['mediation-requested_00002'],
      tasks,
      timeUp: 'no',
      wakeOn,
    })
  })

  it('is not arranged in time on day 31: Good Friday does not move day 30', () => {
    expect(plan(chosen.build(), 'meeting-date', '00002', '2026-04-03').timeUp).toBe('no')
    expect(plan(chosen.build(), 'meeting-date', '00002', '2026-04-04').timeUp).toBe('thirty-days-passed')
  })

  it('then asks the council to tell the adviser, and the certificate is due in 3 working days', () => {
    expect(plan(chosen.build(), 'certificate-without-meeting', '00002', '2026-04-04')).toMatchObject({
      messages: ['mediation-not-arranged_00002'],
      // What the council was asked to arrange is still to be arranged: the family may wait for it.
      tasks: ['arrange-mediation_00002-day-20', 'arrange-mediation_00002-day-25'],
      wakeOn: '2026-04-07',
      // Day 31 is the Saturday of Easter: Tuesday, Wednesday, Thursday.
      next: 'adviser-issues-certificate 2026-04-09',
    })
  })

  it('asks what came of a meeting from the day after it', () => {
    const arranged = chosen.and('meeting-arranged', { meetingOn: '2026-03-31', startsAt: '10:00', format: 'online' })
    expect(plan(arranged.build(), 'meeting', '00003', '2026-03-31').tasks).not.toContain('record-meeting-result_00003')
    expect(plan(arranged.build(), 'meeting', '00003', '2026-04-01').tasks).toEqual(['record-meeting-result_00003'])
  })

  it('plans a stage that is started again as it was then, though the meeting has been cancelled since', () => {
    const cancelled = chosen
      .and('meeting-arranged', { meetingOn: '2026-03-31', startsAt: '10:00', format: 'online' })
      .and('meeting-cancelled', { cancelledBy: 'council', cancelledOn: '2026-03-30' })
      .build()
    expect(plan(cancelled, 'meeting', '00003', '2026-04-20')).toMatchObject({
      messages: ['meeting-invitation_00003'],
      tasks: [],
      timeUp: 'no',
    })
  })

  it('keeps the meeting in a wait for a certificate after it', () => {
    const ended = chosen
      .and('meeting-arranged', { meetingOn: '2026-03-31', startsAt: '10:00', format: 'online' })
      .and('mediation-not-agreed', { concludedOn: '2026-03-31' })
      .build()
    expect(plan(ended, 'certificate-after-meeting', '00004', '2026-03-31')).toMatchObject({
      messages: ['mediation-ended_00004'],
      // Wednesday 1, Thursday 2, then Tuesday 7 April after Easter.
      next: 'adviser-issues-certificate 2026-04-07',
    })
  })
})

describe('the appeal window', () => {
  const certified = aCase({ sentOn: '2026-05-20' })
    .and('mediation-declined', { declinedOn: '2026-07-07' })
    .and('certificate-issued', { issuedOn: '2026-07-10' })
    .build()

  it('is counted down to the day to aim for, and closes after the rolled day', () => {
    // One month after 10 July is Monday 10 August: in August, so the law's last day is Tuesday 1 September.
    expect(plan(certified, 'appeal', '00003', '2026-07-10')).toMatchObject({
      messages: ['last-day-to-appeal_00003'],
      wakeOn: '2026-07-27',
      next: 'family-appeals 2026-08-10',
    })
    expect(plan(certified, 'appeal', '00003', '2026-07-27').messages.at(-1)).toBe('appeal-closing-14-days_00003')
    expect(plan(certified, 'appeal', '00003', '2026-08-03').messages.at(-1)).toBe('appeal-closing-5-working-days_00003')
    expect(plan(certified, 'appeal', '00003', '2026-09-01').timeUp).toBe('no')
    expect(plan(certified, 'appeal', '00003', '2026-09-02')).toMatchObject({
      messages: ['last-day-to-appeal_00003', 'late-appeal-possible_00003'],
      timeUp: 'appeal-time-passed',
    })
  })

  it('begins at once, with the rights, when only the placement is disputed', () => {
    const placement = aCase({ sentOn: '2026-02-10', placementOnly: true }).build()
    expect(plan(placement, 'appeal', '00001', '2026-02-10')).toMatchObject({
      messages: ['rights_00001'],
      next: 'family-appeals 2026-04-10',
    })
  })
})

it('refuses a journey that says it has heard a fact that is not there', () => {
  expect(() => plan(aCase().build(), 'appeal', '00007', '2026-02-10')).toThrow(
    'has no fact 00007, though its journey says that it has acted on it',
  )
})
