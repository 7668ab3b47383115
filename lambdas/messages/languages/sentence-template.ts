/**
 * A sentence with places where what changes from family to family stands: {date}, {time}, {number}, {phone}, {email},
 * {web}, and a place for each name. The second of a kind in a sentence is {date2}, and so on.
 */
export interface SentenceTemplate {
  readonly template: string
  /** What stands in each place, by the place's name without brackets. */
  readonly values: Readonly<Record<string, string>>
}

/** What a place is called, and what stands there: { child: 'Bo Lee' }. */
export type KnownNames = Readonly<Record<string, string>>

/** Dates come first: a child may be called April. */
const PIECES = [
  ['date', /\w+day \d{1,2} [A-Z][a-z]+ \d{4}/],
  ['email', /[^\s@]+@[^\s@]+\.[a-z]+/],
  ['web', /https?:\S+/],
  ['time', /\b(?:\d{1,2}(?::\d{2})?[ap]m|midday|midnight)\b/],
  ['phone', /\+?\d[\d ]{8,18}\d/],
  ['number', /\d+/],
] as const

const PLACE = /\{([a-z]+\d*)\}/g
/** Stands for a place until its sentence is known, and nowhere else. */
const MARK = '\u{E000}'

/**
 * Takes a text apart into its sentences, each with its places.
 * @param names what is named in the message: the longest is looked for first
 */
export function sentenceTemplates(text: string, names: KnownNames): readonly SentenceTemplate[] {
  const pieces: { readonly kind: string; readonly value: string }[] = []
  const [dates, ...others] = PIECES
  const named = Object.entries(names)
    .filter(([, value]) => value !== '')
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(
      ([kind, value]) => [kind, new RegExp(`(?<![\\p{L}\\p{N}])${literally(value)}(?![\\p{L}\\p{N}])`, 'u')] as const,
    )
  const known = [dates, ...named, ...others]
  const any = new RegExp(known.map(([kind, { source }]) => `(?<${kind}>${source})`).join('|'), 'gu')
  const marked = text.replace(any, (...found) => {
    const groups = found.at(-1) as Readonly<Record<string, string | undefined>>
    const [kind, value] = Object.entries(groups).find(([, each]) => each !== undefined) as [string, string]
    pieces.push({ kind, value })
    return MARK
  })
  let used = 0
  return marked.split(/(?<=[.?!]) (?=\S)/).map((sentence) => {
    const values: Record<string, string> = {}
    const template = sentence.replaceAll(MARK, () => {
      const { kind, value } = pieces[used] as { kind: string; value: string }
      used += 1
      const place = nextPlace(kind, values)
      values[place] = value
      return `{${place}}`
    })
    return { template, values }
  })
}

/** A text as a pattern that matches it and nothing else. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

function nextPlace(kind: string, values: Readonly<Record<string, string>>): string {
  if (!(kind in values)) return kind
  let count = 2
  while (`${kind}${count}` in values) count += 1
  return `${kind}${count}`
}

/** Puts values into the places of a sentence. */
export function fillPlaces(template: string, valueAt: (place: string) => string): string {
  return template.replace(PLACE, (_, place: string) => valueAt(place))
}

/** The places of a sentence, in the order of the alphabet. */
export function placesIn(template: string): readonly string[] {
  return [...template.matchAll(PLACE)].map(([place]) => place).sort()
}
