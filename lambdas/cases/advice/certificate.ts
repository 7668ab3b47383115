import { addDays, type CalendarDate, laterOf } from '../../law/calendar-date.ts'
import { declinedGetsNoCertificate } from '../case-dates.ts'
import type { WaitRules } from '../plan/plan.ts'
import { missing, type WaitSituation } from '../plan/wait-situation.ts'
import type { Sequence } from '../sequence.ts'

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
  situation: WaitSituation,
  startedBy: Sequence,
  keepOpenUntil: CalendarDate,
): Pick<WaitRules, 'reminders' | 'tasks' | 'ends' | 'next'> {
  const { subject, dates, today } = situation
  if (!dates.certificate && declinedGetsNoCertificate(subject, dates, today)) {
    const next = { kind: 'keep-open', date: keepOpenUntil } as const
    return { reminders: [], tasks: [], ends: { from: keepOpenUntil }, next }
  }
  const due = dates.certificate ?? missing(situation, 'nothing has started the time for the certificate')
  const overdueOn = addDays(due.lawDate, 1)
  return {
    reminders: [{ kind: 'certificate-overdue', about: startedBy, on: overdueOn }],
    tasks: [{ kind: 'chase-certificate', about: startedBy, dueOn: overdueOn }],
    ends: { from: laterOf(keepOpenUntil, addDays(overdueOn, 1)) },
    next: { kind: 'adviser-issues-certificate', date: due.lawDate },
  }
}
