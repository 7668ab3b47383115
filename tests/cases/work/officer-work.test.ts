import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../../lambdas/cases/case-file.ts'
import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { officerWork, workOfTask } from '../../../lambdas/cases/work/officer-work.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { addWorkingDays } from '../../../lambdas/law/working-days.ts'
import { aCase } from '../case-builder.ts'
import { SETTINGS } from '../plan/settings-for-tests.ts'
import { aFile, given } from './file-for-tests.ts'

/** What is to be done in the next five working days, short enough to compare. */
function work(file: CaseFile, day: string) {
  const today = parseCalendarDate(day)
  const settings = { ...SETTINGS, today, until: addWorkingDays(today, 5) }
  return officerWork(file, settings).map(
    ({ standing, kind, day, lastDay }) => `${standing} ${kind} ${day}${day === lastDay ? '' : ` to ${lastDay}`}`,
  )
}

const chosen = aCase().and('mediation-chosen', { councilToldOn: '2026-03-04' })

describe('mediation that is to be arranged (30 days after Wednesday 4 March 2026 end on Good Friday, 3 April)', () => {
  const file = aFile(chosen, [['meeting-date', '00002', '00002']])
  const asked = [given('arrange-mediation', { fact: sequenceOf(2), moment: 'day-20' }, '2026-03-24')]

  it('is no work while the day to aim for is far off and nobody has asked', () => {
    expect(work(file, '2026-03-17')).toEqual([])
  })

  // Five clear working days before Thursday 2 April 2026 begin after Wednesday 25 March (regulation 37, J10).
  it('comes up before the last day to give notice of a meeting in time, and is for that day', () => {
    expect(work(file, '2026-03-18')).toEqual(['soon arrange-mediation 2026-03-25 to 2026-04-03'])
    expect(work(file, '2026-03-25')).toEqual(['today arrange-mediation 2026-03-25 to 2026-04-03'])
  })

  it('is told once though there are two tasks for it', () => {
    const both = {
      ...file,
      tasks: [...asked, given('arrange-mediation', { fact: sequenceOf(2), moment: 'day-25' }, '2026-03-29')],
    }
    expect(work(both, '2026-03-30')).toEqual(['soon arrange-mediation 2026-04-02 to 2026-04-03'])
  })

  it('is for today on the day to aim for, and late only after the last day in the law', () => {
    expect(work({ ...file, tasks: asked }, '2026-04-02')).toEqual(['today arrange-mediation 2026-04-02 to 2026-04-03'])
    expect(work({ ...file, tasks: asked }, '2026-04-03')).toEqual(['today arrange-mediation 2026-04-03'])
    // The adviser is to hear of it too, from Saturday 4 April 2026, before Easter Monday.
    expect(work({ ...file, tasks: asked }, '2026-04-07')).toEqual([
      'late arrange-mediation 2026-04-03',
      'today tell-adviser-not-arranged 2026-04-07',
    ])
  })

  it('is no work once the family has declined, has a meeting or the case is closed', () => {
    const declined = chosen.and('mediation-declined', { declinedOn: '2026-03-20' })
    expect(work(aFile(declined, [], { tasks: asked }), '2026-03-24')).toEqual([])
    const arranged = chosen.and('meeting-arranged', { meetingOn: '2026-04-20', startsAt: '10:00', format: 'online' })
    expect(work(aFile(arranged, [['meeting', '00003', '00002']], { tasks: asked }), '2026-03-24')).toEqual([])
    const withdrawn = chosen.and('case-withdrawn', { withdrawnOn: '2026-03-20', reason: 'council-changed-decision' })
    expect(work(aFile(withdrawn, [], { tasks: asked, isClosed: true }), '2026-03-24')).toEqual([])
  })
})

describe('what comes before a mediation about health care', () => {
  const health = aCase().and('mediation-chosen', { councilToldOn: '2026-03-04', healthIssue: 'some' })
  const file = aFile(health, [['meeting-date', '00002', '00002']])

  it('is to be done on the day it is recorded, and late after 3 working days (regulation 36)', () => {
    expect(work(file, '2026-03-04')).toEqual(['today tell-health-board 2026-03-04 to 2026-03-09'])
    expect(work(file, '2026-03-09')).toEqual(['today tell-health-board 2026-03-04 to 2026-03-09'])
    expect(work(file, '2026-03-10')).toEqual(['late tell-health-board 2026-03-04 to 2026-03-09'])
  })

  it('is no work once the health body was told', () => {
    const told = health.and('health-board-told', { boardToldOn: '2026-03-05' })
    expect(work(aFile(told, [['meeting-date', '00003', '00002']]), '2026-03-10')).toEqual([])
  })
})

describe('a meeting', () => {
  const arranged = chosen.and('meeting-arranged', { meetingOn: '2026-03-20', startsAt: '10:00', format: 'online' })
  const file = aFile(arranged, [['meeting', '00003', '00002']])

  it('comes up before its day, and asks for its result on the next working day', () => {
    expect(work(file, '2026-03-16')).toEqual([
      'soon name-who-comes 2026-03-18',
      'soon record-meeting-result 2026-03-23',
    ])
    // Friday 20 March 2026: its result is asked for on Saturday, which is no working day.
    expect(work(file, '2026-03-23')).toEqual(['today record-meeting-result 2026-03-23'])
    expect(work(file, '2026-03-24')).toEqual(['late record-meeting-result 2026-03-23'])
  })

  it('of which the email did not arrive has to be told in time for 5 working days of notice', () => {
    const tasks = [given('tell-family-another-way', { message: 'meeting-invitation_00003' }, '2026-03-11')]
    const settings = { ...SETTINGS, today: parseCalendarDate('2026-03-11'), until: parseCalendarDate('2026-03-11') }
    expect(officerWork({ ...file, tasks }, settings)).toMatchObject([
      { kind: 'tell-family-another-way', meetingOn: '2026-03-20', noticeBy: '2026-03-12', standing: 'today' },
    ])
    const other = [given('tell-family-another-way', { message: 'rights_00001' }, '2026-03-11')]
    expect(officerWork({ ...file, tasks: other }, settings)[0]).not.toHaveProperty('meetingOn')
  })
})

