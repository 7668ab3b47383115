/**
 * When an EventBridge rule's schedule next comes round. All times are UTC.
 *
 * Six cron fields: minutes, hours, day of month, month, day of week (1 is Sunday), year; with `,` `-` `/` `*` `?` `L` `W` `#`.
 * A rate counts from the moment at which the rule was made.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */

const MINUTE = 60_000
const UNITS: Readonly<Record<string, number>> = { minute: MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE }
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
/** The last year that EventBridge's cron expressions can name. */
const LAST_YEAR = 2199

/**
 * @param expression `cron(...)` or `rate(...)`.
 * @param after epoch milliseconds; the occurrence is later than this.
 * @returns epoch milliseconds of the next occurrence, or `undefined` when there is none up to the year 2199.
 * @throws Error when the expression is not one that EventBridge takes.
 */
export function nextOccurrence(expression: string, after: number): number | undefined {
  const [, kind, content] = /^(cron|rate)\((.+)\)$/.exec(expression.trim()) ?? []
  if (kind === 'rate') return after + rateInMilliseconds(String(content), expression)
  if (kind === 'cron') return nextCron(parseCron(String(content), expression), after)
  throw invalid(expression, 'it is neither cron(...) nor rate(...)')
}

function rateInMilliseconds(content: string, expression: string): number {
  const [, count, unit] = /^(\d+) (minute|hour|day)s?$/.exec(content.trim()) ?? []
  const length = UNITS[String(unit)]
  if (length === undefined || Number(count) < 1)
    throw invalid(expression, 'a rate is a number above 0 and minutes, hours or days')
  if (Number(count) === 1 ? content.trim().endsWith('s') : !content.trim().endsWith('s')) {
    throw invalid(expression, 'the unit is singular after 1 and plural after every other number')
  }
  return Number(count) * length
}

interface Cron {
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly months: readonly number[]
  readonly years: readonly number[]
  /** The days of a month on which the expression falls. */
  readonly days: (year: number, month: number) => readonly number[]
}

function parseCron(content: string, expression: string): Cron {
  const fields = content.trim().split(/\s+/)
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year] = fields
  if (fields.length !== 6 || !minutes || !hours || !dayOfMonth || !month || !dayOfWeek || !year) {
    throw invalid(expression, 'a cron expression has six fields')
  }
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw invalid(expression, 'exactly one of day of month and day of week has to be ?')
  }
  return {
    minutes: parseField(minutes, 0, 59, [], expression),
    hours: parseField(hours, 0, 23, [], expression),
    months: parseField(month, 1, 12, MONTHS, expression, 1),
    years: parseField(year, 1970, LAST_YEAR, [], expression),
    days: dayOfWeek === '?' ? daysOfMonth(dayOfMonth, expression) : daysOfWeek(dayOfWeek, expression),
  }
}

/** The values of a field, in order. */
function parseField(
  field: string,
  first: number,
  last: number,
  names: readonly string[],
  expression: string,
  nameOffset = first,
): readonly number[] {
  const number = (text: string): number => {
    const named = names.indexOf(text.toUpperCase())
    const value = named >= 0 ? named + nameOffset : /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= first && value <= last)) throw invalid(expression, `${text} is not from ${first} to ${last}`)
    return value
  }
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/')
    const [from, to] =
      range === '*' ? [first, last] : range.includes('-') ? range.split('-').map(number) : [number(range)]
    const every = step === undefined ? 1 : Number(step)
    if (from === undefined || !Number.isInteger(every) || every < 1) throw invalid(expression, `${part} is not a step`)
    const end = to ?? (step === undefined ? from : last)
    for (let value = from; value <= end; value += every) values.add(value)
  }
  return [...values].sort((left, right) => left - right)
}

function daysOfMonth(field: string, expression: string): Cron['days'] {
  if (field === 'L') return (year, month) => [lastDay(year, month)]
  if (field === 'LW') return (year, month) => [nearestWeekday(year, month, lastDay(year, month))]
  const [, weekday] = /^(\d+)W$/.exec(field) ?? []
  if (weekday !== undefined) {
    const [day = 1] = parseField(weekday, 1, 31, [], expression)
    return (year, month) => (day > lastDay(year, month) ? [] : [nearestWeekday(year, month, day)])
  }
  const days = parseField(field, 1, 31, [], expression)
  return (year, month) => days.filter((day) => day <= lastDay(year, month))
}

function daysOfWeek(field: string, expression: string): Cron['days'] {
  const [, nthDay, nth] = /^(\w+)#([1-5])$/.exec(field) ?? []
  if (nthDay !== undefined) {
    const [weekday = 1] = parseField(nthDay, 1, 7, DAYS, expression)
    return (year, month) => matchingDays(year, month, [weekday]).slice(Number(nth) - 1, Number(nth))
  }
  const [, lastOf] = /^(\w+)L$/.exec(field) ?? []
  if (lastOf !== undefined) {
    const [weekday = 7] = parseField(lastOf, 1, 7, DAYS, expression)
    return (year, month) => matchingDays(year, month, [weekday]).slice(-1)
  }
  const weekdays = field === 'L' ? [7] : parseField(field, 1, 7, DAYS, expression)
  return (year, month) => matchingDays(year, month, weekdays)
}

function matchingDays(year: number, month: number, weekdays: readonly number[]): readonly number[] {
  return Array.from({ length: lastDay(year, month) }, (_, index) => index + 1).filter((day) =>
    weekdays.includes(weekdayOf(year, month, day)),
  )
}

function nearestWeekday(year: number, month: number, day: number): number {
  const weekday = weekdayOf(year, month, day)
  if (weekday === 7) return day > 1 ? day - 1 : day + 2
  if (weekday === 1) return day < lastDay(year, month) ? day + 1 : day - 2
  return day
}

/** 1 is Sunday, 7 is Saturday. */
function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function nextCron(cron: Cron, after: number): number | undefined {
  const start = new Date(after)
  for (const year of cron.years) {
    if (year < start.getUTCFullYear()) continue
    for (const month of cron.months) {
      if (Date.UTC(year, month, 1) <= after) continue
      for (const day of cron.days(year, month)) {
        if (Date.UTC(year, month - 1, day + 1) <= after) continue
        for (const hour of cron.hours) {
          for (const minute of cron.minutes) {
            const time = Date.UTC(year, month - 1, day, hour, minute)
            if (time > after) return time
          }
        }
      }
    }
  }
  return undefined
}

function invalid(expression: string, reason: string): Error {
  return new Error(`The schedule ${expression} is not one that EventBridge takes: ${reason}.`)
}
