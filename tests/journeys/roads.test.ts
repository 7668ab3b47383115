import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** The roads that the demo does not take, each on the whole service, with the clock moved. */

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-02-10', inject('quietAssembly'))
})
afterAll(() => house.close())

const meeting = { startsAt: '10:30', format: 'online', place: 'By video' }

it('all begin on one day', async () => {
  cases.moved = await house.open('moved')
  cases.changesMind = await house.open('changes-mind')
  cases.withdrawn = await house.open('withdrawn')
  cases.silent = await house.open('silent')
  cases.lateCertificate = await house.open('late-certificate')
  cases.appealsEarly = await house.open('appeals-early')
  cases.laterMeeting = await house.open('later-meeting')
  cases.agrees = await house.open('agrees')
  cases.bounces = await house.open('bounces', { email: 'bounce@simulator.amazonses.com' })
  for (const caseId of Object.values(cases)) {
    expect((await house.client.readCase(caseId)).recordable, caseId).toContain('mediation-chosen')
  }
})

const cases: Record<string, string> = {}
const theCase = (name: string): string => cases[name] ?? ''
const outcomeOf = async (name: string) => (await house.client.readCase(theCase(name))).outcome

describe('as the year goes on', { timeout: 60_000 }, () => {
  it('a message that bounces becomes a task the same day', async () => {
    const { tasks, messages } = (await house.client.readCase(theCase('bounces'))) as unknown as {
      tasks: { kind: string; dueOn: string }[]
      messages: { delivery: string }[]
    }
    expect(messages).toMatchObject([{ delivery: 'bounced' }])
    expect(tasks).toMatchObject([{ kind: 'tell-family-another-way', dueOn: '2026-02-10' }])
  })

  it('a case is withdrawn', async () => {
    await house.record(theCase('withdrawn'), '2026-02-11', 'case-withdrawn', {
      reason: 'council-changed-decision',
      withdrawnOn: '2026-02-11',
    })
    expect(await outcomeOf('withdrawn')).toBe('withdrawn')
    expect(await house.messages(theCase('withdrawn'))).toEqual([
      '2026-02-10 rights',
      '2026-02-11 closing-after-withdrawal',
    ])
  })

  it('a family appeals before it has done anything else', async () => {
    await house.record(theCase('appealsEarly'), '2026-02-12', 'appeal-registered', { receivedOn: '2026-02-12' })
    expect((await house.client.readCase(theCase('appealsEarly'))).status).toBe('open')
    await house.record(theCase('appealsEarly'), '2026-02-13', 'appeal-withdrawn', { withdrawnOn: '2026-02-13' })
    expect(await outcomeOf('appealsEarly')).toBe('appealed')
    expect(await house.messages(theCase('appealsEarly'))).toEqual([
      '2026-02-10 rights',
      '2026-02-12 appeal-at-tribunal',
      '2026-02-13 appeal-taken-back',
    ])
  })

  it('families choose mediation, and one changes its mind about declining it', async () => {
    await house.record(theCase('changesMind'), '2026-02-16', 'mediation-declined', {
      declinedOn: '2026-02-16',
      contactedOn: '2026-02-16',
    })
    await house.record(theCase('changesMind'), '2026-02-17', 'mediation-chosen', {
      councilToldOn: '2026-02-17',
      healthIssue: 'none',
    })
    for (const name of ['moved', 'laterMeeting', 'agrees']) {
      await house.record(theCase(name), '2026-02-18', 'mediation-chosen', {
        councilToldOn: '2026-02-18',
        healthIssue: 'none',
      })
    }
    await house.record(theCase('lateCertificate'), '2026-02-18', 'adviser-contacted', { contactedOn: '2026-02-18' })
    await house.record(theCase('lateCertificate'), '2026-02-19', 'mediation-declined', { declinedOn: '2026-02-19' })
  })

  it('a certificate that does not come is chased, and the family is told', async () => {
    await house.client.goTo('2026-02-26', '12:00')
    expect(await house.messages(theCase('lateCertificate'))).toEqual([
      '2026-02-10 rights',
      '2026-02-18 choose',
      '2026-02-19 certificate-due',
      '2026-02-25 certificate-overdue',
    ])
    await house.record(theCase('lateCertificate'), '2026-02-26', 'certificate-issued', { issuedOn: '2026-02-26' })
  })

  it('meetings are arranged, moved and cancelled', async () => {
    await house.record(theCase('moved'), '2026-02-27', 'meeting-arranged', { ...meeting, meetingOn: '2026-03-16' })
    await house.record(theCase('agrees'), '2026-02-27', 'meeting-arranged', { ...meeting, meetingOn: '2026-03-12' })
    await house.record(theCase('moved'), '2026-03-02', 'meeting-moved', {
      ...meeting,
      meetingOn: '2026-03-17',
      movedBy: 'council',
    })
    await house.record(theCase('moved'), '2026-03-04', 'meeting-cancelled', {
      cancelledBy: 'council',
      cancelledOn: '2026-03-04',
    })
    await house.record(theCase('moved'), '2026-03-05', 'meeting-arranged', { ...meeting, meetingOn: '2026-03-18' })
    expect(await house.messages(theCase('moved'))).toEqual([
      '2026-02-10 rights',
      '2026-02-18 mediation-requested',
      '2026-02-27 meeting-invitation',
      '2026-03-02 meeting-new-time',
      '2026-03-04 meeting-is-off',
      '2026-03-05 meeting-invitation',
    ])
  })

  it('mediation ends in agreement, in full and in part', async () => {
    await house.record(theCase('agrees'), '2026-03-12', 'mediation-agreed', { concludedOn: '2026-03-12' })
    await house.record(theCase('agrees'), '2026-03-16', 'certificate-issued', {
      issuedOn: '2026-03-16',
      contactedOn: '2026-02-17',
    })
    await house.record(theCase('moved'), '2026-03-18', 'mediation-partly-agreed', { concludedOn: '2026-03-18' })
    await house.record(theCase('moved'), '2026-03-20', 'certificate-issued', {
      issuedOn: '2026-03-20',
      contactedOn: '2026-02-17',
    })
  })

  it('a family that waited past day 30 still gets its meeting, and its certificate after it', async () => {
    await house.client.goTo('2026-03-21', '12:00')
    await house.record(theCase('laterMeeting'), '2026-03-23', 'meeting-arranged', {
      ...meeting,
      meetingOn: '2026-03-30',
      shortNoticeAgreed: 'yes',
    })
    await house.record(theCase('laterMeeting'), '2026-03-30', 'mediation-not-agreed', { concludedOn: '2026-03-30' })
    await house.record(theCase('laterMeeting'), '2026-04-01', 'certificate-issued', {
      issuedOn: '2026-04-01',
      contactedOn: '2026-02-17',
    })
    expect(await house.messages(theCase('laterMeeting'))).toEqual([
      '2026-02-10 rights',
      '2026-02-18 mediation-requested',
      // Day 30 is Friday 20 March.
      '2026-03-21 mediation-not-arranged',
      '2026-03-23 meeting-invitation',
      '2026-03-26 who-comes',
      '2026-03-30 mediation-ended',
      '2026-04-01 last-day-to-appeal',
    ])
  })

  it('every window closes on its own day, and a full agreement stays an agreement', async () => {
    await house.client.goTo('2026-05-10', '12:00')
    expect(await outcomeOf('moved')).toBe('time-to-appeal-over')
    expect(await outcomeOf('agrees')).toBe('agreed')
    expect(await outcomeOf('lateCertificate')).toBe('time-to-appeal-over')
    expect(await outcomeOf('laterMeeting')).toBe('time-to-appeal-over')
  })

  it('a silent family is written to, waited for, and never told that it is over', async () => {
    // The contact date was Friday 10 April; six months later the council stops waiting.
    await house.client.goTo('2026-10-11', '12:00')
    expect(await outcomeOf('silent')).toBe('ended-without-news')
    expect(await house.messages(theCase('silent'))).toEqual([
      '2026-02-10 rights',
      '2026-03-12 contact-reminder-day-30',
      '2026-04-01 contact-reminder-last-week',
      '2026-04-11 adviser-can-still-help',
      '2026-10-10 closing-without-news',
    ])
  })

  it('leaves no execution that failed', async () => {
    const executions = await house.client.executions()
    expect(executions.filter(({ status }) => status === 'FAILED' || status === 'TIMED_OUT')).toEqual([])
  })
})
