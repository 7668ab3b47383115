import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfPerson } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { Month } from '../../law/month.ts'
import type { RoundTo } from '../council.ts'
import { transactionHeld } from './conditional-write.ts'
import { contentOf, rowOf } from './rows.ts'
import { type CaseTables, outcomeKeys } from './tables.ts'

/** The outcomes of a period as they were published. It is never changed: a correction is a release of its own. */
export interface KeptRelease {
  /** Months; both belong to the period. */
  readonly from: Month
  readonly to: Month
  /** From 1. Each further one corrects those before, which stay. */
  readonly revision: number
  /** ISO 8601. */
  readonly madeAt: string
  /** The id of the person who made it. */
  readonly madeBy: string
  /** What was corrected, in words. Absent: it is the first of its period. */
  readonly why?: string
  /** The rule by which numbers were hidden and rounded. */
  readonly hideUpTo: number
  readonly roundTo: RoundTo
  /** The tables, with nothing in them that names a family, as JSON. */
  readonly tables: string
}

/** How a release is named: "2026-09.1". */
export function releaseId({ to, revision }: Pick<KeptRelease, 'to' | 'revision'>): string {
  return `${to}.${revision}`
}

/**
 * Keeps a release, with the entry of who made it.
 * @returns false when there is one of this period and revision already: nothing was written
 */
export function keepRelease(tables: CaseTables & AuditTables, release: KeptRelease, now: Date): Promise<boolean> {
  const Item = rowOf(outcomeKeys.release(release.to, release.revision), 'release', release)
  const { madeBy } = release
  const entry = {
    chain: chainOfPerson(madeBy),
    who: madeBy,
    what: 'release-made',
    about: [releaseId(release)],
  } as const
  const Put = { TableName: tables.casesTable, Item, ConditionExpression: 'attribute_not_exists(pk)' }
  return transactionHeld(writeWithEntry(tables, entry, now, [{ Put }]))
}

/** Every release, the latest first: of a period the last correction before the others. */
export async function allReleases({ client, casesTable }: CaseTables): Promise<readonly KeptRelease[]> {
  const releases: KeptRelease[] = []
  let from: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: casesTable,
        KeyConditionExpression: 'pk = :releases',
        ExpressionAttributeValues: { ':releases': 'RELEASES' },
        ScanIndexForward: false,
        ...(from && { ExclusiveStartKey: from }),
      }),
    )
    releases.push(...Items.map((item) => contentOf('release', item)))
    from = LastEvaluatedKey
  } while (from)
  return releases
}
