import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CompiledPages } from '../pages/compiled-pages.ts'
import { templateSources } from './template-sources.ts'

/** The folders of lambdas/ that have pages. Each is a function of its own, with its own templates and styles only. */
export const FOLDERS_OF_PAGES = ['public', 'staff'] as const
export type FolderOfPages = (typeof FOLDERS_OF_PAGES)[number]

const LAMBDAS = new URL('../../', import.meta.url)
const FINGERPRINT = /^\/\/ Made from ([0-9a-f]{64})\n/

/**
 * Compiles the templates and the stylesheet of a folder of pages into its generated/pages.js, from which the function is
 * bundled: nothing is compiled where it runs. Does nothing when what is there was made from the same sources.
 *
 * The templates are those in the folder, next to the routes that show them, and what they draw on.
 *
 * @returns the pages, ready for use
 * @throws Error from nunjucks or sass when a template or a stylesheet cannot be compiled
 */
export async function buildPages(folder: FolderOfPages): Promise<CompiledPages> {
  const sources = templateSources(filesBelow(`${folder}/`, '.njk'))
  const fingerprint = fingerprintOf(sources)
  const generated = new URL(`${folder}/generated/pages.js`, LAMBDAS)
  if (madeFrom(generated) !== fingerprint) {
    // Loaded only when there is something to compile: sass alone takes longer to load than all the rest.
    const [{ compileTemplates }, { compileStylesheet }] = await Promise.all([
      import('./compile-templates.ts'),
      import('./compile-stylesheet.ts'),
    ])
    const css = compileStylesheet(new URL(`${folder}/${folder}.scss`, LAMBDAS))
    replaceFile(generated, moduleOf(fingerprint, folder, compileTemplates(sources), css))
  }
  const { default: pages } = (await import(`${pathToFileURL(fileURLToPath(generated)).href}?${fingerprint}`)) as {
    default: CompiledPages
  }
  return pages
}

/** The names of the files with this ending below a folder of lambdas/, from there: "staff/cases/case.njk". */
function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, LAMBDAS), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => folder + name.replaceAll('\\', '/'))
    .sort()
}

/** Everything that decides what is generated: the templates, all stylesheets, the packages' versions and this code. */
function fingerprintOf(sources: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const [name, source] of [...sources].sort()) hash.update(`${name}\n${source}\n`)
  const styles = ['web/', ...FOLDERS_OF_PAGES.map((folder) => `${folder}/`)].flatMap((it) => filesBelow(it, '.scss'))
  for (const name of [...styles, ...filesBelow('web/build/', '.ts')]) {
    hash.update(readFileSync(new URL(name, LAMBDAS)))
  }
  // The versions of nunjucks, sass and govuk-frontend are pinned there.
  hash.update(readFileSync(new URL('../package.json', LAMBDAS)))
  return hash.digest('hex')
}

function madeFrom(generated: URL): string | undefined {
  return existsSync(generated) ? FINGERPRINT.exec(readFileSync(generated, 'utf8').slice(0, 100))?.[1] : undefined
}

function moduleOf(
  fingerprint: string,
  folder: FolderOfPages,
  templates: ReadonlyMap<string, string>,
  css: string,
): string {
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 16)
  const compiled = [...templates].map(([name, code]) => `${JSON.stringify(name)}: ${code}`)
  return `// Made from ${fingerprint}
export default {
  stylesheet: { path: "/assets/${folder}/${hash}.css", css: ${JSON.stringify(css)} },
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
