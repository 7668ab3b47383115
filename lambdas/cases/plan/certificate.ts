import { addDays, type CalendarDate, laterOf } from '../../law/calendar-date.ts'
import { declinedGetsNoCertificate } from '../case-dates.ts'
import type { Sequence } from '../sequence.ts'
import type { WaitRules } from './plan.ts'
import type { WaitSituation } from './wait-situation.ts'

/** Whether the certificate's last day had gone by when the fact that starts its 3 working days was recorded. */
export function isRecordedTooLate({ dates, heardOn }: WaitSituation): boolean {
  return dates.certificate !== undefined && dates.certificate.lawDate < heardOn
}

/**
 * A certificate is awaited. On the day after its last day the family is told that it is late and that it loses no time
 * by it, and the council is asked to chase the adviser. After a late contact a family that declined gets none: nothing is
 * chased, and the case stays open for its appeal.
 *
 * @param startedBy the sequence of the fact that began the wait for this certificate: it is chased once.
 */
export function overdueCertificate(
  { subject, dates, today }: WaitSituation,
  startedBy: Sequence,
  keepOpenUntil: CalendarDate,
): Pick<WaitRules, 'reminders' | 'tasks' | 'ends' | 'next'> {
  const due = dates.certificate
  if (!due && declinedGetsNoCertificate(subject, dates, today)) {
    const next = { kind: 'keep-open', date: keepOpenUntil } as const
    return { reminders: [], tasks: [], ends: { from: keepOpenUntil }, next }
  }
  if (!due)
    throw new Error(`Case ${subject.caseId} waits for a certificate, but nothing has started the 3 working days.`)
  const overdueOn = addDays(due.lawDate, 1)
  return {
    reminders: [{ kind: 'certificate-overdue', about: startedBy, on: overdueOn }],
    tasks: [{ kind: 'chase-certificate', about: startedBy, dueOn: overdueOn }],
    ends: { from: laterOf(keepOpenUntil, addDays(overdueOn, 1)) },
    next: { kind: 'adviser-issues-certificate', date: due.lawDate },
  }
}
