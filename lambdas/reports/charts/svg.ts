/** What every picture says in words: a picture that cannot be seen is read by these. */
export interface ChartWords {
  /** In the page's ids, so that each picture of a page has its own. */
  readonly id: string
  readonly title: string
  /** What is to be seen in it, in a sentence. The same figures stand in the table beside it. */
  readonly description: string
}

/** The attributes of an element, by their names. */
type Attributes = Readonly<Record<string, string | number>>

/** An element. Its text is escaped; elements within it are not. */
export function element(name: string, attributes: Attributes, content: string = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  return `<${name}${written.join('')}>${content}</${name}>`
}

/** A text at a place. It takes the colour of the page, so that it can be read in forced colours too. */
export function text(words: string, attributes: Attributes): string {
  return element('text', { fill: 'currentColor', 'font-size': 16, ...attributes }, escaped(words))
}

/** A picture as wide as its page. Nothing in it is a script or a style, which the pages do not allow. */
export function picture(
  { id, title, description }: ChartWords,
  { width, height }: { readonly width: number; readonly height: number },
  parts: readonly string[],
): string {
  const names = `${id}-title ${id}-description`
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      class: 'chart',
      role: 'img',
      'aria-labelledby': names,
    },
    [
      element('title', { id: `${id}-title` }, escaped(title)),
      element('desc', { id: `${id}-description` }, escaped(description)),
      ...parts,
    ].join(''),
  )
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
