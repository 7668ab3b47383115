import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../lambdas/law/calendar-date.ts'
import { type DateOrder, readDateCell } from '../../lambdas/spreadsheet/date-cell.ts'

const today = calendarDate(2026, 11, 26)
const read = (text: string, order: DateOrder) => readDateCell(text, { order, today })
const the30thOfJune = { kind: 'date', date: '2026-06-30' }

describe.each(['year-first', 'day-first'] as const)('a cell in a file that is %s', (order) => {
  it.each([
    ['year, month and day', '2026-06-30'],
    ['with midnight, as databases write it', '2026-06-30 00:00:00.000'],
    ['with midnight, as ISO 8601 writes it', '2026-06-30T00:00:00'],
    ['with midnight in UTC', '2026-06-30T00:00:00Z'],
    ['with a time of the day', '2026-06-30 14:05'],
    ['with blanks around', '  2026-06-30\t'],
    ['with no-break spaces around', '\u00a02026-06-30\u202f'],
    ['with zero-width characters and a mark of direction around', '\u200e\u200b2026-06-30\ufeff'],
    ['with a line break after it', '2026-06-30\r\n'],
  ])('is read: %s', (_, text) => {
    expect(read(text, order)).toEqual(the30thOfJune)
  })

  it.each(['', '   ', '\u00a0', '\u200b\t'])('is blank: %j', (text) => {
    expect(read(text, order)).toEqual({ kind: 'blank' })
  })

  it.each(['N/A', 'n/a', 'NA', '-', '\u2013', '\u2014', 'tbc', 'TBC', ' tba ', 'unknown', 'Not known'])(
    'says that there is no date: %j',
    (text) => {
      expect(read(text, order)).toEqual({ kind: 'no-date', word: text.trim() })
    },
  )

  it.each([
    ['an error of a spreadsheet', '#N/A', '"#N/A" cannot be read as a date.'],
    ['a word that says more than blank', 'none', '"none" cannot be read as a date.'],
    ['a column that was too narrow', '########', 'Widen the column and save again.'],
    ['a character that cannot be seen', '2026\u200b-06-30', '"2026[U+200B]-06-30" has a character in it'],
    ['a line break in it', '2026-06-30\nposted', '(U+000A)'],
    ['a time that does not exist', '2026-06-30 24:00', 'has a time of day that does not exist'],
    ['an hour of no clock', '2026-06-30 13:00 PM', 'has a time of day that does not exist'],
    ['the last hour of a day', '2026-06-29T23:00:00Z', 'so the day is not certain. Write the date alone.'],
    ['the last hour without a zone', '2026-06-29 23:00', 'so the day is not certain. Write the date alone.'],
    ['the last hour by a clock of 12 hours', '2026-06-29 11:30 pm', 'so the day is not certain.'],
    ['another time zone', '2026-06-30T00:00+01:00', 'has the time zone +01:00'],
    ['a day that does not exist', '2026-06-31', 'There is no 31 June 2026. Check the day and the month.'],
    ['no leading zeros', '2026-6-30', '"2026-6-30" cannot be read as a date.'],
    ['the year first with other separators', '2026/06/30', '"2026/06/30" cannot be read as a date.'],
    ['a month and a day in words', 'June 30, 2026', '"June 30, 2026" cannot be read as a date.'],
    ['days without separators', '20260630', '"20260630" cannot be read as a date.'],
  ])('is refused in words: %s', (_, text, why) => {
    expect(read(text, order)).toEqual({ kind: 'unreadable', why: expect.stringContaining(why) })
  })
})

const DAY_FIRST_FORMS: readonly string[] = [
  '30/06/2026',
  '30/6/2026',
  '30/6/26',
  '30-06-2026',
  '30.06.2026',
  '30.6.26',
  '30-Jun-26',
  '30-Jun-2026',
  '30 Jun 2026',
  '30 June 2026',
  '30 JUNE 26',
  '30th June 2026',
  '30\u00a0June\u00a02026',
  '30/06/2026 00:00',
  '30/06/2026 00:00:00',
  '30/06/2026 12:00:00 AM',
  '30-Jun-26 9:15 pm',
  '46203',
  '46203.5',
  '46203.0',
  ' 30/06/2026\u200b',
]

