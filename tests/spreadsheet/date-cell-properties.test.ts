import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, inject, it } from 'vitest'
import { addDays, type CalendarDate, calendarDate, daysBetween } from '../../lambdas/law/calendar-date.ts'
import { readDateCell } from '../../lambdas/spreadsheet/date-cell.ts'

const runs = { numRuns: 2000, seed: inject('seed') }
const today = calendarDate(2026, 11, 26)
const lawBegins = calendarDate(2014, 9, 1)
const dates = fc.integer({ min: 0, max: daysBetween(lawBegins, today) }).map((days) => addDays(lawBegins, days))
const dayFirst = { order: 'day-first', today } as const
const yearFirst = { order: 'year-first', today } as const

/** Each form as luxon writes it: the tests share no way of reading or writing with what they test. */
const FORMS: readonly string[] = [
  'yyyy-MM-dd',
  'dd/MM/yyyy',
  'd/M/yyyy',
  'd/M/yy',
  'dd.MM.yyyy',
  'dd-MM-yy',
  'dd-MMM-yy',
  'd MMM yyyy',
  'd MMMM yyyy',
  'd MMMM yy',
]
const TIMES: readonly string[] = ['', ' HH:mm', "'T'HH:mm:ss", " HH:mm:ss'.000'", ' h:mm a']
const AROUND: readonly string[] = ['', ' ', '\u00a0', '\u200b', '\ufeff', '\t']

function written(date: CalendarDate, form: string, hour = 0): string {
  return DateTime.fromISO(date, { zone: 'utc', locale: 'en-GB' }).set({ hour }).toFormat(form)
}

function luxonSerial(date: CalendarDate, first: string): number {
  return DateTime.fromISO(date, { zone: 'utc' }).diff(DateTime.fromISO(first, { zone: 'utc' }), 'days').days
}

describe('every date', () => {
  it('written in an accepted form, with a time or without, is read as that date', () => {
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom(...FORMS),
        fc.constantFrom(...TIMES),
        fc.integer({ min: 0, max: 22 }),
        fc.constantFrom(...AROUND),
        fc.constantFrom(...AROUND),
        (date, form, time, hour, before, after) => {
          const text = `${before}${written(date, form + time, hour)}${after}`
          expect(readDateCell(text, dayFirst), text).toEqual({ kind: 'date', date })
          const kind = form === 'yyyy-MM-dd' ? 'date' : 'unreadable'
          expect(readDateCell(text, yearFirst).kind, text).toBe(kind)
        },
      ),
      runs,
    )
  })

  it('written as a number is read as that date, or not at all', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 22 }), (date, hour) => {
        const serialNumber = luxonSerial(date, '1899-12-30') + hour / 24
        const cell = readDateCell(String(serialNumber), dayFirst)
        const in1904 =
          DateTime.fromISO('1904-01-01')
            .plus({ days: Math.floor(serialNumber) })
            .toISODate() ?? ''
        expect(cell).toEqual(in1904 > today ? { kind: 'date', date } : expect.objectContaining({ kind: 'unreadable' }))
      }),
      runs,
    )
  })
})

describe('nothing ambiguous', () => {
  it('is read: a month is never taken for a day, nor a day for a month', () => {
    const number = fc.integer({ min: 0, max: 99 })
    fc.assert(
      fc.property(number, number, fc.constantFrom('/', '-', '.'), (first, second, separator) => {
        const cell = readDateCell([first, second, 2025].join(separator), dayFirst)
        const date = DateTime.utc(2025, second, first).toISODate()
        expect(cell).toEqual(date ? { kind: 'date', date } : expect.objectContaining({ kind: 'unreadable' }))
      }),
      runs,
    )
  })

  it('is read from any text: what is read as a date is that date in one of the forms', () => {
    const parts = ['0', '1', '2', '6', '12', '20', '26', '30', '2026', '46203', '/', '-', '.', ' ', 'Jun', 'June']
    const texts = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 7 }).map((some) => some.join(''))
    let read = 0
    fc.assert(
      fc.property(texts, (text) => {
        const cell = readDateCell(text, dayFirst)
        if (cell.kind !== 'date') return
        read += 1
        expect(everyWayOfWriting(cell.date), text).toContain(
          text
            .trim()
            .replaceAll(/\s+/g, ' ')
            .replace(/(?<=^\d{5})\.\d+$/, ''),
        )
      }),
      { ...runs, numRuns: 20_000 },
    )
    expect(read).toBeGreaterThan(50)
  })
})

/** A date in every accepted form, with one blank where there may be some, and without a time. */
function everyWayOfWriting(date: CalendarDate): string[] {
  const years = ['yy', 'yyyy']
  const numeric = ['/', '-', '.'].flatMap((separator) =>
    ['M', 'MM'].flatMap((month) => years.map((year) => `${separator}${month}${separator}${year}`)),
  )
  const inWords = ['/', '-', '.', ' '].flatMap((before) =>
    ['/', '-', '.', ' '].flatMap((after) =>
      ['MMM', 'MMMM'].flatMap((month) => years.map((year) => `${before}${month}${after}${year}`)),
    ),
  )
  const forms = ['d', 'dd'].flatMap((day) => [...numeric, ...inWords].map((rest) => day + rest))
  return [String(luxonSerial(date, '1899-12-30')), ...['yyyy-MM-dd', ...forms].map((form) => written(date, form))]
}
