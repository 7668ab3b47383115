import { expect, it } from 'vitest'
import { factsSince, withFacts } from '../../lambdas/cases/build-case.ts'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { aCase } from './case-builder.ts'

const RECORDED = { recordedAt: '2026-04-02T10:00:00Z', recordedBy: 'officer-1' }
const TODAY = day('2026-04-02')
const appeal: NewFact = { type: 'appeal-registered', details: { receivedOn: TODAY } }
const response: NewFact = { type: 'response-sent', details: { sentOn: TODAY } }
const withdrawn: NewFact = { type: 'appeal-withdrawn', details: { withdrawnOn: TODAY } }

it.each([
  ['first', [appeal, response, withdrawn]],
  ['last', [withdrawn, response, appeal]],
] as const)('lets what is recorded together belong to the appeal that stands %s on the form', (_, facts) => {
  const before = aCase({ sentOn: '2026-02-10' }).build()
  const after = withFacts(before, facts, RECORDED)
  const registered = after.appeal?.sequence
  const added = factsSince(before, after)
  expect(added.map(({ sequence }) => sequence)).toEqual(['00002', '00003', '00004'])
  expect(added.filter(({ follows }) => follows === registered)).toHaveLength(2)
  // All of one day: what ends something comes before what begins anew, but for what belongs to it.
  expect(after.facts.map(({ type }) => type)).toEqual([
    'case-opened',
    'appeal-registered',
    'response-sent',
    'appeal-withdrawn',
  ])
  expect([after.response?.sentOn, after.appealEnded?.outcome]).toEqual([TODAY, 'withdrawn'])
})
