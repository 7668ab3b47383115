import * as v from 'valibot'
import { type Case, type Meeting, plannedMeeting } from '../case.ts'
import { calendarDay, type Details } from '../details.ts'
import type { Sequence } from '../sequence.ts'

export const MEETING_FORMATS = ['in-person', 'online', 'by-phone'] as const
export type MeetingFormat = (typeof MEETING_FORMATS)[number]

export const CANCELLED_BY = ['council', 'family', 'mediation-provider', 'health-body'] as const
export type CancelledBy = (typeof CANCELLED_BY)[number]

/** Why a meeting was moved or cancelled. */
export const CHANGE_REASONS = ['illness', 'not-available', 'not-ready', 'another-reason'] as const
export type ChangeReason = (typeof CHANGE_REASONS)[number]

/** When and how people meet, whatever it is about. */
export const meetingEntries = {
  meetingOn: calendarDay,
  /** 24-hour clock, Europe/London: "14:30". */
  startsAt: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time, like 14:30')),
  format: v.picklist(MEETING_FORMATS),
  /** The family agreed to less than five working days' notice (regulation 37). */
  shortNoticeAgreed: v.optional(v.boolean()),
} as const
export const meetingDetails = v.strictObject(meetingEntries)
export type MeetingDetails = Details<typeof meetingDetails>

/** A planned meeting cannot take place any more. */
export function callOffMeeting(before: Case, sequence: Sequence): Case {
  return plannedMeeting(before) ? changeLastMeeting(before, sequence, { state: 'cancelled' }) : before
}

/** The meeting that is spoken of is another now. */
export function changeLastMeeting(before: Case, sequence: Sequence, change: Partial<Meeting>): Case {
  const last = before.meetings.at(-1)
  if (!last) return before
  const changed: Meeting = { ...last, ...change, lastChangedBy: sequence }
  return { ...before, meetings: [...before.meetings.slice(0, -1), changed] }
}

/** The planned meeting has been held. That is no change for a calendar. */
export function endMeeting(before: Case, state: 'held' | 'adjourned'): Case {
  const last = plannedMeeting(before)
  return last ? { ...before, meetings: [...before.meetings.slice(0, -1), { ...last, state }] } : before
}
