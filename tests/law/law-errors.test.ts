import { describe, expect, it } from 'vitest'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { complianceDeadlines } from '../../lambdas/law/compliance-deadlines.ts'
import { whichDates } from '../../lambdas/law/which-dates.ts'
import { appeal } from './notice.ts'

describe('what the law cannot answer is refused under a name, by which logs and callers tell one from another', () => {
  it.each([
    ['InvalidDateError', 'a day that does not exist', () => day('2026-02-30')],
    ['DateOrderError', 'a certificate before the decision', () => appeal('2026-02-10', { certificate: '2026-02-09' })],
    ['RuleNotInForceError', 'a decision before the regime', () => appeal('2014-08-31')],
    ['HolidaysNotKnownError', 'a decision that leads past the bank holidays', () => appeal('2099-11-02')],
    [
      'NoTimeInLawError',
      'a duty without a time in the rules',
      () => complianceDeadlines({ source: 'concession', duty: 'cease', on: day('2026-07-06') }),
    ],
    ['NotEnoughFactsError', 'no facts at all', () => whichDates({})],
  ])('%s: %s', (name, _what, ask) => {
    expect(ask).toThrow(expect.objectContaining({ name }))
  })
})
