import * as v from 'valibot'
import { type CalendarDate, InvalidDateError, parseCalendarDate } from '../law/calendar-date.ts'
import { PERIODS, type PeriodId } from '../law/periods.ts'

/** A calendar date as it is stored: "2026-03-10". */
export const calendarDay = v.custom<CalendarDate>(isCalendarDate, 'must be a day, like 2026-03-10')

/** The sequence of a fact as it is stored: "00005". */
export const sequenceOfFact = v.pipe(v.string(), v.regex(/^\d{5}$/, 'must be the number of a fact, like 00005'))

/** One of the law's periods as it is stored: "D14". */
export const idOfPeriod = v.custom<PeriodId>(
  (value) => PERIODS.some(({ id }) => id === value),
  'must be the id of a period in law',
)

/** The details that a schema lets through. They are facts, so nothing changes them. */
export type Details<Schema extends v.GenericSchema> = {
  readonly [Name in keyof v.InferOutput<Schema>]: Unchanging<v.InferOutput<Schema>[Name]>
}
type Unchanging<Value> = Value extends (infer One)[] ? readonly One[] : Value

function isCalendarDate(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    parseCalendarDate(value)
    return true
  } catch (error) {
    if (error instanceof InvalidDateError) return false
    throw error
  }
}
