import * as v from 'valibot'
import { formatDate } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import type { Meeting } from '../case.ts'
import { calendarDay, type Details } from '../details.ts'
import { AN_AWAITED_EVENT, AN_EVENT, type FactKind, STARTS_NOTHING, WHEN_AWAITED } from '../fact-kind.ts'
import { firstOf, problem } from '../fact-problem.ts'
import { DECISION_MAKER } from '../mediation/closed-words.ts'
import { aboutAMeeting, duringMediation, meetingProblems } from './checks.ts'
import {
  CANCELLED_BY,
  CHANGE_REASONS,
  changeLastMeeting,
  endMeeting,
  type MeetingDetails,
  meetingDetails,
  meetingEntries,
} from './meetings.ts'

const A_MEETING_AHEAD = {
  ...AN_EVENT,
  ...WHEN_AWAITED,
  ...STARTS_NOTHING,
  liesAhead: true,
  stillToSay: ({ meetingOn, shortNoticeAgreed }: MeetingDetails, recordedOn: MeetingDetails['meetingOn']) => {
    if (shortNoticeAgreed !== undefined) return []
    const notice = whichDates({ meetingOn }).dates.meetingNotice
    if (recordedOn <= notice.lawDate) return []
    // The family is owed 5 working days' notice unless it agrees to less (regulation 37).
    return problem(
      'shortNoticeAgreed',
      `Select whether the family has agreed to less than 5 working days’ notice. The last day to tell it of a meeting on ${formatDate(meetingOn)} was ${formatDate(notice.lawDate)}`,
    )
  },
} as const

export const meetingArranged: FactKind<MeetingDetails> = {
  ...A_MEETING_AHEAD,
  details: meetingDetails,
  changes: (before, { sequence, details }) => {
    const meeting: Meeting = { ...details, arrangedBy: sequence, lastChangedBy: sequence, state: 'planned' }
    return { ...before, meetings: [...before.meetings, meeting] }
  },
  problems: meetingProblems,
}

const movedDetails = v.strictObject({
  ...meetingEntries,
  movedBy: v.optional(v.picklist(CANCELLED_BY)),
  reason: v.optional(v.picklist(CHANGE_REASONS)),
})

export const meetingMoved: FactKind<Details<typeof movedDetails>> = {
  ...A_MEETING_AHEAD,
  details: movedDetails,
  changes: (before, { sequence, details: { movedBy: _movedBy, reason: _reason, ...meeting } }) =>
    changeLastMeeting(before, sequence, meeting),
  problems: (situation, details) =>
    firstOf(aboutAMeeting(situation.subject, 'meetingOn'), meetingProblems(situation, details)),
}

const cancelledDetails = v.strictObject({
  cancelledBy: v.picklist(CANCELLED_BY),
  cancelledOn: calendarDay,
  reason: v.optional(v.picklist(CHANGE_REASONS)),
})

export const meetingCancelled: FactKind<Details<typeof cancelledDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: cancelledDetails,
  changes: (before, { sequence }) => changeLastMeeting(before, sequence, { state: 'cancelled' }),
  problems: (situation, { cancelledOn }) =>
    firstOf(
      aboutAMeeting(situation.subject, 'cancelledOn'),
      duringMediation(situation, {
        field: 'cancelledOn',
        what: 'The date the meeting was cancelled',
        day: cancelledOn,
      }),
    ),
}

const adjournedDetails = v.strictObject({
  adjournedOn: calendarDay,
  decisionMaker: v.optional(v.picklist(DECISION_MAKER)),
})

/** The meeting was held and is to go on another day: the certificate can be asked for from then on. */
export const mediationAdjourned: FactKind<Details<typeof adjournedDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: adjournedDetails,
  changes: (before, { sequence, details: { adjournedOn } }) => ({
    ...endMeeting(before, 'adjourned'),
    adjourned: before.adjourned ?? { sequence, adjournedOn },
  }),
  problems: (situation, { adjournedOn }) =>
    duringMediation(situation, { field: 'adjournedOn', what: 'The date of the meeting', day: adjournedOn }),
}
