import * as z from 'zod/mini'
import { type CalendarDate, calendarDate, InvalidDateError } from '../../law/calendar-date.ts'
import { DATE_PARTS, type DatePart } from './field.ts'

/** Names, places: one line that people would still read out. */
const LONGEST_LINE = 200
const LONGEST_NOTE = 2000
/** What fits into the window of an envelope. */
const MOST_ADDRESS_LINES = 7
const LONGEST_ADDRESS_LINE = 60
/** RFC 5321, section 4.5.3.1.3, less the angle brackets. */
const LONGEST_EMAIL = 254
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A date from its three inputs. The month may be a number or a name. @param what "the date printed on the letter" */
export function date(what: string) {
  return z.pipe(
    z.object({ day: z.string(), month: z.string(), year: z.string() }),
    z.transform((typed, context): CalendarDate => {
      const problem = (message: string, part?: DatePart) => {
        context.issues.push({ code: 'custom', message, input: typed, ...(part && { path: [part] }) })
        return z.NEVER
      }
      const missing = DATE_PARTS.filter((part) => typed[part].trim() === '')
      if (missing.length === DATE_PARTS.length) return problem(`Enter ${what}`)
      if (missing.length > 0) return problem(`${capital(what)} must include a ${missing.join(' and a ')}`, missing[0])
      const numbers = { day: number(typed.day), month: monthNumber(typed.month), year: number(typed.year) }
      const unreadable = DATE_PARTS.find((part) => Number.isNaN(numbers[part]))
      if (unreadable)
        return problem(`The ${unreadable} of ${what} must be a number, like ${EXAMPLES[unreadable]}`, unreadable)
      if (!/^\d{4}$/.test(typed.year.trim()))
        return problem(`The year of ${what} must have 4 numbers, like 2026`, 'year')
      try {
        return calendarDate(numbers.year, numbers.month, numbers.day)
      } catch (error) {
        if (!(error instanceof InvalidDateError)) throw error
        return problem(`${capital(what)} must be a real date. ${error.message}`)
      }
    }),
  )
}

/** As `date`, or nothing when all three inputs are blank. */
export function optionalDate(what: string) {
  const schema = date(what)
  return z.pipe(
    z.object({ day: z.string(), month: z.string(), year: z.string() }),
    z.transform((typed, context): CalendarDate | undefined => {
      if (DATE_PARTS.every((part) => typed[part].trim() === '')) return undefined
      const result = schema.safeParse(typed)
      if (result.success) return result.data
      for (const { message, path } of result.error.issues) {
        context.issues.push({ code: 'custom', message, path: [...path], input: typed })
      }
      return z.NEVER
    }),
  )
}

const EXAMPLES: Readonly<Record<DatePart, string>> = { day: '27', month: '3', year: '2026' }

/** A line of text that has to be there. @param what "the name of the child" */
export function line(what: string) {
  return z
    .string()
    .check(
      z.trim(),
      z.minLength(1, { error: `Enter ${what}`, abort: true }),
      z.maxLength(LONGEST_LINE, { error: `${capital(what)} must be ${LONGEST_LINE} characters or fewer`, abort: true }),
      z.regex(/^[^\p{Cc}]*$/u, { error: `${capital(what)} must be on one line` }),
    )
}

/** As `line`, or nothing. */
export function optionalLine(what: string) {
  return orNothing(line(what))
}

/** Text of several lines. */
export function note(what: string) {
  return z
    .string()
    .check(
      z.trim(),
      z.minLength(1, { error: `Enter ${what}`, abort: true }),
      z.maxLength(LONGEST_NOTE, { error: `${capital(what)} must be ${LONGEST_NOTE} characters or fewer` }),
    )
}

export function email(what: string) {
  return z.string().check(
    z.trim(),
    z.minLength(1, { error: `Enter ${what}`, abort: true }),
    z.maxLength(LONGEST_EMAIL, {
      error: `${capital(what)} must be ${LONGEST_EMAIL} characters or fewer`,
      abort: true,
    }),
    z.email({ error: `Enter ${what} in the correct format, like name@example.com` }),
  )
}

/** As `email`, or nothing. */
export function optionalEmail(what: string) {
  return orNothing(email(what))
}

