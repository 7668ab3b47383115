import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Case } from '../case.ts'
import { CORRECTIONS, type Fact, OPENED } from '../fact.ts'
import { londonDay } from '../london.ts'
import type { MessageDue } from '../message.ts'

/** The sequence of the last correction; that of the opening when nothing was corrected. */
export function revisedBy({ facts }: Case): string {
  return facts.findLast(({ type }) => CORRECTIONS.includes(type))?.sequence ?? OPENED
}

/** The day in England on which the last correction was recorded; undefined when there is none. */
export function dayOfLastCorrection({ facts }: Case): CalendarDate | undefined {
  const last = facts.findLast(({ type }) => CORRECTIONS.includes(type))
  return last && londonDay(new Date(last.recordedAt))
}

/**
 * What families are told of corrections: which dates have changed and, when another decision had been recorded, their
 * rights about the right one. A meeting whose details were wrong is told like one that was moved, so its correction has
 * no message here.
 */
export function correctionMessages({ facts, recorded, decisionStatedBy }: Case): readonly MessageDue[] {
  const dates = facts
    .filter((fact) => CORRECTIONS.includes(fact.type) && !isAboutMeeting(fact, recorded))
    .map(({ sequence }): MessageDue => ({ kind: 'dates-corrected', about: sequence }))
  return decisionStatedBy === OPENED ? dates : [...dates, { kind: 'rights', about: decisionStatedBy }]
}

function isAboutMeeting(correction: Fact, recorded: readonly Fact[]): boolean {
  if (correction.type !== 'fact-corrected') return false
  const type = recorded.find(({ sequence }) => sequence === correction.details.corrects)?.type
  return type === 'meeting-arranged' || type === 'meeting-moved'
}
