import { expect, it } from 'vitest'
import { formatTime } from '../../lambdas/messages/clock-time.ts'

it.each([
  ['14:30', '2:30pm'],
  ['17:00', '5pm'],
  ['09:05', '9:05am'],
  ['12:00', 'midday'],
  ['12:15', '12:15pm'],
  ['00:00', 'midnight'],
  ['00:30', '12:30am'],
])('%s is read as %s', (time, words) => {
  expect(formatTime(time)).toBe(words)
})

it.each(['25:00', '10:60', 'soon', '10'])('refuses %s, which is no time of day', (time) => {
  expect(() => formatTime(time)).toThrow(`"${time}" is not a time of day. Write it as "14:30".`)
})
