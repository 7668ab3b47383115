import { describe, expect, it } from 'vitest'
import type { WaitName } from '../../../lambdas/cases/stages.ts'
import { everyStart } from '../../../lambdas/cases/start-stages.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { aCase, type CaseBuilder } from '../case-builder.ts'
import { plan } from './planned.ts'

const chosen = aCase({ sentOn: '2026-02-10' }).and('mediation-chosen', {
  councilToldOn: '2026-02-18',
  contactedOn: '2026-02-17',
})
const meeting = { startsAt: '10:30', format: 'online' } as const

describe('mediation beside the appeal', () => {
  const certified = chosen
    .and('meeting-arranged', { ...meeting, meetingOn: '2026-03-26' }, '2026-03-02')
    .and('certificate-issued', { issuedOn: '2026-03-10' })

  it('goes on to the meeting that was planned when the certificate came', () => {
    expect(plan(certified.build(), 'meeting', '00004', '2026-03-10', { startedFrom: '00002' })).toMatchObject({
      messages: [],
      timeUp: 'no',
      // Five working days before the meeting the council is asked who comes.
      wakeOn: '2026-03-19',
    })
    // The certificate does not say what came of the meeting: the council is asked for that on the day after.
    expect(plan(certified.build(), 'meeting', '00004', '2026-03-26', { startedFrom: '00002' }).wakeOn).toBe(
      '2026-03-27',
    )
  })

  it('waits for no second certificate after that meeting', () => {
    const ended = certified.and('mediation-not-agreed', { concludedOn: '2026-03-26' }).build()
    expect(plan(ended, 'certificate-after-meeting', '00005', '2026-03-26', { startedFrom: '00002' })).toMatchObject({
      messages: ['mediation-ended_00005'],
      tasks: [],
      timeUp: 'nothing-to-wait-for',
    })
  })

  it('tells a family that declined before its appeal nothing when the council says that it could not arrange it', () => {
    const appealed = chosen
      .and('mediation-declined', { declinedOn: '2026-02-24' })
      .and('appeal-registered', { receivedOn: '2026-02-26' })
      .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-02-27' })
      .build()
    const position = { startedFrom: '00002' }
    expect(plan(appealed, 'certificate-without-meeting', '00005', '2026-02-27', position)).toMatchObject({
      messages: [],
      timeUp: 'nothing-to-wait-for',
    })
  })

  it('still awaits the certificate of a family that declined, when the council says that it could not arrange it', () => {
    const healthOnly = aCase({ sentOn: '2026-02-10' })
      .and('mediation-chosen', { councilToldOn: '2026-02-18', contactedOn: '2026-02-17', healthIssue: 'only' })
      .and('mediation-declined', { declinedOn: '2026-02-24' })
      .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-02-25' })
      .build()
    const position = { startedFrom: '00002' }
    expect(plan(healthOnly, 'certificate-without-meeting', '00004', '2026-02-25', position)).toMatchObject({
      messages: ['certificate-due_00003'],
      timeUp: 'no',
    })
    expect(plan(healthOnly, 'certificate-without-meeting', '00004', '2026-02-28', position)).toMatchObject({
      messages: ['certificate-due_00003', 'certificate-overdue_00003'],
      tasks: [],
    })
    // The day after it is a Saturday, on which nobody asks.
    expect(plan(healthOnly, 'certificate-without-meeting', '00004', '2026-03-02', position).tasks).toEqual([
      'chase-certificate_00003',
    ])
  })

  it('stays open until the time to appeal has passed, and a month at least after the last news', () => {
    const waits = chosen.and('certificate-issued', { issuedOn: '2026-03-24' }).build()
    const later = (today: string) => plan(waits, 'later-meeting', '00003', today, { startedFrom: '00002' }).timeUp
    // One month after the certificate is Friday 24 April 2026.
    expect(later('2026-04-24')).toBe('no')
    expect(later('2026-04-25')).toBe('no-news')
  })

  it('tells a family with a certificate that mediation is late, and promises it no other one', () => {
    const waits = chosen.and('certificate-issued', { issuedOn: '2026-03-10' }).build()
    const day31 = plan(waits, 'meeting-date', '00003', '2026-03-21', { startedFrom: '00002' })
    expect(day31.messages).toEqual(['mediation-late_00002'])
    expect(day31.timeUp).toBe('no')
  })

  it('tells a family that no longer wants it so, and the meeting is called off', () => {
    const declined = certified.and('mediation-declined', { declinedOn: '2026-03-12' }).build()
    expect(declined.meetings).toMatchObject([{ state: 'cancelled', lastChangedBy: '00005' }])
    expect(
      plan(declined, 'certificate-without-meeting', '00005', '2026-03-12', { startedFrom: '00002' }),
    ).toMatchObject({ messages: ['mediation-given-up_00005'], timeUp: 'nothing-to-wait-for' })
  })

  it('is open to a family that disagrees only with the school, and gives no certificate there', () => {
    const placement = aCase({ placementOnly: true, sentOn: '2026-02-10' })
      .and('mediation-chosen', { councilToldOn: '2026-02-18' })
      .and('mediation-not-agreed', { concludedOn: '2026-03-05' })
      .build()
    expect(plan(placement, 'certificate-after-meeting', '00003', '2026-03-05', { startedFrom: '00002' })).toMatchObject(
      { messages: ['mediation-ended_00003'], timeUp: 'nothing-to-wait-for' },
    )
  })
})

