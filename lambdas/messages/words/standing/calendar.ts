import { type Case, plannedMeeting, type Resolution } from '../../../cases/case.ts'
import type { Sequence } from '../../../cases/sequence.ts'
import type { CalendarRequest } from '../../calendar/calendar-request.ts'
import { aboutDeadlinesFile, deadlineEntries } from '../../calendar/deadline-entries.ts'
import { type AboutCalendarFile, aboutCalendarFile } from '../../content.ts'
import type { SituationOfFact } from '../../message-situation.ts'
import { type ChangedMeeting, changedMeeting } from '../../passages/changed-meeting.ts'
import { occasionOf } from '../../passages/occasion.ts'
import { meetingCalledOff } from '../../passages/resolution.ts'

/** The calendar file of the message, and what it does; where a meeting changed, its own words say that. */
export interface StandingCalendar {
  readonly request: CalendarRequest
  readonly says?: AboutCalendarFile
}

/** The meeting that is another one than the family was told before, or is not. */
export function meetingToldOtherwise(situation: SituationOfFact, before: Case | undefined): ChangedMeeting | undefined {
  if (!before) return undefined
  const { subject, about } = situation
  const meeting = plannedMeeting(subject)
  // The words of the message are those of one fact, which may be another one than the meeting's.
  const isOfTheMeeting = meeting ? meeting.lastChangedBy === about : placeOfResolution(situation) !== undefined
  return changedMeeting({ before, after: subject }, isOfTheMeeting ? situation : { ...situation, words: {} })
}

/** Where the meeting of a disagreement resolution is, as far as the words of the message say it. */
function placeOfResolution({ subject, about, words }: SituationOfFact): string | undefined {
  return subject.resolutions.some(({ meeting }) => meeting?.sequence === about) ? words.place : undefined
}

/**
 * An email has one calendar file: the meeting that changed, else one that is told for the first time, else the days to act
 * by.
 */
export function calendarOf(
  situation: SituationOfFact,
  changed: ChangedMeeting | undefined,
  learnt: readonly Sequence[],
): StandingCalendar | undefined {
  if (changed) return { request: changed.calendar }
  const meeting = meetingOfResolution(situation, learnt) ?? meetingForSomebodyNew(situation)
  if (meeting) return meeting
  // Whoever has agreed, or does not go on, is not sent days to act by.
  if (situation.subject.withdrawn || situation.subject.agreement) return undefined
  const { calendar } = deadlineEntries(situation)
  return calendar && { request: calendar, says: aboutDeadlinesFile() }
}

function meetingOfResolution(situation: SituationOfFact, learnt: readonly Sequence[]): StandingCalendar | undefined {
  for (const { of, meeting, ended } of situation.subject.resolutions) {
    const isAhead = meeting && meeting.meetingOn >= situation.today
    if (isAhead && !ended && learnt.includes(meeting.sequence)) {
      const place = placeOfResolution(situation)
      const request = { type: 'resolution-meeting', method: 'REQUEST', meeting, of, ...(place && { place }) } as const
      return { request, says: addTheMeeting() }
    }
  }
  return cancelledResolution(situation, learnt)
}

function cancelledResolution(situation: SituationOfFact, learnt: readonly Sequence[]): StandingCalendar | undefined {
  const isCalledOff = (one: Resolution) =>
    one.ended && learnt.includes(one.ended.sequence) && meetingCalledOff(one, one.ended.result, situation)
  const resolution = situation.subject.resolutions.find(isCalledOff)
  if (!resolution?.meeting) return undefined
  const { of, meeting } = resolution
  return {
    request: { type: 'resolution-meeting', method: 'CANCEL', meeting, of },
    says: aboutCalendarFile('The file in this email takes the meeting out of your calendar.'),
  }
}

function meetingForSomebodyNew(situation: SituationOfFact): StandingCalendar | undefined {
  const meeting = plannedMeeting(situation.subject)
  if (occasionOf(situation) === 'facts-learnt' || !meeting || meeting.meetingOn < situation.today) return undefined
  return { request: { type: 'meeting', method: 'REQUEST', meeting }, says: addTheMeeting() }
}

function addTheMeeting(): AboutCalendarFile {
  return aboutCalendarFile('You can add the meeting to your calendar with the file in this email.')
}
