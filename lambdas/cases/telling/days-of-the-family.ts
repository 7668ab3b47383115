import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { type Case, hasNoWrittenNotice, plannedMeeting } from '../case.ts'
import { caseDates } from '../case-dates.ts'

/** The next day, from today on, on which the family has to act or has to be at a meeting. */
export function nextDayOfTheFamily(subject: Case, today: CalendarDate): CalendarDate | undefined {
  return daysOfTheFamily(subject, today)
    .filter((day) => day >= today)
    .sort()[0]
}

/** A day of the family's that is so near, in working days, waits for nothing and is told before all else. */
const WORKING_DAYS_TOO_NEAR = 2

/** Whether a day is today or within the next two working days. */
export function isTooNear(day: CalendarDate, today: CalendarDate): boolean {
  return day >= today && day <= addWorkingDays(today, WORKING_DAYS_TOO_NEAR)
}

/** Whether a last day of something that the family still has to do has gone by. */
export function hasMissedALastDay(subject: Case, today: CalendarDate): boolean {
  return lastDaysOfTheFamily(subject, today).some(({ lawDate }) => lawDate < today)
}

function daysOfTheFamily(subject: Case, today: CalendarDate): readonly CalendarDate[] {
  const meeting = plannedMeeting(subject)
  return [
    ...lastDaysOfTheFamily(subject, today).flatMap(({ lawDate, aimDate }) => [lawDate, aimDate]),
    ...(meeting ? [meeting.meetingOn] : []),
  ]
}

function lastDaysOfTheFamily(subject: Case, today: CalendarDate): readonly Deadline[] {
  const { adviserContactedOn, declined, certificate, appeal } = subject
  if (appeal || hasNoWrittenNotice(subject)) return []
  const dates = caseDates(subject, today)
  const hasSpoken = adviserContactedOn !== undefined || declined !== undefined || certificate !== undefined
  return [...(dates.contact && !hasSpoken ? [dates.contact] : []), dates.appeal]
}
