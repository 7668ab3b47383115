import { readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'

const LAMBDAS = new URL('../../', import.meta.url)
const GOVUK = new URL(`${dirname(import.meta.resolve('govuk-frontend/package.json'))}/dist/`)
const REFERENCE = /\{%-?\s*(?:from|include|extends|import)\s+["']([^"']+)["']/g

/**
 * The sources of these templates and of every template that they draw on, by name. A template's name is its file below
 * lambdas/: "staff/cases/case.njk". Names with "govuk/" are govuk-frontend's.
 */
export function templateSources(names: readonly string[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>()
  const toRead = [...names]
  for (let name = toRead.pop(); name !== undefined; name = toRead.pop()) {
    if (sources.has(name)) continue
    const source = readFileSync(new URL(name, name.startsWith('govuk/') ? GOVUK : LAMBDAS), 'utf8')
    sources.set(name, source)
    for (const [, reference = ''] of source.matchAll(REFERENCE)) toRead.push(resolveTemplate(name, reference))
  }
  return sources
}

/** The name of a template that another refers to, by its own name or relative to the other. */
function resolveTemplate(from: string, reference: string): string {
  return reference.startsWith('.') ? posix.join(posix.dirname(from), reference) : reference
}
