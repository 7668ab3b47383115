import type { Extent } from '../../cases/tribunal/closed-words.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Duty } from '../../law/compliance-deadlines.ts'
import { DUTY_WORDS } from './closed-words.ts'

const AGREED_TO: Readonly<Record<Extent, string>> = {
  all: 'what your appeal asks for',
  part: 'a part of what your appeal asks for',
}

/** That the council gave in without an order. */
export function agreedTo(on: CalendarDate, extent: Extent): string {
  return `On ${formatDate(on)} we agreed to ${AGREED_TO[extent]}.`
}

/** What it says that it will do: "We will carry out an assessment." It is a promise, where a duty is told with "must". */
export function promised(duty: Duty): string {
  return DUTY_WORDS[duty].replace('We must', 'We will')
}

/** By when. The law sets no day for a promise (J21, J22). */
export function promisedBy(day: CalendarDate): string {
  return `We have promised to do it by ${formatDate(day)}.`
}
