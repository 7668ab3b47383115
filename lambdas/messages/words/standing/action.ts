import {
  boardArranges,
  disputesPlacementOnly,
  hasNoWrittenNotice,
  plannedMeeting,
  wantsMediation,
} from '../../../cases/case.ts'
import { declinedGetsNoCertificate } from '../../../cases/case-dates.ts'
import { isTooNear } from '../../../cases/telling/days-of-the-family.ts'
import { formatDate } from '../../../law/calendar-date.ts'
import type { Deadline } from '../../../law/deadline.ts'
import type { MessageSituation } from '../../message-situation.ts'
import { hasSpokenToAdviser } from '../../passages/adviser.ts'
import { appealIsInTime } from '../../passages/appeal.ts'
import { appealState } from '../../passages/appeal-state.ts'
import { certificateIsDue, monthCounts } from '../../passages/certificate.ts'
import type { ChangedMeeting } from '../../passages/changed-meeting.ts'
import { meetingMoment } from '../../passages/meeting.ts'
import { nextDay } from '../../passages/next-day.ts'
import { isNotArranged } from './appeal.ts'

/**
 * What comes next and its day, as it follows a colon in a subject.
 * @param changed a meeting that is another one than the family was told, or is not
 * @returns undefined where no day is near
 */
export function nextAction(situation: MessageSituation, changed: ChangedMeeting | undefined): string | undefined {
  const { subject } = situation
  // Whoever has agreed, or does not go on, is not sent to do anything.
  if (subject.withdrawn || subject.agreement) return changed?.says
  switch (appealState(situation)) {
    case 'not-made':
      if (hasNoWrittenNotice(subject))
        return `ask us today, ${formatDate(situation.today)}, for our decision in writing`
      if (canAppealNow(situation)) return appeal(situation)
      return (
        lastDayNear(situation) ??
        (isOfMediation(changed, situation) ? changed?.says : beforeTheAppeal(situation)) ??
        changed?.says
      )
    case 'made':
      return changed?.says ?? meetingAhead(situation) ?? ourResponse(situation)
    case 'ended':
      return changed?.says ?? meetingAhead(situation)
  }
}

/** Whether mediation is told before the appeal: while it is what comes next. */
export function mediationComesFirst(situation: MessageSituation, changed: ChangedMeeting | undefined): boolean {
  const { subject } = situation
  if (subject.mediationResult?.result === 'agreed') return true
  if (appealState(situation) === 'not-made' && (canAppealNow(situation) || lastDayNear(situation))) return false
  const isToCome = wantsMediation(subject) && !subject.mediationResult
  return (
    changed !== undefined ||
    meetingAhead(situation) !== undefined ||
    (appealState(situation) === 'not-made' && isToCome)
  )
}

/**
 * What to do by a last day that is today or within two working days, before an appeal is made; undefined where none is. The two
 * months are no last day of a family to whom a certificate still gives a month.
 */
export function lastDayNear(situation: MessageSituation): string | undefined {
  const { subject, dates, today } = situation
  const { contact } = dates
  if (subject.withdrawn || subject.agreement || appealState(situation) !== 'not-made') return undefined
  if (hasNoWrittenNotice(subject)) return undefined
  const isNear = (deadline: Deadline) => isTooNear(nextDay(deadline, today), today)
  if (canAppealNow(situation)) return isNear(dates.appeal) ? appeal(situation) : undefined
  if (contact && isNear(contact) && !hasSpokenToAdviser(subject)) return speak(situation)
  return isNear(dates.appeal) && !monthCounts(situation) ? appeal(situation) : undefined
}

function canAppealNow({ subject }: MessageSituation): boolean {
  return subject.certificate !== undefined || disputesPlacementOnly(subject)
}

/** A meeting of a disagreement resolution stands back behind what comes before an appeal, and so does one that was declined. */
function isOfMediation(changed: ChangedMeeting | undefined, { subject }: MessageSituation): boolean {
  return changed?.calendar.type === 'meeting' && (changed.calendar.method === 'REQUEST' || wantsMediation(subject))
}

function meetingAhead({ subject, today }: MessageSituation): string | undefined {
  const meeting = plannedMeeting(subject)
  return meeting && meeting.meetingOn >= today ? `your mediation meeting is on ${meetingMoment(meeting)}` : undefined
}

function ourResponse({ subject, dates, today }: MessageSituation): string | undefined {
  const { response } = dates
  if (!response || subject.response) return undefined
  const day = formatDate(response.lawDate)
  return today > response.lawDate ? `our response was due by ${day}` : `we must send our response by ${day}`
}

function beforeTheAppeal(situation: MessageSituation): string | undefined {
  const { subject } = situation
  if (subject.mediationResult) return certificate(situation)
  if (wantsMediation(subject)) return meetingAhead(situation) ?? mediation(situation)
  if (subject.declined) return afterDeclining(situation)
  return hasSpokenToAdviser(subject) ? choose(situation) : speak(situation)
}

function appeal(situation: MessageSituation): string {
  const { dates, today } = situation
  return appealIsInTime(situation) && !dates.appeal.lateContact
    ? `send your appeal by ${formatDate(nextDay(dates.appeal, today))}`
    : sendItToday(situation)
}

function sendItToday({ today }: MessageSituation): string {
  return `send your appeal today, ${formatDate(today)}`
}

function certificate(situation: MessageSituation): string | undefined {
  const { dates, today } = situation
  if (dates.appeal.lateContact && !appealIsInTime(situation)) return sendItToday(situation)
  return dates.certificate && certificateIsDue(dates.certificate, today)
}

function mediation(situation: MessageSituation): string | undefined {
  const { subject, dates } = situation
  const meeting = plannedMeeting(subject)
  if (meeting) return `tell us what came of your meeting of ${formatDate(meeting.meetingOn)}`
  if (isNotArranged(situation)) return boardArranges(subject) ? undefined : certificate(situation)
  if (subject.adjourned) return undefined
  return dates.mediation && !(boardArranges(subject) && !subject.boardToldOn)
    ? `${boardArranges(subject) ? 'the health body' : 'we'} must arrange your mediation by ${formatDate(dates.mediation.lawDate)}`
    : undefined
}

function afterDeclining(situation: MessageSituation): string | undefined {
  const { subject, dates, today } = situation
  return declinedGetsNoCertificate(subject, dates, today) ? sendItToday(situation) : certificate(situation)
}

function choose(situation: MessageSituation): string {
  const { dates, today } = situation
  const { contact } = dates
  return !contact || dates.appeal.lateContact || today > contact.lawDate
    ? `tell the mediation adviser today, ${formatDate(today)}`
    : `tell the mediation adviser by ${formatDate(nextDay(contact, today))}`
}

function speak({ dates, today }: MessageSituation): string {
  const { contact } = dates
  return !contact || today > contact.lawDate
    ? `speak to the mediation adviser today, ${formatDate(today)}`
    : `speak to the mediation adviser by ${formatDate(nextDay(contact, today))}`
}
