import { html } from '../console/html.ts'
import type { LocalPerson } from './worker-messages.ts'

/** The page on which somebody is picked to sign in as. It runs no script. */
export function choosePage(people: readonly LocalPerson[]): string {
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Who are you? - this machine</title>
<style>
body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 1.1em/1.5 system-ui, sans-serif; color: #1b1b1b; background: #ffffff }
button { display: block; width: 100%; margin: 0.6em 0; padding: 0.7em 1em; border: 2px solid #22343c; border-radius: 4px; font: inherit; text-align: left; color: inherit; background: #f0f3f4; cursor: pointer }
button:focus { outline: 3px solid #b35900; outline-offset: 2px }
</style>
</head>
<body>
<main>
<h1>Who are you?</h1>
<p>This stands in for a directory, on this machine only. Pick somebody to sign in as. There is no password.</p>
<form method="post">
${people.map(({ id, label }) => html`<button name="person" value="${id}">${label}</button>`)}
</form>
</main>
</body>
</html>
`.text
}