describe('what happens on one route', () => {
  it('does not silence the reminders of another', () => {
    const complained = aCase({ sentOn: '2026-02-10' })
      .and('complaint-made', {
        madeOn: '2026-02-20',
        about: 'school',
        points: ['is-in-writing'],
        awareOn: '2026-02-01',
      })
      .build()
    expect(plan(complained, 'adviser-contact', '00001', '2026-03-12').messages).toContain(
      'contact-reminder-day-30_00001',
    )
  })

  it('moves the appeal date of another at once: agreement on all but the school leaves the two months', () => {
    const partly = chosen
      .and('certificate-issued', { issuedOn: '2026-03-24' })
      .and('mediation-partly-agreed', { concludedOn: '2026-03-26', stillDisputed: ['I'] })
      .build()
    expect(plan(partly, 'appeal', '00004', '2026-03-26', { startedFrom: '00003' }).next).toBe(
      'family-appeals 2026-04-10',
    )
  })
})

describe('mediation on a health issue', () => {
  const health = (healthIssue: 'some' | 'only') =>
    aCase({ sentOn: '2026-02-10' }).and('mediation-chosen', { councilToldOn: '2026-02-18', healthIssue })

  it('asks the council at once to tell the health board, until it has', () => {
    expect(plan(health('some').build(), 'meeting-date', '00002', '2026-02-18').tasks).toEqual([
      'tell-health-board_00002',
    ])
    const told = health('some').and('health-board-told', { boardToldOn: '2026-02-19' }).build()
    expect(plan(told, 'meeting-date', '00003', '2026-02-19').tasks).toEqual([])
  })

  it('starts the board’s time again where the family asks again', () => {
    const again = health('only')
      .and('health-board-told', { boardToldOn: '2026-02-20' })
      .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-02-23' })
      .and('mediation-chosen', { councilToldOn: '2026-03-26', healthIssue: 'only' })
      .build()
    expect(plan(again, 'meeting-date', '00005', '2026-03-26')).toMatchObject({
      messages: ['mediation-requested_00005'],
      tasks: ['tell-health-board_00005'],
    })
  })

  it('is the board’s to arrange in 30 days of being told where only health is disputed', () => {
    const told = health('only').and('health-board-told', { boardToldOn: '2026-02-20' }).build()
    expect(plan(told, 'meeting-date', '00003', '2026-02-20', { startedFrom: '00002' })).toMatchObject({
      messages: ['health-board-knows_00003'],
      // 30 days after Friday 20 February is Sunday 22 March: the last working day before it.
      next: 'mediation-is-held 2026-03-20',
    })
    // No certificate follows from a late board: it is chased, and the family is told.
    expect(plan(told, 'meeting-date', '00003', '2026-03-23', { startedFrom: '00002' })).toMatchObject({
      messages: ['health-board-knows_00003', 'mediation-late_00002'],
      tasks: ['chase-health-board_00002'],
      timeUp: 'no',
    })
  })
})

