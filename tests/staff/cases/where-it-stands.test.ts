import { describe, expect, it } from 'vitest'
import { parseCalendarDate as day } from '../../../lambdas/law/calendar-date.ts'
import { commonActions } from '../../../lambdas/staff/cases/action-groups.ts'
import { nextSteps } from '../../../lambdas/staff/cases/next-steps.ts'
import { nextDateOf, whereItStands } from '../../../lambdas/staff/cases/where-it-stands.ts'
import { aCase } from '../../cases/case-builder.ts'
import { caseFile, waiting } from './case-file-for-tests.ts'

const TODAY = day('2026-03-10')
const complaint = { about: 'council', points: [], madeOn: '2026-03-02', awareOn: '2026-02-16' } as const
const appealed = aCase().and('appeal-registered', { receivedOn: '2026-03-02' }).and('complaint-made', complaint).build()
const response = waiting('council-response', '00002', { kind: 'council-responds', date: day('2026-04-15') })
const answer = waiting('complaint-answer', '00003', { kind: 'news-of-complaint', date: day('2026-03-16') })

describe('where a case stands', () => {
  it('is one sentence about the way to the appeal, whatever goes on beside it', () => {
    const stands = (waits: readonly (typeof response)[]) =>
      whereItStands(nextSteps(caseFile(appealed, { waits }), TODAY))
    expect(stands([response])).toBe('The Tribunal has the appeal, and waits for the council’s response.')
    expect(stands([answer, response])).toBe(stands([response]))
    expect(stands([answer])).toBe('The family made a complaint, and it is not answered yet.')
    expect(stands([])).toBe('The service is working on what was recorded last.')
  })
})

describe('the next date', () => {
  const steps = (waits: readonly (typeof response)[]) => nextSteps(caseFile(appealed, { waits }), TODAY)

  it('is the earliest, and says what the case waits for where the law sets no such day', () => {
    expect(nextDateOf(steps([response, answer]), [], [])).toEqual({
      date: '2026-03-16',
      dateInWords: 'Monday 16 March 2026',
      what: 'Answer to the complaint',
      about: 'Complaint about the council, made on Monday 2 March 2026',
      because: 'The body answers by the day it promised, or within its own time.',
    })
  })

  it('is not there while nothing waits for a day', () => {
    expect(nextDateOf(steps([]), [], [])).toBeUndefined()
  })
})

describe('what is recorded most', () => {
  const types = (expected: Parameters<typeof commonActions>[2]) =>
    commonActions('2222-3333', [answer, response], expected).map(({ type }) => type)

  it('begins with what each route awaits first, the next date before the others', () => {
    const waits = [
      { ...answer, awaits: ['complaint-answered'] as const },
      { ...response, awaits: ['response-sent', 'appeal-conceded', 'appeal-withdrawn'] as const },
    ]
    const expected = [
      'response-sent',
      'appeal-conceded',
      'appeal-withdrawn',
      'complaint-answered',
      'note-added',
    ] as const
    expect(commonActions('2222-3333', waits, expected).map(({ type }) => type)).toEqual([
      'complaint-answered',
      'response-sent',
      'appeal-conceded',
      'appeal-withdrawn',
    ])
  })

  it('goes on with what else is likely, never with what cannot be recorded', () => {
    expect(types(['complaint-made', 'note-added', 'fact-corrected'])).toEqual(['complaint-made', 'fact-corrected'])
    expect(types([])).toEqual([])
  })
})
