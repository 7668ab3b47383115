import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { day, type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** What becomes of a case whose letter, council, plan or dispute changes, each told from the form to the message, on one service. */

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-02-02', inject('quietAssembly'))
})
afterAll(() => house.close())

describe('letters, moves and plans', { timeout: 240_000 }, () => {
  it('a letter that was never sent: nothing is counted down until there is one', async () => {
    const caseId = await house.open('never-sent')
    await house.record(caseId, '2026-02-20', 'notice-at-fault', {
      ...day('foundOn', '2026-02-20'),
      fault: 'never-sent',
    })
    const told = await house.textOf(caseId, 'rights_00002')
    expect(told).toContain('On Friday 20 February 2026 we found that our letter about this decision was never sent.')
    expect(told).toContain('So we cannot give you a last day for an appeal.')
    expect(told).toContain('Ask us today for the decision in writing.')
    expect(told).toContain('You do not have to wait for it.')
    expect(told).not.toContain('your time has not started')
    expect(told).not.toMatch(/send your appeal by/i)
    expect(await house.openTasks(caseId)).toEqual(['send-full-notice'])
    // Day 30, day 50, the last week and the end of the two months of the first day go by without a word.
    await house.client.goTo('2026-05-04', '09:30')
    expect(await house.messages(caseId)).toEqual(['2026-02-02 rights', '2026-02-20 rights'])
    await house.record(caseId, '2026-05-05', 'full-notice-sent', {
      ...day('printedOn', '2026-05-05'),
      ...day('sentOn', '2026-05-05'),
    })
    const again = await house.textOf(caseId, 'rights_00003')
    expect(again).toContain('On Tuesday 5 May 2026 we sent our decision with everything that it has to say.')
    expect(again).toContain('Use the days in this message, and not those in our messages before it.')
    expect(again).toContain('The last day in the law is Sunday 5 July 2026.')
    expect(await house.openTasks(caseId)).toEqual([])
    await house.client.goTo('2026-06-05', '09:30')
    expect((await house.messages(caseId)).slice(2)).toEqual(['2026-05-05 rights', '2026-06-04 contact-reminder-day-30'])
  })

  it('a letter without the right of appeal, found when the time was over: a reason for a late appeal, and no more time', async () => {
    const caseId = await house.open('incomplete')
    await house.record(caseId, '2026-08-17', 'notice-at-fault', {
      ...day('foundOn', '2026-08-17'),
      fault: 'incomplete',
      'lacks-right-to-appeal': 'yes',
    })
    const told = await house.textOf(caseId, 'rights_00002')
    expect(told).toContain('The letter said nothing, or not enough, about:\n\n* the right to appeal')
    expect(told).toContain('This can be a reason for the Tribunal to accept a late appeal. A judge decides.')
    expect(told).toContain('Please do not wait.')
    await house.record(caseId, '2026-08-18', 'full-notice-sent', {
      ...day('printedOn', '2026-08-18'),
      ...day('sentOn', '2026-08-18'),
    })
    const again = await house.textOf(caseId, 'rights_00003')
    expect(again).toContain('keep to the days that are counted from the first letter')
    expect(again).toContain('If the time ran from the second letter, the last day would be Monday 19 October 2026.')
  })

  it('the family disagrees with more than the school, and then with the school alone again', async () => {
    const caseId = await house.open('widened', { placementOnly: true, printedOn: '2026-08-18', sentOn: '2026-08-18' })
    await house.record(caseId, '2026-09-21', 'dispute-changed', {
      ...day('changedOn', '2026-09-21'),
      'sections-F': 'yes',
      'sections-I': 'yes',
    })
    const told = await house.textOf(caseId, 'what-you-disagree-with_00002')
    expect(told).toContain('* the help with learning in the plan (section F)')
    expect(told).toContain('You need a mediation certificate to appeal about the needs or the help in the plan.')
    expect(told).toContain('Speak to the mediation adviser by:\nFriday 16 October 2026')
    expect(told).toContain('Aim for the Tribunal to have your appeal by midday on:\nFriday 16 October 2026')
    // The advice has begun: in its last week the family is reminded of the adviser, and not of an appeal.
    await house.client.goTo('2026-10-12', '09:30')
    expect((await house.messages(caseId)).slice(2)).toEqual([
      '2026-10-07 contact-reminder-day-50',
      '2026-10-09 contact-reminder-last-week',
    ])
    await house.record(caseId, '2026-10-13', 'dispute-changed', {
      ...day('changedOn', '2026-10-13'),
      'sections-I': 'yes',
    })
    const again = await house.textOf(caseId, 'what-you-disagree-with_00003')
    expect(again).toContain('You do not need a mediation certificate any more.')
    await house.client.goTo('2026-10-21', '09:30')
    expect((await house.messages(caseId)).slice(5)).toEqual(['2026-10-20 late-appeal-possible'])
  })

  it('the family moves: nothing changes until the other council has the case, and it can come back', async () => {
    const caseId = await house.open('moves', { printedOn: '2026-10-19', sentOn: '2026-10-19' })
    await house.record(caseId, '2026-10-22', 'mediation-chosen', {
      ...day('councilToldOn', '2026-10-22'),
      ...day('contactedOn', '2026-10-22'),
      healthIssue: 'none',
    })
    await house.record(caseId, '2026-10-26', 'family-moves', {
      ...day('awareOn', '2026-10-26'),
      ...day('movesOn', '2026-12-07'),
      otherCouncil: 'Mendip Council',
    })
    const told = await house.textOf(caseId, 'your-case-moves_00003')
    expect(told).toContain('Our records show that you move to Mendip Council on Monday 7 December 2026.')
    expect(told).toContain('None of your days changes because you move.')
    // The council knew 15 working days before, so the plan goes on the day of the move.
    expect(told).toContain('We must transfer the plan to your new council on or before Monday 7 December 2026.')
    await house.client.goTo('2026-11-23', '09:30')
    // The 30 days of the first council go by: its adviser gives the certificate (J29).
    expect((await house.messages(caseId)).at(-1)).toBe('2026-11-22 mediation-not-arranged')
    await house.record(caseId, '2026-12-07', 'case-passed-on', {
      ...day('passedOn', '2026-12-07'),
      otherCouncil: 'Mendip Council',
    })
    const closed = await house.textOf(caseId, 'closing-after-withdrawal_00004')
    expect(closed).toContain('Since Monday 7 December 2026 Mendip Council has your case.')
    expect(await house.client.readCase(caseId)).toMatchObject({ status: 'closed', outcome: 'passed-on' })
    const silent = (await house.messages(caseId)).length
    await house.client.goTo('2027-01-11', '09:30')
    expect(await house.messages(caseId)).toHaveLength(silent)
    await house.record(caseId, '2027-01-12', 'case-came-back', day('cameBackOn', '2027-01-12'))
    expect(await house.textOf(caseId, 'your-case-moves_00005')).toContain(
      'Since Tuesday 12 January 2027 we have your case again.',
    )
    expect(await house.client.readCase(caseId)).toMatchObject({ status: 'open' })
    // Its mediation is owed as before.
    const tasks = await house.openTasks(caseId)
    expect(tasks).toContain('arrange-mediation')
    expect(tasks).not.toContain('pass-case-on')
  })

  it('a case that came from another council: no new time, and its own days for word and review', async () => {
    const caseId = await house.open('came', { printedOn: '2027-01-12', sentOn: '2027-01-12' })
    await house.record(caseId, '2027-01-18', 'case-came-from-council', {
      ...day('transferredOn', '2027-01-18'),
      ...day('madeOrReviewedOn', '2027-01-12'),
      otherCouncil: 'Mendip Council',
    })
    const told = await house.textOf(caseId, 'your-case-moves_00002')
    expect(told).toContain('It came from Mendip Council.')
    expect(told).toContain('Tell you on or before Monday 1 March 2027 if we will assess again')
    expect(told).toContain('Review the plan on or before Tuesday 11 January 2028.')
    await house.client.goTo('2027-03-02', '09:30')
    expect(await house.openTasks(caseId)).toContain('tell-of-transfer')
  })

  it('the family goes to the Ombudsman, which asks for a remedy by a day', async () => {
    const caseId = await house.open('ombudsman', { printedOn: '2027-03-01', sentOn: '2027-03-01' })
    await house.record(caseId, '2027-03-03', 'ombudsman-asked', {
      ombudsman: 'council',
      ...day('askedOn', '2027-03-03'),
    })
    const told = await house.textOf(caseId, 'with-the-ombudsman_00002')
    expect(told).toContain('you went to the Local Government and Social Care Ombudsman on Wednesday 3 March 2027')
    expect(told).toContain('Going to the Ombudsman does not stop the time for an appeal.')
    await house.record(caseId, '2027-03-04', 'ombudsman-decided', {
      of: '00002',
      result: 'fault-and-remedy',
      ...day('decidedOn', '2027-03-04'),
      ...day('remedyBy', '2027-03-19'),
    })
    expect(await house.textOf(caseId, 'what-the-ombudsman-decided_00003')).toContain(
      'It is to be done by:\nFriday 19 March 2027',
    )
    await house.client.goTo('2027-03-19', '09:30')
    expect(await house.openTasks(caseId)).toContain('do-remedy')
    await house.record(caseId, '2027-03-19', 'remedy-done', { of: '00002', ...day('doneOn', '2027-03-19') })
    expect(await house.openTasks(caseId)).not.toContain('do-remedy')
  })

  it('the plan is issued again during an appeal: both go on, until the Tribunal takes the new one in', async () => {
    const caseId = await house.open('issued-again', { printedOn: '2027-03-15', sentOn: '2027-03-15' })
    await house.record(caseId, '2027-03-22', 'certificate-issued', {
      ...day('issuedOn', '2027-03-22'),
      ...day('contactedOn', '2027-03-19'),
    })
    await house.record(caseId, '2027-03-23', 'appeal-registered', day('receivedOn', '2027-03-23'))
    await house.record(caseId, '2027-04-12', 'plan-issued-again', {
      ...day('printedOn', '2027-04-12'),
      ...day('sentOn', '2027-04-12'),
      newCase: '7K2M-4QXP',
    })
    const told = await house.textOf(caseId, 'your-plan-was-issued-again_00004')
    expect(told).toContain('Speak to the mediation adviser about it by:\nFriday 11 June 2027')
    expect(told).toContain('Aim for the Tribunal to have an appeal about it by midday on:\nFriday 11 June 2027')
    expect(told).toContain('A certificate for the old plan may not count for the new one.')
    expect(told).toContain('The Tribunal has your appeal about the old plan. It goes on.')
    expect(told).toContain('under the case reference 7K2M-4QXP')
    await house.record(caseId, '2027-04-20', 'new-plan-in-appeal', {
      allowed: 'yes',
      ...day('decidedOn', '2027-04-20'),
    })
    expect(await house.textOf(caseId, 'your-plan-was-issued-again_00005')).toContain(
      'By its letter of Tuesday 20 April 2027 the Tribunal lets your appeal be about the new plan.',
    )
    expect(await house.client.readCase(caseId)).toMatchObject({ status: 'open' })
  })

  it('an appeal that was taken back goes on, is decided, and goes to the Upper Tribunal', async () => {
    const caseId = await house.open('further-appeal')
    await house.record(caseId, '2027-04-19', 'certificate-issued', {
      ...day('issuedOn', '2027-04-19'),
      ...day('contactedOn', '2027-04-19'),
    })
    await house.record(caseId, '2027-04-20', 'appeal-registered', {
      ...day('receivedOn', '2027-04-20'),
      ...day('sentToCouncilOn', '2027-04-20'),
    })
    await house.record(caseId, '2027-04-21', 'appeal-withdrawn', day('withdrawnOn', '2027-04-21'))
    expect(await house.textOf(caseId, 'appeal-taken-back_00004')).toContain(
      'Ask by Wednesday 19 May 2027. There are 28 days to ask.',
    )
    await house.record(caseId, '2027-04-22', 'decision-set-aside', {
      ...day('setAsideOn', '2027-04-22'),
      how: 'reinstated',
    })
    expect(await house.textOf(caseId, 'appeal-open-again_00005')).toContain(
      'On Thursday 22 April 2027 the Tribunal opened again the appeal that you took back.',
    )
    await house.record(caseId, '2027-04-23', 'response-sent', day('sentOn', '2027-04-23'))
    await house.record(caseId, '2027-04-26', 'appeal-decided', {
      decision: 'decided-for-council',
      ...day('decidedOn', '2027-04-26'),
    })
    expect(await house.textOf(caseId, 'what-the-tribunal-decided_00007')).toContain('Ask by Monday 24 May 2027.')
    await house.record(caseId, '2027-04-27', 'further-appeal', {
      step: 'tribunal-refused',
      askedBy: 'family',
      ...day('stepOn', '2027-04-27'),
    })
    const told = await house.textOf(caseId, 'to-the-upper-tribunal_00008')
    expect(told).toContain('You can ask the Upper Tribunal itself by Thursday 27 May 2027.')
    expect(told).toContain('Until a judge says something else, the decision stands.')
  })
})
