import { expect, it } from 'vitest'
import { summaryOf } from '../../lambdas/cases/outcome.ts'
import { aCase, type CaseBuilder } from './case-builder.ts'

const happened = (builder: CaseBuilder) => summaryOf(builder.build()).happenings
const chosen = (healthIssue: 'none' | 'only') =>
  aCase({ sentOn: '2026-02-10' }).and('mediation-chosen', { councilToldOn: '2026-02-18', healthIssue })
const missed = (healthIssue: 'none' | 'only', absent: 'council' | 'health-body' | 'family') =>
  chosen(healthIssue)
    .and('meeting-arranged', { meetingOn: '2026-03-11', startsAt: '10:30', format: 'online' }, '2026-03-02')
    .and('meeting-missed', { missedOn: '2026-03-11', absent: [absent] })

it('says of a case in which nothing else happened nothing', () => {
  expect(happened(chosen('none'))).toBeUndefined()
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
  expect(happened(missed('none', 'health-body'))).toBeUndefined()
  expect(happened(missed('none', 'family'))).toEqual(['missed-by-family'])
})

it('tells what was agreed on and the part of the young person, each once, and not what was taken back', () => {
  const agreed = chosen('none')
    .and('mediation-agreed', {
      concludedOn: '2026-03-11',
      points: ['back-to-panel', 'amend-f'],
      youngPersonsPart: 'gave-views',
    })
    .and('agreed-later', { agreedOn: '2026-03-25', points: ['amend-f'], duties: ['amend-contents'] })
  expect(happened(agreed)).toEqual([
    'agreed-later',
    'agreed-amend-f',
    'agreed-back-to-panel',
    'young-person-gave-views',
  ])
  expect(happened(agreed.and('fact-removed', { removes: '00004' }))).not.toContain('agreed-later')
})