/** The lines of a postal address, or nothing. Blank lines are left out. */
export function optionalAddress(what: string) {
  return z.pipe(
    z.string(),
    z.transform((typed, context): readonly string[] | undefined => {
      const lines = typed.split(/\r\n?|\n/).map((one) => one.trim())
      const kept = lines.filter((one) => one !== '')
      const problem = (message: string) => {
        context.issues.push({ code: 'custom', message, input: typed })
        return z.NEVER
      }
      if (kept.length === 0) return undefined
      if (kept.length === 1)
        return problem(`${capital(what)} must have at least two lines, like a street and a postcode`)
      if (kept.length > MOST_ADDRESS_LINES)
        return problem(`${capital(what)} must have ${MOST_ADDRESS_LINES} lines or fewer`)
      if (kept.some((one) => one.length > LONGEST_ADDRESS_LINE))
        return problem(`Each line of ${what} must be ${LONGEST_ADDRESS_LINE} characters or fewer`)
      if (kept.some((one) => /\p{Cc}/u.test(one)))
        return problem(`${capital(what)} must have no tabs or other controls`)
      return kept
    }),
  )
}

/** Digits as people write them: spaces, brackets, hyphens and a leading + are kept as typed. */
export function optionalPhone(what: string) {
  const phone = z.string().check(
    z.trim(),
    z.regex(/^(?=(?:\D*\d){9,15}\D*$)\+?[\d\s().-]{9,30}$/, {
      error: `Enter ${what} with 9 to 15 digits, like 01225 394382 or 07700 900 982`,
    }),
  )
  return orNothing(phone)
}

/** A time of day as "14:30", from "14:30", "2:30pm", "2.30 pm" or "2pm". */
export function time(what: string) {
  return z.pipe(
    z.string(),
    z.transform((typed, context): string => {
      const text = typed.trim().toLowerCase()
      const problem = (message: string) => {
        context.issues.push({ code: 'custom', message, input: typed })
        return z.NEVER
      }
      if (text === '') return problem(`Enter ${what}`)
      const { hour, minute, half } =
        /^(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?\s*(?<half>am|pm)?$/.exec(text)?.groups ?? {}
      const wrong = `${capital(what)} must be a time, like 2:30pm or 14:30`
      if (hour === undefined || (minute === undefined && half === undefined)) return problem(wrong)
      if (Number(minute ?? 0) > 59 || Number(hour) > (half ? 12 : 23) || (half && Number(hour) === 0))
        return problem(wrong)
      const hours = half ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour)
      return `${String(hours).padStart(2, '0')}:${minute ?? '00'}`
    }),
  )
}

/** One of a few words. @param error what to say when none was chosen */
export function choice<const Values extends readonly string[]>(values: Values, error: string) {
  return z.enum(values, { error })
}

/**
 * As `choice`, or nothing when none was chosen.
 * @param error what to say when what came is none of the words
 */
export function optionalChoice<const Values extends readonly string[]>(
  values: Values,
  error = 'Select one of the answers, or none',
) {
  return z.pipe(
    z.string(),
    z.transform((typed, context): Values[number] | undefined => {
      const chosen = values.find((value) => value === typed)
      if (chosen === undefined && typed !== '') {
        context.issues.push({ code: 'custom', message: error, input: typed })
      }
      return chosen
    }),
  )
}

const YES_OR_NO = ['yes', 'no'] as const

/** @param error what to say when neither was chosen */
export function yesOrNo(error: string) {
  return z.pipe(
    choice(YES_OR_NO, error),
    z.transform((answer) => answer === 'yes'),
  )
}

/** As `yesOrNo`, or nothing. */
export function optionalYesOrNo() {
  return z.pipe(
    optionalChoice(YES_OR_NO),
    z.transform((answer) => (answer === undefined ? undefined : answer === 'yes')),
  )
}

/** Any of a few words. @param error what to say when none was ticked; left out where none may be */
export function choices<const Values extends readonly string[]>(values: Values, error?: string) {
  const ticked = z.array(z.enum(values))
  return error === undefined ? ticked : ticked.check(z.minLength(1, { error }))
}

/** What the schema makes of the text, or undefined when it is empty. A union would hide the schema's own message. */
function orNothing(schema: z.ZodMiniType<string, string>) {
  return z.pipe(
    z.string(),
    z.transform((typed, context): string | undefined => {
      if (typed.trim() === '') return undefined
      const result = schema.safeParse(typed)
      if (result.success) return result.data
      for (const { message } of result.error.issues) context.issues.push({ code: 'custom', message, input: typed })
      return z.NEVER
    }),
  )
}

function number(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
}

function monthNumber(text: string): number {
  const name = MONTHS.indexOf(text.trim().slice(0, 3).toLowerCase())
  return name >= 0 ? name + 1 : number(text)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
