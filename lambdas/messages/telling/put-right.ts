import type { Case } from '../../cases/case.ts'
import { correctedBy } from '../../cases/corrections/revisions.ts'
import { isCorrection } from '../../cases/facts.ts'
import type { Sequence } from '../../cases/sequence.ts'
import type { NotNeededReason } from '../../cases/telling/held-message.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { changesWhatWasTold } from '../words/dates-corrected.ts'

/**
 * Why there is nothing to put right by a message about a correction, or about something that was learnt late: the family had
 * heard nothing, or nothing that it heard is another way now.
 * @returns undefined where something has to be put right, and for every message that puts nothing right
 */
export function whyNothingToPutRight(situation: SituationOfFact): NotNeededReason | undefined {
  const { kind, subject, about, lastTold } = situation
  const fact = subject.facts.find(({ sequence }) => sequence === about)
  const { type } = required(fact, `there is no fact ${about}`, situation)
  const isPutRight = kind === 'dates-corrected' || isCorrection(type)
  if (isPutRight && (lastTold === undefined || recordedAt(subject, about) > lastTold)) return 'nothing-told-yet'
  return kind === 'dates-corrected' && !changesWhatWasTold(situation) ? 'nothing-to-put-right' : undefined
}

/**
 * When the fact was recorded that a correction is about: where nobody has written to the family since, its own message still
 * waits and tells what is right. Empty for what is no correction: that came after what was told.
 */
function recordedAt({ facts, recorded }: Case, about: Sequence): string {
  const corrected = correctedBy(facts.find(({ sequence }) => sequence === about))
  return recorded.find(({ sequence }) => sequence === corrected)?.recordedAt ?? ''
}
