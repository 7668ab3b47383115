import type { CalendarDate } from '../../law/calendar-date.ts'

/** Somebody looks after what another owns, from a day to a day. */
export interface Cover {
  /** The id of the person who is away. */
  readonly owner: string
  /** The id of the person who covers for them. */
  readonly cover: string
  readonly from: CalendarDate
  /** The last day. */
  readonly until: CalendarDate
}

/** Who covers for an owner on a day. @returns undefined for nobody */
export function coverOf(covers: readonly Cover[], owner: string | undefined, day: CalendarDate): string | undefined {
  return covers.find((one) => one.owner === owner && one.from <= day && day <= one.until)?.cover
}

/** For whom somebody covers on a day. */
export function coveredBy(covers: readonly Cover[], person: string, day: CalendarDate): readonly string[] {
  return covers.filter(({ owner }) => coverOf(covers, owner, day) === person).map(({ owner }) => owner)
}
