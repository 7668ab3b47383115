import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

/** Compiles a stylesheet with the parts of govuk-frontend that it uses. @throws Error that names the line. */
export function compileStylesheet(file: URL): string {
  const govuk = dirname(fileURLToPath(import.meta.resolve('govuk-frontend/package.json')))
  return compile(fileURLToPath(file), {
    loadPaths: [`${govuk}/dist`],
    style: 'compressed',
    quietDeps: true,
  }).css
}
