import { describe, expect, it } from 'vitest'
import type { CouncilParticulars } from '../../lambdas/cases/council.ts'
import type { Letter } from '../../lambdas/cases/letter.ts'
import type { MessageRecord } from '../../lambdas/cases/message.ts'
import type { Particulars } from '../../lambdas/cases/particulars.ts'
import type { ErasedCase } from '../../lambdas/cases/retention/erased-case.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { parseMonth } from '../../lambdas/law/month.ts'
import { cellsOfCase, cellsOfErased, countCase } from '../../lambdas/reports/cells.ts'
import { everyMeasure } from '../../lambdas/reports/measures/all-measures.ts'
import { type Figure, linkOf } from '../../lambdas/reports/measures/measure.ts'
import { aCase, type CaseBuilder } from '../cases/case-builder.ts'
import { COUNTED_PLAINLY, type Ended, fileOf, MEASURES, NOTHING_ON } from './case-to-count.ts'

/** In which cells of one measure a case is counted, as "2026-03 refusal-to-assess/held". */
function counted(id: string, builder: CaseBuilder, today: string, ended?: Ended, particulars?: Particulars): string[] {
  return Object.entries(cellsOfCase(fileOf(builder, ended, particulars), parseCalendarDate(today), COUNTED_PLAINLY))
    .filter(([month]) => month !== 'always')
    .flatMap(([month, cells]) =>
      Object.entries(cells)
        .filter(([name]) => name.startsWith(`${id}/`))
        .flatMap(([name, number]) => Array<string>(number).fill(`${month} ${name.slice(id.length + 1)}`)),
    )
    .sort()
}

const refused = aCase({ decisionKind: 'refusal-to-assess', sentOn: '2026-02-10' })
const plan = aCase({ sentOn: '2026-02-10' })
const asked = plan.and('mediation-chosen', { councilToldOn: '2026-03-02', contactedOn: '2026-03-02' })
const meeting = { startsAt: '10:00', format: 'online' } as const
const arranged = asked.and('meeting-arranged', { ...meeting, meetingOn: '2026-03-25', arrangedOn: '2026-03-10' })
const held = arranged.and('mediation-partly-agreed', {
  concludedOn: '2026-03-25',
  decisionMaker: 'present',
  youngPersonsPart: 'gave-views',
  points: ['amend-f'],
  duties: ['amend-contents'],
})
const certified = held.and('certificate-issued', { issuedOn: '2026-03-30', informationGiven: true })

describe('demand', () => {
  it('counts each step of a family on its day', () => {
    expect(counted('steps', certified, '2026-04-01')).toEqual([
      '2026-03 plan-contents/arranged',
      '2026-03 plan-contents/contacted',
      '2026-03 plan-contents/informed',
    ])
    expect(counted('steps', refused.and('mediation-declined', { declinedOn: '2026-03-02' }), '2026-04-01')).toEqual([
      '2026-03 refusal-to-assess/contacted',
      '2026-03 refusal-to-assess/declined',
    ])
  })

  it.each<[string, CaseBuilder, Ended | undefined, string[]]>([
    ['is open', asked, undefined, ['2026-03 plan-contents/asked']],
    ['was held', held, undefined, ['2026-03 plan-contents/asked', '2026-03 plan-contents/held']],
    [
      'the family did not want any more',
      asked.and('mediation-declined', { declinedOn: '2026-04-01' }),
      undefined,
      ['2026-03 plan-contents/asked', '2026-04 plan-contents/withdrawn'],
    ],
    [
      'ended with its case',
      asked,
      { outcome: 'withdrawn', on: '2026-05-05' },
      ['2026-03 plan-contents/asked', '2026-05 plan-contents/case-closed'],
    ],
    [
      'was asked for again after it was held',
      held.and('mediation-chosen', { councilToldOn: '2026-04-07' }),
      undefined,
      ['2026-03 plan-contents/asked', '2026-03 plan-contents/held', '2026-04 plan-contents/asked'],
    ],
    [
      'was not arranged in time, which the council still owes',
      asked
        .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-04-01' })
        .and('certificate-issued', { issuedOn: '2026-04-07' }),
      undefined,
      ['2026-03 plan-contents/asked'],
    ],
  ])('follows a mediation that %s', (_, builder, ended, cells) => {
    expect(counted('mediations', builder, '2026-06-01', ended)).toEqual(cells)
  })
})

