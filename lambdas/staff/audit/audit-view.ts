import { type AuditEntry, CASE_READINGS, caseOfChain } from '../../audit/entry.ts'
import type { ListedEntry } from '../../audit/list-entries.ts'
import { type FactType, isFactType } from '../../cases/facts.ts'
import { CASE_PARTS } from '../cases/case-parts.ts'
import { formatInstant } from '../day.ts'
import { STAFF_FACTS } from '../facts/all-facts.ts'
import { isPersonId, NOBODY_IN_PARTICULAR } from '../sign-in/people.ts'
import { ACTION_WORDS, REASON_WORDS } from './audit-words.ts'

/** An entry as the page of the entries shows it. */
export interface EntryView {
  readonly atInWords: string
  readonly who: string
  readonly what: string
  /** What of the case, or which list: each in words, or a reference of ours. */
  readonly about: readonly string[]
  readonly caseId?: string
  readonly why?: string
  /** It was spoilt by somebody who writes to the table. */
  readonly isSpoilt: boolean
}

/** @param names of the people in the entries, by their ids */
export function entryView({ chain, number, entry }: ListedEntry, names: ReadonlyMap<string, string>): EntryView {
  const caseId = caseOfChain(chain)
  if (!entry) {
    const what = `Entry ${number} of this list cannot be read: somebody has altered it. Tell whoever looks after the service.`
    return { atInWords: '', who: '', what, about: [], ...(caseId && { caseId }), isSpoilt: true }
  }
  const { at, who, what, results, why } = entry
  return {
    atInWords: formatInstant(at),
    who: personInWords(who, names),
    what: ACTION_WORDS[what],
    about: [...aboutInWords(entry, names), ...(results === undefined ? [] : [`${results} shown`])],
    ...(caseId && { caseId }),
    ...(why && { why: REASON_WORDS[why] }),
    isSpoilt: false,
  }
}

function personInWords(who: string, names: ReadonlyMap<string, string>): string {
  if (who.startsWith('service:')) return 'The service, by itself'
  return names.get(who) ?? (isPersonId(who) ? `Somebody who is not known any more (${who})` : NOBODY_IN_PARTICULAR)
}

function aboutInWords({ what, about = [] }: AuditEntry, names: ReadonlyMap<string, string>): readonly string[] {
  // What kind of thing was read stands in the action already.
  const known = CASE_READINGS.some((one) => one === what) ? about.filter((one) => !ROOMS.includes(one)) : about
  return known.map((code) => inWords(code, names))
}

/** The parts of an address that only say what kind of thing comes after them. */
const ROOMS: readonly string[] = ['messages', 'letters', 'record', 'tribunal-file', 'tribunal-file.json', 'restriction']

const CODE_WORDS: Readonly<Record<string, string>> = {
  correct: 'A correction',
  remove: 'Taking something back',
  particulars: 'What is recorded for the outcomes',
  'as-json': 'As data',
  open: 'Open cases',
  closed: 'Closed cases',
  posted: 'Posted',
  'told-another-way': 'Told another way',
}

function inWords(code: string, names: ReadonlyMap<string, string>): string {
  const [word = '', sequence] = code.split('.')
  if (isFactType(word)) return factInWords(word, sequence)
  if (/^\d{5}$/.test(code)) return `Number ${Number(code)} of the case`
  const part = Object.entries(CASE_PARTS).find(([name]) => name === code)?.[1]
  return part?.text ?? CODE_WORDS[code] ?? names.get(code) ?? code
}

function factInWords(type: FactType, sequence: string | undefined): string {
  const name = STAFF_FACTS[type].name
  return sequence ? `${name} (number ${Number(sequence)} of the case)` : name
}
