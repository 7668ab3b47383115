import { expect } from 'vitest'

/** What breaks a rule in one thing: a phrase, or several; nothing where it holds. */
export type Broken = string | readonly string[] | undefined | null

/**
 * Tries one rule on many things, as one test. When it fails, it says of each thing that breaks the rule what breaks it.
 * @param things what it is tried on, each with the name under which it is told
 * @param whatBreaks says what breaks the rule in one of them; what it throws breaks the rule too
 * @throws Error where there is nothing to try it on: such a test could not fail
 */
export function expectOfAll<Thing>(
  things: Iterable<readonly [name: string, thing: Thing]>,
  whatBreaks: (thing: Thing) => Broken,
): void {
  const all = notNone(things)
  failFor(
    all.map(([name, thing]) => {
      try {
        return linesOf(name, whatBreaks(thing))
      } catch (error) {
        return linesOf(name, String(error))
      }
    }),
  )
}

/** As `expectOfAll`, for a rule that takes time: the things are tried one after another. */
export async function expectOfAllInTurn<Thing>(
  things: Iterable<readonly [name: string, thing: Thing]>,
  whatBreaks: (thing: Thing) => Promise<Broken>,
): Promise<void> {
  const lines: (readonly string[])[] = []
  for (const [name, thing] of notNone(things)) {
    lines.push(linesOf(name, await whatBreaks(thing).catch((error: unknown) => String(error))))
  }
  failFor(lines)
}

function notNone<Thing>(things: Iterable<Thing>): readonly Thing[] {
  const all = [...things]
  if (all.length > 0) return all
  throw new Error('This rule was tried on nothing, so it cannot fail. Give it what it is about.')
}

function linesOf(name: string, broken: Broken): readonly string[] {
  if (broken === undefined || broken === null) return []
  return [broken].flat().map((one) => `${name}: ${one}`)
}

/** @param lines what breaks the rule, for each thing. */
function failFor(lines: readonly (readonly string[])[]): void {
  const broken = lines.filter((one) => one.length > 0)
  if (broken.length === 0) return
  expect.fail(`${broken.length} of ${lines.length} break this rule:\n  ${broken.flat().join('\n  ')}`)
}

/** What must not stand in a text, and does. */
export function found(text: string, ...patterns: readonly RegExp[]): readonly string[] {
  return patterns.flatMap((pattern) => text.match(pattern)?.slice(0, 1) ?? []).map((words) => `says "${words}"`)
}

/** What must stand in a text, and does not. */
export function missing(text: string, ...wanted: readonly (string | RegExp)[]): readonly string[] {
  return wanted
    .filter((one) => (typeof one === 'string' ? !text.includes(one) : text.search(one) < 0))
    .map((one) => `does not say ${typeof one === 'string' ? `"${one}"` : one}`)
}

/** Where two lists that must be the same first differ. */
export function difference(one: readonly string[], other: readonly string[]): readonly string[] {
  const at = Array.from({ length: Math.max(one.length, other.length) }).findIndex((_, at) => one[at] !== other[at])
  if (at < 0) return []
  const around = (list: readonly string[]) => list.slice(Math.max(0, at - 3), at + 4).join(' ') || 'nothing'
  return [`"${around(one)}", but "${around(other)}"`]
}
