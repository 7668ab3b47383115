import { addDays, addMonths, type CalendarDate, laterOf } from '../../law/calendar-date.ts'
import { plannedMeeting } from '../case.ts'
import type { MessageDue } from '../message.ts'
import type { TaskDue } from '../task.ts'
import { isRecordedTooLate, overdueCertificate } from './certificate.ts'
import type { WaitRules } from './plan.ts'
import type { WaitSituation } from './wait-situation.ts'

/** The council has to arrange mediation within 30 days of being told (regulation 36). It is asked on days 20 and 25. */
export function meetingDateRules(situation: WaitSituation): WaitRules {
  const { heard, dates } = situation
  const { chosen } = requireMediation(situation)
  const mediation = dates.mediation ?? missing(situation, 'the 30 days have no last day')
  const messages: MessageDue[] = []
  // Recorded after day 30, there is no day to promise any more: the message of day 31 follows at once.
  const isInTime = situation.heardOn <= mediation.lawDate
  if (heard.type === 'mediation-chosen' && isInTime) {
    messages.push({ kind: 'mediation-requested', about: heard.sequence })
  }
  if (heard.type === 'meeting-cancelled') messages.push({ kind: 'meeting-cancelled', about: heard.sequence })
  const guard = (day: number): TaskDue => ({
    kind: 'arrange-mediation',
    about: `${chosen.sequence}-day-${day}`,
    dueOn: addDays(chosen.councilToldOn, day),
  })
  return {
    messages,
    reminders: [],
    tasks: [guard(20), guard(25)],
    ends: { from: addDays(mediation.lawDate, 1) },
    next: { kind: 'mediation', date: mediation.aimDate },
  }
}

/** After so many days without a result the family is told how its case stands. A choice of ours, not a legal time. */
const DAYS_TO_RECORD_A_RESULT = 7

/** A meeting is planned. From the day after it the council is asked what came of it. */
export function meetingRules(situation: WaitSituation): WaitRules {
  const { heard, subject } = situation
  const meeting = plannedMeeting(subject) ?? missing(situation, 'no meeting is planned')
  const about = meeting.lastChangedBy
  return {
    messages:
      heard.type === 'meeting-arranged' || heard.type === 'meeting-moved'
        ? [{ kind: heard.type, about: heard.sequence }]
        : [],
    reminders: [{ kind: 'meeting-result-unknown', about, on: addDays(meeting.meetingOn, DAYS_TO_RECORD_A_RESULT) }],
    tasks: [{ kind: 'record-meeting-result', about, dueOn: addDays(meeting.meetingOn, 1) }],
    ends: { from: keepOpenUntil(situation, meeting.meetingOn) },
    next: { kind: 'meeting', date: meeting.meetingOn },
  }
}

/** No mediation in the 30 days: the adviser issues a certificate in 3 working days, and the family may appeal or still wait. */
export function certificateWithoutMeetingRules(situation: WaitSituation): WaitRules {
  const { heard, subject } = situation
  const { chosen } = requireMediation(situation)
  const declined = heard.type === 'mediation-declined'
  // Told once for the 30 days, and again when a meeting that was arranged cannot take place after all.
  const isNews = heard.type === 'mediation-cannot-be-arranged' && subject.meetings.length > 0
  const certificate = isRecordedTooLate(situation) ? 'certificate-overdue' : 'certificate-due'
  const messages: MessageDue[] = declined
    ? [{ kind: certificate, about: heard.sequence }]
    : [{ kind: 'mediation-not-arranged', about: isNews ? heard.sequence : chosen.sequence }]
  if (heard.type === 'meeting-cancelled') messages.unshift({ kind: 'meeting-cancelled', about: heard.sequence })
  const overdue = overdueCertificate(situation, keepOpenUntil(situation, situation.heardOn))
  const tellAdviser: TaskDue[] =
    subject.cannotBeArranged || declined
      ? []
      : [{ kind: 'tell-adviser-not-arranged', about: chosen.sequence, dueOn: situation.today }]
  return { messages, ...overdue, tasks: [...tellAdviser, ...overdue.tasks] }
}

/** The mediation has ended, with agreement or without: the certificate is due in 3 working days (regulation 39). */
export function certificateAfterMeetingRules(situation: WaitSituation): WaitRules {
  const { subject } = situation
  const result = subject.mediationResult ?? missing(situation, 'no mediation has ended')
  return {
    messages: [{ kind: 'mediation-ended', about: result.sequence }],
    ...overdueCertificate(situation, keepOpenUntil(situation, result.concludedOn)),
  }
}

/** The council's own number of months after the 30 days, and never less than a month after the last thing that happened. */
function keepOpenUntil(situation: WaitSituation, from: CalendarDate): CalendarDate {
  const mediation = situation.dates.mediation ?? missing(situation, 'the 30 days have no last day')
  const lastNews = laterOf(from, situation.heardOn)
  return laterOf(addMonths(mediation.lawDate, situation.keepOpenMonths), addMonths(lastNews, 1))
}

function requireMediation(situation: WaitSituation) {
  return { chosen: situation.subject.chosen ?? missing(situation, 'nobody has chosen mediation') }
}

function missing({ subject }: WaitSituation, what: string): never {
  throw new Error(`Case ${subject.caseId} is in the stage "mediation", but ${what}.`)
}
