import { isDeepStrictEqual } from 'node:util'
import type { CalendarDate } from '../law/calendar-date.ts'
import { basisOf } from './basis.ts'
import { caseOf, factsSince, NOT_RECORDED_YET, withFacts } from './build-case.ts'
import type { Case } from './case.ts'
import type { Fact, NewFact } from './fact.ts'
import { kindOf } from './facts.ts'
import { dayOf } from './order.ts'

/** The details that tell two facts of one kind apart on one day: another complaint, another party, another duty. */
const TELL_APART: readonly string[] = ['of', 'party', 'rule']

/**
 * The fact on record that a new one may be once more: the last of its kind, on the same day, about the same thing, and
 * belonging to the same appeal, request or meeting. Undefined where there is none.
 */
export function recordedAlready(subject: Case, fact: NewFact): Fact | undefined {
  const day = dayOf(fact)
  if (day === undefined) return undefined
  const after = withFacts(subject, [fact], NOT_RECORDED_YET)
  const [added] = factsSince(subject, after)
  if (!added) return undefined
  const belongsTo = (one: Fact) => kindOf(one.type).belongsTo.map((kind) => basisOf(after, one, kind)?.sequence)
  return subject.facts.findLast(
    (one) =>
      one.type === fact.type &&
      dayOf(one) === day &&
      isDeepStrictEqual(apart(one), apart(added)) &&
      isDeepStrictEqual(belongsTo(one), belongsTo(added)),
  )
}

/** The day on which another fact of its kind stands, beside which a correction puts one that stood on another day. */
export function correctedBesideAnother(subject: Case, fact: NewFact): CalendarDate | undefined {
  if (fact.type !== 'fact-corrected') return undefined
  const { corrects, details } = fact.details
  const old = subject.facts.find(({ sequence }) => sequence === corrects)
  // There is one opening, without which there is no case.
  if (!old || old.type === 'case-opened') return undefined
  const corrected = { ...old, details } as Fact
  const day = dayOf(corrected)
  const others = caseOf(subject, ({ sequence }) => sequence !== corrects)
  return day !== dayOf(old) && recordedAlready(others, corrected) ? day : undefined
}

function apart({ details }: Fact): readonly unknown[] {
  return Object.entries(details).filter(([name]) => TELL_APART.includes(name))
}
