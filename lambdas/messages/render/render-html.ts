import { type ContactLine, contactLines, ENGLISH } from '../../guidance/contact-lines.ts'
import type { Block, MessageContent, MessageLanguage, Paragraph } from '../content.ts'
import { type EmailStyle, emailStyle, STYLE_SHEET } from './email-style.ts'
import { escapeHtml as safe } from './escape-html.ts'
import { inLine } from './in-line.ts'
import { type ExplainedTerms, linkTerms } from './link-terms.ts'

/** Outlook on Windows knows no max-width, so it alone is given a table. */
const OUTLOOK_BEGIN =
  '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->'
const OUTLOOK_END = '<!--[if mso]></td></tr></table><![endif]-->'

/** How a message looks and what it calls things. */
interface Look {
  readonly style: EmailStyle
  readonly language: MessageLanguage
  /** How a paragraph or a point is written. All else has no links in its text. */
  readonly sentences: (text: string) => string
}

/**
 * The message as HTML: no images, no tracking, every text escaped. Its language and direction are marked.
 * @param terms what the sentences before the footer link to explanations; nothing where the message is not in English
 */
export function renderHtml(content: MessageContent, terms?: ExplainedTerms): string {
  const language = content.language ?? ENGLISH
  const { code, direction } = language
  const style = emailStyle(direction)
  const plain = { style, language, sentences: inLine }
  const linked = terms ? { ...plain, sentences: linkTerms(terms) } : plain
  return `<!DOCTYPE html>
<html lang="${safe(code)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${safe(content.subject)}</title>
<style>${STYLE_SHEET}</style>
</head>
<body class="page" style="${style.page}">
<div class="preheader" aria-hidden="true" style="${style.preheader}">${safe(content.preheader)}</div>
${OUTLOOK_BEGIN}
<div class="column" lang="${safe(code)}" dir="${direction}" style="${style.column}">
<header><p class="council" style="${style.council}">${safe(content.council)}</p></header>
<main>
<h1 style="${style.title}">${inLine(content.title)}</h1>
${content.blocks.map((block) => renderBlock(block, linked)).join('\n')}
</main>
<footer class="footer" style="${style.footer}">
${content.footer.map((block) => renderBlock(block, plain)).join('\n')}
</footer>
</div>
${OUTLOOK_END}
</body>
</html>
`
}

function renderBlock(block: Block, look: Look): string {
  const { style, sentences } = look
  switch (block.type) {
    case 'heading':
      return `<h2 style="${style.heading}">${inLine(block.text)}</h2>`
    case 'paragraph':
      return renderParagraph(block, look)
    case 'calendar-file':
      return `<p style="${style.paragraph}">${sentences(block.text)}</p>`
    case 'list':
      return `<ul style="${style.list}">${renderItems(block.items, look)}</ul>`
    case 'steps':
      return `<ol style="${style.list}">${renderItems(block.items, look)}</ol>`
    case 'date':
      return [
        `<div class="panel" style="${style.panel}">`,
        `<p style="${style.panelLabel}">${inLine(block.label)}:</p>`,
        `<p style="${style.panelDate}">${inLine(block.date)}</p>`,
        ...block.notes.map((note) => `<p style="${style.panelNote}">${inLine(note)}</p>`),
        '</div>',
      ].join('\n')
    case 'contact':
      return [
        `<h3 style="${style.contactName}">${safe(block.point.name)}</h3>`,
        ...contactLines(block.point, look.language).map((line) => renderContactLine(line, look)),
      ].join('\n')
    case 'link':
      return `<p style="${style.linkLine}">${renderTarget(block.text, block.url, look)}</p>`
  }
}

/** Words in another language are marked as such, so that they are read out and laid out rightly. */
function renderParagraph({ text, writtenIn }: Paragraph, { style, sentences }: Look): string {
  return writtenIn
    ? `<p class="aside" lang="${safe(writtenIn.code)}" dir="${writtenIn.direction}" style="${emailStyle(writtenIn.direction).aside}">${inLine(text)}</p>`
    : `<p style="${style.paragraph}">${sentences(text)}</p>`
}

function renderItems(items: readonly string[], { style, sentences }: Look): string {
  return items.map((item) => `<li style="${style.item}">${sentences(item)}</li>`).join('\n')
}

function renderContactLine({ label, text, href }: ContactLine, look: Look): string {
  const { style } = look
  const before = label === undefined ? '' : `${safe(label)}: `
  return `<p style="${href ? style.linkLine : style.plainLine}">${before}${href ? renderTarget(text, href, look) : inLine(text)}</p>`
}

function renderTarget(text: string, href: string, { style }: Look): string {
  return `<a href="${safe(href)}" style="${style.target}">${inLine(text)}</a>`
}
