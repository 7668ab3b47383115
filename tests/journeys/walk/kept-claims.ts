import type { CaseFile } from '../../../lambdas/cases/case-file.ts'
import { londonDay } from '../../../lambdas/cases/london.ts'
import type { ContactTables } from '../../../lambdas/cases/store/tables.ts'
import { loadKeptMessages } from '../../../lambdas/messages/kept-message-store.ts'
import { knownCase } from '../../messages/claims/known-case.ts'
import { daysNamed } from '../../messages/claims/plain-text.ts'
import { readClaims } from '../../messages/claims/read-claims.ts'
import { COUNCIL } from './council.ts'

/** What has been read so far of the messages that went out. */
export interface ClaimsRead {
  readonly messages: number
  readonly claims: number
  /** Sentences that name a day and are of no known wording. */
  readonly unread: readonly string[]
}

export interface ClaimsReader {
  /** Reads what has gone out of a case since the last time. @returns a sentence for everything that was not so */
  read(file: CaseFile): Promise<readonly string[]>
  soFar(): ClaimsRead
}

/**
 * Reads every message of a case as it was kept, each with what was known of the case at that moment, and with the days that
 * the messages before it had named.
 */
export function claimsReader(tables: ContactTables): ClaimsReader {
  const seen = new Map<string, { readonly keys: Set<string>; readonly days: Set<string> }>()
  const unread: string[] = []
  let messages = 0
  let claims = 0
  return {
    async read({ record: { caseId }, subject, messages: records }) {
      const { keys, days } = seen.get(caseId) ?? { keys: new Set(), days: new Set() }
      seen.set(caseId, { keys, days })
      const news = records.filter(({ key, state }) => state === 'sent' && !keys.has(key))
      const problems: string[] = []
      for (const { key } of news.toSorted((one, other) => (one.claimedAt < other.claimedAt ? -1 : 1))) {
        keys.add(key)
        const kept = (await loadKeptMessages(tables, caseId, key)).at(-1)
        if (!kept) {
          problems.push(`Nothing was kept of "${key}".`)
          continue
        }
        const today = londonDay(new Date(kept.keptAt))
        const recorded = subject.recorded.filter(({ recordedAt }) => recordedAt <= kept.keptAt)
        const times = COUNCIL.ownTimes.complaintTimes
        const found = readClaims(kept.content, knownCase({ today, recorded, times, named: new Set(days) }))
        problems.push(...found.untrue.map((one) => `"${key}" of ${kept.keptAt.slice(0, 16)} says ${one}`))
        unread.push(...found.unread)
        messages += 1
        claims += found.read.length
        for (const day of daysNamed(kept.content)) days.add(day)
      }
      return problems
    },
    soFar: () => ({ messages, claims, unread }),
  }
}
