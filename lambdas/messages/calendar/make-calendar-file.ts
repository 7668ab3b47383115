import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator'
import { DateTime } from 'luxon'
import type { Fact } from '../../cases/fact.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { formatTime } from '../clock-time.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import type { CalendarRequest, DeadlineEntry, MeetingRequest, ResolutionMeetingRequest } from './calendar-request.ts'
import { LONDON_VTIMEZONE } from './london-timezone.ts'

const LONDON = 'Europe/London'

/** A calendar file that goes with a message. */
export interface CalendarFile {
  readonly fileName: string
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  readonly content: string
}

/**
 * Makes a calendar file (RFC 5545): an invitation to a meeting, its change or its cancellation (RFC 5546), or the days
 * to act by.
 *
 * The same meeting keeps its UID while its SEQUENCE, the number of the fact, rises, so that a calendar changes the entry
 * that it has. DTSTAMP is when the fact was recorded: a message made again is the same, byte for byte.
 * @param attendee the email address of whoever is invited; nobody's where the message goes by post
 */
export function makeCalendarFile(
  request: CalendarRequest,
  situation: MessageSituation,
  attendee: string | undefined,
): CalendarFile {
  return request.type === 'deadlines'
    ? deadlinesFile(request.entries, situation)
    : meetingFile(request, situation, attendee)
}

function meetingFile(
  request: MeetingRequest | ResolutionMeetingRequest,
  situation: MessageSituation,
  attendee: string | undefined,
): CalendarFile {
  const { meeting, method, place } = request
  const { subject, council } = situation
  const { sequence, recordedAt } = factTold(situation)
  const { id, summary, ask, fileName } = meetingNames(request)
  const event: ICalEventData = {
    id: `${subject.caseId}-${id}@${domain(situation)}`,
    sequence: Number(sequence),
    stamp: new Date(recordedAt),
    start: DateTime.fromISO(`${meeting.meetingOn}T${meeting.startsAt}`, { zone: LONDON }),
    timezone: LONDON,
    summary,
    description: `Case reference ${subject.caseId}. Starts at ${formatTime(meeting.startsAt)}. Ask ${ask} how long it will last: ${council.providers.mediationAdviser.phone}.`,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: council.contacts.officer.name, email: council.contacts.officer.email },
    attendees: attendee === undefined ? [] : [{ email: attendee, rsvp: false }],
    ...(place && { location: place }),
  }
  return {
    fileName: method === 'CANCEL' ? `${fileName}-cancelled.ics` : `${fileName}.ics`,
    method,
    content: calendar(method, [event], situation),
  }
}

function meetingNames(request: MeetingRequest | ResolutionMeetingRequest) {
  return request.type === 'meeting'
    ? {
        id: `meeting-${request.meeting.arrangedBy}`,
        summary: 'Mediation meeting',
        ask: 'the mediation adviser',
        fileName: 'mediation-meeting',
      }
    : {
        id: `resolution-meeting-${request.of}`,
        summary: 'Disagreement resolution meeting',
        ask: 'the service that runs it',
        fileName: 'disagreement-resolution-meeting',
      }
}

function deadlinesFile(entries: readonly DeadlineEntry[], situation: MessageSituation): CalendarFile {
  const { subject } = situation
  const { sequence, recordedAt } = factTold(situation)
  const events = entries.map(({ id, on, summary, description, isOff }) => ({
    id: `${subject.caseId}-${id}@${domain(situation)}`,
    // A later fact gives a later revision of the same entry.
    sequence: Number(sequence),
    stamp: new Date(recordedAt),
    start: wholeDay(on),
    allDay: true,
    summary,
    description: `${description} Case reference ${subject.caseId}.`,
    ...(isOff && { status: ICalEventStatus.CANCELLED }),
  }))
  return { fileName: 'dates.ics', method: 'PUBLISH', content: calendar('PUBLISH', events, situation) }
}

function calendar(
  method: CalendarFile['method'],
  events: readonly ICalEventData[],
  { council }: MessageSituation,
): string {
  const file = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: council.name, product: 'SEND decisions', language: 'EN' },
    // No name: that would put DTSTAMP in London time, and the standard wants it in UTC.
    timezone: { name: null, generator: () => LONDON_VTIMEZONE },
  })
  for (const event of events) file.createEvent(event)
  return `${file.toString()}\r\n`
}

/** Midnight in UTC, which ical-generator writes as the day itself. */
function wholeDay(day: CalendarDate): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' })
}

/**
 * The fact that the message is about: it gives the entries their revision and their time. One that several facts are told in
 * keeps that of its last also where it was taken back.
 */
function factTold(situation: MessageSituation): Fact {
  const { subject, about } = situation
  const fact = subject.recorded.find(({ sequence }) => sequence === about)
  return required(fact, 'there is no such fact as it is about, to date its calendar file', situation)
}

function domain({ council }: MessageSituation): string {
  return council.contacts.senderEmail.slice(council.contacts.senderEmail.lastIndexOf('@') + 1)
}
