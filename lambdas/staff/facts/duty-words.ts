import type { Undertaking } from '../../cases/case.ts'
import type { DutyDate } from '../../cases/duty-dates.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Duty, DutySource } from '../../law/compliance-deadlines.ts'
import { periodOf } from '../../law/periods.ts'

/** What the council has to do, as an agreement, an order or a concession says it. */
export const DUTY_WORDS: Readonly<Record<Duty, string>> = {
  assess: 'Assess needs, or assess them again',
  'make-plan': 'Make an EHC plan',
  reconsider: 'Consider its decision again',
  'amend-contents': 'Change the needs or provision in the plan (section B or F)',
  'amend-placement': 'Change only the school or other place in the plan (section I)',
  continue: 'Go on with the plan as it is',
  'continue-and-amend': 'Go on with the plan, and change it',
  cease: 'Stop maintaining the plan',
  'not-appealable': 'Something that could not have been appealed, such as health or social care provision',
}

const SOURCE_WORDS: Readonly<Record<DutySource, string>> = {
  agreement: 'the agreement at mediation',
  order: 'the Tribunal’s order',
  concession: 'conceding the appeal',
}

/** "The agreement at mediation, on Monday 2 March 2026". */
export function describeUndertaking({ source, on }: Pick<Undertaking, 'source' | 'on'>): string {
  const words = SOURCE_WORDS[source]
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, on ${formatDate(on)}`
}

/** One thing that the council has to do: "Send the draft plan". The rules have the words. */
export function describeDuty({ rule, deadline }: Pick<DutyDate, 'rule' | 'deadline'>): string {
  return periodOf(deadline)?.name ?? rule
}

/** What is to be done, in one line. */
export function describeDuties(duties: readonly Duty[]): string {
  return duties.map((duty) => DUTY_WORDS[duty]).join('; ')
}
