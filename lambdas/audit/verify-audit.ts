import { paginateScan } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from './audit-tables.ts'
import { type AuditEntry, entryOf, type Head, hashOf, NOTHING_BEFORE, UnreadableEntryError } from './entry.ts'
import { allRoots, type ChainHead, type DailyRoot, dayAfter, notedHeads, rootOf } from './roots.ts'

/** Something that was altered. */
export interface Finding {
  /** The chain, or "root" for what was noted of a day. */
  readonly where: string
  /** Which entry or which day, and what is wrong with it, in a sentence. */
  readonly says: string
}

export interface AuditReport {
  readonly entries: number
  readonly chains: number
  readonly findings: readonly Finding[]
  /** The last root, to compare with what was sent and logged on that day; undefined where there is none yet. */
  readonly root: DailyRoot | undefined
}

export interface VerifyOptions {
  /** What was noted before this day is not looked for: a chain that had no entry since then was removed, and may begin anew. */
  readonly keptFrom: string
  /** Roots as somebody else has kept them: by day, from a digest or the log. */
  readonly known: ReadonlyMap<string, string>
}

/** A head that a root holds, and of which day. */
interface Noted extends ChainHead {
  readonly day: string
}

/** Reads every entry and every root, and says what was changed, removed, put in another place or cut off. */
export async function verifyAudit(tables: AuditTables, { keptFrom, known }: VerifyOptions): Promise<AuditReport> {
  const roots = await allRoots(tables)
  const findings: Finding[] = []
  const noted = new Map<string, Noted[]>()
  for (const [index, root] of roots.entries()) {
    const heads = await notedHeads(tables, root.day)
    findings.push(...problemsOfRoot(root, roots[index - 1], heads, known.get(root.day)))
    if (root.day < keptFrom) continue
    for (const head of heads) noted.set(head.chain, [...(noted.get(head.chain) ?? []), { ...head, day: root.day }])
  }
  for (const [day] of known) {
    if (roots.every((root) => root.day !== day)) findings.push(ofRoot(`There is no root of ${day}, and there was one.`))
  }

  const ends = new Map<string, Head>()
  let entries = 0
  // A scan gives the rows of one chain in the order of their numbers.
  for await (const { Items = [] } of paginateScan(
    { client: tables.client },
    { TableName: tables.auditTable, ConsistentRead: true },
  )) {
    for (const item of Items.filter(isOfChain)) {
      const chain = String(item.pk)
      entries += 1
      const before = ends.get(chain)
      findings.push(...problemsOfRow(item, before, noted.get(chain) ?? []))
      ends.set(chain, { number: Number(item.sk), hash: String(item.hash) })
    }
  }
  for (const [chain, heads] of noted) findings.push(...cutOff(chain, ends.get(chain), heads))
  return { entries, chains: ends.size, findings, root: roots.at(-1) }
}

function isOfChain({ pk }: Readonly<Record<string, unknown>>): boolean {
  return !/^(ROOTS$|HEADS#)/.test(String(pk))
}

function problemsOfRoot(
  { day, root, before, chains }: DailyRoot,
  previous: DailyRoot | undefined,
  heads: readonly ChainHead[],
  known: string | undefined,
): readonly Finding[] {
  const follows = previous ? before === previous.root && day === dayAfter(previous.day) : before === NOTHING_BEFORE
  return [
    ...(follows ? [] : [ofRoot(`The root of ${day} does not follow the one before. A root was changed or removed.`)]),
    ...(heads.length === chains && rootOf(day, before, heads) === root
      ? []
      : [ofRoot(`The root of ${day} is not what the heads of its chains come to. One of them was changed.`)]),
    ...(known === undefined || known === root
      ? []
      : [ofRoot(`The root of ${day} is not the one that was known: ${root} and not ${known}.`)]),
  ]
}

function problemsOfRow(
  item: Readonly<Record<string, unknown>>,
  before: Head | undefined,
  noted: readonly Noted[],
): readonly Finding[] {
  const where = String(item.pk)
  const number = Number(item.sk)
  const expected = (before?.number ?? 0) + 1
  const found = (says: string): Finding => ({ where, says })
  const findings: Finding[] = []
  if (number !== expected) {
    const missing = number - 1 === expected ? `Entry ${expected} was` : `Entries ${expected} to ${number - 1} were`
    findings.push(found(`${missing} removed.`))
  }
  const entry = readEntry(item)
  if (typeof entry === 'string') return [...findings, found(entry)]
  if (hashOf(entry) !== entry.hash) findings.push(found(`Entry ${number} was changed: it does not come to its hash.`))
  if (number === expected && entry.before !== (before?.hash ?? NOTHING_BEFORE)) {
    findings.push(
      found(`Entry ${number} does not follow the one before: one of them was changed, or put in its place.`),
    )
  }
  const head = noted.find((one) => one.number === number)
  if (head && head.hash !== entry.hash) {
    findings.push(found(`Entry ${number} is not the one that the root of ${head.day} holds.`))
  }
  return findings
}

function readEntry(item: Readonly<Record<string, unknown>>): AuditEntry | string {
  try {
    return entryOf(item)
  } catch (error) {
    if (error instanceof UnreadableEntryError) return error.message
    throw error
  }
}

/** What a root holds of a chain and is not there. */
function cutOff(chain: string, end: Head | undefined, heads: readonly Noted[]): readonly Finding[] {
  const last = heads.reduce((one, other) => (other.number > one.number ? other : one))
  if (!end) {
    return [{ where: chain, says: `All ${last.number} entries were removed: the root of ${last.day} holds the last.` }]
  }
  if (end.number >= last.number) return []
  return [
    {
      where: chain,
      says: `The chain ends with entry ${end.number}, and the root of ${last.day} holds entry ${last.number}: the end was removed.`,
    },
  ]
}

function ofRoot(says: string): Finding {
  return { where: 'root', says }
}
