import type { CalendarDate } from '../../law/calendar-date.ts'
import { buildCase } from '../build-case.ts'
import { type Case, plannedMeeting } from '../case.ts'
import type { Fact } from '../fact.ts'
import { isCorrection } from '../facts.ts'
import { londonDay } from '../london.ts'
import type { MessageDue } from '../message.ts'
import { OPENED, type Sequence } from '../sequence.ts'

/** The sequence of the last correction; that of the opening when nothing was corrected. */
export function revisedBy({ facts }: Case): Sequence {
  return facts.findLast(({ type }) => isCorrection(type))?.sequence ?? OPENED
}

/** The day in England on which the last correction was recorded; undefined when there is none. */
export function dayOfLastCorrection({ facts }: Case): CalendarDate | undefined {
  const last = facts.findLast(({ type }) => isCorrection(type))
  return last && londonDay(new Date(last.recordedAt))
}

/**
 * What families are told of corrections: which dates have changed and, when another decision had been recorded, their
 * rights about the right one. A meeting that was still ahead is told like one that was moved, so its correction has no
 * message here.
 */
export function correctionMessages(subject: Case): readonly MessageDue[] {
  const { facts, decisionStatedBy } = subject
  const dates = facts
    .filter((fact) => isCorrection(fact.type) && !isAboutPlannedMeeting(fact, subject))
    .map(({ sequence }): MessageDue => ({ kind: 'dates-corrected', about: sequence }))
  return decisionStatedBy === OPENED ? dates : [...dates, { kind: 'rights', about: decisionStatedBy }]
}

/** Whether a correction says how a meeting is that was planned when it was recorded. */
function isAboutPlannedMeeting(correction: Fact, subject: Case): boolean {
  if (correction.type !== 'fact-corrected') return false
  const { corrects } = correction.details
  const type = subject.recorded.find(({ sequence }) => sequence === corrects)?.type
  const meeting = plannedMeeting(asRecordedBefore(subject, correction))
  return (
    (type === 'meeting-arranged' || type === 'meeting-moved') && meeting !== undefined && corrects >= meeting.arrangedBy
  )
}

/** The case as it was known when a fact was recorded. */
function asRecordedBefore({ caseId, recorded }: Case, fact: Fact): Case {
  return buildCase(
    caseId,
    recorded.filter(({ sequence }) => sequence < fact.sequence),
  )
}
