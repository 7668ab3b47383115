import { expect, it } from 'vitest'
import { daysIn } from '../../lambdas/messages/days-in.ts'

it('reads every day that is named in full, once', () => {
  expect(
    daysIn('Send it by Thursday 10 September 2026.\nThe last day is 1 December 2026, not Thursday 10 September 2026.'),
  ).toEqual(['2026-09-10', '2026-12-01'])
})

it('reads no day where none is named', () => {
  expect(daysIn('In May 2026 you have 2 months. Ring 01225 394041.')).toEqual([])
})
