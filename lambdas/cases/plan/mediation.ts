import { addDays, addMonths, type CalendarDate, laterOf } from '../../law/calendar-date.ts'
import { plannedMeeting } from '../case.ts'
import type { MessageDue } from '../message.ts'
import type { TaskDue } from '../task.ts'
import { overdueCertificate } from './certificate.ts'
import type { WaitRules } from './plan.ts'
import type { WaitSituation } from './wait-situation.ts'

/** The council has to arrange mediation within 30 days of being told (regulation 36). It is asked on days 20 and 25. */
export function meetingDateRules(situation: WaitSituation): WaitRules {
  const { heard, dates } = situation
  const { chosen } = requireMediation(situation)
  const mediation = dates.mediation ?? missing(situation, 'the 30 days have no last day')
  const messages: MessageDue[] = []
  if (heard.type === 'mediation-chosen') messages.push({ kind: 'mediation-requested', about: heard.sequence })
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
    reminders: [],
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
  const messages: MessageDue[] = declined
    ? [{ kind: 'certificate-due', about: heard.sequence }]
    : [{ kind: 'mediation-not-arranged', about: chosen.sequence }]
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
