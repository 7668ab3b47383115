import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { whichDates } from '../../law/which-dates.ts'
import { type Case, plannedMeeting, type Undertaking } from '../case.ts'
import type { CaseDates } from '../case-dates.ts'
import type { ComplaintBody } from '../complaint/closed-words.ts'
import { dutyId } from '../duties/duty-of-fact.ts'
import { openDuties } from '../duty-dates.ts'
import { messageKey } from '../message.ts'
import { RECIPIENT_ROLES } from '../recipient.ts'
import { RESOLUTION_PARTIES, type ResolutionParty } from '../resolution/closed-words.ts'
import type { TaskDue } from '../task.ts'

/** What there is to know of a task besides its day. */
export interface OfficerWorkDetails {
  /** The law's day for what the task asks for, where it sets one. */
  readonly deadline?: Deadline
  /** The meeting that it is about. */
  readonly meetingOn?: CalendarDate
  /** The last day on which the family can be told of a meeting with the notice that it is owed (regulation 37). */
  readonly noticeBy?: CalendarDate
  /** What a duty follows from. */
  readonly undertaking?: Undertaking
  /** Who has the complaint. */
  readonly complaintTo?: ComplaintBody
  /** Who has to be asked. */
  readonly party?: ResolutionParty
}

/** @param dates of the case on the day `today` */
export function officerWorkDetails(
  { kind, about }: TaskDue,
  subject: Case,
  dates: CaseDates,
  today: CalendarDate,
): OfficerWorkDetails {
  switch (kind) {
    case 'arrange-mediation':
      return { ...lawDay(dates.mediation), ...noticeOf(dates.mediation?.aimDate, today) }
    case 'chase-health-board':
      return lawDay(dates.mediation)
    case 'chase-certificate':
      return lawDay(dates.certificate)
    case 'tell-health-board':
      return lawDay(dates.boardTold)
    case 'send-response':
    case 'escalate-response':
      return lawDay(dates.response)
    case 'do-duty':
    case 'escalate-duty':
      return dutyDetails(about, subject)
    case 'record-meeting-result':
      return meetingDay(plannedMeeting(subject))
    case 'tell-family-another-way':
    case 'tell-family-safely':
      return meetingNotTold(about, subject, today)
    case 'record-resolution-result':
      return meetingDay(subject.resolutions.find(({ meeting }) => meeting?.sequence === about)?.meeting)
    case 'ask-party': {
      const party = RESOLUTION_PARTIES.find((one) => about.endsWith(`-${one}`))
      return party ? { party } : {}
    }
    case 'chase-acknowledgement':
    case 'chase-complaint-answer': {
      const complaint = subject.complaints.find(({ of }) => of === about)
      return complaint ? { complaintTo: complaint.about } : {}
    }
    default:
      return {}
  }
}

function lawDay(deadline: Deadline | undefined): OfficerWorkDetails {
  return deadline ? { deadline } : {}
}

function meetingDay(meeting: { readonly meetingOn: CalendarDate } | undefined): OfficerWorkDetails {
  return meeting ? { meetingOn: meeting.meetingOn } : {}
}

function noticeOf(meetingOn: CalendarDate | undefined, today: CalendarDate): OfficerWorkDetails {
  if (!meetingOn) return {}
  const { lawDate } = whichDates({ meetingOn }).dates.meetingNotice
  return today <= lawDate ? { noticeBy: lawDate } : {}
}

/** The message that did not arrive, or a copy of it, tells of the meeting that is planned now. */
function meetingNotTold(about: string, subject: Case, today: CalendarDate): OfficerWorkDetails {
  const meeting = plannedMeeting(subject)
  if (!meeting || meeting.meetingOn < today) return {}
  const isAboutIt = (['meeting-invitation', 'meeting-new-time'] as const).some((kind) => {
    const due = { kind, about: meeting.lastChangedBy }
    return [undefined, ...RECIPIENT_ROLES].some((copyFor) => messageKey(due, copyFor) === about)
  })
  return isAboutIt ? { ...meetingDay(meeting), ...noticeOf(meeting.meetingOn, today) } : {}
}

function dutyDetails(about: string, { undertakings }: Case): OfficerWorkDetails {
  for (const undertaking of undertakings) {
    const duty = openDuties(undertaking).find((one) => dutyId(undertaking.of, one) === about)
    if (duty) return { deadline: duty.deadline, undertaking }
  }
  return {}
}
