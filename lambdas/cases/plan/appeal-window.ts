import { addDays, addMonths, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import type { MessageDue } from '../message.ts'
import type { Reminder, WaitRules } from './plan.ts'
import type { WaitSituation } from './wait-situation.ts'

/**
 * The family can appeal. It is reminded 14 days and 5 working days before the day to aim for, and told when the time
 * has passed and that a late appeal can still be made.
 */
export function appealRules({ subject, dates, heard, heardOn }: WaitSituation): WaitRules {
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
      from: dayAfterClosing({ subject, dates, heardOn }),
      message: { kind: 'appeal-time-passed', about },
    },
    next: { kind: 'appeal', date: appeal.aimDate },
  }
}

/**
 * The day after the last day. A family that is late, or whose case was recorded late, has a month from its certificate or
 * from the recording, so that an agreement or a late appeal can be recorded.
 */
function dayAfterClosing({ subject, dates, heardOn }: Pick<WaitSituation, 'subject' | 'dates' | 'heardOn'>) {
  const dayAfter = addDays(dates.appeal.lawDate, 1)
  if (dates.appeal.lateContact && subject.certificate)
    return laterOf(dayAfter, addMonths(subject.certificate.issuedOn, 1))
  return dates.appeal.lawDate < heardOn ? addMonths(heardOn, 1) : dayAfter
}
