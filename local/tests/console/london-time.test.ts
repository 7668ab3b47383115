import { describe, expect, it } from 'vitest'
import { afterDuration, asFieldValue, inLondon, parseMoment } from '../../console/london-time.ts'

describe('time as people in the United Kingdom read it', () => {
  it.each([
    ['2026-09-10T08:30:00Z', 'Thursday 10 September 2026, 09:30:00 BST'],
    ['2026-12-10T09:30:00Z', 'Thursday 10 December 2026, 09:30:00 GMT'],
  ])('writes %s as %s', (instant, words) => {
    expect(inLondon(Date.parse(instant))).toBe(words)
  })

  it.each([
    ['2026-09-10T09:30', '2026-09-10T08:30:00.000Z'],
    ['2026-12-10', '2026-12-10T00:00:00.000Z'],
    ['2026-09-10T08:30:00Z', '2026-09-10T08:30:00.000Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(new Date(parseMoment(text)).toISOString()).toBe(instant)
    expect(parseMoment(asFieldValue(parseMoment(text)))).toBe(parseMoment(text))
  })

  it.each([
    ['2026-03-28T09:00', 'P1D', '2026-03-29T09:00', 'a day is the same time tomorrow, also over a clock change'],
    ['2026-10-24T09:00', 'P1W', '2026-10-31T09:00', 'a week'],
    ['2026-03-28T09:00', 'PT24H', '2026-03-29T10:00', 'hours are hours'],
    ['2026-01-31T09:00', 'P1M', '2026-02-28T09:00', 'a month'],
  ])('%s and %s is %s: %s', (from, duration, to) => {
    expect(afterDuration(parseMoment(from), duration)).toBe(parseMoment(to))
  })

  it.each(['', 'tomorrow', '31/12/2026', '2026-02-31'])('refuses the moment %j', (text) => {
    expect(() => parseMoment(text)).toThrow('is not a date and time')
  })

  it.each(['P', 'PT', '1 day', 'P-1D'])('refuses the duration %j', (text) => {
    expect(() => afterDuration(0, text)).toThrow('is not a duration')
  })
})
