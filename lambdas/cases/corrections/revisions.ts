import type { CalendarDate } from '../../law/calendar-date.ts'
import { type Case, factsAfter } from '../case.ts'
import type { Fact } from '../fact.ts'
import { isCorrection } from '../facts.ts'
import { londonDay } from '../london.ts'
import { dayOf } from '../order.ts'
import { OPENED, type Sequence } from '../sequence.ts'

/**
 * Whether a fact says that what was known before it was wrong: it corrects another, or was learnt late, after something that
 * happened after it.
 */
export function isRevision(subject: Pick<Case, 'facts'>, fact: Fact): boolean {
  return isCorrection(fact.type) || tookAnEarlierPlace(subject, fact)
}

/** Whether something that happened after a fact was recorded before it. */
function tookAnEarlierPlace(subject: Pick<Case, 'facts'>, fact: Fact): boolean {
  return (
    dayOf(fact) !== undefined &&
    factsAfter(subject, fact.sequence).some((one) => one.sequence < fact.sequence && dayOf(one) !== undefined)
  )
}

/** The sequence of the last revision; that of the opening when there was none. */
export function revisedBy(subject: Case): Sequence {
  return lastRevision(subject)?.sequence ?? OPENED
}

/** The day in England on which the last revision was recorded; undefined when there was none. */
export function dayOfLastRevision(subject: Case): CalendarDate | undefined {
  const last = lastRevision(subject)
  return last && londonDay(new Date(last.recordedAt))
}

function lastRevision(subject: Case): Fact | undefined {
  const revisions = subject.facts.filter((fact) => isRevision(subject, fact))
  return revisions.sort((one, other) => (one.sequence < other.sequence ? -1 : 1)).at(-1)
}

/** The fact that a correction or a removal is about; undefined of any other fact. */
export function correctedBy(fact: Fact | undefined): Sequence | undefined {
  if (fact?.type === 'fact-corrected') return fact.details.corrects
  return fact?.type === 'fact-removed' ? fact.details.removes : undefined
}
