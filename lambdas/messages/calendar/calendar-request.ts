import type { Meeting } from '../../cases/case.ts'
import type { MeetingDetails } from '../../cases/meeting/meetings.ts'
import type { TimetableDay } from '../../cases/tribunal/timetable.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'

/** What a calendar file has to hold. No name of a child, need or diagnosis: a calendar is often shared. */
export type CalendarRequest = MeetingRequest | ResolutionMeetingRequest | DeadlinesRequest

export interface MeetingRequest {
  readonly type: 'meeting'
  readonly method: 'REQUEST' | 'CANCEL'
  readonly meeting: Meeting
  /** Where it is, in words. */
  readonly place?: string
}

/** A meeting of a disagreement resolution. */
export interface ResolutionMeetingRequest {
  readonly type: 'resolution-meeting'
  readonly method: 'REQUEST' | 'CANCEL'
  readonly meeting: MeetingDetails
  /** The fact that asked for the disagreement resolution: its meeting keeps its entry while it is moved. */
  readonly of: string
  readonly place?: string
}

export interface DeadlinesRequest {
  readonly type: 'deadlines'
  readonly entries: readonly DeadlineEntry[]
}

/** A whole day in the family's calendar. */
export interface DeadlineEntry {
  /** Which date it is: the entry for the same date replaces the one before. */
  readonly id: 'adviser-contact' | 'appeal' | `tribunal-${TimetableDay}`
  readonly on: CalendarDate
  readonly summary: string
  readonly description: string
  /** It stands no more: the calendar strikes out the entry that it has. */
  readonly isOff?: true
}
