import type { Block } from '../content.ts'

/**
 * A message of many parts, in which nothing is said twice: a paragraph or a link that stands above already is left out, and
 * so is a heading with nothing left below it.
 */
export function withoutRepeats(blocks: readonly Block[]): readonly Block[] {
  const said = new Set<string>()
  const once = blocks.filter((block) => {
    if (block.type !== 'paragraph' && block.type !== 'link') return true
    const key = JSON.stringify(block)
    if (said.has(key)) return false
    said.add(key)
    return true
  })
  return once.filter(
    (block, index) => block.type !== 'heading' || (index + 1 < once.length && once[index + 1]?.type !== 'heading'),
  )
}
