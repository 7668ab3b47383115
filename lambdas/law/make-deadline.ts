import { HOLIDAY_TABLE_VERSION, isProvisionalDay } from './bank-holidays.ts'
import { dateOfDay, earlierOf } from './calendar-date.ts'
import type { Deadline, Judgement } from './deadline.ts'
import type { Period } from './periods.ts'
import { lastWorkingDayUpTo } from './working-day-number.ts'

/** What is known of a deadline once it has been counted. Days are day numbers. */
export interface CountedDeadline {
  readonly period: Period
  readonly unrolledDay: number
  readonly lawDay: number
  /** The last day whose being a working day or not bears on the date, where it is later than the law's day. */
  readonly lastDayExamined?: number
  readonly working: readonly string[]
  readonly judgements: readonly Judgement[]
  readonly cautions?: readonly Judgement[]
}

/** The published shape of a counted deadline: days as dates, with the aim date, the certainty and the sources. */
export function makeDeadline(counted: CountedDeadline): Deadline {
  const { period, unrolledDay, lawDay, judgements } = counted
  return {
    ruleId: period.id,
    ruleVersion: period.version,
    lawDate: dateOfDay(lawDay),
    ...(period.endsAt === undefined ? {} : { lawTime: period.endsAt }),
    unrolledDate: dateOfDay(unrolledDay),
    aimDate: dateOfDay(aimDay(counted)),
    certainty: judgements.length === 0 ? 'certain' : 'judgement',
    judgements,
    cautions: counted.cautions ?? [],
    provisional: isProvisionalDay(counted.lastDayExamined ?? lawDay),
    working: counted.working,
    sources: period.citations,
    holidayTableVersion: HOLIDAY_TABLE_VERSION,
  }
}

function aimDay({ period, unrolledDay }: CountedDeadline): number {
  // What must be done at once cannot be aimed for on the working day before.
  return period.unit === 'immediately' ? unrolledDay : lastWorkingDayUpTo(unrolledDay)
}

/** A deadline with its aim date on the last working day up to a day number, where that is earlier. */
export function earlierAim(deadline: Deadline, upToDay: number): Deadline {
  return { ...deadline, aimDate: earlierOf(deadline.aimDate, dateOfDay(lastWorkingDayUpTo(upToDay))) }
}
