import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { StaffPages } from '../pages/compiled-pages.ts'
import { templateSources } from './template-sources.ts'

const STAFF = new URL('../../staff/', import.meta.url)
const GENERATED = new URL('generated/pages.js', STAFF)
const FINGERPRINT = /^\/\/ Made from ([0-9a-f]{64})\n/

/**
 * Compiles the templates and the stylesheet of the staff pages into generated/pages.js, from which the function is
 * bundled: nothing is compiled where it runs. Does nothing when what is there was made from the same sources.
 *
 * @returns the pages, ready for use
 * @throws Error from nunjucks or sass when a template or a stylesheet cannot be compiled
 */
export async function buildStaffPages(): Promise<StaffPages> {
  const names = readdirSync(new URL('templates/', STAFF)).filter((name) => name.endsWith('.njk'))
  const sources = templateSources(names)
  const fingerprint = fingerprintOf(sources)
  if (madeFrom() !== fingerprint) {
    // Loaded only when there is something to compile: sass alone takes longer to load than all the rest.
    const [{ compileTemplates }, { compileStylesheet }] = await Promise.all([
      import('./compile-templates.ts'),
      import('./compile-stylesheet.ts'),
    ])
    replaceFile(GENERATED, moduleOf(fingerprint, compileTemplates(sources), compileStylesheet()))
  }
  const { default: pages } = (await import(`${pathToFileURL(fileURLToPath(GENERATED)).href}?${fingerprint}`)) as {
    default: StaffPages
  }
  return pages
}

/** Everything that decides what is generated: the sources, the stylesheet, the packages' versions and this code. */
function fingerprintOf(sources: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const [name, source] of [...sources].sort()) hash.update(`${name}\n${source}\n`)
  for (const folder of [new URL('styles/', STAFF), new URL('.', import.meta.url)]) {
    for (const name of readdirSync(folder).sort()) hash.update(readFileSync(new URL(name, folder)))
  }
  // The versions of nunjucks, sass and govuk-frontend are pinned there.
  hash.update(readFileSync(new URL('../../package.json', STAFF)))
  return hash.digest('hex')
}

function madeFrom(): string | undefined {
  return existsSync(GENERATED) ? FINGERPRINT.exec(readFileSync(GENERATED, 'utf8').slice(0, 100))?.[1] : undefined
}

function moduleOf(fingerprint: string, templates: ReadonlyMap<string, string>, css: string): string {
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 16)
  const compiled = [...templates].map(([name, code]) => `${JSON.stringify(name)}: ${code}`)
  return `// Made from ${fingerprint}
export default {
  stylesheet: { path: "/assets/staff-${hash}.css", css: ${JSON.stringify(css)} },
  templates: {
${compiled.join(',\n')}
  },
}
`
}

/** Several processes may build at once: each writes a file of its own, and the last to be renamed stays. */
function replaceFile(file: URL, contents: string): void {
  mkdirSync(new URL('.', file), { recursive: true })
  const draft = new URL(`pages.${process.pid}.draft.js`, file)
  writeFileSync(draft, contents)
  renameSync(draft, file)
}
