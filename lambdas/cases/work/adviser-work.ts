import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import {
  boardArranges,
  type Case,
  certificateGround,
  needsNoCertificate,
  plannedMeeting,
  wantsMediation,
} from '../case.ts'
import { type CaseDates, caseDates } from '../case-dates.ts'
import type { CaseFile } from '../case-file.ts'
import { isBeingTakenOver } from '../taking-over/history.ts'
import { type Standing, standingOn } from './standing.ts'

/** Why the adviser gives a certificate, or what else is to be done. `certificate-if-asked`: the meeting goes on (J8). */
export const ADVISER_WORK_KINDS = [
  'certificate-declined',
  'certificate-not-arranged',
  'certificate-mediated',
  'certificate-if-asked',
  'arrange-mediation',
  'meeting',
  'meeting-result',
] as const
export type AdviserWorkKind = (typeof ADVISER_WORK_KINDS)[number]

/** Something that the mediation adviser has to do on a case. */
export interface AdviserWork {
  readonly caseId: string
  readonly kind: AdviserWorkKind
  /** With the case this tells it from everything else, on every day alike. */
  readonly id: string
  /** The day to do it on. */
  readonly day: CalendarDate
  /** After this day it is late. */
  readonly lastDay: CalendarDate
  readonly standing: Standing
  /** Where the law sets the last day. */
  readonly deadline?: Deadline
  /** What happened on which day, so that this is to be done. */
  readonly since?: CalendarDate
  /** When the planned meeting begins: "14:30". */
  readonly startsAt?: string
  /** Whether the integrated care board arranges the mediation, because only health care is disputed (regulation 35). */
  readonly byHealthBoard?: true
}

/** What the mediation adviser has to do on a case, whatever its day, and what is late. */
export function adviserWork({ record, subject }: CaseFile, today: CalendarDate): readonly AdviserWork[] {
  if (record.status === 'closed' || subject.withdrawn || subject.died || subject.agreement || isBeingTakenOver(subject))
    return []
  const dates = caseDates(subject, today)
  return [...certificate(subject, dates, today), ...mediation(subject, dates, today), ...meeting(subject, today)]
}

function certificate(subject: Case, dates: CaseDates, today: CalendarDate): readonly AdviserWork[] {
  const { caseId, declined, cannotBeArranged, mediationResult, adjourned } = subject
  const due = dates.certificate
  if (!due || needsNoCertificate(subject)) return []
  const made = (kind: AdviserWorkKind, since: CalendarDate | undefined) => {
    const days = { day: due.lawDate, lastDay: due.lawDate }
    const id = `certificate-${due.lawDate}`
    return { caseId, kind, id, ...days, standing: standingOn(today, days), deadline: due, ...(since && { since }) }
  }
  switch (certificateGround(subject)) {
    case 'declined':
      return [made('certificate-declined', declined?.declinedOn)]
    case 'not-arranged':
      return [made('certificate-not-arranged', cannotBeArranged?.on)]
    case 'mediated': {
      if (mediationResult) return [made('certificate-mediated', mediationResult.concludedOn)]
      // Nobody knows that the family has asked for it, so it is never late.
      const ifAsked = made('certificate-if-asked', adjourned?.adjournedOn)
      return ifAsked.standing === 'late' ? [] : [ifAsked]
    }
  }
}

/** Mediation that has no meeting yet. After day 30 it gives way to the certificate, unless the family needs none. */
function mediation(subject: Case, dates: CaseDates, today: CalendarDate): readonly AdviserWork[] {
  const { caseId, chosen, mediationResult, cannotBeArranged, meetings } = subject
  const deadline = dates.mediation
  if (!chosen || !deadline || !wantsMediation(subject) || mediationResult || cannotBeArranged) return []
  if (meetings.some(({ state }) => state !== 'cancelled' && state !== 'missed')) return []
  const byHealthBoard = boardArranges(subject)
  const days = { day: today <= deadline.aimDate ? deadline.aimDate : deadline.lawDate, lastDay: deadline.lawDate }
  const standing = standingOn(today, days)
  if (standing === 'late' && !byHealthBoard && !needsNoCertificate(subject)) return []
  return [
    {
      caseId,
      kind: 'arrange-mediation',
      id: `mediation-${deadline.lawDate}`,
      ...days,
      standing,
      deadline,
      since: chosen.councilToldOn,
      ...(byHealthBoard && { byHealthBoard }),
    },
  ]
}

function meeting(subject: Case, today: CalendarDate): readonly AdviserWork[] {
  const planned = plannedMeeting(subject)
  if (!planned) return []
  const { meetingOn, startsAt, lastChangedBy } = planned
  const hasGoneBy = meetingOn < today
  return [
    {
      caseId: subject.caseId,
      kind: hasGoneBy ? 'meeting-result' : 'meeting',
      id: `meeting-${lastChangedBy}`,
      day: meetingOn,
      lastDay: meetingOn,
      // That we do not know what came of it does not make anybody late.
      standing: hasGoneBy || meetingOn === today ? 'today' : 'soon',
      startsAt,
    },
  ]
}
