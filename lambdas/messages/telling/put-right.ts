import { isCorrection } from '../../cases/facts.ts'
import type { MessageRecord } from '../../cases/message.ts'
import type { NotNeededReason } from '../../cases/telling/held-message.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { changesWhatWasTold } from '../words/dates-corrected.ts'

/**
 * Why there is nothing to put right by a message about a correction, or about something that was learnt late: the family had
 * heard nothing, or nothing that it heard is another way now.
 * @param sent every message of the case
 * @returns undefined where something has to be put right, and for every message that puts nothing right
 */
export function whyNothingToPutRight(
  situation: SituationOfFact,
  sent: readonly MessageRecord[],
): NotNeededReason | undefined {
  const { kind, subject, about } = situation
  const fact = subject.facts.find(({ sequence }) => sequence === about)
  const { type, recordedAt } = required(fact, `there is no fact ${about}`, situation)
  const isPutRight = kind === 'dates-corrected' || isCorrection(type)
  if (isPutRight && !sent.some(({ claimedAt }) => claimedAt < recordedAt)) return 'nothing-told-yet'
  return kind === 'dates-corrected' && !changesWhatWasTold(situation) ? 'nothing-to-put-right' : undefined
}
