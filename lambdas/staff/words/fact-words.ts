import type { CancelledBy, Fact, FactType, MeetingDetails, MeetingFormat, WithdrawnReason } from '../../cases/fact.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { formatTime } from '../../messages/clock-time.ts'
import { describeDecision } from './decision-words.ts'

export const MEETING_FORMAT_WORDS: Readonly<Record<MeetingFormat, string>> = {
  'in-person': 'In person',
  online: 'Online',
  'by-phone': 'By phone',
}

export const CANCELLED_BY_WORDS: Readonly<Record<CancelledBy, string>> = {
  council: 'The council',
  family: 'The family',
  'mediation-provider': 'The mediation provider',
  'health-body': 'The health body (integrated care board)',
}

export const WITHDRAWN_REASON_WORDS: Readonly<Record<WithdrawnReason, string>> = {
  'family-does-not-want-to-go-on': 'The family does not want to go on',
  'council-changed-decision': 'The council has changed its decision',
  'opened-in-error': 'The case was opened in error',
}

/** What each fact is called on the case page and above its form. */
export const FACT_NAMES: Readonly<Record<FactType, string>> = {
  'case-opened': 'The case was opened',
  'adviser-contacted': 'The family spoke to the mediation adviser',
  'mediation-declined': 'The family does not want mediation',
  'mediation-chosen': 'The family wants mediation',
  'meeting-arranged': 'A mediation meeting is arranged',
  'meeting-moved': 'The meeting is moved',
  'meeting-cancelled': 'The meeting is cancelled',
  'mediation-cannot-be-arranged': 'Mediation cannot be arranged within 30 days',
  'mediation-agreed': 'Mediation ended with full agreement',
  'mediation-partly-agreed': 'Mediation ended with agreement in part',
  'mediation-not-agreed': 'Mediation ended without agreement',
  'certificate-issued': 'The mediation certificate was issued',
  'appeal-registered': 'The Tribunal has an appeal',
  'agreement-reached': 'The family and the council agreed without an appeal',
  'case-withdrawn': 'End the case',
  'contact-details-changed': 'Change how we contact the family',
  'note-added': 'Add a note',
}

/** What a fact says, each line with its dates in full. Empty when its name says it all. */
export function describeFact(fact: Fact): readonly string[] {
  switch (fact.type) {
    case 'case-opened':
      return [
        `Decision: ${describeDecision(fact.details)}.`,
        `Letter printed on ${formatDate(fact.details.printedOn)} and sent on ${formatDate(fact.details.sentOn)}.`,
      ]
    case 'adviser-contacted':
      return [`First spoke to the adviser on ${formatDate(fact.details.contactedOn)}.`]
    case 'mediation-declined':
      return [`Told the adviser on ${formatDate(fact.details.declinedOn)}.`, ...firstContact(fact.details)]
    case 'mediation-chosen':
      return [`The council was told on ${formatDate(fact.details.councilToldOn)}.`, ...firstContact(fact.details)]
    case 'meeting-arranged':
    case 'meeting-moved':
      return [describeMeeting(fact.details)]
    case 'meeting-cancelled':
      return [
        `Cancelled on ${formatDate(fact.details.cancelledOn)}. Cancelled by: ${CANCELLED_BY_WORDS[fact.details.cancelledBy]}.`,
      ]
    case 'mediation-cannot-be-arranged':
      return [`The council told the adviser on ${formatDate(fact.details.adviserToldOn)}.`]
    case 'mediation-agreed':
    case 'mediation-partly-agreed':
    case 'mediation-not-agreed':
      return [`It ended on ${formatDate(fact.details.concludedOn)}.`]
    case 'certificate-issued':
      return [`Dated ${formatDate(fact.details.issuedOn)}.`, ...firstContact(fact.details)]
    case 'appeal-registered':
      return [`The Tribunal received it on ${formatDate(fact.details.receivedOn)}.`]
    case 'agreement-reached':
      return [`Agreed on ${formatDate(fact.details.agreedOn)}.`]
    case 'case-withdrawn':
      return [`${WITHDRAWN_REASON_WORDS[fact.details.reason]}, on ${formatDate(fact.details.withdrawnOn)}.`]
    case 'contact-details-changed':
    case 'note-added':
      return []
  }
}

function firstContact({ contactedOn }: { readonly contactedOn?: CalendarDate }): readonly string[] {
  return contactedOn ? [`The family first spoke to the adviser on ${formatDate(contactedOn)}.`] : []
}

/** "Thursday 26 March 2026 at 2:30pm, online." */
export function describeMeeting({ meetingOn, startsAt, format }: MeetingDetails): string {
  return `${formatDate(meetingOn)} at ${formatTime(startsAt)}, ${MEETING_FORMAT_WORDS[format].toLowerCase()}.`
}

/** A fact's name as the timeline tells it: what has happened, not what can be done. */
export function factTitle(type: FactType): string {
  switch (type) {
    case 'case-withdrawn':
      return 'The case was ended'
    case 'contact-details-changed':
      return 'How we contact the family was changed'
    case 'note-added':
      return 'A note was added'
    default:
      return FACT_NAMES[type]
  }
}
