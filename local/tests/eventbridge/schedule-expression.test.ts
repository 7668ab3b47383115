import { describe, expect, it } from 'vitest'
import { nextOccurrence } from '../../eventbridge/schedule-expression.ts'

const page = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html'

const rows: readonly [expression: string, after: string, next: string | undefined, why: string][] = [
  ['rate(1 minute)', '2026-03-01T00:00:10Z', '2026-03-01T00:01:10Z', 'a rate counts from where it started'],
  ['rate(5 minutes)', '2026-03-01T00:00:00Z', '2026-03-01T00:05:00Z', 'minutes'],
  ['rate(2 hours)', '2026-03-01T23:00:00Z', '2026-03-02T01:00:00Z', 'hours'],
  ['rate(7 days)', '2026-03-25T09:00:00Z', '2026-04-01T09:00:00Z', 'a day is 24 hours, whatever the clocks do'],
  ['cron(0 10 * * ? *)', '2026-03-01T10:00:00Z', '2026-03-02T10:00:00Z', 'daily at 10:00, later than now'],
  ['cron(15 12 * * ? *)', '2026-03-01T12:14:59Z', '2026-03-01T12:15:00Z', 'daily at 12:15'],
  ['cron(30 1 * * ? *)', '2026-03-28T12:00:00Z', '2026-03-29T01:30:00Z', 'UTC: there on the day clocks go forward'],
  ['cron(30 1 * * ? *)', '2026-10-25T00:45:00Z', '2026-10-25T01:30:00Z', 'UTC: once on the day clocks go back'],
  ['cron(0 18 ? * MON-FRI *)', '2026-09-11T18:00:00Z', '2026-09-14T18:00:00Z', 'Monday to Friday'],
  ['cron(0 8 1 * ? *)', '2026-12-01T08:00:00Z', '2027-01-01T08:00:00Z', 'the first of each month'],
  ['cron(0/15 * * * ? *)', '2026-03-01T00:31:00Z', '2026-03-01T00:45:00Z', 'every 15 minutes'],
  ['cron(0/10 8-17 ? * 2-6 *)', '2026-09-11T17:50:00Z', '2026-09-14T08:00:00Z', '1 is Sunday'],
  ['cron(0 9 ? * 2#1 *)', '2026-09-08T00:00:00Z', '2026-10-05T09:00:00Z', 'the first Monday of the month'],
  ['cron(0 9 L * ? *)', '2028-02-01T00:00:00Z', '2028-02-29T09:00:00Z', 'the last day of the month'],
  ['cron(0 9 ? * 6L *)', '2026-09-01T00:00:00Z', '2026-09-25T09:00:00Z', 'the last Friday of the month'],
  [
    'cron(0 9 1W * ? *)',
    '2026-07-31T10:00:00Z',
    '2026-08-03T09:00:00Z',
    'Saturday 1 August: the Monday, in the same month',
  ],
  ['cron(0 9 31 * ? *)', '2026-03-31T09:00:00Z', '2026-05-31T09:00:00Z', 'months without a 31st are passed over'],
  ['cron(0 0 29 2 ? *)', '2026-01-01T00:00:00Z', '2028-02-29T00:00:00Z', 'leap years'],
  ['cron(0 12 ? JAN,JUL SUN 2027-2028)', '2026-01-01T00:00:00Z', '2027-01-03T12:00:00Z', 'names and years'],
  ['cron(0 12 1 1 ? 2020)', '2026-01-01T00:00:00Z', undefined, 'a year that has passed'],
]

describe(`schedules, as ${page} has them`, () => {
  it.each(rows)('%s after %s is %s (%s)', (expression, after, next) => {
    const time = nextOccurrence(expression, Date.parse(after))
    expect(time === undefined ? undefined : new Date(time).toISOString()).toBe(
      next === undefined ? undefined : new Date(next).toISOString(),
    )
  })

  it.each([
    ['every day', 'it is neither cron(...) nor rate(...)'],
    ['rate(1 minutes)', 'the unit is singular after 1'],
    ['rate(5 minute)', 'the unit is singular after 1'],
    ['rate(0 days)', 'a rate is a number above 0'],
    ['cron(0 10 * * ?)', 'a cron expression has six fields'],
    ['cron(0 10 * * * *)', 'exactly one of day of month and day of week has to be ?'],
    ['cron(60 10 * * ? *)', '60 is not from 0 to 59'],
    ['cron(0 10 ? * 8 *)', '8 is not from 1 to 7'],
  ])('refuses %s: %s', (expression, reason) => {
    expect(() => nextOccurrence(expression, 0)).toThrow(reason)
  })
})
