import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { holidaysByRule } from '../../lambdas/law/bank-holiday-rules.ts'
import { PUBLISHED_HOLIDAYS } from '../../lambdas/law/bank-holiday-table.ts'
import { coverage, HOLIDAY_TABLE_VERSION, holidayName, isProvisionalDay } from '../../lambdas/law/bank-holidays.ts'
import { addDays, calendarDate, dateOfDay, parseCalendarDate, parseDay } from '../../lambdas/law/calendar-date.ts'
import { HolidaysNotKnownError } from '../../lambdas/law/law-errors.ts'
import { isWorkingDay } from '../../lambdas/law/working-days.ts'

const publishedYears = Array.from(
  { length: coverage.publishedTo - coverage.publishedFrom + 1 },
  (_, index) => coverage.publishedFrom + index,
)
const byPackage = new Holidays('GB', 'ENG')

function tableOf(year: number): string[] {
  return PUBLISHED_HOLIDAYS.map(([day]) => day).filter((day) => day.startsWith(String(year)))
}

function weekdaysOff(year: number): string[] {
  const found: string[] = []
  for (let day = calendarDate(year, 1, 1); day.startsWith(String(year)); day = addDays(day, 1)) {
    const dayOfWeek = new Date(`${day}T12:00:00Z`).getUTCDay()
    if (dayOfWeek !== 0 && dayOfWeek !== 6 && !isWorkingDay(day)) found.push(day)
  }
  return found
}

describe('bank holidays of England and Wales', () => {
  it.each(publishedYears)('in %i are the weekdays that the date-holidays package lists', (year) => {
    const listed = byPackage
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10))
      .filter((day) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()))
    expect(weekdaysOff(year)).toEqual(listed)
    expect(tableOf(year)).toEqual(listed)
  })

  it('follow the 1971 Act and the yearly proclamations, but for four days that were moved or added', () => {
    const differences = publishedYears.flatMap((year) => {
      const table = tableOf(year)
      const rule = holidaysByRule(year).map(({ day }) => dateOfDay(day) as string)
      return [
        ...table.filter((day) => !rule.includes(day)).map((day) => `+${day}`),
        ...rule.filter((day) => !table.includes(day)).map((day) => `-${day}`),
      ]
    })
    expect(differences).toEqual([
      '+2020-05-08', // VE Day, in place of the first Monday in May
      '-2020-05-04',
      '+2022-06-02', // the spring bank holiday, moved for the Platinum Jubilee, and one more day
      '+2022-06-03',
      '+2022-09-19', // the State Funeral
      '-2022-05-30',
      '+2023-05-08', // the Coronation
    ])
  })

  it('carry the same names in the table as by rule', () => {
    const byRule = new Map(
      publishedYears.flatMap(holidaysByRule).map(({ day, name }) => [dateOfDay(day) as string, name]),
    )
    for (const [day, name] of PUBLISHED_HOLIDAYS) expect([day, byRule.get(day) ?? name]).toEqual([day, name])
  })

  it('are computed for 2028 as the rulebook has them', () => {
    expect(weekdaysOff(2028).map((day) => day.slice(5))).toEqual(
      '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'.split(' '),
    )
  })

  it.each([2028, 2029, 2030, 2031, 2032, 2033, 2038, 2049, 2076, 2099])(
    'are computed for %i as by the package',
    (year) => {
      const listed = byPackage
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public')
        .map((holiday) => holiday.date.slice(0, 10))
        .filter((day) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()))
      expect(weekdaysOff(year)).toEqual(listed)
    },
  )

  it.each([
    ['1913-03-23', 'the earliest of two centuries'],
    ['1943-04-25', 'the latest there can be'],
    ['1954-04-18', 'a week earlier than the moon alone gives'],
    ['1961-04-02', 'plain, in another century'],
    ['1981-04-19', 'a week earlier than the moon alone gives'],
    ['2008-03-23', 'the earliest of this century'],
    ['2038-04-25', 'the latest there can be'],
    ['2049-04-18', 'a week earlier than the moon alone gives'],
    ['2076-04-19', 'a week earlier than the moon alone gives'],
    ['2100-03-28', 'a century without a leap day'],
    ['2285-03-22', 'the earliest there can be'],
  ])('are the Friday before Easter and the Monday after it: Easter Sunday on %s, %s', (text) => {
    const easter = parseCalendarDate(text)
    const atEaster = holidaysByRule(Number(easter.slice(0, 4))).filter(({ name }) => /Good Friday|Easter/.test(name))
    expect(atEaster.map(({ day, name }) => [dateOfDay(day), name])).toEqual([
      [addDays(easter, -2), 'Good Friday'],
      [addDays(easter, 1), 'Easter Monday'],
    ])
  })

  it.each([
    ['2014-01-01', "New Year's Day"],
    ['2026-04-03', 'Good Friday'],
    ['2026-05-04', 'the early May bank holiday'],
    ['2026-12-28', 'the substitute bank holiday for Boxing Day'],
    ['2020-05-08', 'the VE Day bank holiday'],
    ['2022-06-02', 'the spring bank holiday'],
    ['2022-06-03', 'the Platinum Jubilee bank holiday'],
    ['2022-09-19', 'the State Funeral bank holiday'],
    ['2023-05-08', 'the Coronation bank holiday'],
  ])('on %s is %s', (day, name) => {
    expect(holidayName(parseDay(day))).toBe(name)
  })

  it('are none on an ordinary day, nor on a Christmas Day at a weekend', () => {
    expect(holidayName(parseDay('2026-04-07'))).toBeUndefined()
    expect(holidayName(parseDay('2099-12-31'))).toBeUndefined()
    expect(isWorkingDay(parseCalendarDate('2027-12-25'))).toBe(false)
    expect(isWorkingDay(parseCalendarDate('2022-01-01'))).toBe(false)
  })

  it('are provisional after the last published year, and only then', () => {
    expect(isProvisionalDay(parseDay('2027-12-31'))).toBe(false)
    expect(isProvisionalDay(parseDay('2028-01-01'))).toBe(true)
    expect(HOLIDAY_TABLE_VERSION).toBe(`england-and-wales-${coverage.publishedFrom}-${coverage.publishedTo}`)
  })

  it.each([
    ['2013-12-31', 2013],
    ['2100-01-01', 2100],
  ])('are not known on %s, which is said', (day, year) => {
    expect(() => holidayName(parseDay(day))).toThrow(
      new HolidaysNotKnownError(
        `Bank holidays are known from 2014 to 2099, so working days in ${year} cannot be counted. Check the year.`,
      ),
    )
  })
})
