import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { day, type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** What real cases bring and no leaflet foresees, each told from the form to the message, on one service. */

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-02-02', inject('quietAssembly'))
})
afterAll(() => house.close())

/** A case whose appeal the Tribunal has. */
async function appealed(name: string, opening: Parameters<ServiceForTests['open']>[1] = {}): Promise<string> {
  const caseId = await house.open(name, opening)
  const contact = { ...day('contactedOn', '2026-02-02') }
  await house.record(caseId, '2026-02-03', 'certificate-issued', { ...day('issuedOn', '2026-02-03'), ...contact })
  await house.record(caseId, '2026-02-04', 'appeal-registered', {
    ...day('receivedOn', '2026-02-04'),
    ...day('sentToCouncilOn', '2026-02-04'),
  })
  return caseId
}

describe('what real cases bring', { timeout: 240_000 }, () => {
  it('an order that names a day, another day for one thing, and a reason in law to be late', async () => {
    const caseId = await appealed('ordered')
    await house.record(caseId, '2026-02-05', 'appeal-decided', {
      decision: 'consent-order',
      ...day('decidedOn', '2026-02-05'),
      'duties-amend-contents': 'yes',
      'duties-amend-placement': 'yes',
      ...day('orderedDate', '2026-02-12'),
      'orderedDateFor-amend-placement': 'yes',
    })
    const set = await house.textOf(caseId, 'duties-set_00004')
    expect(set).toContain('with the school or other place changed by:\nThursday 12 February 2026')
    expect(set).toContain('We must send you the changed plan by:\nThursday 12 March 2026')
    await house.record(caseId, '2026-02-06', 'duty-day-set', {
      duty: '00004-D19',
      ...day('setOn', '2026-02-06'),
      ...day('day', '2026-03-27'),
    })
    const changed = await house.textOf(caseId, 'duty-changed_00005')
    expect(changed).toContain('Another day was set for what must be done')
    expect(changed).toContain('Friday 27 March 2026')
  })

  it('the council gives in after its response: a promise, and the appeal stays open', async () => {
    const caseId = await appealed('gave-in', { decisionKind: 'refusal-to-assess' })
    await house.record(caseId, '2026-02-09', 'response-sent', day('sentOn', '2026-02-09'))
    await house.record(caseId, '2026-02-10', 'council-gave-in', {
      ...day('gaveInOn', '2026-02-10'),
      extent: 'all',
      'duties-assess': 'yes',
      ...day('promisedDate', '2026-05-29'),
    })
    const told = await house.textOf(caseId, 'council-has-given-in_00005')
    expect(told).toContain('We have promised to do it by Friday 29 May 2026. It is a promise. No order has been made')
    expect(told).toContain('Keep your appeal open until you have the final plan or an order of the Tribunal.')
    expect(told).not.toContain('your appeal is over')
    expect(await house.client.readCase(caseId)).toMatchObject({ status: 'open' })
  })

  it('the council does not come: that counts as not arranged, and the certificate is due in 3 working days', async () => {
    const caseId = await house.open('missed')
    await house.record(caseId, '2026-02-10', 'mediation-chosen', {
      ...day('councilToldOn', '2026-02-10'),
      ...day('contactedOn', '2026-02-10'),
      healthIssue: 'none',
    })
    await house.record(caseId, '2026-02-10', 'meeting-arranged', {
      ...day('meetingOn', '2026-02-11'),
      startsAt: '10:00',
      format: 'online',
      shortNoticeAgreed: 'yes',
      ...day('arrangedOn', '2026-02-10'),
    })
    await house.record(caseId, '2026-02-11', 'meeting-missed', {
      ...day('missedOn', '2026-02-11'),
      'absent-council': 'yes',
    })
    const told = await house.textOf(caseId, 'mediation-not-arranged_00004')
    expect(told).toContain('On Wednesday 11 February 2026 there was a meeting, and we did not come.')
    expect(told).toContain('The mediation adviser must give you a certificate by:\nMonday 16 February 2026')
    expect(await house.client.readCase(caseId)).toMatchObject({ status: 'open' })
  })

  it('the decision goes back to panel, without mediation: the day that was agreed, and nothing closes', async () => {
    const caseId = await house.open('panel')
    await house.record(caseId, '2026-02-11', 'agreed-later', {
      ...day('agreedOn', '2026-02-11'),
      'duties-reconsider': 'yes',
      'points-back-to-panel': 'yes',
      ...day('agreedDate', '2026-02-25'),
    })
    const told = await house.textOf(caseId, 'duties-set_00002')
    expect(told).toContain('You and we made an agreement on Wednesday 11 February 2026.')
    expect(told).toContain('send you a draft plan or our new decision by:\nWednesday 25 February 2026')
    expect(told).toContain('Your right to appeal')
    expect(await house.client.readCase(caseId)).toMatchObject({ status: 'open' })
  })

  it('the child dies: from that minute nothing is sent, whatever was due', async () => {
    const caseId = await appealed('died')
    await house.client.goTo('2026-02-11', '09:30')
    const before = await house.messages(caseId)
    await house.record(caseId, '2026-02-11', 'child-died', day('toldOn', '2026-02-11'))
    await house.client.goTo('2026-03-20', '17:30')
    expect(await house.messages(caseId)).toEqual(before)
    expect(await house.client.readCase(caseId)).toMatchObject({ status: 'closed', outcome: 'ended-by-death' })
    // What is recorded afterwards, or corrected, is told to nobody either.
    await house.record(caseId, '2026-03-23', 'appeal-withdrawn', day('withdrawnOn', '2026-02-12'))
    await house.client.goTo('2026-03-24', '17:30')
    expect(await house.messages(caseId)).toEqual(before)
  })

  it('the Tribunal sets its days and changes one: both letters are told, and the reminder goes by the second', async () => {
    const caseId = await appealed('timetable')
    await house.record(caseId, '2026-03-25', 'timetable-set', {
      ...day('setOn', '2026-03-25'),
      ...day('evidence', '2026-04-17'),
      ...day('bundle', '2026-05-05'),
      ...day('hearing', '2026-05-12'),
      hearingIs: 'oral',
    })
    const told = await house.textOf(caseId, 'tribunal-timetable_00004')
    expect(told).toContain('The last day for evidence, from you and from us: Friday 17 April 2026.')
    expect(told).toContain('It decides. If a day is different there, keep to the letter and tell us.')
    await house.record(caseId, '2026-03-26', 'timetable-set', {
      ...day('setOn', '2026-03-26'),
      ...day('evidence', '2026-04-10'),
      hearingIs: 'no-date-yet',
    })
    const changed = await house.textOf(caseId, 'tribunal-timetable_00005')
    expect(changed).toContain('They take the place of the days that we told you before.')
    expect(changed).toContain('There is no day for the hearing yet.')
    await house.client.goTo('2026-03-28', '09:30')
    expect((await house.messages(caseId)).filter((message) => message.endsWith('evidence-closing'))).toEqual([
      '2026-03-27 evidence-closing',
    ])
    expect(await house.textOf(caseId, 'evidence-closing_00005')).toContain(
      'The Tribunal must have your evidence by:\nFriday 10 April 2026',
    )
  })

  it('the council arranges nothing for ten months, or refuses: the case stays open, and nobody is called silent', async () => {
    const caseId = await house.open('owed', { placementOnly: true })
    await house.record(caseId, '2026-03-30', 'mediation-chosen', {
      ...day('councilToldOn', '2026-03-30'),
      ...day('contactedOn', '2026-03-30'),
      healthIssue: 'none',
    })
    const refused = await house.open('refused', { placementOnly: true })
    await house.record(refused, '2026-03-30', 'mediation-chosen', {
      ...day('councilToldOn', '2026-03-30'),
      ...day('contactedOn', '2026-03-30'),
      healthIssue: 'none',
    })
    await house.record(refused, '2026-03-31', 'mediation-cannot-be-arranged', {
      ...day('adviserToldOn', '2026-03-31'),
      because: 'refused',
    })
    const no = await house.textOf(refused, 'mediation-late_00003')
    expect(no).toContain('On Tuesday 31 March 2026 we told the adviser that we do not take part.')
    expect(no).toContain('You have the right to mediation. It does not end with this.')
    expect(no).toContain('you can go to the Local Government and Social Care Ombudsman')
    const isStillAsked = async (of: string) => {
      const { status, tasks } = await house.client.readCase(of)
      expect(status).toBe('open')
      expect(tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['arrange-mediation', 'escalate-mediation']),
      )
      expect((await house.messages(of)).filter((message) => message.includes(' closing-'))).toEqual([])
    }
    // Whoever refuses is asked at once; whoever is silent, when the 30 days have passed.
    await isStillAsked(refused)
    await house.client.goTo('2027-02-01', '09:30')
    const told = await house.messages(caseId)
    expect(told.filter((message) => message.endsWith('mediation-late'))).toEqual(['2026-04-30 mediation-late'])
    await isStillAsked(caseId)
    await isStillAsked(refused)
    // What comes after all is heard, in the execution that took over.
    await house.record(caseId, '2027-02-02', 'meeting-arranged', {
      ...day('meetingOn', '2027-02-12'),
      startsAt: '10:00',
      format: 'online',
      ...day('arrangedOn', '2027-02-02'),
    })
    expect((await house.messages(caseId)).at(-1)).toBe('2027-02-02 meeting-invitation')
  })

  it('the council refuses, and then does not come: the certificate is counted from the first of the two', async () => {
    const caseId = await house.open('refused-and-absent')
    await house.record(caseId, '2027-02-03', 'mediation-chosen', {
      ...day('councilToldOn', '2027-02-03'),
      ...day('contactedOn', '2027-02-03'),
      healthIssue: 'none',
    })
    await house.record(caseId, '2027-02-04', 'mediation-cannot-be-arranged', {
      ...day('adviserToldOn', '2027-02-04'),
      because: 'refused',
    })
    expect(await house.textOf(caseId, 'mediation-not-arranged_00003')).toContain(
      'The mediation adviser must give you a certificate by:\nTuesday 9 February 2027',
    )
    await house.record(caseId, '2027-02-05', 'meeting-arranged', {
      ...day('meetingOn', '2027-02-08'),
      startsAt: '10:00',
      format: 'online',
      shortNoticeAgreed: 'yes',
      ...day('arrangedOn', '2027-02-05'),
    })
    await house.record(caseId, '2027-02-08', 'meeting-missed', {
      ...day('missedOn', '2027-02-08'),
      'absent-council': 'yes',
    })
    const told = await house.textOf(caseId, 'mediation-not-arranged_00005')
    expect(told).toContain('On Monday 8 February 2027 there was a meeting, and we did not come.')
    expect(told).toContain('The mediation adviser must give you a certificate by:\nTuesday 9 February 2027')
  })

  it('the family does not come: nothing follows by itself, and it is asked whether it wants another day', async () => {
    const caseId = await house.open('family-missed')
    await house.record(caseId, '2027-02-08', 'mediation-chosen', {
      ...day('councilToldOn', '2027-02-08'),
      ...day('contactedOn', '2027-02-08'),
      healthIssue: 'none',
    })
    await house.record(caseId, '2027-02-08', 'meeting-arranged', {
      ...day('meetingOn', '2027-02-09'),
      startsAt: '10:00',
      format: 'online',
      shortNoticeAgreed: 'yes',
      ...day('arrangedOn', '2027-02-08'),
    })
    await house.record(caseId, '2027-02-09', 'meeting-missed', {
      ...day('missedOn', '2027-02-09'),
      'absent-family': 'yes',
    })
    expect(await house.textOf(caseId, 'meeting-did-not-happen_00004')).toContain('Ask for another day.')
    const { status, tasks } = await house.client.readCase(caseId)
    expect(status).toBe('open')
    expect(tasks).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'fix-next-meeting', state: 'open' })]),
    )
  })

  it('a decision is set aside: the appeal is open again, and what was ordered is not asked for', async () => {
    const caseId = await house.open('set-aside')
    await house.record(caseId, '2027-02-10', 'certificate-issued', {
      ...day('issuedOn', '2027-02-10'),
      ...day('contactedOn', '2027-02-10'),
    })
    await house.record(caseId, '2027-02-11', 'appeal-registered', {
      ...day('receivedOn', '2027-02-11'),
      ...day('sentToCouncilOn', '2027-02-11'),
    })
    await house.record(caseId, '2027-02-12', 'response-sent', day('sentOn', '2027-02-12'))
    await house.record(caseId, '2027-02-15', 'appeal-decided', {
      decision: 'decided-for-appellant',
      ...day('decidedOn', '2027-02-15'),
      'duties-amend-contents': 'yes',
    })
    await house.record(caseId, '2027-02-16', 'decision-set-aside', {
      ...day('setAsideOn', '2027-02-16'),
      how: 'set-aside',
    })
    const told = await house.textOf(caseId, 'appeal-open-again_00006')
    expect(told).toContain(
      'On Tuesday 16 February 2027 the Tribunal set aside its decision. So your appeal is open again.',
    )
    expect(told).toContain('You do not have to appeal again.')
    expect(told).toContain('We do not have to do now what the Tribunal ordered.')
    // The order's 5 weeks end on 22 March: nobody is told that it is late.
    await house.client.goTo('2027-03-29', '09:30')
    expect((await house.messages(caseId)).filter((message) => message.endsWith('duty-overdue'))).toEqual([])
    expect(await house.client.readCase(caseId)).toMatchObject({ status: 'open' })
    await house.record(caseId, '2027-03-30', 'appeal-decided', {
      decision: 'decided-for-council',
      ...day('decidedOn', '2027-03-30'),
    })
    expect((await house.messages(caseId)).at(-1)).toBe('2027-03-30 what-the-tribunal-decided')
  })

  it('a way forward meeting: the family is told that it stops no time and need not come first', async () => {
    const caseId = await house.open('way-forward')
    await house.record(caseId, '2027-03-30', 'way-forward-meeting', {
      ...day('askedOn', '2027-03-30'),
      ...day('meetingOn', '2027-04-20'),
    })
    const told = await house.textOf(caseId, 'an-offer-to-talk_00002')
    expect(told).toContain('On Tuesday 30 March 2027 we asked you to a meeting with us before mediation.')
    expect(told).toContain('It stops no time. Every day in our other messages stays.')
    expect(told).toContain('It does not have to come first.')
  })

  it('who comes to the meeting: the family hears it two days before, also that nobody was named', async () => {
    const caseId = await house.open('who-comes')
    await house.record(caseId, '2027-03-31', 'mediation-chosen', {
      ...day('councilToldOn', '2027-03-31'),
      ...day('contactedOn', '2027-03-31'),
      healthIssue: 'none',
    })
    await house.record(caseId, '2027-03-31', 'meeting-arranged', {
      ...day('meetingOn', '2027-04-22'),
      startsAt: '10:00',
      format: 'online',
      ...day('arrangedOn', '2027-03-31'),
    })
    await house.client.goTo('2027-04-20', '09:30')
    expect(await house.textOf(caseId, 'who-comes_00003')).toContain(
      'We have not said yet who comes for us. We are sorry. The law says that we must send someone who can decide.',
    )
    const { tasks } = await house.client.readCase(caseId)
    expect(tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['name-who-comes', 'escalate-who-comes']),
    )
    await house.record(caseId, '2027-04-21', 'attendance-named', {
      role: 'manager',
      canDecide: 'yes',
      ...day('namedOn', '2027-04-21'),
    })
    expect(await house.textOf(caseId, 'who-comes_00004')).toContain('For us there comes a manager. They can decide.')
  })
})
