import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** The pages that describe the house as it is. A decision describes it as it was when it was taken. */
const PAGES = ['*.md', 'docs/*.md', 'local/*.md', 'statemachines/*.md'].flatMap((pattern) =>
  globSync(pattern, { cwd: ROOT }),
)

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8')

  it('names only files and folders that are there', () => {
    // A package's page speaks of its own folders.
    const isThere = (path: string) => [path, join(posix.dirname(page), path)].some((one) => isFound(one))
    expect(pathsIn(text).filter((path) => !isThere(path))).toEqual([])
  })

  it('links only to files that are there', () => {
    const files = linksIn(text).map((link) => posix.join(posix.dirname(page), link))
    expect(files.filter((file) => !isFound(file))).toEqual([])
  })
})

it('finds what the pages name', () => {
  expect(PAGES).toContain('CONTRIBUTING.md')
  expect(pathsIn('`lambdas/law`, `lambdas/*/words/`, `node bin/dates.ts --x`, `mediation/advice`, lib')).toEqual([
    'lambdas/law',
    'lambdas/*/words/',
    'bin/dates.ts',
  ])
  expect(linksIn('[a](docs/a.md#part) ![b](b.png) [c](https://example.com) [d](#e)')).toEqual(['docs/a.md', 'b.png'])
})

function isFound(path: string): boolean {
  return globSync(path, { cwd: ROOT }).length > 0
}

/** What stands between backticks and begins with a folder of ours. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`[^`\n]+`/g)].flatMap(([code]) =>
    [...code.matchAll(/(?<![\w./-])(?:bin|docs|lambdas|lib|local|statemachines|tests)\/[\w./*-]+/g)].map(
      ([path]) => path,
    ),
  )
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link]) => link ?? '')
    .filter((link) => !link.includes(':'))
}
