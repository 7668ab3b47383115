import type { MessageDue } from '../message.ts'

/** Why a message is not sent that calls a day past which has moved ahead since. It comes when the day has gone by. */
export const ITS_DAY_IS_AHEAD = 'time-is-not-over'

/** Why a message that was due is not sent. But for one whose day lies ahead again it is not sent later either. */
export const NOT_NEEDED_REASONS = [
  'fact-taken-back',
  'nothing-told-yet',
  'nothing-to-put-right',
  'told-by-another',
  'no-written-decision',
  'appeal-made',
  'appeal-ended',
  'certificate-issued',
  'adviser-spoken-to',
  'choice-made',
  'mediation-over',
  'meeting-changed',
  'time-is-over',
  ITS_DAY_IS_AHEAD,
  'excused-in-law',
  'done',
  'child-died',
  'case-closed',
  'left-out',
] as const
export type NotNeededReason = (typeof NOT_NEEDED_REASONS)[number]

/**
 * A message that was due and did not go out at once. `held`: it waits until 5pm with what else is learnt that day. `ready`:
 * it leaves now. `leaving`: it was decided what goes out, by itself or in one message with others, and that is on its way.
 * `left`: that has gone out. `not-needed`: it was of no use any more.
 */
export type HeldMessage = Due & (Held | Ready | Leaving | NotNeeded)

interface Due {
  readonly key: string
  readonly message: MessageDue
  /** ISO 8601. */
  readonly heldAt: string
}

type Held = { readonly state: 'held' } & Waiting

/** Until when something is held. It leaves then, or as soon as it is said who the party is where it waits for that. */
export type Waiting =
  | { readonly leavesAt: string; readonly waitsFor?: never }
  /** `leavesAt`: a last day of the family's is near then. Absent: none is ahead. */
  | { readonly waitsFor: 'party'; readonly leavesAt?: string }

interface Ready {
  readonly state: 'ready'
  /** When it was let go, or tried again. ISO 8601. */
  readonly releasedAt: string
}

interface Leaving {
  readonly state: 'leaving' | 'left'
  readonly releasedAt: string
  /** What goes out: itself, or one message for several. */
  readonly as: MessageDue
}

interface NotNeeded {
  readonly state: 'not-needed'
  readonly reason: NotNeededReason
}

/** Whether it still has to go out, or to be found of no use. */
export function isStillToLeave({ state }: HeldMessage): boolean {
  return state === 'held' || state === 'ready' || state === 'leaving'
}

/** Whether the time has come for one that is held: whichever of a case is let go, they leave together. */
export function isDue(held: HeldMessage, now: Date): boolean {
  return held.state === 'held' && held.leavesAt !== undefined && Date.parse(held.leavesAt) <= now.getTime()
}
