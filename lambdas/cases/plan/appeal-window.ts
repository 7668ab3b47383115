import { addDays, addMonths, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import type { MessageDue } from '../message.ts'
import type { Reminder, WaitRules } from './plan.ts'
import type { WaitSituation } from './wait-situation.ts'

/**
 * The family can appeal. It is reminded 14 days and 5 working days before the day to aim for, and told when the time
 * has passed and that a late appeal can still be made.
 */
export function appealRules({ subject, dates, heard }: WaitSituation): WaitRules {
  const { appeal } = dates
  const about = subject.certificate?.sequence ?? '00001'
  const messages: MessageDue[] = [
    subject.certificate ? { kind: 'certificate-issued', about } : { kind: 'rights', about: heard.sequence },
  ]
  const reminders: Reminder[] = [
    { kind: 'appeal-closing-14-days', about, on: addDays(appeal.aimDate, -14) },
    { kind: 'appeal-closing-5-working-days', about, on: addWorkingDays(appeal.aimDate, -5) },
  ]
  return {
    messages,
    // A late family has been told to appeal today. Counting down to a date that is not safe would mislead it.
    reminders: appeal.lateContact ? [] : reminders,
    tasks: [],
    ends: {
      from: lastDayOpen({ subject, dates }),
      message: { kind: 'appeal-time-passed', about },
    },
    next: { kind: 'appeal', date: appeal.aimDate },
  }
}

/** The day after the last day; for a late family a month after its certificate, so that its late appeal can be recorded. */
function lastDayOpen({ subject, dates }: Pick<WaitSituation, 'subject' | 'dates'>) {
  const { appeal } = dates
  const dayAfter = addDays(appeal.lawDate, 1)
  return appeal.lateContact && subject.certificate
    ? laterOf(dayAfter, addMonths(subject.certificate.issuedOn, 1))
    : dayAfter
}
