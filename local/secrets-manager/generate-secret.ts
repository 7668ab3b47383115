/** How a template asks for a secret's value, with everything read. */
export interface SecretRecipe {
  readonly length: number
  /** The kinds of characters to draw from, each without the characters that are excluded. */
  readonly alphabets: readonly string[]
  readonly hasOneOfEach: boolean
  /** The JSON object that the drawn text goes into, and under which name. Absent: the text is the value. */
  readonly within?: { readonly template: Readonly<Record<string, unknown>>; readonly key: string }
}

/**
 * Makes a value as a recipe asks for it.
 * @param randomInteger gives a whole number from 0 up to, and without, the one that it is given
 */
export function generateSecret(
  { length, alphabets, hasOneOfEach, within }: SecretRecipe,
  randomInteger: (below: number) => number,
): string {
  const all = alphabets.join('')
  const draw = () => Array.from({ length }, () => all.charAt(randomInteger(all.length))).join('')
  const isFit = (text: string) => alphabets.every((kind) => [...kind].some((character) => text.includes(character)))
  let text = draw()
  // Drawn again as a whole, so that every text that fits is as likely as any other.
  while (hasOneOfEach && !isFit(text)) text = draw()
  return within === undefined ? text : JSON.stringify({ ...within.template, [within.key]: text })
}
