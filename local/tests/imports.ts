import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** The folder of this package. */
export const PACKAGE = resolve(import.meta.dirname, '..')

/** One file of this package and what it names: paths are relative to the package, and begin with `..` outside it. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** What its relative imports, and other texts that begin with `./` or `../`, lead to. */
  readonly paths: readonly string[]
  /** The packages that it imports, and Node's own modules. */
  readonly packages: readonly string[]
  /** Relative imports only. */
  readonly imports: readonly string[]
}

const IMPORT = /(?:^(?:import|export|\}).*\bfrom |^import |\b(?:import|require|load)\()(['"`])([^'"`\n]+)\1/gm
const RELATIVE = /(['"`])(\.{1,2}\/[^'"`\n]*)\1/g

/** Every file of code in this package, tests included. */
export function sourceFiles(): readonly SourceFile[] {
  return readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|js|mjs)$/.test(path) && !/(^|\/)(node_modules|cdk\.out|\.[^/]+)\//.test(path))
    .map((path) => sourceFile(path, readFileSync(join(PACKAGE, path), 'utf8')))
}

/** What a file of this package names, from its text. */
export function sourceFile(path: string, text: string): SourceFile {
  const leadsTo = (name: string) => relative(PACKAGE, resolve(PACKAGE, dirname(path), name))
  const imported = [...text.matchAll(IMPORT)].map(([, , name = '']) => name)
  return {
    path,
    text,
    paths: [...text.matchAll(RELATIVE)].map(([, , name = '']) => leadsTo(name)),
    packages: imported.filter((name) => !name.startsWith('.')).map(packageOf),
    imports: imported.filter((name) => name.startsWith('.')).map(leadsTo),
  }
}

function packageOf(name: string): string {
  return name.startsWith('node:') ? 'node:' : name.split('/', name.startsWith('@') ? 2 : 1).join('/')
}

/** The first circle of imports, as the paths along it; undefined when there is none. */
export function firstCircle(files: readonly Pick<SourceFile, 'path' | 'imports'>[]): readonly string[] | undefined {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  const search = (path: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const next of importsOf.get(path) ?? []) {
      const circle = search(next, [...way, path])
      if (circle !== undefined) return circle
    }
    done.add(path)
    return undefined
  }
  for (const { path } of files) {
    const circle = search(path, [])
    if (circle !== undefined) return circle
  }
  return undefined
}
