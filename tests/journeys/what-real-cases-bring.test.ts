import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** What real cases bring and no leaflet foresees, each told from the form to the message, on one service. */

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-02-02', inject('quietAssembly'))
})
afterAll(() => house.close())

const day = (name: string, iso: string) => {
  const [year = '', month = '', date = ''] = iso.split('-').map((part) => String(Number(part)))
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

async function textOf(caseId: string, key: string): Promise<string> {
  const mail = (await house.client.mailbox()).find(({ tags }) => tags.case === caseId && tags.message === key)
  if (!mail) throw new Error(`The case ${caseId} was sent no ${key}.`)
  return (await house.client.message(mail.id)).text
}

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

describe('what real cases bring', { timeout: 120_000 }, () => {
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
    const set = await textOf(caseId, 'duties-set_00004')
    expect(set).toContain('with the school or other place changed by:\nThursday 12 February 2026')
    expect(set).toContain('We must send you the changed plan by:\nThursday 12 March 2026')
    await house.record(caseId, '2026-02-06', 'duty-day-set', {
      duty: '00004-D19',
      ...day('setOn', '2026-02-06'),
      ...day('day', '2026-03-27'),
    })
    const changed = await textOf(caseId, 'duty-changed_00005')
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
    const told = await textOf(caseId, 'council-has-given-in_00005')
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
    const told = await textOf(caseId, 'mediation-not-arranged_00004')
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
    const told = await textOf(caseId, 'duties-set_00002')
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
    const told = await textOf(caseId, 'tribunal-timetable_00004')
    expect(told).toContain('The last day for evidence, from you and from us: Friday 17 April 2026.')
    expect(told).toContain('It decides. If a day is different there, keep to the letter and tell us.')
    await house.record(caseId, '2026-03-26', 'timetable-set', {
      ...day('setOn', '2026-03-26'),
      ...day('evidence', '2026-04-10'),
      hearingIs: 'no-date-yet',
    })
    const changed = await textOf(caseId, 'tribunal-timetable_00005')
    expect(changed).toContain('They take the place of the days that we told you before.')
    expect(changed).toContain('There is no day for the hearing yet.')
    await house.client.goTo('2026-03-28', '09:30')
    expect((await house.messages(caseId)).filter((message) => message.endsWith('evidence-closing'))).toEqual([
      '2026-03-27 evidence-closing',
    ])
    expect(await textOf(caseId, 'evidence-closing_00005')).toContain(
      'The Tribunal must have your evidence by:\nFriday 10 April 2026',
    )
  })

  it('the council arranges nothing for ten months: the case stays open, and the family is not called silent', async () => {
    const caseId = await house.open('owed', { placementOnly: true })
    await house.record(caseId, '2026-03-30', 'mediation-chosen', {
      ...day('councilToldOn', '2026-03-30'),
      ...day('contactedOn', '2026-03-30'),
      healthIssue: 'none',
    })
    await house.client.goTo('2027-02-01', '09:30')
    const told = await house.messages(caseId)
    expect(told.filter((message) => message.endsWith('mediation-late'))).toEqual(['2026-04-30 mediation-late'])
    expect(told.filter((message) => message.includes(' closing-'))).toEqual([])
    const { status, tasks } = await house.client.readCase(caseId)
    expect(status).toBe('open')
    expect(tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['arrange-mediation', 'escalate-mediation']),
    )
    // What comes after all is heard, in the execution that took over.
    await house.record(caseId, '2027-02-02', 'meeting-arranged', {
      ...day('meetingOn', '2027-02-12'),
      startsAt: '10:00',
      format: 'online',
      ...day('arrangedOn', '2027-02-02'),
    })
    expect((await house.messages(caseId)).at(-1)).toBe('2027-02-02 meeting-invitation')
  })

  it('the council refuses mediation about a school: it owes it on, and the case stays open for months', async () => {
    const caseId = await house.open('refused', { placementOnly: true })
    await house.record(caseId, '2027-02-03', 'mediation-chosen', {
      ...day('councilToldOn', '2027-02-03'),
      ...day('contactedOn', '2027-02-03'),
      healthIssue: 'none',
    })
    await house.record(caseId, '2027-02-04', 'mediation-cannot-be-arranged', {
      ...day('adviserToldOn', '2027-02-04'),
      because: 'refused',
    })
    const told = await textOf(caseId, 'mediation-late_00003')
    expect(told).toContain('On Thursday 4 February 2027 we told the adviser that we do not take part.')
    expect(told).toContain('You have the right to mediation. It does not end with this.')
    expect(told).toContain('you can go to the Local Government and Social Care Ombudsman')
    const openTasks = async () =>
      (await house.client.readCase(caseId)).tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind)
    expect(await openTasks()).toEqual(expect.arrayContaining(['arrange-mediation', 'escalate-mediation']))
    await house.client.goTo('2027-10-04', '09:30')
    expect(await openTasks()).toEqual(expect.arrayContaining(['arrange-mediation', 'escalate-mediation']))
    expect((await house.client.readCase(caseId)).status).toBe('open')
    expect((await house.messages(caseId)).filter((message) => message.includes(' closing-'))).toEqual([])
  })

  it('the council refuses, and then does not come: the certificate is counted from the first of the two', async () => {
    const caseId = await house.open('refused-and-absent')
    await house.record(caseId, '2027-10-04', 'mediation-chosen', {
      ...day('councilToldOn', '2027-10-04'),
      ...day('contactedOn', '2027-10-04'),
      healthIssue: 'none',
    })
    await house.record(caseId, '2027-10-05', 'mediation-cannot-be-arranged', {
      ...day('adviserToldOn', '2027-10-05'),
      because: 'refused',
    })
    expect(await textOf(caseId, 'mediation-not-arranged_00003')).toContain(
      'The mediation adviser must give you a certificate by:\nFriday 8 October 2027',
    )
    await house.record(caseId, '2027-10-06', 'meeting-arranged', {
      ...day('meetingOn', '2027-10-07'),
      startsAt: '10:00',
      format: 'online',
      shortNoticeAgreed: 'yes',
      ...day('arrangedOn', '2027-10-06'),
    })
    await house.record(caseId, '2027-10-07', 'meeting-missed', {
      ...day('missedOn', '2027-10-07'),
      'absent-council': 'yes',
    })
    const told = await textOf(caseId, 'mediation-not-arranged_00005')
    expect(told).toContain('On Thursday 7 October 2027 there was a meeting, and we did not come.')
    expect(told).toContain('The mediation adviser must give you a certificate by:\nFriday 8 October 2027')
  })

  it('the family does not come: nothing follows by itself, and it is asked whether it wants another day', async () => {
    const caseId = await house.open('family-missed')
    await house.record(caseId, '2027-10-07', 'mediation-chosen', {
      ...day('councilToldOn', '2027-10-07'),
      ...day('contactedOn', '2027-10-07'),
      healthIssue: 'none',
    })
    await house.record(caseId, '2027-10-07', 'meeting-arranged', {
      ...day('meetingOn', '2027-10-08'),
      startsAt: '10:00',
      format: 'online',
      shortNoticeAgreed: 'yes',
      ...day('arrangedOn', '2027-10-07'),
    })
    await house.record(caseId, '2027-10-08', 'meeting-missed', {
      ...day('missedOn', '2027-10-08'),
      'absent-family': 'yes',
    })
    expect(await textOf(caseId, 'meeting-did-not-happen_00004')).toContain('Ask for another day.')
    const { status, tasks } = await house.client.readCase(caseId)
    expect(status).toBe('open')
    expect(tasks).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'fix-next-meeting', state: 'open' })]),
    )
  })
})
