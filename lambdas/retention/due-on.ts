import type { RetentionRule } from '../cases/council.ts'
import { addDays, addMonths, type CalendarDate } from '../law/calendar-date.ts'

/** The days of a case from which its time runs. */
export interface DaysKeptFrom {
  readonly closedOn: CalendarDate
  readonly openedOn: CalendarDate
  /** Undefined: nobody knows it. */
  readonly bornOn: CalendarDate | undefined
}

export interface Due {
  /** The first day on which the case may be erased. */
  readonly on: CalendarDate
  /** What decides it: the closing, the birthday, or the latest birthday that there can be. */
  readonly by: 'closing' | 'birthday' | 'birth-not-known'
}

/**
 * When a closed case may be erased: the day after both times have ended. A time ends with the day of the same number, or with
 * the last day of that month: a case closed, or a child born, on 29 February has its time end on 28 February of a common
 * year, and the case is due on 1 March.
 *
 * Where the date of birth is not known, the child is taken to have been born on the day on which the case was opened. Nobody
 * of whom there is a case is younger, so that no case is erased too early.
 */
export function dueOn({ yearsAfterClosing, untilAge }: RetentionRule, days: DaysKeptFrom): Due {
  const afterClosing = dayAfterYears(days.closedOn, yearsAfterClosing)
  if (untilAge === 'none') return { on: afterClosing, by: 'closing' }
  const afterBirthday = dayAfterYears(days.bornOn ?? days.openedOn, untilAge)
  if (afterClosing >= afterBirthday) return { on: afterClosing, by: 'closing' }
  return { on: afterBirthday, by: days.bornOn ? 'birthday' : 'birth-not-known' }
}

function dayAfterYears(day: CalendarDate, years: number): CalendarDate {
  return addDays(addMonths(day, years * 12), 1)
}
