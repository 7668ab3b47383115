import { disputesPlacementOnly } from '../../cases/case.ts'
import type { Block } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'

/**
 * How an appeal stands. One that the Tribunal did not register has not been made: it can be sent again with what was
 * missing.
 */
export function appealState({ subject }: Pick<MessageSituation, 'subject'>): 'not-made' | 'made' | 'ended' {
  const { appeal, appealEnded } = subject
  if (appealEnded?.outcome === 'not-registered') return 'not-made'
  if (appealEnded) return 'ended'
  return appeal ? 'made' : 'not-made'
}

/** What is said of the appeal, which is nothing once it has ended. */
export function ofTheAppeal(
  situation: MessageSituation,
  { made, notMade }: { readonly made: () => Block[]; readonly notMade: () => Block[] },
): Block[] {
  const state = appealState(situation)
  if (state === 'ended') return []
  return state === 'made' ? made() : notMade()
}

/** Whether the family has to get a mediation certificate before it can appeal. */
export function certificateIsNeeded({ subject }: Pick<MessageSituation, 'subject'>): boolean {
  return !subject.certificate && !disputesPlacementOnly(subject) && appealState({ subject }) === 'not-made'
}