describe('time limits', () => {
  it('are kept, with the days that each took', () => {
    expect(counted('time-limits', certified, '2026-04-01')).toEqual([
      '2026-02 arranged/on-time/8',
      '2026-02 certificate-mediated/on-time/3',
      '2026-02 contact/on-time/20',
      '2026-02 held/on-time/23',
      '2026-02 notice/on-time/11',
    ])
  })

  it('are not yet due up to their last day, and overdue after it', () => {
    expect(counted('time-limits', plan, '2026-04-10')).toEqual(['2026-02 contact/not-yet-due'])
    expect(counted('time-limits', plan, '2026-04-11')).toEqual(['2026-02 contact/overdue'])
    expect(counted('time-limits', asked, '2026-04-02')).toContain('2026-02 arranged/overdue')
  })

  it('that passed before the case ended stay overdue, and the others are over', () => {
    const closed = (on: string) => counted('time-limits', plan, '2026-12-01', { outcome: 'withdrawn', on })
    expect(closed('2026-04-10')).toEqual(['2026-02 contact/over'])
    expect(closed('2026-04-11')).toEqual(['2026-02 contact/overdue'])
  })

  it('that were missed are late', () => {
    const late = asked.and('mediation-not-agreed', { concludedOn: '2026-04-15' })
    expect(counted('time-limits', late, '2026-04-16')).toEqual([
      '2026-02 arranged/late/44',
      '2026-02 certificate-mediated/not-yet-due',
      '2026-02 contact/on-time/20',
      '2026-02 held/late/44',
    ])
  })

  it('of the response count from the Tribunal’s letter, and are over with the appeal', () => {
    const appealed = plan.and('appeal-registered', { receivedOn: '2026-03-02', sentToCouncilOn: '2026-03-04' })
    expect(counted('time-limits', appealed, '2026-03-10')).toContain('2026-02 response/not-yet-due')
    const answered = appealed.and('response-sent', { sentOn: '2026-04-10' })
    expect(counted('time-limits', answered, '2026-05-10')).toContain('2026-02 response/on-time/25')
    const withdrawn = appealed.and('appeal-withdrawn', { withdrawnOn: '2026-03-20' })
    expect(counted('time-limits', withdrawn, '2026-12-10')).toContain('2026-02 response/over')
    const unknown = plan.and('appeal-registered', { receivedOn: '2026-03-02' })
    expect(counted('time-limits', unknown, '2026-03-10')).toContain('2026-02 response/cannot-be-placed')
  })

  it('of notice do not bind where the family agreed to less', () => {
    const short = (agreed: boolean) =>
      asked.and('meeting-arranged', {
        ...meeting,
        meetingOn: '2026-03-13',
        arrangedOn: '2026-03-10',
        ...(agreed && { shortNoticeAgreed: true }),
      })
    expect(counted('time-limits', short(true), '2026-03-11')).toContain('2026-02 notice/over')
    expect(counted('time-limits', short(false), '2026-03-11')).toContain('2026-02 notice/late/3')
  })
})

