import { londonDay, londonTime } from '../cases/london.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import type { Deadline } from '../law/deadline.ts'

/** When it is asked: the day and the time of day in England. */
export interface Moment {
  readonly today: CalendarDate
  /** On the 24-hour clock: "16:59". */
  readonly time: string
}

export function momentOf(instant: Date): Moment {
  return { today: londonDay(instant), time: londonTime(instant) }
}

/** Whether the law's last moment has gone by: its day, or on that day the time at which it ends. */
export function isPast({ lawDate, lawTime }: Deadline, { today, time }: Moment): boolean {
  return today > lawDate || (today === lawDate && lawTime !== undefined && time >= lawTime)
}
