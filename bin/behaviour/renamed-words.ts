/**
 * Words that were renamed since the commit that is compared with, part by part: the earlier one and today's. A word is
 * renamed where it stands as a whole value, a key, or a part of an address or a message's key.
 */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {}

/** The earlier record in today's words. */
export function withRenamedWords(part: string, record: unknown): unknown {
  const words = Object.entries(RENAMED[part] ?? {})
  if (words.length === 0) return record
  const text = JSON.stringify(record)
  return JSON.parse(
    words.reduce((so, [then, now]) => so.replace(new RegExp(`(?<![\\w-])${then}(?![\\w-])`, 'g'), now), text),
  )
}
