import { describe, expect, it } from 'vitest'
import { isBundleLate } from '../../../lambdas/cases/tribunal/timetable.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { aCase } from '../case-builder.ts'
import { plan } from './planned.ts'

const appealed = (letter: { sentToCouncilOn?: string; responseDueOn?: string } = {}) =>
  aCase({ sentOn: '2026-05-20' }).and('appeal-registered', { receivedOn: '2026-07-10', ...letter }, '2026-07-14')

describe("the council's response to an appeal", () => {
  // law.md 61: 30 Tribunal working days after Monday 13 July 2026 end on Tuesday 22 September, because August is left out.
  const subject = appealed({ sentToCouncilOn: '2026-07-13' }).build()
  const on = (today: string) => plan(subject, 'council-response', '00002', today, { startedFrom: '00002' })

  it('is watched for by the Tribunal’s own working days', () => {
    expect(on('2026-07-14')).toMatchObject({
      messages: ['appeal-at-tribunal_00002'],
      tasks: [],
      timeUp: 'no',
      next: 'council-responds 2026-09-22',
    })
  })

  it('is asked for 10 working days before, and escalated and told to the family when it is late', () => {
    expect(on('2026-09-08').tasks).toEqual(['send-response_00002'])
    expect(on('2026-09-23')).toMatchObject({
      messages: ['appeal-at-tribunal_00002', 'response-overdue_00002'],
      tasks: ['send-response_00002', 'escalate-response_00002'],
    })
  })

  it('has its day from the Tribunal’s letter where there is one', () => {
    const letter = appealed({ sentToCouncilOn: '2026-07-13', responseDueOn: '2026-08-24' }).build()
    expect(plan(letter, 'council-response', '00002', '2026-07-14', { startedFrom: '00002' }).next).toBe(
      'council-responds 2026-08-24',
    )
  })

  it('asks for the Tribunal’s letter when it is not recorded', () => {
    expect(plan(appealed().build(), 'council-response', '00002', '2026-07-31', { startedFrom: '00002' }).tasks).toEqual(
      ['record-tribunal-letter_00002'],
    )
  })
})

describe('an appeal that lasts', () => {
  const answered = appealed({ sentToCouncilOn: '2026-07-13' }).and('response-sent', { sentOn: '2026-09-21' }).build()
  const on = (today: string, startedOn: string) =>
    plan(answered, 'tribunal-decision', '00003', today, {
      startedFrom: '00002',
      startedOn: parseCalendarDate(startedOn),
    })

  it('goes over to a new execution long before a year is over', () => {
    expect(on('2027-04-13', '2026-07-14').timeUp).toBe('no')
    expect(on('2027-04-14', '2026-07-14').timeUp).toBe('stage-is-old')
    expect(on('2027-04-14', '2027-04-14').timeUp).toBe('no')
  })

  it('asks for news every six months, again and again, over more than a year', () => {
    expect(on('2027-03-20', '2026-07-14').tasks).toEqual([])
    // Six months are over on a Sunday.
    expect(on('2027-03-21', '2026-07-14').tasks).toEqual([])
    expect(on('2027-03-22', '2026-07-14').tasks).toEqual(['ask-tribunal_00003-1'])
    expect(on('2027-09-21', '2027-04-14').tasks).toEqual(['ask-tribunal_00003-2'])
    expect(on('2028-03-21', '2027-12-14').tasks).toEqual(['ask-tribunal_00003-3'])
  })
})

describe('the days that the Tribunal set', () => {
  const days = { response: '2026-08-24', evidence: '2026-09-30', bundle: '2026-11-04', hearing: '2026-11-18' }
  const withDays = (recordedOn: string, changed: Partial<typeof days> = {}) =>
    appealed({ sentToCouncilOn: '2026-07-13' }).and(
      'timetable-set',
      { setOn: '2026-07-20', ...days, ...changed },
      recordedOn,
    )
  const on = (today: string, subject = withDays('2026-07-21').build()) =>
    plan(subject, 'council-response', '00003', today, { startedFrom: '00002' })

  it('are told, take the place of the counted day, and are got ready for 5 working days before each', () => {
    expect(on('2026-07-21')).toMatchObject({
      messages: ['appeal-at-tribunal_00002', 'tribunal-timetable_00003'],
      tasks: [],
      next: 'council-responds 2026-08-24',
    })
    // 5 working days before Wednesday 30 September.
    expect(on('2026-09-22').tasks).not.toContain('prepare-for-tribunal_00003-evidence')
    expect(on('2026-09-23').tasks).toContain('prepare-for-tribunal_00003-evidence')
    expect(on('2026-11-11').tasks).toEqual(
      expect.arrayContaining(['prepare-for-tribunal_00003-bundle', 'prepare-for-tribunal_00003-hearing']),
    )
    expect(on('2026-11-11').tasks).not.toContain('prepare-for-tribunal_00003-response')
  })

  it('remind the family 14 days before evidence, but not at once where the letter is recorded later than that', () => {
    expect(on('2026-09-15').messages).not.toContain('evidence-closing_00003')
    expect(on('2026-09-16').messages).toContain('evidence-closing_00003')
    const late = withDays('2026-09-16').build()
    expect(on('2026-09-17', late).messages).not.toContain('evidence-closing_00003')
  })

  it('are nothing to get ready for where they were over when the letter was recorded', () => {
    const late = withDays('2026-11-10').build()
    expect(on('2026-11-11', late).tasks).not.toContain('prepare-for-tribunal_00003-evidence')
    expect(on('2026-11-11', late).tasks).toContain('prepare-for-tribunal_00003-hearing')
  })

  it('give way to a later letter whole', () => {
    const later = withDays('2026-07-21').and(
      'timetable-set',
      { setOn: '2026-08-03', evidence: '2026-10-07' },
      '2026-08-04',
    )
    const then = plan(later.build(), 'council-response', '00004', '2026-11-11', { startedFrom: '00002' })
    expect(then.tasks).toContain('prepare-for-tribunal_00004-evidence')
    expect(then.tasks.filter((task) => task.includes('bundle') || task.includes('hearing'))).toEqual([])
  })

  it('are pointed out where the bundle comes less than 10 working days before the hearing', () => {
    const isLate = (bundle: string) => isBundleLate({ days: { bundle: parseCalendarDate(bundle), hearing } })
    const hearing = parseCalendarDate('2026-11-18')
    expect(isLate('2026-11-04')).toBe(false)
    expect(isLate('2026-11-05')).toBe(true)
    expect(isBundleLate({ days: { hearing } })).toBe(false)
  })
})
