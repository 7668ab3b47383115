import { type Html, html } from './html.ts'

/** Where the pages of this machine are. */
export interface PageLinks {
  /** The application's own pages; `undefined` when it has no HTTP API. */
  readonly apiUrl: string | undefined
}

/** A whole page of the console or the mailbox. */
export function page(title: string, main: Html, links: PageLinks): string {
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - this machine</title>
<link rel="stylesheet" href="/console/style.css">
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header>
<p class="service">AWS on this machine</p>
<nav aria-label="This machine">
<ul>
<li><a href="/console">Console</a></li>
<li><a href="/mailbox">Mailbox</a></li>
${links.apiUrl === undefined ? undefined : html`<li><a href="${links.apiUrl}">The application</a></li>`}
</ul>
</nav>
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`.text
}

/** A table with a caption and column headers; the first cell of each row is its header. A sentence when it has no rows. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (Html | string | number | undefined)[])[],
  whenEmpty: string,
): Html {
  if (rows.length === 0) return html`<p>${whenEmpty}</p>`
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first, ...rest]) =>
    html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody>
</table></div>`
}

/** Stated on every page: no script, nothing from elsewhere, never inside another site's frame. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** The pages' stylesheet. Text and links have a contrast of at least 7:1 on their ground. */
export const STYLESHEET = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
header { background: #1b2a41; color: #fff; padding: .75rem 1.5rem; display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline; }
header a { color: #fff; }
.service { font-weight: 700; margin: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: 1.5rem; list-style: none; margin: 0; padding: 0; }
main { padding: 1rem 1.5rem 3rem; max-width: 90rem; }
main:focus { outline: none; }
h1 { font-size: 1.75rem; margin: .5rem 0 1rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
a { color: #0b4a8f; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, .scroll:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; color: #0b4a8f; padding: .5rem 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #c4c9d1; }
tbody th { font-weight: 400; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
form { display: inline-block; margin: 0 1rem .75rem 0; }
fieldset { border: 1px solid #c4c9d1; padding: .5rem 1rem; margin: 0; }
label { display: inline-block; margin-right: .5rem; }
input, button { font: inherit; padding: .3rem .6rem; border: 2px solid #1b2a41; border-radius: 3px; background: #fff; color: #1b1b1b; }
button { background: #1b2a41; color: #fff; cursor: pointer; }
.clock { font-size: 1.25rem; font-weight: 600; }
.error { border-left: 6px solid #a3160b; padding: .5rem 1rem; color: #7a1008; background: #fdf3f2; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f3f5f8; padding: 1rem; border: 1px solid #c4c9d1; }
iframe { width: 100%; height: 45rem; border: 1px solid #5b6472; background: #fff; }
`
