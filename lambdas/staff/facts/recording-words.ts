import { isOpenedInError } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { FactType } from '../../cases/fact.ts'
import { isSettled } from '../../cases/is-settled.ts'
import { STAFF_FACTS } from './all-facts.ts'
import { NOTHING, TOLD_WHAT_CHANGED } from './staff-fact.ts'

/** What recording a fact sets in motion, said before it is recorded: each a paragraph. */
export function recordingEffect(type: FactType, status: 'open' | 'closed'): readonly string[] {
  const { effect } = STAFF_FACTS[type]
  if (effect === NOTHING) return []
  if (typeof effect !== 'string') return [effect[status]]
  return status === 'open' ? [effect] : []
}

/** What a correction sets in motion, said before it is recorded. @param type what is corrected */
export function correctionEffect(type: FactType, status: 'open' | 'closed'): readonly string[] {
  const told = STAFF_FACTS[type].correction?.told
  return [
    'All dates are worked out again as if this had been right from the start. The timeline keeps both versions.',
    ...(told === undefined ? [] : [told]),
    ...opensAgain(status),
  ]
}

/** What taking something back sets in motion, said before it is recorded. */
export function removalEffect(status: 'open' | 'closed'): readonly string[] {
  return [
    'All dates are worked out again without it. The timeline keeps it, with the words that it was taken back.',
    TOLD_WHAT_CHANGED,
    ...opensAgain(status),
  ]
}

function opensAgain(status: 'open' | 'closed'): readonly string[] {
  return status === 'closed' ? ['If this changes how the case should have gone on, it opens again.'] : []
}

/** Why a fact cannot be recorded on the case now. Goes on after a colon. */
export function whyNotRecordable(file: CaseFile): string {
  if (isOpenedInError(file.subject)) return 'the case was opened in error, so nothing more happens on it'
  return file.record.status === 'closed' || isSettled(file)
    ? 'there is nothing on this case that it could be about'
    : 'the service is still working on what was recorded last. Try again in a few seconds'
}
