import { describe, expect, it } from 'vitest'
import { isSettled } from '../../../lambdas/cases/is-settled.ts'
import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import type { Stop } from '../../../lambdas/cases/stop.ts'
import type { Wait } from '../../../lambdas/cases/wait.ts'
import { parseCalendarDate as day } from '../../../lambdas/law/calendar-date.ts'
import { nextSteps } from '../../../lambdas/staff/cases/next-steps.ts'
import { aCase } from '../../cases/case-builder.ts'
import { caseFile, waiting } from './case-file-for-tests.ts'

const TODAY = day('2026-03-10')
const complaint = { about: 'council', points: [], madeOn: '2026-03-02', awareOn: '2026-02-16' } as const
const appealed = aCase()
  .and('appeal-registered', { receivedOn: '2026-03-02' })
  .and('complaint-made', complaint)
  .and('complaint-made', { ...complaint, about: 'school' })
  .build()

describe('what is next', () => {
  it('is told for each route that is under way, the earliest first, and says which of two complaints', () => {
    const file = caseFile(appealed, {
      waits: [
        waiting('council-response', '00002', { kind: 'council-responds', date: day('2026-04-15') }),
        waiting('complaint-answer', '00003', { kind: 'news-of-complaint', date: day('2026-03-16') }),
        waiting('complaint-acknowledgement', '00004', { kind: 'news-of-complaint', date: day('2026-03-09') }),
      ],
    })
    expect(
      nextSteps(file, TODAY).map(({ stage, about, dateInWords, tag }) => [stage, about, dateInWords, tag?.text]),
    ).toEqual([
      ['complaint', 'Complaint about a school, made on Monday 2 March 2026', 'Monday 9 March 2026', 'News due'],
      ['complaint', 'Complaint about the council, made on Monday 2 March 2026', 'Monday 16 March 2026', undefined],
      ['tribunal', undefined, 'Wednesday 15 April 2026', undefined],
    ])
  })

  it('leaves out what has come to its end', () => {
    const finished: Wait = {
      stage: 'appeal-window',
      startedFrom: sequenceOf(1),
      run: '1',
      parkedAt: '2026-03-10T10:00:00.000Z',
      state: 'finished',
      endedWith: 'appeal-registered',
    }
    const file = caseFile(appealed, {
      waits: [finished, waiting('council-response', '00002', { kind: 'council-responds', date: day('2026-04-15') })],
    })
    expect(nextSteps(file, TODAY).map(({ stage }) => stage)).toEqual(['tribunal'])
  })

  it('says that a route is being started, or that the service is at work on it', () => {
    const starting: Wait = {
      stage: 'complaint',
      state: 'starting',
      name: 'complaint-acknowledgement',
      heard: sequenceOf(3),
      startedFrom: sequenceOf(3),
      run: '1',
      parkedAt: '2026-03-10T10:00:00.000Z',
    }
    const answered: Wait = {
      ...waiting('council-response', '00002', { kind: 'council-responds', date: day('2026-04-15') }),
      state: 'answered',
      answer: { outcome: 'corrected', heard: sequenceOf(5) },
    }
    const steps = nextSteps(caseFile(appealed, { waits: [starting, answered] }), TODAY)
    expect(steps.map(({ what, dateInWords }) => [what, dateInWords])).toEqual([
      ['It is being started', undefined],
      ['The service is working on what was recorded last', undefined],
    ])
    expect(nextSteps(caseFile(appealed), TODAY)).toHaveLength(1)
  })

  it('says of a route that has stopped when it goes on, and what it waits for all the same', () => {
    const wait = waiting('council-response', '00002', { kind: 'council-responds', date: day('2026-04-15') })
    const stop: Stop = {
      stage: wait.stage,
      startedFrom: wait.startedFrom,
      run: wait.run,
      why: 'execution-ended',
      stops: 2,
      stoppedAt: '2026-03-10T14:00:00.000Z',
      state: 'stopped',
      goesOnAt: '2026-03-11T08:00:00Z',
    }
    const file = { ...caseFile(appealed, { waits: [wait] }), stops: [stop] }
    const [step] = nextSteps(file, TODAY)
    expect(step?.stopped).toContain('It goes on by itself on Wednesday 11 March 2026 at 8am.')
    expect(step?.dateInWords).toBe('Wednesday 15 April 2026')
    // The page does not wait for a stage that will not move now.
    expect(isSettled(file)).toBe(true)
    const starting = {
      ...file,
      waits: [{ ...wait, state: 'answered', answer: { outcome: 'changed', heard: wait.heard } } as const],
    }
    expect(isSettled(starting)).toBe(true)
    expect(isSettled({ ...starting, stops: [] })).toBe(false)
    expect(nextSteps({ ...file, stops: [{ ...stop, run: 'c00009' }] }, TODAY)[0]).not.toHaveProperty('stopped')
  })

  it('is how it ended, for a closed case', () => {
    const closed = caseFile(appealed, { status: 'closed', outcome: 'appealed', closedAt: '2026-03-10T10:00:00.000Z' })
    expect(nextSteps(closed, TODAY)).toEqual([
      { what: 'This case is closed: Appealed', why: 'The family appealed to the Tribunal.' },
    ])
  })
})
