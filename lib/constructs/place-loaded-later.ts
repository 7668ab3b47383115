/** Run when a function is bundled (loaded-later.ts): place-loaded-later.ts FOLDER --package NAME --file NAME ... */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { REQUIRE_IN_MODULES } from './require-in-modules.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    package: { type: 'string', multiple: true, default: [] },
    file: { type: 'string', multiple: true, default: [] },
  },
})
const [bundle] = positionals
if (bundle === undefined) throw new Error('Name the folder of the bundle first.')
const modules = join(bundle, 'node_modules')

// Together, so that what they share is there once: fontkit is a part of pdfkit.
await build({
  entryPoints: Object.fromEntries(values.package.map((name) => [`${name}/index`, name])),
  outdir: modules,
  outExtension: { '.js': '.mjs' },
  absWorkingDir: fileURLToPath(new URL('../../', import.meta.url)),
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE_IN_MODULES },
  logLevel: 'error',
})
for (const name of values.package) {
  writeFileSync(join(modules, name, 'package.json'), JSON.stringify({ name, type: 'module', exports: './index.mjs' }))
}
for (const name of values.file) {
  const copy = join(modules, name)
  mkdirSync(dirname(copy), { recursive: true })
  copyFileSync(fileURLToPath(import.meta.resolve(name)), copy)
}
