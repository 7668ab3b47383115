import { expect, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { cellsOfCase } from '../../lambdas/reports/cells.ts'
import { aCase, type CaseBuilder } from '../cases/case-builder.ts'
import { COUNTED_PLAINLY, fileOf } from './case-to-count.ts'

const happened = (builder: CaseBuilder) =>
  Object.values(cellsOfCase(fileOf(builder), parseCalendarDate('2026-04-01'), COUNTED_PLAINLY))
    .flatMap((cells) => Object.keys(cells))
    .flatMap((name) => (name.startsWith('what-else/') ? [name.split('/')[1]] : []))
const chosen = (healthIssue: 'none' | 'only') =>
  aCase({ sentOn: '2026-02-10' }).and('mediation-chosen', { councilToldOn: '2026-02-18', healthIssue })
const missed = (healthIssue: 'none' | 'only', absent: 'council' | 'health-body' | 'family') =>
  chosen(healthIssue)
    .and('meeting-arranged', { meetingOn: '2026-03-11', startsAt: '10:30', format: 'online' }, '2026-03-02')
    .and('meeting-missed', { missedOn: '2026-03-11', absent: [absent] })

it('says of a case in which nothing else happened nothing', () => {
  expect(happened(chosen('none'))).toEqual([])
})

it('tells a refusal from a delay, and who did not come by who had to arrange it', () => {
  const refused = chosen('none').and('mediation-cannot-be-arranged', {
    adviserToldOn: '2026-02-25',
    because: 'refused',
  })
  expect(happened(refused)).toEqual(['mediation-refused'])
  expect(happened(chosen('none').and('mediation-cannot-be-arranged', { adviserToldOn: '2026-02-25' }))).toEqual([
    'not-arranged-in-time',
  ])
  expect(happened(missed('none', 'council'))).toEqual(['missed-by-arranger'])
  expect(happened(missed('only', 'health-body'))).toEqual(['missed-by-arranger'])
  expect(happened(missed('none', 'health-body'))).toEqual([])
  expect(happened(missed('none', 'family'))).toEqual(['missed-by-family'])
})

it('does not tell what was taken back', () => {
  const later = chosen('none').and('agreed-later', { agreedOn: '2026-03-25', points: [], duties: ['amend-contents'] })
  expect(happened(later)).toEqual(['agreed-later'])
  expect(happened(later.and('fact-removed', { removes: '00003' }))).toEqual([])
})