describe('meetings that were not held', () => {
  const moved = arranged.and('meeting-moved', {
    ...meeting,
    meetingOn: '2026-03-27',
    movedOn: '2026-03-24',
    movedBy: 'council',
    reason: 'illness',
  })
  const cancelled = moved.and('meeting-cancelled', { cancelledBy: 'family', cancelledOn: '2026-03-27' })
  it('are counted by whom, why and how long before', () => {
    expect(counted('not-held-by-whom', cancelled, '2026-04-01')).toEqual([
      '2026-03 council/moved',
      '2026-03 family/cancelled',
    ])
    expect(counted('not-held-why', cancelled, '2026-04-01')).toEqual([
      '2026-03 illness/moved',
      '2026-03 not-recorded/cancelled',
    ])
    expect(counted('not-held-notice', cancelled, '2026-04-01')).toEqual([
      '2026-03 after/cancelled',
      '2026-03 under-2/moved',
    ])
    const missed = arranged.and('meeting-missed', { missedOn: '2026-03-25', absent: ['council', 'health-body'] })
    expect(counted('not-held-by-whom', missed, '2026-04-01')).toEqual([
      '2026-03 council/missed',
      '2026-03 health-body/missed',
    ])
  })
})

describe('what came of mediation', () => {
  it('is counted with what was agreed and who took part', () => {
    const at = (id: string) => counted(id, held, '2026-04-01')
    expect(at('outcome-of-mediation')).toEqual(['2026-03 plan-contents/partly-agreed'])
    expect(at('agreed-on')).toEqual(['2026-03 amend-f/at-mediation'])
    expect(at('decision-maker')).toEqual(['2026-03 mediations/present'])
    expect(at('young-person')).toEqual(['2026-03 gave-views/mediations'])
    expect(at('how-people-met')).toEqual(['2026-03 online/not-named'])
    expect(at('agreements-kept')).toEqual(['2026-02 agreement/not-yet-due'])
  })

  it('is too early to say until 10 working days after the last day to appeal', () => {
    // The certificate of 30 March gives until 30 April. Friday 15 May is the tenth working day after it.
    expect(counted('after-mediation', certified, '2026-05-15')).toEqual(['2026-02 partly-agreed/too-early'])
    expect(counted('after-mediation', certified, '2026-05-16')).toEqual(['2026-02 partly-agreed/no-appeal'])
    const appealed = certified.and('appeal-registered', { receivedOn: '2026-04-20' })
    expect(counted('after-mediation', appealed, '2026-04-21')).toEqual(['2026-02 partly-agreed/appealed'])
  })

  it('cannot be placed where the family has no written decision', () => {
    const never = plan
      .and('notice-at-fault', { foundOn: '2026-02-20', fault: 'never-sent' })
      .and('mediation-chosen', { councilToldOn: '2026-03-02' })
      .and('mediation-not-agreed', { concludedOn: '2026-03-25' })
    expect(counted('after-mediation', never, '2026-12-01')).toEqual(['2026-02 not-agreed/cannot-be-placed'])
  })
})

describe('the Tribunal', () => {
  const appealed = certified.and('appeal-registered', { receivedOn: '2026-04-20' })
  it('has each appeal from its beginning to its end', () => {
    const decided = appealed.and('appeal-decided', {
      decidedOn: '2026-09-10',
      decision: 'decided-in-part',
      duties: ['amend-placement'],
    })
    expect(counted('appeals', decided, '2026-10-01')).toEqual([
      '2026-04 plan-contents/registered',
      '2026-09 plan-contents/decided-in-part',
    ])
    expect(counted('gave-in', decided, '2026-10-01')).toEqual(['2026-09 placement-ordered/steps'])
    const again = decided.and('decision-set-aside', { of: '00007', setAsideOn: '2026-09-20', how: 'set-aside' })
    expect(counted('appeals', again, '2026-10-01')).toEqual(['2026-04 plan-contents/registered'])
    expect(counted('gave-in', again, '2026-10-01')).toEqual([])
  })

  it('counts by each part of the plan that the family disagrees with, as it said last', () => {
    expect(counted('appealed-parts', appealed, '2026-10-01')).toEqual(['2026-04 not-recorded/registered'])
    const narrower = appealed.and('dispute-changed', { changedOn: '2026-04-02', sections: ['F', 'I'] })
    expect(counted('appealed-parts', narrower, '2026-10-01')).toEqual(['2026-04 F/registered', '2026-04 I/registered'])
  })

  it('counts when the council gave in', () => {
    const conceded = appealed.and('appeal-conceded', { concededOn: '2026-05-01', duties: ['amend-contents'] })
    expect(counted('gave-in', conceded, '2026-10-01')).toEqual(['2026-05 conceded/steps'])
    const part = appealed.and('council-gave-in', { gaveInOn: '2026-06-01', extent: 'part', duties: [] })
    expect(counted('gave-in', part, '2026-10-01')).toEqual(['2026-06 gave-in-part/steps'])
  })
})

