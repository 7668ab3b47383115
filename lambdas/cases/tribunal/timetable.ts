import type { CalendarDate } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'

/**
 * The days that the Tribunal's letters can give, in the order in which they come. They are carried, never worked out: the letter
 * decides, and it can change them.
 */
export const TIMETABLE_DAYS = [
  'response',
  'evidence',
  'attendanceForm',
  'caseReviewForm',
  'workingDocument',
  'bundle',
  'hearing',
] as const
export type TimetableDay = (typeof TIMETABLE_DAYS)[number]

/** Something for each of them, under its name. */
export function eachDay<Value>(of: (name: TimetableDay) => Value): Readonly<Record<TimetableDay, Value>> {
  return Object.fromEntries(TIMETABLE_DAYS.map((name) => [name, of(name)])) as Record<TimetableDay, Value>
}

/** Since 2026 appeals about section I in a phase transfer get no day for the hearing at first. */
export const HEARINGS = ['no-date-yet', 'oral', 'on-paper'] as const
export type Hearing = (typeof HEARINGS)[number]

/** As the last letter has it. */
export interface Timetable {
  readonly days: Readonly<Partial<Record<TimetableDay, CalendarDate>>>
  readonly hearing?: Hearing
}

/** One of the days, with its name. */
export interface DayOfTimetable {
  readonly name: TimetableDay
  readonly day: CalendarDate
}

/** The days that there are, in the order of the list. */
export function daysOf({ days }: Pick<Timetable, 'days'>): readonly DayOfTimetable[] {
  return TIMETABLE_DAYS.flatMap((name) => {
    const day = days[name]
    return day ? [{ name, day }] : []
  })
}

/** The Tribunal asks for the bundle at least so long before the hearing (its practice, no time limit in law). */
const WORKING_DAYS_FROM_BUNDLE_TO_HEARING = 10

/** Whether the bundle comes later than the Tribunal usually asks for it: the letter, or what was typed, may be wrong. */
export function isBundleLate({ days: { bundle, hearing } }: Pick<Timetable, 'days'>): boolean {
  return (
    bundle !== undefined &&
    hearing !== undefined &&
    bundle > addWorkingDays(hearing, -WORKING_DAYS_FROM_BUNDLE_TO_HEARING)
  )
}
