import * as v from 'valibot'
import { type CalendarDate, InvalidDateError, parseCalendarDate } from '../law/calendar-date.ts'
import { PERIODS, type PeriodId } from '../law/periods.ts'

/** A calendar date as it is stored: "2026-03-10". */
export const calendarDay = v.custom<CalendarDate>(isCalendarDate, 'must be a day, like 2026-03-10')

/** The id of a period in law, by which a duty has its day. */
export const periodId = v.custom<PeriodId>(isPeriodId, 'must be the id of a period in law')

/** The details that a schema lets through. They are facts, so nothing changes them. */
export type Details<Schema extends v.GenericSchema> = {
  readonly [Name in keyof v.InferOutput<Schema>]: Unchanging<v.InferOutput<Schema>[Name]>
}
type Unchanging<Value> = Value extends (infer One)[] ? readonly One[] : Value

/** Whether something is the id of a period in law. */
export function isPeriodId(value: unknown): value is PeriodId {
  return PERIODS.some(({ id }) => id === value)
}

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