describe('a meeting that is adjourned', () => {
  const adjourned = chosen
    .and('meeting-arranged', { ...meeting, meetingOn: '2026-03-12' }, '2026-03-02')
    .and('mediation-adjourned', { adjournedOn: '2026-03-12' })

  it('offers the certificate after the first session, and asks for the next meeting', () => {
    expect(plan(adjourned.build(), 'adjourned', '00004', '2026-03-12', { startedFrom: '00002' }).messages).toEqual([
      'meeting-goes-on-another-day_00004',
    ])
    expect(plan(adjourned.build(), 'adjourned', '00004', '2026-03-19', { startedFrom: '00002' }).tasks).toEqual([
      'fix-next-meeting_00004',
    ])
  })

  it('is no reason to say on day 31 that no mediation was arranged', () => {
    const cancelled = adjourned
      .and('meeting-arranged', { ...meeting, meetingOn: '2026-03-30' }, '2026-03-13')
      .and('meeting-cancelled', { cancelledBy: 'council', cancelledOn: '2026-03-20' })
      .build()
    const day31 = plan(cancelled, 'meeting-date', '00006', '2026-03-21', { startedFrom: '00002' })
    expect(day31.timeUp).toBe('no')
    expect(day31.messages).not.toContain('mediation-not-arranged_00002')
  })
})

describe('what starts a stage again', () => {
  const last = (builder: ReturnType<typeof aCase>) => {
    const subject = builder.build()
    return everyStart(subject).map(({ stage, startedFrom }) => `${stage} ${startedFrom}`)
  }

  it('opens the appeal window when all but the placement was agreed, and no certificate has opened it', () => {
    const meetingHeld = chosen.and('mediation-partly-agreed', { concludedOn: '2026-02-26', stillDisputed: ['I'] })
    expect(last(meetingHeld)).toContain('appeal-window 00003')
    expect(last(chosen.and('mediation-partly-agreed', { concludedOn: '2026-02-26', stillDisputed: ['F'] }))).toEqual([
      'mediation-advice 00001',
      'mediation 00002',
    ])
    expect(plan(meetingHeld.build(), 'appeal', '00003', '2026-03-27', { startedFrom: '00003' })).toMatchObject({
      messages: ['rights_00001', 'appeal-closing-14-days_00003'],
    })
  })

  const notRegistered = aCase({ sentOn: '2026-02-10' })
    .and('adviser-contacted', { contactedOn: '2026-02-12' })
    .and('appeal-registered', { receivedOn: '2026-03-02' })
    .and('appeal-decided', { decidedOn: '2026-03-09', decision: 'not-registered', duties: [] })

  it('goes back to the advice for the certificate when an appeal was not registered for want of one', () => {
    const subject = notRegistered.build()
    expect(subject.appeal).toBeUndefined()
    expect(last(notRegistered)).toContain('mediation-advice 00004')
    // Nobody who has spoken to the adviser is reminded to; the last week to choose begins on Wednesday 1 April 2026.
    expect(plan(subject, 'adviser-contact', '00004', '2026-04-01', { startedFrom: '00004' }).messages).toEqual([
      'rights_00001',
      'choose-before-two-months_00004',
    ])
  })

  it('goes back to the appeal window where the family had its certificate, and takes the appeal when it comes again', () => {
    const certified = aCase({ sentOn: '2026-02-10' })
      .and('certificate-issued', { issuedOn: '2026-02-20', contactedOn: '2026-02-18' })
      .and('appeal-registered', { receivedOn: '2026-03-02' })
      .and('appeal-decided', { decidedOn: '2026-03-09', decision: 'not-registered', duties: [] })
    expect(last(certified)).toContain('appeal-window 00004')
    const again = certified.and('appeal-registered', { receivedOn: '2026-03-16' })
    expect(last(again)).toContain('tribunal 00005')
    expect(again.build()).toMatchObject({ appeal: { sequence: '00005' } })
    expect(again.build().appealEnded).toBeUndefined()
  })

  it('lets the Tribunal open an appeal again that it struck out, but not one that it decided', () => {
    const ended = (decision: 'struck-out' | 'decided-for-council') =>
      chosen
        .and('appeal-registered', { receivedOn: '2026-03-02' })
        .and('appeal-decided', { decidedOn: '2026-03-09', decision, duties: [] })
        .and('appeal-registered', { receivedOn: '2026-03-16' })
    expect(last(ended('struck-out'))).toContain('tribunal 00005')
    expect(last(ended('decided-for-council'))).toContain('tribunal 00003')
  })
})