describe('complaints', () => {
  it('are counted from the making to the answer, and on to the Ombudsman', () => {
    const made = plan.and('complaint-made', {
      madeOn: '2026-03-02',
      about: 'council',
      points: [],
      awareOn: '2026-02-16',
    })
    expect(counted('complaints', made, '2026-06-01')).toEqual(['2026-03 council/made'])
    const taken = made
      .and('complaint-answered', { of: '00002', answeredOn: '2026-04-01', result: 'partly-upheld' })
      .and('ombudsman-asked', { askedOn: '2026-05-05', ombudsman: 'council' })
    expect(counted('complaints', taken, '2026-06-01')).toEqual([
      '2026-03 council/made',
      '2026-04 council/partly-upheld',
    ])
    expect(counted('ombudsman', taken, '2026-06-01')).toEqual(['2026-05 council/asked'])
    const decided = taken.and('ombudsman-decided', { of: '00004', decidedOn: '2026-06-10', result: 'fault' })
    expect(counted('ombudsman', decided, '2026-07-01')).toEqual(['2026-05 council/asked', '2026-06 council/fault'])
  })
})

describe('what can still come', () => {
  const coming = (builder: CaseBuilder, today: string, ended?: Ended) => counted('coming', builder, today, ended)
  it('of a case is open until it has happened, in months from the opening', () => {
    expect(coming(plan, '2026-02-11')).toEqual([
      '2026-02 appeal/open',
      '2026-02 asked/open',
      '2026-02 certificate/open',
    ])
    expect(coming(certified.and('appeal-registered', { receivedOn: '2026-04-20' }), '2026-05-01')).toEqual([
      '2026-02 appeal/happened/2',
      '2026-02 asked/happened/1',
      '2026-02 certificate/happened/1',
      '2026-03 held/happened/0',
    ])
  })

  it('cannot come any more when the family does not want it, or the case ends', () => {
    const declined = asked.and('mediation-declined', { declinedOn: '2026-04-01' })
    expect(coming(declined, '2026-04-02')).toContain('2026-03 held/no-longer/1')
    expect(coming(plan, '2026-06-01', { outcome: 'withdrawn', on: '2026-05-05' })).toEqual([
      '2026-02 appeal/no-longer/3',
      '2026-02 asked/no-longer/3',
      '2026-02 certificate/no-longer/3',
    ])
    const never = aCase({ sentOn: '2026-02-10', placementOnly: true, sections: ['I'] })
    expect(coming(never, '2026-02-11')).toContain('2026-02 certificate/no-longer/0')
    const appealed = plan.and('appeal-registered', { receivedOn: '2026-04-20' })
    expect(coming(appealed, '2026-05-01')).toContain('2026-02 certificate/no-longer/2')
  })

  it('counts a mediation that was asked for again by itself, and what came before the opening with it', () => {
    const again = held.and('mediation-chosen', { councilToldOn: '2026-04-07' })
    expect(coming(again, '2026-05-01').filter((cell) => cell.includes('held'))).toEqual([
      '2026-03 held/happened/0',
      '2026-04 held/open',
    ])
    const late = fileOf(asked)
    const file = { ...late, record: { ...late.record, openedAt: '2026-04-15T10:00:00.000Z' } }
    const cells = cellsOfCase(file, parseCalendarDate('2026-05-01'), COUNTED_PLAINLY)['2026-04'] ?? {}
    expect(cells['coming/asked/happened/0']).toBe(1)
  })

  it('of a case that was taken over is only that it is open, from the day of the decision', () => {
    const takenOver = aCase({ sentOn: '2026-02-10', history: 'being-recorded' }).and('mediation-chosen', {
      councilToldOn: '2026-03-02',
      contactedOn: '2026-03-02',
    })
    expect(coming(takenOver, '2026-05-01')).toEqual([
      '2026-02 appeal/taken-over',
      '2026-02 certificate/taken-over',
      '2026-03 held/taken-over',
    ])
    expect(coming(takenOver, '2026-06-01', { outcome: 'withdrawn', on: '2026-05-05' })).toEqual([])
  })
})

