import { messagesStillToLeave, releaseMessages } from '../../cases/store/held-message-store.ts'
import type { CaseTables } from '../../cases/store/tables.ts'
import { type HeldMessage, isDue } from '../../cases/telling/held-message.ts'

export interface ReleaseHeldMessages {
  readonly tables: CaseTables
  readonly now: () => Date
}

/** What was found of the messages that have still to leave. */
export interface ReleaseReport {
  /** How many leave now. */
  readonly released: number
  /** How many were on their way for an hour or more: something keeps them from leaving. They are tried again. */
  readonly stuck: number
}

const AN_HOUR = 60 * 60 * 1000

/** Lets every message leave whose time has come. The stream of the cases table has each sent. Doing it twice changes nothing. */
export async function releaseHeldMessages({ tables, now }: ReleaseHeldMessages): Promise<ReleaseReport> {
  const waiting = new Map<string, HeldMessage[]>()
  for await (const { caseId, held } of messagesStillToLeave(tables)) {
    waiting.set(caseId, [...(waiting.get(caseId) ?? []), held])
  }
  let released = 0
  let stuck = 0
  for (const [caseId, messages] of waiting) {
    const due = messages.filter((held) => isDue(held, now()))
    const onTheirWay = messages.filter((held) => isStuck(held, now()))
    await releaseMessages(tables, caseId, [...due, ...onTheirWay], now())
    released += due.length
    stuck += onTheirWay.length
  }
  return { released, stuck }
}

/** One that is let go leaves within a minute. */
function isStuck(held: HeldMessage, now: Date): boolean {
  if (held.state !== 'ready' && held.state !== 'leaving') return false
  return now.getTime() - Date.parse(held.releasedAt) >= AN_HOUR
}
