/**
 * How the message looks. Styles stand on the elements, because many mail programs drop style sheets; the sheet adds
 * only what cannot stand there: dark mode. The colours of each pair differ by at least 4.5 to 1, in light and in dark.
 */
const FONT = 'font-family:Arial,Helvetica,sans-serif'
const BODY_TEXT = `${FONT};font-size:19px;line-height:1.4`

export const COLOURS = {
  light: { page: '#ffffff', text: '#0b0c0c', quiet: '#484949', link: '#1a4f8b', panel: '#eef3f8', edge: '#1a4f8b' },
  dark: { page: '#16181b', text: '#f3f2f1', quiet: '#c4c8cc', link: '#9cc7f5', panel: '#252b33', edge: '#9cc7f5' },
} as const

const { light, dark } = COLOURS

/** The style of each kind of element, by what it is for. */
export type EmailStyle = Readonly<Record<keyof typeof LEFT_TO_RIGHT, string>>

/**
 * The inline styles of text that is read in this direction. Sides are named left and right, because many mail programs do
 * not know "start" and "end"; for right-to-left text each side is the other one.
 */
export function emailStyle(direction: 'ltr' | 'rtl'): EmailStyle {
  return direction === 'ltr' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT
}

const LEFT_TO_RIGHT = {
  page: `margin:0;padding:0;background-color:${light.page};color:${light.text};${BODY_TEXT};-webkit-text-size-adjust:100%`,
  column: 'max-width:600px;margin:0 auto;padding:0 16px 32px;text-align:left;overflow-wrap:anywhere',
  council: `margin:0;padding:20px 0 0;${FONT};font-size:19px;line-height:1.4;font-weight:bold;color:${light.quiet}`,
  title: `margin:12px 0 24px;${FONT};font-size:28px;line-height:1.2;font-weight:bold;color:${light.text}`,
  heading: `margin:36px 0 12px;${FONT};font-size:23px;line-height:1.25;font-weight:bold;color:${light.text}`,
  contactName: `margin:20px 0 4px;${FONT};font-size:19px;line-height:1.4;font-weight:bold;color:${light.text}`,
  paragraph: `margin:0 0 16px;${BODY_TEXT};color:${light.text}`,
  list: `margin:0 0 16px;padding-top:0;padding-right:0;padding-bottom:0;padding-left:26px;${BODY_TEXT};color:${light.text}`,
  item: `margin:0 0 10px;${BODY_TEXT}`,
  panel: `margin:0 0 20px;padding:16px 16px 8px;border-left:6px solid ${light.edge};background-color:${light.panel};color:${light.text}`,
  panelLabel: `margin:0 0 4px;${BODY_TEXT};color:${light.text}`,
  panelDate: `margin:0 0 8px;${FONT};font-size:23px;line-height:1.25;font-weight:bold;color:${light.text}`,
  panelNote: `margin:0 0 8px;${BODY_TEXT};color:${light.text}`,
  linkLine: `margin:0;${BODY_TEXT};color:${light.text}`,
  plainLine: `margin:0;padding:9px 0;${BODY_TEXT};color:${light.text}`,
  /** A link that a thumb can hit: 44px high. */
  target: `display:inline-block;padding:9px 0;color:${light.link};text-decoration:underline`,
  /** A term in a sentence, which leads to its explanation. */
  term: `color:${light.link};text-decoration:underline`,
  /** A paragraph in another language than the rest, set apart. */
  aside: `margin:0 0 24px;padding:12px 16px;border:2px solid ${light.edge};text-align:left;${BODY_TEXT};color:${light.text}`,
  footer: `margin:40px 0 0;padding:20px 0 0;border-top:2px solid ${light.edge};color:${light.text}`,
  preheader:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px',
} as const

const RIGHT_TO_LEFT = Object.fromEntries(
  Object.entries(LEFT_TO_RIGHT).map(([name, style]) => [
    name,
    style.replace(/\b(left|right)\b/g, (side) => (side === 'left' ? 'right' : 'left')),
  ]),
) as EmailStyle

/** `!important`, because inline styles would win otherwise. */
export const STYLE_SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: ${dark.page} !important; }
  .page, .page h1, .page h2, .page h3, .page p, .page li, .page ul, .page ol { color: ${dark.text} !important; }
  .page .council { color: ${dark.quiet} !important; }
  .page .aside { border-color: ${dark.edge} !important; }
  .page .panel { background-color: ${dark.panel} !important; border-color: ${dark.edge} !important; }
  .page .footer { border-color: ${dark.edge} !important; }
  .page a { color: ${dark.link} !important; }
}
@media (max-width: 400px) {
  .page h1 { font-size: 25px !important; }
}
@media print {
  .page .column { max-width: none !important; }
}
`