describe('a certificate (3 working days after Wednesday 4 March 2026 end on Monday 9 March)', () => {
  const declined = aCase().and('mediation-declined', { declinedOn: '2026-03-04' })
  const file = aFile(declined, [['certificate-after-declining', '00002']])

  it('is the adviser’s to give until its last day, and is asked for from the day after', () => {
    expect(work(file, '2026-03-09')).toEqual([])
    expect(work(file, '2026-03-10')).toEqual(['late chase-certificate 2026-03-09'])
  })

  it('is told of as planned before the journey gives the task, and once when it has', () => {
    const tasks = [given('chase-certificate', sequenceOf(2), '2026-03-10')]
    expect(work({ ...file, tasks }, '2026-03-10')).toEqual(['late chase-certificate 2026-03-09'])
  })

  it('is asked for no more while its journey is about to act on the one that came', () => {
    const issued = declined.and('certificate-issued', { issuedOn: '2026-03-10', informationGiven: true })
    expect(work(aFile(issued, [['certificate-after-declining', '00002']]), '2026-03-11')).toEqual([])
  })
})

describe('what was agreed, ordered or conceded', () => {
  const agreed = aCase({ sentOn: '2026-05-20', decisionKind: 'refusal-to-assess' })
    .and('mediation-chosen', { councilToldOn: '2026-06-08' })
    .and('mediation-agreed', { concludedOn: '2026-07-06', duties: ['assess'] })
    .and('certificate-issued', { issuedOn: '2026-07-08', informationGiven: true })
  const file = aFile(agreed, [['duties', '00003', '00003']])

  it('comes up five working days before the day to aim for, and is the same thing when it is escalated', () => {
    expect(work(file, '2026-07-10')).toEqual([])
    expect(work(file, '2026-07-13')).toEqual(['soon do-duty 2026-07-20'])
    const tasks = [
      given('do-duty', { of: sequenceOf(3), rule: 'D14' }, '2026-07-13'),
      given('escalate-duty', { of: sequenceOf(3), rule: 'D14' }, '2026-07-21'),
    ]
    expect(work({ ...file, tasks }, '2026-07-21')).toEqual(['late do-duty 2026-07-20'])
  })

  it('tells two duties of one agreement apart', () => {
    const plan = aCase().and('mediation-agreed', { concludedOn: '2026-03-02', duties: ['make-plan'] })
    expect(work(aFile(plan, [['duties', '00002', '00002']]), '2026-05-14')).toEqual([
      'late do-duty 2026-04-06',
      'soon do-duty 2026-05-18',
    ])
  })
})

describe('the response to the Tribunal', () => {
  const appealed = aCase({ sentOn: '2026-05-20' }).and(
    'appeal-registered',
    { receivedOn: '2026-07-10', sentToCouncilOn: '2026-07-13' },
    '2026-07-14',
  )
  const file = aFile(appealed, [['council-response', '00002', '00002']])

  it('comes up ten working days before its day, and goes to the named officer after it', () => {
    expect(work(file, '2026-09-07')).toEqual([])
    expect(work(file, '2026-09-08')).toEqual(['soon send-response 2026-09-22'])
    expect(work(file, '2026-09-23')).toEqual(['late send-response 2026-09-22'])
  })
})

describe('complaints and disagreement resolution', () => {
  const complained = aCase().and('complaint-made', {
    madeOn: '2026-03-02',
    about: 'school',
    points: [],
    awareOn: '2026-03-02',
  })

  it('ask after a complaint from the day after the body’s own time', () => {
    const file = aFile(complained, [['complaint-acknowledgement', '00002', '00002']])
    expect(work(file, '2026-03-09')).toEqual([])
    expect(work(file, '2026-03-10')).toEqual(['late chase-acknowledgement 2026-03-09'])
  })

  it('ask each party that has not answered', () => {
    const asked = aCase().and('disagreement-resolution-asked', {
      askedOn: '2026-03-02',
      askedBy: 'family',
      subject: 'special-educational-provision',
      occasion: 'at-review',
      parties: ['family', 'council', 'school-or-college'],
    })
    const settings = { ...SETTINGS, today: parseCalendarDate('2026-03-16'), until: parseCalendarDate('2026-03-16') }
    const found = officerWork(aFile(asked, [['parties-agree', '00002', '00002']]), settings)
    expect(found.map(({ party }) => party)).toEqual(['council', 'school-or-college'])
  })
})

it('keeps what outlives a closed case: a family that an email did not reach', () => {
  const task = given('tell-family-another-way', { message: 'late-appeal-possible_00001' }, '2026-04-11')
  expect(work(aFile(aCase(), [], { tasks: [task], isClosed: true }), '2026-04-13')).toEqual([
    'today tell-family-another-way 2026-04-13',
  ])
  expect(workOfTask('2026-0001', task, parseCalendarDate('2026-04-14'))).toMatchObject({
    standing: 'late',
    lastDay: '2026-04-13',
  })
})
