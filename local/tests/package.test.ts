import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstCircle, PACKAGE, type SourceFile, sourceFile, sourceFiles } from './imports.ts'

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string>>
  readonly bin: Readonly<Record<string, string>>
}

const { dependencies, devDependencies, exports, bin } = JSON.parse(
  readFileSync(join(PACKAGE, 'package.json'), 'utf8'),
) as PackageFile
const files = sourceFiles()
/** Kept out of the examples below, so that they are no paths of this file. */
const UP = '..'
const isForTests = (path: string) => path.startsWith('tests/') || path === 'vitest.config.ts'

/** What a file names that this package does not have. */
function strangersOf({ path, paths, packages }: SourceFile): string[] {
  const known = ['node:', ...Object.keys(dependencies), ...(isForTests(path) ? Object.keys(devDependencies) : [])]
  return [
    ...paths.filter((one) => one.startsWith('..')),
    ...packages.filter((one) => !known.includes(one)),
    ...(isForTests(path) ? [] : paths.filter(isForTests)),
  ].map((one) => `${path} names ${one}`)
}

describe('this package', () => {
  it('stands alone: its files name each other, Node, and the packages of its package.json', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(files.flatMap(strangersOf)).toEqual([])
  })

  it.each([
    [`import { x } from '${UP}/${UP}/lambdas/x.ts'`, 'dynamodb/one.ts', '../lambdas/x.ts'],
    [`  new URL('${UP}/${UP}/${UP}/cdk.out', import.meta.url)`, 'tests/dynamodb/one.ts', '../cdk.out'],
    ["import { z } from 'zod'", 'one.ts', 'zod'],
    ["import type {\n  App,\n} from 'aws-cdk-lib/core'", 'one.ts', 'aws-cdk-lib'],
    [`const x = await ${'import'}('@scope/name/file.js')`, 'tests/one.ts', '@scope/name'],
    ["import { TABLE } from './tests/setup.ts'", 'one.ts', 'tests/setup.ts'],
  ])('would be seen to lean on others: %s', (text, path, stranger) => {
    expect(strangersOf(sourceFile(path, text))).toEqual([`${path} names ${stranger}`])
  })

  it('has no circle of imports', () => {
    expect(firstCircle(files)).toBeUndefined()
    const circle = [
      sourceFile('a.ts', "import { b } from './b/b.ts'"),
      sourceFile('b/b.ts', "import type { c } from '../c.ts'"),
      sourceFile('c.ts', "export { a } from './b/b.ts'"),
    ]
    expect(firstCircle(circle)).toEqual(['b/b.ts', 'c.ts', 'b/b.ts'])
  })

  it('asks for no package that its own code does not import', () => {
    const imported = new Set(files.filter(({ path }) => !isForTests(path)).flatMap(({ packages }) => packages))
    // Node itself is what runs it.
    expect(Object.keys(dependencies).filter((name) => name !== 'node' && !imported.has(name))).toEqual([])
  })

  it('has one idiom for private members, #name, and error classes for errors', () => {
    const others = /^\s+(?:private|protected) |Object\.assign\(\s*new \w*Error/m
    expect(files.filter(({ text }) => others.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('exports files that are there', () => {
    const paths = files.map(({ path }) => `./${path}`)
    expect(
      [...Object.values(exports), ...Object.values(bin).map((file) => `./${file}`)].filter(
        (file) => !paths.includes(file),
      ),
    ).toEqual([])
  })
})
