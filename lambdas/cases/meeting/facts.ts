import * as v from 'valibot'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import { type Meeting, mediationArranger } from '../case.ts'
import { calendarDay, type Details } from '../details.ts'
import { AN_AWAITED_EVENT, AN_EVENT, type FactKind, STARTS_NOTHING, WHEN_AWAITED } from '../fact-kind.ts'
import { type FactProblem, problem } from '../fact-problem.ts'
import { ATTENDING_ROLES, DECISION_MAKER } from '../mediation/closed-words.ts'
import { notArranged } from '../mediation/not-arranged.ts'
import { aboutAMeeting, meetingHeldProblems, meetingMoveProblems, meetingProblems } from './checks.ts'
import {
  CANCELLED_BY,
  CHANGE_REASONS,
  changeMeeting,
  endMeeting,
  type MeetingDetails,
  meetingEntries,
} from './meetings.ts'

const A_MEETING = { ...AN_EVENT, ...WHEN_AWAITED, ...STARTS_NOTHING } as const

/**
 * The family is owed 5 working days' notice unless it agrees to less (regulation 37).
 * @param knownOn the day from which it could have been told
 */
function shortNoticeToSay(
  { meetingOn, shortNoticeAgreed }: MeetingDetails,
  knownOn: CalendarDate,
): readonly FactProblem[] {
  if (shortNoticeAgreed !== undefined) return []
  const notice = whichDates({ meetingOn }).dates.meetingNotice
  if (knownOn <= notice.lawDate) return []
  return problem(
    'shortNoticeAgreed',
    `Select whether the family has agreed to less than 5 working days’ notice. The last day to tell it of a meeting on ${formatDate(meetingOn)} was ${formatDate(notice.lawDate)}`,
  )
}

/** The family knows of a meeting from when it was recorded; of one that was over by then, from the day on which it was fixed. */
function dayKnown({ meetingOn }: MeetingDetails, fixedOn: CalendarDate, recordedOn: CalendarDate): CalendarDate {
  return meetingOn < recordedOn ? fixedOn : recordedOn
}

const arrangedDetails = v.strictObject({
  ...meetingEntries,
  /** The day on which it was fixed. */
  arrangedOn: calendarDay,
})

export const meetingArranged: FactKind<Details<typeof arrangedDetails>> = {
  ...A_MEETING,
  stillToSay: (details, recordedOn) => shortNoticeToSay(details, dayKnown(details, details.arrangedOn, recordedOn)),
  details: arrangedDetails,
  happenedOn: ({ arrangedOn }) => arrangedOn,
  canHappenAgain: true,
  belongsTo: ['mediation-chosen'],
  changes: (before, { sequence, details: { arrangedOn: _arrangedOn, ...details } }) => {
    const meeting: Meeting = { ...details, arrangedBy: sequence, lastChangedBy: sequence, state: 'planned' }
    const { attendance: _ofEarlierMeeting, ...rest } = before
    return { ...rest, meetings: [...before.meetings, meeting] }
  },
  problems: (situation, details) =>
    meetingProblems(situation, details, {
      field: 'arrangedOn',
      what: 'The date the meeting was fixed',
      day: details.arrangedOn,
    }),
}

const movedDetails = v.strictObject({
  ...meetingEntries,
  movedOn: calendarDay,
  movedBy: v.optional(v.picklist(CANCELLED_BY)),
  reason: v.optional(v.picklist(CHANGE_REASONS)),
})

export const meetingMoved: FactKind<Details<typeof movedDetails>> = {
  ...A_MEETING,
  stillToSay: (details, recordedOn) => shortNoticeToSay(details, dayKnown(details, details.movedOn, recordedOn)),
  details: movedDetails,
  happenedOn: ({ movedOn }) => movedOn,
  canHappenAgain: true,
  belongsTo: ['meeting-arranged'],
  changes: (before, fact) => {
    const { movedOn: _movedOn, movedBy: _movedBy, reason: _reason, ...meeting } = fact.details
    return changeMeeting(before, fact, meeting)
  },
  problems: (situation, details) =>
    meetingMoveProblems(situation, details, {
      field: 'movedOn',
      what: 'The date the meeting was moved',
      day: details.movedOn,
    }),
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
  happenedOn: ({ cancelledOn }) => cancelledOn,
  canHappenAgain: true,
  belongsTo: ['meeting-arranged'],
  changes: (before, fact) => changeMeeting(before, fact, { state: 'cancelled' }),
  problems: (situation, { cancelledOn }) =>
    aboutAMeeting(situation, {
      field: 'cancelledOn',
      what: 'The date the meeting was cancelled',
      day: cancelledOn,
    }),
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
  happenedOn: ({ adjournedOn }) => adjournedOn,
  canHappenAgain: true,
  belongsTo: ['meeting-arranged'],
  changes: (before, fact) => ({
    ...endMeeting(before, fact, 'adjourned'),
    adjourned: before.adjourned ?? { sequence: fact.sequence, adjournedOn: fact.details.adjournedOn },
  }),
  problems: (situation, { adjournedOn }) =>
    meetingHeldProblems(situation, { field: 'adjournedOn', what: 'The date of the meeting', day: adjournedOn }),
}

const attendanceDetails = v.strictObject({
  namedOn: calendarDay,
  role: v.picklist(ATTENDING_ROLES),
  canDecide: v.boolean(),
})

/**
 * Who has to arrange mediation has said who comes for it to the next meeting, and whether they can decide: they have to have
 * authority to resolve the issues (SEND Regulations 2014, regulation 37).
 */
export const attendanceNamed: FactKind<Details<typeof attendanceDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: attendanceDetails,
  happenedOn: ({ namedOn }) => namedOn,
  canHappenAgain: true,
  belongsTo: ['meeting-arranged'],
  changes: (before, { sequence, details }) => ({ ...before, attendance: { sequence, ...details } }),
  problems: (situation, { namedOn }) =>
    aboutAMeeting(situation, { field: 'namedOn', what: 'The date it was said who comes', day: namedOn }),
}

const missedDetails = v.strictObject({
  missedOn: calendarDay,
  /** Who did not come. */
  absent: v.pipe(v.array(v.picklist(CANCELLED_BY)), v.minLength(1)),
  /** Whether that was known before. */
  knownBefore: v.optional(v.boolean()),
})

/**
 * Somebody did not come, so that the meeting was not held. Where the council did not, or the board whose meeting it was, it counts
 * as not having arranged it, and a certificate that the council owes is due in 3 working days of that day (J37). Where the family
 * did not, nothing follows by itself (J46).
 */
export const meetingMissed: FactKind<Details<typeof missedDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: missedDetails,
  happenedOn: ({ missedOn }) => missedOn,
  canHappenAgain: true,
  belongsTo: ['meeting-arranged'],
  changes: (before, fact) => {
    const after = endMeeting(before, fact, 'missed')
    const { missedOn, absent } = fact.details
    return absent.includes(mediationArranger(before)) ? notArranged(after, fact.sequence, 'absent', missedOn) : after
  },
  problems: (situation, { missedOn }) =>
    aboutAMeeting(situation, { field: 'missedOn', what: 'The date of the meeting', day: missedOn }),
}
