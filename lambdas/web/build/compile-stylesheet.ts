import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

/** Compiles styles/staff.scss with the parts of govuk-frontend that it uses. @throws Error that names the line. */
export function compileStylesheet(): string {
  const govuk = dirname(fileURLToPath(import.meta.resolve('govuk-frontend/package.json')))
  return compile(fileURLToPath(new URL('../../staff/styles/staff.scss', import.meta.url)), {
    loadPaths: [`${govuk}/dist`],
    style: 'compressed',
    quietDeps: true,
  }).css
}
