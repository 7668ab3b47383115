import { addDays, type CalendarDate, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import type { Case } from '../case.ts'
import { londonDay } from '../london.ts'
import { nextDayOfTheFamily } from '../telling/days-of-the-family.ts'

/** The officer is asked who the party is from so many working days before the young person can be it. */
const WORKING_DAYS_TO_ASK = 20

/** A last day of the family's that is so near is told, whoever the party is. */
const WORKING_DAYS_TOO_NEAR = 10

/** Who is the party is open, in the middle of a case. */
export interface OpenParty {
  /** The day from which the young person is the party, unless they have not the capacity for it (D56). */
  readonly from: CalendarDate
  /** The day from which it is asked. */
  readonly askedFrom: CalendarDate
}

/**
 * Whether it is open who the party is: the young person comes to the end of compulsory school age in the middle of the
 * case, and nobody has said who the party is since it was asked.
 * @returns undefined where it is not open, and where the date of birth is not known
 */
export function openParty({ daysOfAge, openedAt, partySaidAt }: Case): OpenParty | undefined {
  if (!daysOfAge) return undefined
  const from = addDays(daysOfAge.compulsorySchoolAgeEndsOn, 1)
  // Whoever opens a case after that day says then whom it is about.
  if (londonDay(new Date(openedAt)) >= from) return undefined
  const askedFrom = addWorkingDays(from, -WORKING_DAYS_TO_ASK)
  const isSaid = partySaidAt !== undefined && londonDay(new Date(partySaidAt)) >= askedFrom
  return isSaid ? undefined : { from, askedFrom }
}

/** Whether what is due to the family waits until somebody has said who the party is. */
export interface HeldForParty {
  /** The day on which it leaves all the same, because a last day of the family's is near then. */
  readonly until: CalendarDate | undefined
}

/** @param today the day in England. @returns undefined where nothing has to wait for that */
export function heldForParty(subject: Case, today: CalendarDate): HeldForParty | undefined {
  const party = openParty(subject)
  if (!party || today < party.from) return undefined
  const until = nearDay(subject, today)
  return until !== undefined && until <= today ? undefined : { until }
}

/** The day from which a last day is near while it is open who the party is. Undefined where neither is so. */
export function tellsAnywayFrom(subject: Case, today: CalendarDate): CalendarDate | undefined {
  const party = openParty(subject)
  const near = party && nearDay(subject, laterOf(today, party.from))
  return near && laterOf(near, party.from)
}

function nearDay(subject: Case, today: CalendarDate): CalendarDate | undefined {
  const next = nextDayOfTheFamily(subject, today)
  return next && addWorkingDays(next, -WORKING_DAYS_TOO_NEAR)
}
