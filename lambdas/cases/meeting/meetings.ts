import * as v from 'valibot'
import { type Case, type Meeting, plannedMeeting } from '../case.ts'
import { calendarDay, type Details } from '../details.ts'
import type { FactWith } from '../fact-kind.ts'
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
  return plannedMeeting(before) ? changeMeeting(before, { sequence }, { state: 'cancelled' }) : before
}

/** A fact about a meeting, and which one if it says so. */
type AboutMeeting = Pick<FactWith<unknown>, 'sequence' | 'follows'>

/** The meeting that a fact is about is another now. */
export function changeMeeting(before: Case, fact: AboutMeeting, change: Partial<Meeting>): Case {
  return withMeeting(before, meetingOf(before, fact), { ...change, lastChangedBy: fact.sequence })
}

/** The day of the planned meeting has come and gone, held or not. That is no change for a calendar. */
export function endMeeting(before: Case, fact: AboutMeeting, state: 'held' | 'adjourned' | 'missed'): Case {
  const meeting = meetingOf(before, fact)
  return meeting?.state === 'planned' ? withMeeting(before, meeting, { state }) : before
}

/** The meeting that a fact names, by itself or through the fact about it that it names; else the last. */
function meetingOf({ meetings }: Case, { follows }: AboutMeeting): Meeting | undefined {
  return (
    meetings.find(({ arrangedBy, lastChangedBy }) => arrangedBy === follows || lastChangedBy === follows) ??
    meetings.at(-1)
  )
}

function withMeeting(before: Case, meeting: Meeting | undefined, change: Partial<Meeting>): Case {
  const meetings = before.meetings.map((one) => (one === meeting ? { ...one, ...change } : one))
  return { ...before, meetings }
}