describe('where the day comes first', () => {
  it.each(DAY_FIRST_FORMS)('%j is 30 June 2026', (text) => {
    expect(read(text, 'day-first')).toEqual(the30thOfJune)
  })

  it.each(DAY_FIRST_FORMS)('%j is read only when somebody has said so', (text) => {
    expect(read(text, 'year-first')).toEqual({
      kind: 'unreadable',
      why: expect.stringContaining('Write it as year-month-day, for example 2026-09-10.'),
    })
  })

  it('takes the fourth of May for what Americans would take for the fifth of April', () => {
    expect(read('04/05/2026', 'day-first')).toEqual({ kind: 'date', date: '2026-05-04' })
  })

  it.each([
    ['1 Sept 2026', '2026-09-01'],
    ['1-Sep-26', '2026-09-01'],
    ['29/02/24', '2024-02-29'],
    ['1/9/14', '2014-09-01'],
    ['26/11/26', '2026-11-26'],
    ['30/06/1998', '1998-06-30'],
    ['30/06/2031', '2031-06-30'],
  ])('%j is %s', (text, date) => {
    expect(read(text, 'day-first')).toEqual({ kind: 'date', date })
  })

  it.each([
    ['a day that does not exist', '31/06/2026', 'There is no 31 June 2026. Check the day and the month.'],
    ['a day of no year', '29/02/26', 'There is no 29 February 2026.'],
    ['day nought, as spreadsheets write nothing', '00/01/1900', 'There is no 0 January 1900.'],
    ['no month', '30/00/2026', 'There is no month 0.'],
    [
      'the month first',
      '06/30/2026',
      '"06/30/2026" has the month 30. The day is read first, and the two are never turned round. ' +
        'If this file writes the month first, its other dates are read wrongly too: check one that you know.',
    ],
    ['two separators', '30/06-2026', '"30/06-2026" cannot be read as a date. Write it as day/month/year, for example'],
    ['a year of three digits', '30/06/026', 'cannot be read as a date'],
    ['a word that is no month', '30 Juno 2026', 'cannot be read as a date'],
    ['two dates', '30/06/2026 and 01/07/2026', 'cannot be read as a date'],
    ['a century that is not certain', '30/6/98', '"30/6/98" has a year of two digits, which is read only where'],
    ['a year of two digits before the law', '31/8/14', 'a day from Monday 1 September 2014 to today.'],
    ['a year of two digits that has not come', '27/11/26', 'Write the year in full, for example 10/09/2026.'],
    ['the year first in two digits', '26-06-30', 'has a year of two digits'],
    ['the last hour of a day', '29/06/2026 23:00', 'so the day is not certain. Write the date alone.'],
    ['the last hour of a day as a fraction', '46202.9583', 'so the day is not certain. Write the date alone.'],
    [
      'a number that could be two days',
      '44741',
      '"44741" is a number that could be two days: Wednesday 29 June 2022 in a spreadsheet that counts from 1900, ' +
        'Tuesday 30 June 2026 in one that counts from 1904. In the spreadsheet, show the column as a date',
    ],
    ['a number that has not come', '46353', 'it would be Friday 27 November 2026, and a number is read only where'],
    ['a number before the law', '41882', 'it would be Sunday 31 August 2014'],
    ['day, month and year run together', '10626', 'is a number. As a spreadsheet counts days it would be'],
    ['a number of four digits', '2026', 'cannot be read as a date'],
    ['a number in thousands', '46,203', 'cannot be read as a date'],
  ])('refuses in words %s', (_, text, why) => {
    expect(read(text, 'day-first')).toEqual({ kind: 'unreadable', why: expect.stringContaining(why) })
  })

  it('is certain of a number from the day on which the other day has not come', () => {
    const on = (day: number) => readDateCell('44741', { order: 'day-first', today: calendarDate(2026, 6, day) }).kind
    expect([on(29), on(30)]).toEqual(['date', 'unreadable'])
  })
})