describe('messages', () => {
  const sent = { claimedAt: '2026-03-02T10:00:00.000Z', attempts: 1, subject: '', sesMessageIds: [] } as const
  const email = (key: string, more: object) =>
    ({ ...sent, kind: 'rights', about: sequenceOf(1), key, ...more }) as unknown as MessageRecord
  const letter = (key: string, more: object) =>
    ({
      key,
      recipient: 'family',
      wantedOn: '2026-03-04',
      wantedAt: '2026-03-04T10:00:00.000Z',
      ...more,
    }) as unknown as Letter
  const file = {
    ...fileOf(plan),
    messages: [
      email('a', { state: 'sent', sentAt: sent.claimedAt, delivery: 'delivered' }),
      email('b', { state: 'sent', sentAt: sent.claimedAt, delivery: 'bounced' }),
      email('c', { state: 'sent', sentAt: sent.claimedAt }),
      email('d', { state: 'by-letter' }),
      email('e', { state: 'claimed' }),
      email('f', { state: 'withheld' }),
    ],
    letters: [
      letter('b', { why: 'bounced', state: 'posted', doneOn: '2026-03-06', recordedAt: '2026-03-06T10:00:00.000Z' }),
      letter('d', { why: 'chosen', state: 'posted', doneOn: '2026-03-05', recordedAt: '2026-03-05T10:00:00.000Z' }),
      letter('g', { why: 'bounced', state: 'to-print' }),
    ],
  }
  const cells = cellsOfCase(file, parseCalendarDate('2026-03-10'), COUNTED_PLAINLY)['2026-03'] ?? {}
  it('are counted by what became of them, with the days that a family lost', () => {
    expect(Object.fromEntries(Object.entries(cells).filter(([name]) => /^(emails|letters)\//.test(name)))).toEqual({
      'emails/delivered/emails': 1,
      'emails/did-not-arrive/emails': 1,
      'emails/no-word/emails': 1,
      'emails/not-sent/emails': 1,
      'letters/instead/posted/4': 1,
      'letters/chosen/posted/1': 1,
      'letters/instead/to-print': 1,
    })
  })
})

describe('themes', () => {
  const about = (...themes: string[]) =>
    counted('themes', held, '2026-04-01', undefined, { themes, reach: {}, changedAt: '2026-04-01T10:00:00.000Z' })
  const withIt = (...themes: string[]) => about(...themes).filter((cell) => cell.endsWith('/with'))

  it('count a case in the line of each of its themes, by the day of the decision, and beside all others', () => {
    expect(withIt('late', 'transport')).toEqual(['2026-02 late/with', '2026-02 transport/with'])
    expect(about('late', 'transport')).toHaveLength(8)
    expect(about('late')).toContain('2026-02 transport/without')
  })

  it('count one that is not in the list any more as that, and none as none', () => {
    expect(withIt('late', 'gone', 'gone-too')).toEqual(['2026-02 late/with', '2026-02 not-listed/with'])
    expect(withIt()).toEqual([])
    expect(counted('themes', held, '2026-04-01')).toHaveLength(8)
    expect(counted('themes-recorded', held, '2026-04-01')).toEqual(['2026-02 cases/not-recorded'])
  })
})

describe('reach', () => {
  const later = '2026-12-01'
  const reached = (builder: CaseBuilder, today = later, reach: Particulars['reach'] = {}) =>
    counted('reach-area', builder, today, undefined, { themes: [], reach, changedAt: '2026-04-01T10:00:00.000Z' })

  it.each<[string, CaseBuilder, string]>([
    ['nothing', plan, 'none'],
    ['speaks to the adviser', plan.and('adviser-contacted', { contactedOn: '2026-03-02' }), 'contact'],
    ['declines mediation', plan.and('mediation-declined', { declinedOn: '2026-03-02' }), 'contact'],
    ['chooses mediation', asked, 'mediation'],
    ['has its mediation', certified, 'mediation'],
    ['appeals', plan.and('appeal-registered', { receivedOn: '2026-04-20' }), 'appeal'],
    ['does both', certified.and('appeal-registered', { receivedOn: '2026-04-20' }), 'mediation-and-appeal'],
  ])('counts a family that does %s once, as far as it went', (_, builder, column) => {
    expect(reached(builder)).toEqual([`2026-02 not-recorded/${column}`])
  })

  it('cannot say yet while the family can still appeal, unless it has', () => {
    expect(reached(asked, '2026-03-20')).toEqual(['2026-02 not-recorded/too-early'])
    const appealed = plan.and('appeal-registered', { receivedOn: '2026-03-01' })
    expect(reached(appealed, '2026-03-20')).toEqual(['2026-02 not-recorded/appeal'])
  })

  it('counts by what was recorded, and what is not in the list any more as that', () => {
    expect(reached(plan, later, { area: 'south' })).toEqual(['2026-02 south/none'])
    expect(reached(plan, later, { area: 'west' })).toEqual(['2026-02 not-listed/none'])
  })
})

describe('a council that has nothing of the kind recorded', () => {
  const off = { terms: [], particulars: NOTHING_ON }
  it('has no table of it, and counts nothing of it, whatever was recorded before', () => {
    const tables = new Set(everyMeasure(off).map(({ table }) => table))
    expect([tables.has('T11'), tables.has('T12')]).toEqual([false, false])
    const file = fileOf(held, undefined, { themes: ['late'], reach: { area: 'north' }, changedAt: '' })
    const names = Object.values(cellsOfCase(file, parseCalendarDate('2026-04-01'), off)).flatMap(Object.keys)
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => /^(themes|reach)/.test(name))).toEqual([])
  })

  it('counts in another version as soon as it has, and when a list changes', () => {
    const versionOf = (particulars: CouncilParticulars) => countCase({ terms: [], particulars }).version
    const { themes } = COUNTED_PLAINLY.particulars
    const versions = [
      NOTHING_ON,
      { ...NOTHING_ON, themes },
      { ...NOTHING_ON, themes: themes.slice(1) },
      { ...NOTHING_ON, reach: { ...NOTHING_ON.reach, phase: true } },
    ].map(versionOf)
    expect(new Set(versions).size).toBe(versions.length)
    expect(versionOf({ ...NOTHING_ON })).toBe(versions[0])
  })
})

