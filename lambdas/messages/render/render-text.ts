import { type ContactLine, contactLines } from '../../guidance/contact-lines.ts'
import type { Block, MessageContent, MessageLanguage } from '../content.ts'

/** The message as plain text: complete, for people who read mail that way or have it read to them. */
export function renderText(content: MessageContent): string {
  const render = (block: Block) => renderBlock(block, content.language)
  const parts = [
    content.council,
    underlined(content.title, '='),
    ...content.blocks.map(render),
    '-'.repeat(40),
    ...content.footer.map(render),
  ]
  return `${parts.join('\n\n')}\n`
}

function renderBlock(block: Block, language: MessageLanguage | undefined): string {
  switch (block.type) {
    case 'heading':
      return underlined(block.text, '-')
    case 'paragraph':
    case 'calendar-file':
      return block.text
    case 'list':
      return block.items.map((item) => `* ${item}`).join('\n')
    case 'steps':
      return block.items.map((item, index) => `${index + 1}. ${item}`).join('\n')
    case 'date':
      return [`${block.label}:`, block.date, ...block.notes].join('\n')
    case 'contact':
      return [block.point.name, ...contactLines(block.point, language).map(renderContactLine)].join('\n')
    case 'link':
      return `${block.text}:\n${block.url}`
  }
}

/** A link without a label is told with its whole address, which mail programs turn into a link again. */
function renderContactLine({ label, text, href }: ContactLine): string {
  return label === undefined ? `${text}: ${href}` : `${label}: ${text}`
}

function underlined(text: string, mark: string): string {
  return `${text}\n${mark.repeat(Math.min(text.length, 60))}`
}
