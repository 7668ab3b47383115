/** Kinds of message that were renamed since the commit that is compared with: the earlier word and today's. */
const MESSAGE_KINDS: Readonly<Record<string, string>> = {
  'certificate-issued': 'last-day-to-appeal',
  'contact-time-passed': 'adviser-can-still-help',
  'meeting-arranged': 'meeting-invitation',
  'meeting-moved': 'meeting-new-time',
  'meeting-cancelled': 'meeting-is-off',
  'appeal-time-passed': 'late-appeal-possible',
  'appeal-registered': 'appeal-at-tribunal',
  'agreement-reached': 'closing-after-agreement',
  'case-withdrawn': 'closing-after-withdrawal',
  'no-news': 'closing-without-news',
  'notice-sent-again': 'first-dates-stay',
  'health-board-told': 'health-board-knows',
  'mediation-adjourned': 'meeting-goes-on-another-day',
  'response-sent': 'council-has-responded',
  'appeal-conceded': 'council-does-not-oppose',
  'appeal-withdrawn': 'appeal-taken-back',
  'appeal-decided': 'what-the-tribunal-decided',
  'resolution-meeting': 'resolution-invitation',
  'complaint-acknowledged': 'complaint-received',
  'complaint-answered': 'complaint-outcome',
}

/** How a case ended, likewise. */
const CASE_OUTCOMES: Readonly<Record<string, string>> = {
  'appeal-time-passed': 'time-to-appeal-over',
  'no-news': 'ended-without-news',
  'opened-in-error': 'closed-as-error',
}

/** The routes of a case, likewise. */
const ROUTES: Readonly<Record<string, string>> = { 'mediation-declined': 'mediation-not-wanted' }

/**
 * Where a renamed word stands. Facts and endings of stages still have the earlier words, so a word is renamed only where it
 * is the kind of a message, or the outcome or route of a case.
 */
const PLACES: readonly ((text: string) => string)[] = [
  // The key of a message, in a list, an address or the id of a task: "certificate-issued_00004".
  (text) => renamed(text, MESSAGE_KINDS, /(?<![a-z-])WORD(?=_\d{5})/g),
  // What the demo counts: "    12  certificate issued" of messages, "     3  no contact, no news" of outcomes.
  (text) => renamed(text, inWords(MESSAGE_KINDS), /(?<=^ +\d+ {2})WORD$/gm),
  (text) => renamed(text, inWords(ROUTES), /(?<=^ +\d+ {2})WORD(?=, )/gm),
  (text) => renamed(text, inWords(CASE_OUTCOMES), /(?<=^ +\d+ {2}[a-z ]+, )WORD$/gm),
]

/** The earlier record in today's words. */
export function withRenamedWords(record: unknown): unknown {
  if (typeof record === 'string') return PLACES.reduce((text, rename) => rename(text), record)
  if (Array.isArray(record)) return inOrderOfKeys(record.map(withRenamedWords))
  if (typeof record !== 'object' || record === null) return record
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      withRenamedWords(name),
      name === 'outcome' && typeof value === 'string' ? (CASE_OUTCOMES[value] ?? value) : withRenamedWords(value),
    ]),
  )
}

/** Rows that are read in the order of their keys lie in the order of the new ones. */
function inOrderOfKeys(rows: readonly unknown[]): readonly unknown[] {
  const keyed = rows.flatMap((row) => {
    const key = keyOf(row)
    return key === undefined ? [] : [{ key, row }]
  })
  if (keyed.length < rows.length) return rows
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ row }) => row)
}

function keyOf(row: unknown): string | undefined {
  if (typeof row === 'string') return /^[a-z0-9-]+_\d{5}/.test(row) ? row : undefined
  if (typeof row !== 'object' || row === null) return undefined
  const { key, id } = row as { readonly key?: unknown; readonly id?: unknown }
  const name = key ?? id
  return typeof name === 'string' ? name : undefined
}

/** @param where the word's place; WORD stands for any of the earlier words */
function renamed(text: string, words: Readonly<Record<string, string>>, where: RegExp): string {
  const anyWord = `(?:${Object.keys(words).join('|')})`
  return text.replace(new RegExp(where.source.replace('WORD', anyWord), where.flags), (word) => words[word] ?? word)
}

function inWords(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(words).map(([then, now]) => [then.replaceAll('-', ' '), now.replaceAll('-', ' ')]),
  )
}
