import { createHash } from 'node:crypto'
import * as v from 'valibot'

/** What changes a case, or what else is kept of it. */
export const CHANGES = [
  'case-opened',
  'facts-recorded',
  'task-done',
  'letter-done',
  'family-told-now',
  'case-closed',
  'case-restricted',
  'restriction-changed',
  'restriction-lifted',
  'particulars-recorded',
  'sessions-ended',
  'case-held',
  'hold-lifted',
  'erasure-proposed',
  'erasure-withdrawn',
  'erasure-confirmed',
  'case-erased',
  'owner-changed',
  'task-owner-changed',
  'cover-named',
  'team-set',
  'team-removed',
  'release-made',
  'invoice-recorded',
  'figures-typed',
  'figures-typed-again',
] as const

/** What shows something of one case. It stands in the chain of the case. */
export const CASE_READINGS = [
  'case-read',
  'form-read',
  'message-read',
  'letter-read',
  'letter-downloaded',
  'tribunal-file-read',
  'tribunal-file-downloaded',
  'restriction-read',
  'evidence-pack-read',
  'evidence-pack-downloaded',
  'subject-data-read',
  'subject-data-downloaded',
  'hold-read',
] as const

/** What shows a list, or what was found. It stands in the chain of whoever read it, with how many there were. */
export const LIST_READINGS = [
  'cases-listed',
  'cases-searched',
  'letters-listed',
  'restricted-cases-listed',
  'people-listed',
  'audit-listed',
  'retention-listed',
  'import-listed',
  'import-downloaded',
  'taking-over-listed',
  'sen2-listed',
  'sen2-downloaded',
] as const

/** Somebody asked for what is not there, or not there for them. It stands in their own chain. */
export const NOT_FOUND = 'not-found'

export const ACTIONS = [...CHANGES, ...CASE_READINGS, ...LIST_READINGS, NOT_FOUND] as const
export type ChangeAction = (typeof CHANGES)[number]
export type CaseReading = (typeof CASE_READINGS)[number]
export type ListReading = (typeof LIST_READINGS)[number]
export type AuditAction = (typeof ACTIONS)[number]

/** Why an auditor opens a case. */
export const READING_REASONS = [
  'yearly-audit',
  'complaint',
  'access-request',
  'security-incident',
  'spot-check',
] as const
/** Why a case is restricted, or not any more. */
export const RESTRICTING_REASONS = [
  'child-of-colleague',
  'safeguarding',
  'request-of-family',
  'nobody-left',
  'over',
] as const
/** Why a manager looks at the decisions of a year, case by case, for the return to the Department for Education. */
export const RETURN_REASONS = ['yearly-return', 'check-of-flags', 'question-of-department'] as const
export const AUDIT_REASONS = [...READING_REASONS, ...RESTRICTING_REASONS, ...RETURN_REASONS] as const
export type ReadingReason = (typeof READING_REASONS)[number]
export type RestrictingReason = (typeof RESTRICTING_REASONS)[number]
export type ReturnReason = (typeof RETURN_REASONS)[number]
export type AuditReason = (typeof AUDIT_REASONS)[number]

/** What an entry belongs to: the case that it is about, or the person who read a list. */
export type Chain = `case:${string}` | `person:${string}`

export const chainOfCase = (caseId: string): Chain => `case:${caseId}`
export const chainOfPerson = (personId: string): Chain => `person:${personId}`

/** The case of a chain; undefined for that of a person. */
export function caseOfChain(chain: string): string | undefined {
  return /^case:(.+)$/.exec(chain)?.[1]
}

/** What acts by itself, without a person. */
export type Machine = 'service:case-closing' | 'service:owner-left'

/** What somebody did or read, before it has its place in a chain. Ids and closed codes only: never a name, never a word. */
export interface Acted {
  readonly chain: Chain
  /** The id of the person, as it stands on what they record; or which part of the service acted. */
  readonly who: string
  readonly what: AuditAction
  /** What of the case: the key of a message, the kinds of the facts. */
  readonly about?: readonly string[]
  /** How many a list or a search showed. */
  readonly results?: number
  /** Why, where a reason was asked. */
  readonly why?: AuditReason
}

