import { takeSendingTurn } from '../cases/store/sending-turn-store.ts'
import type { CaseTables } from '../cases/store/tables.ts'

/** Waits until the account may send one more email. @throws NoTurnError when it has to be tried again later. */
export type WaitForTurn = () => Promise<void>

/** More emails are due at once than the account may send. Nothing was claimed and nothing sent: try again later. */
export class NoTurnError extends Error {
  override readonly name = 'NoTurn'
}

export interface SendingTurns {
  readonly tables: CaseTables
  /** The most emails that the account may send in a second. */
  readonly emailsPerSecond: number
  readonly now: () => Date
  readonly sleep: (milliseconds: number) => Promise<unknown>
  /** From 0 to 1, without 1. */
  readonly random: () => number
}

/** A function may run 25 seconds, and a message may go to three people. */
const MOST_SECONDS_WAITED = 5

/**
 * Keeps all functions together under the account's sending rate: each email takes one turn of its second, and waits for the
 * next second when none is left (docs/decisions/0017-email-goes-through-ses-version-1.md).
 */
export function sendingTurns({ tables, emailsPerSecond, now, sleep, random }: SendingTurns): WaitForTurn {
  return async () => {
    for (let waited = 0; waited <= MOST_SECONDS_WAITED; waited += 1) {
      const at = now().getTime()
      const second = Math.floor(at / 1000)
      if (await takeSendingTurn(tables, second, emailsPerSecond)) return
      // Not all of those who wait come back at the same moment.
      if (waited < MOST_SECONDS_WAITED) await sleep((second + 1) * 1000 - at + Math.floor(random() * 500))
    }
    throw new NoTurnError(
      `For ${MOST_SECONDS_WAITED} seconds there was no turn to send an email: the account may send ${emailsPerSecond} in a second.`,
    )
  }
}