describe('a case', () => {
  it('that was opened by mistake is in the first tables alone', () => {
    const wrong = held.and('case-withdrawn', { withdrawnOn: '2026-04-02', reason: 'opened-in-error' })
    const cells = cellsOfCase(
      fileOf(wrong, { outcome: 'closed-as-error', on: '2026-04-02' }),
      parseCalendarDate('2026-05-01'),
      COUNTED_PLAINLY,
    )
    expect(Object.keys(cells).flatMap((period) => Object.keys(cells[period] ?? {}))).toEqual([
      'cases/mediation-held/closed-as-error',
      'cases-listed/cases/closed',
    ])
  })

  it('is opened on the day in England', () => {
    // British Summer Time: 23:30 in UTC on 30 June is half past midnight on 1 July in England.
    const { record, ...file } = fileOf(plan)
    const at = (openedAt: string) =>
      Object.keys(
        cellsOfCase({ ...file, record: { ...record, openedAt } }, parseCalendarDate('2026-12-01'), COUNTED_PLAINLY),
      )
    expect(at('2026-06-30T22:59:59.000Z')).toContain('2026-06')
    expect(at('2026-06-30T23:30:00.000Z')).toContain('2026-07')
  })

  it('is not guessed at when a closed one does not say how it ended', () => {
    const { record, ...file } = fileOf(plan)
    const damaged = { ...record, status: 'closed' } as typeof record
    expect(() => cellsOfCase({ ...file, record: damaged }, parseCalendarDate('2026-12-01'), COUNTED_PLAINLY)).toThrow(
      'Case 2026-0001 is closed, but its record does not say how it ended.',
    )
  })

  it('is not counted any more by what was recorded of the family when it is erased', () => {
    const recorded = { themes: ['late'], reach: { 'primary-need': 'asd' }, changedAt: '2026-04-01T10:00:00.000Z' }
    const file = fileOf(held, { outcome: 'agreed', on: '2026-06-01' }, recorded)
    const erased = { openedIn: parseMonth('2026-02'), route: 'mediation-held', outcome: 'agreed' } as ErasedCase
    const before = cellsOfCase(file, parseCalendarDate('2026-12-01'), COUNTED_PLAINLY)
    expect(JSON.stringify(before)).toContain('reach-primary-need/asd')
    expect(cellsOfErased(erased, before)).toEqual(
      cellsOfCase(file, parseCalendarDate('2026-12-01'), { terms: [], particulars: NOTHING_ON }),
    )
  })

  it('stays counted as it was when it is erased', () => {
    const erased = {
      caseId: '2026-0001',
      openedIn: parseMonth('2026-02'),
      route: 'mediation-held',
      outcome: 'agreed',
    } as ErasedCase
    const before = cellsOfCase(fileOf(held, { outcome: 'agreed', on: '2026-06-01' }), parseCalendarDate('2026-12-01'), {
      terms: [],
      particulars: NOTHING_ON,
    })
    expect(cellsOfErased(erased, before)).toEqual(before)
    // Where nobody had counted it, or an earlier version had.
    const inShort = { '2026-02': { 'cases/mediation-held/agreed': 1, 'cases-listed/cases/closed': 1 } }
    expect(cellsOfErased(erased, undefined)).toEqual(inShort)
    expect(cellsOfErased(erased, { '2026-02': { 'listed:closed': 1 } })).toEqual(inShort)
  })
})