/** An entry in a chain. */
export interface AuditEntry extends Acted {
  /** From 1. */
  readonly number: number
  /** ISO 8601. */
  readonly at: string
  /** The hash of the entry before. */
  readonly before: string
  /** The SHA-256 of all that stands above, in hexadecimal. */
  readonly hash: string
}

/** What stands before the first entry of a chain. */
export const NOTHING_BEFORE = '0'.repeat(64)

/** Where a chain ends. */
export type Head = Pick<AuditEntry, 'number' | 'hash'>

/** @param head where the chain ends; undefined for one that begins */
export function nextEntry(acted: Acted, head: Head | undefined, now: Date): AuditEntry {
  const entry = {
    ...acted,
    number: (head?.number ?? 0) + 1,
    at: now.toISOString(),
    before: head?.hash ?? NOTHING_BEFORE,
  }
  return { ...entry, hash: hashOf(entry) }
}

/** The hash that an entry has to have: everything in it but the hash itself. */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { chain, who, what, about, results, why, number, at, before } = entry
  return sha256({ chain, who, what, about, results, why, number, at, before })
}

/** The SHA-256 of a value as canonical JSON, in hexadecimal. */
export function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

/**
 * JSON with the names of each object in the order of their code units and without blanks, as RFC 8785 has it for texts,
 * whole numbers, lists and objects, which is all that is hashed here. What is undefined is left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson)}]`
  if (!(value instanceof Object)) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`)}}`
}

const CODE = v.pipe(v.string(), v.regex(/^[\w.:-]{1,120}$/))
const HASH = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const storedEntry = v.strictObject({
  pk: v.custom<Chain>((text) => typeof text === 'string' && /^(case|person):./.test(text)),
  sk: v.string(),
  day: v.string(),
  moment: v.string(),
  who: CODE,
  what: v.picklist(ACTIONS),
  about: v.optional(v.array(CODE)),
  results: v.optional(count),
  why: v.optional(v.picklist(AUDIT_REASONS)),
  number: count,
  at: v.pipe(v.string(), v.isoTimestamp()),
  before: HASH,
  hash: HASH,
})

export const storedRoot = v.strictObject({
  pk: v.string(),
  sk: v.string(),
  root: HASH,
  before: HASH,
  chains: count,
})
export const storedHead = v.strictObject({ pk: v.string(), sk: v.string(), number: count, hash: HASH })

/** What each kind of row of the audit table holds. */
export const AUDIT_CONTENTS = {
  'audit-entry': storedEntry,
  'audit-root': storedRoot,
  'audit-head': storedHead,
} as const

/** An entry cannot be read. The message names its chain and its number. */
export class UnreadableEntryError extends Error {
  override readonly name = 'UnreadableEntry'
}

/** An entry as it is stored: under its chain and its number, and where the indexes find it. */
export function itemOf({ chain, ...entry }: AuditEntry, key: { readonly pk: string; readonly sk: string }) {
  return { ...key, ...entry, day: entry.at.slice(0, 10), moment: momentOf(chain, entry) }
}

/** Entries of one day or one person in the order of time. */
function momentOf(chain: string, { at, number }: Pick<AuditEntry, 'at' | 'number'>): string {
  return `${at}#${chain}#${String(number).padStart(10, '0')}`
}

/** Reads a stored entry. @throws UnreadableEntryError when it does not fit */
export function entryOf(item: Readonly<Record<string, unknown>>): AuditEntry {
  const read = v.safeParse(storedEntry, item)
  const name = `The entry ${String(item.sk)} of the chain ${String(item.pk)}`
  if (!read.success) {
    const members = read.issues.map((issue) => v.getDotPath(issue) ?? 'it')
    throw new UnreadableEntryError(`${name} cannot be read: ${[...new Set(members)].join(', ')} does not fit.`)
  }
  const { pk: chain, sk, day, moment, ...rest } = read.output
  const { about, results, why, ...always } = rest
  const entry = {
    chain,
    ...always,
    ...(about && { about }),
    ...(results !== undefined && { results }),
    ...(why && { why }),
  }
  const isInPlace =
    sk === String(entry.number).padStart(10, '0') && day === entry.at.slice(0, 10) && moment === momentOf(chain, entry)
  if (!isInPlace) throw new UnreadableEntryError(`${name} is not where its number and its time belong.`)
  return entry
}
