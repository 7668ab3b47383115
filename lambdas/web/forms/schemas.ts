import * as v from 'valibot'
import { type CalendarDate, calendarDate, InvalidDateError } from '../../law/calendar-date.ts'
import { type Month, monthOf } from '../../law/month.ts'
import { invisibleIn, turnsDirection, visibleText } from '../../text/unseen.ts'
import { type DatePart, PARTS_OF } from './field.ts'

/** The shape of a good answer to a question. It takes what was typed, and has the words for what is wrong with it. */
export type AnswerSchema<Value> = v.GenericSchema<unknown, Value>

/** Names, places: one line that people would still read out. */
const LONGEST_LINE = 200
const LONGEST_NOTE = 2000
/** What fits into the window of an envelope. */
const MOST_ADDRESS_LINES = 7
const LONGEST_ADDRESS_LINE = 60
/** RFC 5321, section 4.5.3.1.3, less the angle brackets. */
const LONGEST_EMAIL = 254
/** Addresses as people have them, also O'Brien. Valibot's own pattern knows no apostrophe. */
const EMAIL = /^(?:[\w'+-]+\.)*[\w'+-]*[\w+-]@(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,}$/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const EXAMPLES: Readonly<Record<DatePart, string>> = { day: '27', month: '3', year: '2026' }

/** A date from its three inputs. The month may be a number or a name. @param what "the date printed on the letter" */
export function date(what: string): AnswerSchema<CalendarDate> {
  return v.pipe(
    v.object({ day: v.string(), month: v.string(), year: v.string() }),
    ofParts(what, 'date', ({ year, month, day }) => calendarDate(year, month, day)),
  )
}

/** A month from its two inputs: "2026-03". @param what "the first month of the period" */
export function month(what: string): AnswerSchema<Month> {
  return v.pipe(
    v.object({ month: v.string(), year: v.string() }),
    v.transform((typed) => ({ ...typed, day: '1' })),
    ofParts(what, 'month', ({ year, month }) => monthOf(calendarDate(year, month, 1))),
  )
}

/** Reads the parts of a date, and says what is wrong with those that are asked for. */
function ofParts<Value>(
  what: string,
  asked: 'date' | 'month',
  make: (numbers: Readonly<Record<DatePart, number>>) => Value,
) {
  return v.rawTransform<Readonly<Record<DatePart, string>>, Value>(({ dataset: { value: typed }, addIssue, NEVER }) => {
    const problem = (message: string, part?: DatePart) => {
      const path = { type: 'object', origin: 'value', input: typed, value: undefined } as const
      addIssue({ message, ...(part && { path: [{ ...path, key: part }] }) })
      return NEVER
    }
    const parts = PARTS_OF[asked]
    const missing = parts.filter((part) => isBlank(typed[part]))
    if (missing.length === parts.length) return problem(`Enter ${what}`)
    if (missing.length > 0) return problem(`${capital(what)} must include a ${missing.join(' and a ')}`, missing[0])
    const numbers = { day: number(typed.day), month: monthNumber(typed.month), year: number(typed.year) }
    const unreadable = parts.find((part) => Number.isNaN(numbers[part]))
    if (unreadable)
      return problem(`The ${unreadable} of ${what} must be a number, like ${EXAMPLES[unreadable]}`, unreadable)
    if (!/^\d{4}$/.test(visibleText(typed.year)))
      return problem(`The year of ${what} must have 4 numbers, like 2026`, 'year')
    try {
      return make(numbers)
    } catch (error) {
      if (!(error instanceof InvalidDateError)) throw error
      return problem(`${capital(what)} must be a real ${asked}. ${error.message}`)
    }
  })
}

/** A line of text. @param what "the name of the child" */
export function line(what: string): AnswerSchema<string> {
  return v.pipe(text(what, LONGEST_LINE), v.regex(/^[^\p{Cc}]*$/u, `${capital(what)} must be on one line`))
}

/** Text of several lines. */
export function note(what: string): AnswerSchema<string> {
  return text(what, LONGEST_NOTE)
}

export function email(what: string): AnswerSchema<string> {
  return v.pipe(
    text(what, LONGEST_EMAIL),
    v.check(
      (typed) => invisibleIn(typed).length === 0,
      ({ input }) =>
        `${capital(what)} has a character that cannot be seen (${invisibleIn(input).join(', ')}). Delete it all and type it again`,
    ),
    v.regex(EMAIL, `Enter ${what} in the correct format, like name@example.com`),
  )
}

/** The lines of a postal address. Blank lines are left out. */
export function address(what: string): AnswerSchema<readonly string[]> {
  return v.pipe(
    v.string(),
    runsItsOwnWay(what),
    v.transform((typed) => typed.split(/\r\n?|\n/).map(visibleText)),
    v.filterItems((one) => one !== ''),
    v.minLength(2, `${capital(what)} must have at least two lines, like a street and a postcode`),
    v.maxLength(MOST_ADDRESS_LINES, `${capital(what)} must have ${MOST_ADDRESS_LINES} lines or fewer`),
    v.everyItem(
      (one) => one.length <= LONGEST_ADDRESS_LINE,
      `Each line of ${what} must be ${LONGEST_ADDRESS_LINE} characters or fewer`,
    ),
    v.everyItem((one) => !/\p{Cc}/u.test(one), `${capital(what)} must have no tabs or other controls`),
  )
}

/** Digits as people write them: spaces, brackets, hyphens and a leading + are kept as typed. */
export function phone(what: string): AnswerSchema<string> {
  return v.pipe(
    v.string(),
    v.transform(visibleText),
    v.regex(
      /^(?=(?:\D*\d){9,15}\D*$)\+?[\d\s().-]{9,30}$/,
      `Enter ${what} with 9 to 15 digits, like 01225 394382 or 07700 900 982`,
    ),
  )
}

/** A time of day as "14:30", from "14:30", "2:30pm", "2.30 pm" or "2pm". */
export function time(what: string): AnswerSchema<string> {
  return v.pipe(
    v.string(),
    v.transform(visibleText),
    v.nonEmpty(`Enter ${what}`),
    v.transform(on24HourClock),
    v.string(`${capital(what)} must be a time, like 2:30pm or 14:30`),
  )
}

/** As the schema, or nothing where nothing was typed. A union would hide the schema's own message. */
export function orNothing<Value>(schema: AnswerSchema<Value>): AnswerSchema<Value | undefined> {
  return v.lazy((typed): AnswerSchema<Value | undefined> => (isBlank(typed) ? NOTHING : schema))
}

const NOTHING = v.pipe(
  v.unknown(),
  v.transform(() => undefined),
)

/** Whether nothing can be seen of an answer. @param typed one input, the inputs of a date or the ticked boxes */
export function isBlank(typed: unknown): boolean {
  const inputs = typeof typed === 'string' ? [typed] : Object.values(typed ?? {})
  return inputs.every((input) => visibleText(String(input)) === '')
}

function text(what: string, longest: number) {
  return v.pipe(
    v.string(),
    runsItsOwnWay(what),
    v.transform(visibleText),
    v.nonEmpty(`Enter ${what}`),
    v.maxLength(longest, `${capital(what)} must be ${longest} characters or fewer`),
  )
}

/** Letters that are made to run the other way can show another name, or another address, than the one that is kept. */
function runsItsOwnWay(what: string) {
  return v.check<string, string>(
    (typed) => !turnsDirection(typed),
    `${capital(what)} has an invisible mark that turns its letters round (U+202D or U+202E). Delete it all and type it again`,
  )
}

function on24HourClock(typed: string): string | undefined {
  const { hour, minute, half } =
    /^(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?\s*(?<half>am|pm)?$/i.exec(typed)?.groups ?? {}
  if (hour === undefined || (minute === undefined && half === undefined)) return undefined
  if (Number(minute ?? 0) > 59 || Number(hour) > (half ? 12 : 23) || (half && Number(hour) === 0)) return undefined
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour)
  return `${String(hours).padStart(2, '0')}:${minute ?? '00'}`
}

function number(typed: string): number {
  const digits = visibleText(typed)
  return /^\d{1,4}$/.test(digits) ? Number(digits) : Number.NaN
}

function monthNumber(typed: string): number {
  const name = MONTHS.indexOf(visibleText(typed).slice(0, 3).toLowerCase())
  return name >= 0 ? name + 1 : number(typed)
}

/** As it begins a sentence: "The date printed on the letter". */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