it('waits on for the board where only health care is disputed and the council cannot arrange mediation', () => {
  const subject = aCase({ sentOn: '2026-02-10' })
    .and('mediation-chosen', { councilToldOn: '2026-02-18', contactedOn: '2026-02-17', healthIssue: 'only' })
    .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-02-25' })
    .build()
  expect(plan(subject, 'certificate-without-meeting', '00003', '2026-02-25', { startedFrom: '00002' })).toMatchObject({
    messages: ['mediation-late_00003'],
    // The board has not been told yet, and the council is the one to tell it.
    tasks: ['tell-health-board_00002', 'chase-health-board_00002'],
    timeUp: 'no',
  })
})

it('chases the certificate that a no has started, though a meeting was arranged since and fell through', () => {
  const meeting = { startsAt: '10:30', format: 'online' } as const
  const subject = aCase({ sentOn: '2026-02-10' })
    .and('mediation-chosen', { councilToldOn: '2026-02-18', contactedOn: '2026-02-17', healthIssue: 'only' })
    .and('mediation-declined', { declinedOn: '2026-02-23' })
    .and('meeting-arranged', { ...meeting, meetingOn: '2026-03-12' }, '2026-02-24')
    .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-02-25' })
    .and('health-board-told', { boardToldOn: '2026-02-26' })
    .build()
  const position = { startedFrom: '00002' }
  // Three working days after Monday 23 February 2026 is Thursday 26 February.
  expect(plan(subject, 'certificate-without-meeting', '00006', '2026-02-27', position)).toMatchObject({
    messages: ['mediation-late_00005', 'certificate-overdue_00003'],
    tasks: ['chase-health-board_00002', 'chase-certificate_00003'],
    timeUp: 'no',
  })
})

describe('mediation that the council owes', () => {
  const startedOn = parseCalendarDate('2026-02-18')
  const timeUp = (builder: CaseBuilder, wait: WaitName, heard: string, today: string) =>
    plan(builder.build(), wait, heard, today, { startedFrom: '00002', startedOn }).timeUp

  it('keeps the case open for as long as it is not held, and nobody is called silent', () => {
    // The 30 days end on 20 March; the council keeps its cases open for 6 months after them.
    expect(timeUp(chosen, 'certificate-without-meeting', '00002', '2026-10-30')).toBe('no')
    expect(timeUp(chosen, 'certificate-without-meeting', '00002', '2026-11-18')).toBe('stage-is-old')
    const placementOnly = aCase({ placementOnly: true, decisionKind: 'plan-contents', sentOn: '2026-02-10' }).and(
      'mediation-chosen',
      { councilToldOn: '2026-02-18' },
    )
    expect(timeUp(placementOnly, 'meeting-date', '00002', '2026-10-30')).toBe('no')
  })

  it('goes up to the named officer on the day after the 30 days', () => {
    const tasks = (today: string) =>
      plan(chosen.build(), 'certificate-without-meeting', '00002', today, { startedFrom: '00002' }).tasks
    // The day after is a Saturday, on which nobody is told.
    expect(tasks('2026-03-21')).not.toContain('escalate-mediation_00002-late')
    expect(tasks('2026-03-23')).toContain('escalate-mediation_00002-late')
  })

  it('does not outlast an appeal, nor a family that wants it no more', () => {
    const appealed = aCase({ placementOnly: true, decisionKind: 'plan-contents', sentOn: '2026-02-10' })
      .and('mediation-chosen', { councilToldOn: '2026-02-18' })
      .and('appeal-registered', { receivedOn: '2026-03-02' })
    expect(timeUp(appealed, 'meeting-date', '00003', '2026-10-30')).toBe('no-news')
    const declined = chosen.and('mediation-declined', { declinedOn: '2026-03-24' })
    expect(timeUp(declined, 'certificate-without-meeting', '00003', '2026-10-30')).toBe('no-news')
  })
})