describe('every measure', () => {
  it('has an id of its own, and rows and columns whose names can stand in a cell', () => {
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length)
    const names = MEASURES.flatMap(({ id, rows, columns }) => [id, ...Object.keys(rows), ...Object.keys(columns)])
    expect(names.filter((name) => !/^[A-Za-z0-9-]+$/.test(name) || name === 'all')).toEqual([])
  })

  it('is linked to a column of another that things can end in', () => {
    for (const measure of MEASURES) {
      const linked = linkOf(measure)
      if (!linked) continue
      const other = MEASURES.find(({ id }) => id === linked.measure)
      expect(other?.flow?.done).toContain(linked.column)
    }
  })

  it('has figures of columns that it has', () => {
    for (const { figures, columns } of MEASURES) {
      for (const figure of figures) {
        expect(columnsOf(figure).filter((column) => !(column in columns))).toEqual([])
        if (figure.kind !== 'rate') continue
        const other = MEASURES.find(({ id }) => id === figure.numerator.measure)
        expect(Object.keys(other?.columns ?? {})).toContain(figure.numerator.column)
      }
    }
  })
})

function columnsOf(figure: Figure): readonly string[] {
  switch (figure.kind) {
    case 'share':
      return [...figure.numerator, ...figure.denominator]
    case 'time':
      return figure.of
    case 'rate':
      return [figure.denominator]
  }
}
