import type { CalendarDate } from '../law/calendar-date.ts'
import type { CaseDates } from './case-dates.ts'

interface ToldDate {
  readonly lawDate: CalendarDate
  readonly aimDate: CalendarDate
}

/** The dates that a case rested on when its journey last looked at it: what the family has been told. */
export type DatesTold = Partial<Record<keyof CaseDates, ToldDate>>

/** A date that is another now than the one that was told. */
export interface MovedDate {
  readonly kind: keyof CaseDates
  readonly told: ToldDate
  readonly now: ToldDate
}

/** What is kept of the dates of a case. */
export function datesTold(dates: CaseDates): DatesTold {
  const kept = Object.entries(dates).flatMap(([kind, date]) =>
    date ? [[kind, { lawDate: date.lawDate, aimDate: date.aimDate }]] : [],
  )
  return Object.fromEntries(kept)
}

/**
 * The dates that have moved on the same facts: because a bank holiday was added to the table, or a rule has changed.
 * A date that began or ceased to apply is not one that moved.
 */
export function movedDates(told: DatesTold, dates: CaseDates): readonly MovedDate[] {
  return (Object.entries(datesTold(dates)) as [keyof CaseDates, ToldDate][]).flatMap(([kind, now]) => {
    const before = told[kind]
    const isSame = !before || (before.lawDate === now.lawDate && before.aimDate === now.aimDate)
    return isSame ? [] : [{ kind, told: before, now }]
  })
}
