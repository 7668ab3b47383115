import type { Block, MessageContent } from '../content.ts'
import { type ContactLine, contactLines } from './contact-lines.ts'
import { STYLE, STYLE_SHEET } from './email-style.ts'
import { escapeHtml as safe } from './escape-html.ts'
import { inLine } from './in-line.ts'
import { linkTerms } from './link-terms.ts'

/** Outlook on Windows knows no max-width, so it alone is given a table. */
const OUTLOOK_BEGIN =
  '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->'
const OUTLOOK_END = '<!--[if mso]></td></tr></table><![endif]-->'

/** The message as HTML: no images, no tracking, every text escaped. Terms are linked in the sentences before the footer. */
export function renderHtml(content: MessageContent): string {
  const linked = linkTerms(content)
  return `<!DOCTYPE html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${safe(content.subject)}</title>
<style>${STYLE_SHEET}</style>
</head>
<body class="page" style="${STYLE.page}">
<div class="preheader" aria-hidden="true" style="${STYLE.preheader}">${safe(content.preheader)}</div>
${OUTLOOK_BEGIN}
<div class="column" style="${STYLE.column}">
<header><p class="council" style="${STYLE.council}">${safe(content.council)}</p></header>
<main>
<h1 style="${STYLE.title}">${inLine(content.title)}</h1>
${content.blocks.map((block) => renderBlock(block, linked)).join('\n')}
</main>
<footer class="footer" style="${STYLE.footer}">
${content.footer.map((block) => renderBlock(block, inLine)).join('\n')}
</footer>
</div>
${OUTLOOK_END}
</body>
</html>
`
}

/** @param sentences how a paragraph or a point is written; all else has no links in its text */
function renderBlock(block: Block, sentences: (text: string) => string): string {
  switch (block.type) {
    case 'heading':
      return `<h2 style="${STYLE.heading}">${inLine(block.text)}</h2>`
    case 'paragraph':
    case 'calendar-file':
      return `<p style="${STYLE.paragraph}">${sentences(block.text)}</p>`
    case 'list':
      return `<ul style="${STYLE.list}">${renderItems(block.items, sentences)}</ul>`
    case 'steps':
      return `<ol style="${STYLE.list}">${renderItems(block.items, sentences)}</ol>`
    case 'date':
      return [
        `<div class="panel" style="${STYLE.panel}">`,
        `<p style="${STYLE.panelLabel}">${inLine(block.label)}:</p>`,
        `<p style="${STYLE.panelDate}">${inLine(block.date)}</p>`,
        ...block.notes.map((note) => `<p style="${STYLE.panelNote}">${inLine(note)}</p>`),
        '</div>',
      ].join('\n')
    case 'contact':
      return [
        `<h3 style="${STYLE.contactName}">${safe(block.point.name)}</h3>`,
        ...contactLines(block.point).map(renderContactLine),
      ].join('\n')
    case 'link':
      return `<p style="${STYLE.linkLine}">${renderTarget(block.text, block.url)}</p>`
  }
}

function renderItems(items: readonly string[], sentences: (text: string) => string): string {
  return items.map((item) => `<li style="${STYLE.item}">${sentences(item)}</li>`).join('\n')
}

function renderContactLine({ label, text, href }: ContactLine): string {
  const before = label === undefined ? '' : `${safe(label)}: `
  return `<p style="${href ? STYLE.linkLine : STYLE.plainLine}">${before}${href ? renderTarget(text, href) : inLine(text)}</p>`
}

function renderTarget(text: string, href: string): string {
  return `<a href="${safe(href)}" style="${STYLE.target}">${inLine(text)}</a>`
}
