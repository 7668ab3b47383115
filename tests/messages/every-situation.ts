import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import { COMPLAINT_SITUATIONS, OMBUDSMAN_SITUATIONS } from './complaint-situations.ts'
import { CORRECTION_SITUATIONS } from './correction-situations.ts'
import { DUTY_SITUATIONS } from './duty-situations.ts'
import { MEDIATION_SITUATIONS } from './mediation-situations.ts'
import { MOVING_SITUATIONS, NEW_PLAN_SITUATIONS } from './moving-situations.ts'
import { RESOLUTION_SITUATIONS } from './resolution-situations.ts'
import { ADVISER_SITUATIONS, DISPUTE_SITUATIONS, LETTER_SITUATIONS, RIGHTS_SITUATIONS } from './rights-situations.ts'
import { SITUATIONS } from './situations.ts'
import { STANDING_SITUATIONS } from './standing-situations.ts'
import { TRIBUNAL_SITUATIONS } from './tribunal-situations.ts'

/** Every kind of message in each way in which it can come out differently, on every route. */
export const EVERY_SITUATION: Readonly<Record<string, MessageSituation>> = {
  ...SITUATIONS,
  ...RIGHTS_SITUATIONS,
  ...LETTER_SITUATIONS,
  ...DISPUTE_SITUATIONS,
  ...ADVISER_SITUATIONS,
  ...MOVING_SITUATIONS,
  ...NEW_PLAN_SITUATIONS,
  ...OMBUDSMAN_SITUATIONS,
  ...MEDIATION_SITUATIONS,
  ...TRIBUNAL_SITUATIONS,
  ...DUTY_SITUATIONS,
  ...RESOLUTION_SITUATIONS,
  ...COMPLAINT_SITUATIONS,
  ...CORRECTION_SITUATIONS,
  ...STANDING_SITUATIONS,
}

/** One of them by its name. @throws Error when there is none. */
export function theSituation(name: string): MessageSituation {
  const found = EVERY_SITUATION[name]
  if (!found) throw new Error(`There is no situation "${name}". Its name is in one of the files of situations.`)
  return found
}
