import { type CalendarDate, formatDate } from '../../lambdas/law/calendar-date.ts'
import type { AppealDeadline } from '../../lambdas/law/deadline.ts'
import { contactIsAssumed } from '../../lambdas/law/which-appeal-dates.ts'
import type { Facts } from './facts.ts'

/**
 * What an appeal date rests on that nothing shows, for example "first contact by Sunday 12 July 2026"; undefined where it
 * rests on what is known. The date is then `assumed`, whatever the law leaves open: this can be found out.
 */
export function appealAssumption(
  facts: Facts,
  contactBy: CalendarDate,
  setBy: AppealDeadline['setBy'],
): string | undefined {
  return contactIsAssumed(facts, contactBy, setBy) ? `first contact by ${formatDate(contactBy)}` : undefined
}
