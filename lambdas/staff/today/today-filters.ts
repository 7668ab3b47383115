import { NOBODY, WORK_KINDS, type WorkKind } from '../../cases/work/case-work.ts'
import { isTeamId } from '../../cases/work/team.ts'
import { addDays, type CalendarDate } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { isPersonId } from '../sign-in/people.ts'

/** Which days of the work are shown. */
export const WHEN = ['overdue', 'today', 'soon', 'later'] as const
export type When = (typeof WHEN)[number]

/** What is due in so many working days comes up. The officer's digest looks as far. */
const WORKING_DAYS_AHEAD = 5

/** What an address asks for, in codes: never a name. */
export interface TodayFilters {
  /** `mine`, `all`, `nobody`, or the id of a team or of a person. */
  readonly whose: string
  readonly when?: When
  readonly kind?: WorkKind
}

/** What an address that nobody could have been led to asks for is left out. */
export function filtersOf(query: (name: string) => string | undefined): TodayFilters {
  const whose = query('whose') ?? 'mine'
  const when = WHEN.find((one) => one === query('when'))
  const kind = WORK_KINDS.find((one) => one === query('for'))
  return {
    whose: ['all', NOBODY].includes(whose) || isPersonId(whose) || isTeamId(whose) ? whose : 'mine',
    ...(when && { when }),
    ...(kind && { kind }),
  }
}

/** The address that asks for it. */
export function todayAddress({ whose, when, kind }: TodayFilters, from?: string): string {
  const query = new URLSearchParams({
    ...(whose !== 'mine' && { whose }),
    ...(when && { when }),
    ...(kind && { for: kind }),
    ...(from && { from }),
  }).toString()
  return query ? `/?${query}` : '/'
}

/** The first and the last day of each; what has no first or no last day goes on for ever. */
export interface Days {
  readonly since?: CalendarDate
  readonly until?: CalendarDate
}

/** @param today the day in England */
export function daysOf(when: When, today: CalendarDate): Days {
  const last = addWorkingDays(today, WORKING_DAYS_AHEAD)
  switch (when) {
    case 'overdue':
      return { until: addDays(today, -1) }
    case 'today':
      return { since: today, until: today }
    case 'soon':
      return { since: addDays(today, 1), until: last }
    case 'later':
      return { since: addDays(last, 1) }
  }
}

/** When something of this day is due. */
export function whenOf(day: string, today: CalendarDate): When {
  const found = WHEN.find((when) => {
    const { since, until } = daysOf(when, today)
    return (!since || day >= since) && (!until || day <= until)
  })
  return found ?? 'later'
}
