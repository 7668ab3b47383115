/** One place in which two records differ. */
export interface Difference {
  /** The path to it: "rights, August / text". */
  readonly at: string
  readonly earlier: string
  readonly now: string
}

const NOTHING = 'nothing'
const MOST_CHARACTERS = 160

/**
 * Every place in which two JSON values differ. A text is compared as a whole, and shown from its first difference on. The
 * order of its lines does not count: two stages that tell in the same second do so in either order.
 */
export function differences(then: unknown, now: unknown, at = ''): readonly Difference[] {
  if (isRecord(then) && isRecord(now)) {
    const names = [...new Set([...Object.keys(then), ...Object.keys(now)])]
    return names.flatMap((name) => differences(then[name], now[name], at ? `${at} / ${name}` : name))
  }
  if (JSON.stringify(then) === JSON.stringify(now)) return []
  if (typeof then === 'string' && typeof now === 'string') {
    if (inAnyOrder(then) === inAnyOrder(now)) return []
    let same = 0
    while (then[same] === now[same]) same += 1
    const from = Math.max(0, same - 40)
    return [{ at, earlier: shown(then.slice(from)), now: shown(now.slice(from)) }]
  }
  return [{ at, earlier: shown(JSON.stringify(then) ?? NOTHING), now: shown(JSON.stringify(now) ?? NOTHING) }]
}

function inAnyOrder(text: string): string {
  return text.split('\n').sort().join('\n')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function shown(text: string): string {
  const line = text.replaceAll('\n', '⏎')
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}...` : line
}
