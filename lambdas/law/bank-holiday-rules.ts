import { dayNumber, weekday } from './day-number.ts'

const MONDAY = 1
const SATURDAY = 6
const SUNDAY = 0

/** A day that is not a working day: its number, and its name as it reads in a sentence. */
export interface HolidayDay {
  readonly day: number
  readonly name: string
}

/**
 * The bank holidays, Good Friday and Christmas Day of a year in England and Wales as the rules make them: Schedule 1
 * of the Banking and Financial Dealings Act 1971 (https://www.legislation.gov.uk/ukpga/1971/80/schedule/1), and the
 * days that are proclaimed every year (New Year's Day, the first Monday in May, and a weekday in lieu of a day that
 * falls at a weekend). A year may still get a day by proclamation, so what rests on this alone is provisional.
 *
 * A Christmas Day at a weekend is left out: no working day is lost by it but its weekday in lieu.
 */
export function holidaysByRule(year: number): readonly HolidayDay[] {
  const easterMonday = easterSunday(year) + 1
  return [
    newYear(year),
    { day: easterMonday - 3, name: 'Good Friday' },
    { day: easterMonday, name: 'Easter Monday' },
    { day: firstMondayOnOrAfter(dayNumber(year, 5, 1)), name: 'the early May bank holiday' },
    { day: firstMondayOnOrAfter(dayNumber(year, 5, 25)), name: 'the spring bank holiday' },
    { day: firstMondayOnOrAfter(dayNumber(year, 8, 25)), name: 'the summer bank holiday' },
    ...christmas(year),
  ]
}

/** New Year's Day, or the Monday after it when it falls at a weekend. */
function newYear(year: number): HolidayDay {
  const day = dayNumber(year, 1, 1)
  const monday = firstMondayOnOrAfter(day)
  return isWeekend(day)
    ? { day: monday, name: "the substitute bank holiday for New Year's Day" }
    : { day, name: "New Year's Day" }
}

/** Christmas Day and Boxing Day, each with a weekday in lieu when it falls at a weekend. */
function christmas(year: number): readonly HolidayDay[] {
  const christmasDay = dayNumber(year, 12, 25)
  const boxingDay = christmasDay + 1
  return [
    isWeekend(christmasDay)
      ? { day: christmasDay + 2, name: 'the substitute bank holiday for Christmas Day' }
      : { day: christmasDay, name: 'Christmas Day' },
    isWeekend(boxingDay)
      ? { day: boxingDay + 2, name: 'the substitute bank holiday for Boxing Day' }
      : { day: boxingDay, name: 'Boxing Day' },
  ]
}

/**
 * Easter Sunday by the Gregorian computus (the "anonymous" algorithm, Meeus, Astronomical Algorithms, chapter 8):
 * the Sunday after the Paschal full moon.
 */
function easterSunday(year: number): number {
  const yearOfMoonCycle = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const ageOfMoon = (19 * yearOfMoonCycle + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const daysToSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - ageOfMoon - (yearOfCentury % 4)) % 7
  const lateMoon = Math.floor((yearOfMoonCycle + 11 * ageOfMoon + 22 * daysToSunday) / 451)
  return dayNumber(year, 3, 22) + ageOfMoon + daysToSunday - 7 * lateMoon
}

function firstMondayOnOrAfter(day: number): number {
  return day + ((MONDAY - weekday(day) + 7) % 7)
}

function isWeekend(day: number): boolean {
  return weekday(day) === SATURDAY || weekday(day) === SUNDAY
}
