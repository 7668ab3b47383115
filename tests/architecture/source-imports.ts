import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** One import: where it stands, and what it is of. */
export interface Import {
  readonly file: string
  readonly line: number
  /** A file of ours, by its path from the root, or the name of a package as it is written. */
  readonly target: string
  readonly isPackage: boolean
}

/** `import x from`, `export x from`, either of types alone, `import 'x'`, and `import('x')`, as the formatter writes them. */
const IMPORT = /\bfrom '([^'\n]+)'|^import '([^'\n]+)'|\bimport\(\s*'([^'\n]+)'/gm

/** An import of what is only known when it runs. */
const WORKED_OUT = /\bimport\(\s*[^\s')]/

/**
 * The imports in the text of a file.
 * @param file its path from the root
 * @param ours the folder of each package that is a part of this repository, by its name
 */
export function importsIn(file: string, text: string, ours: ReadonlyMap<string, string> = new Map()): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const written = match[1] ?? match[2] ?? match[3] ?? ''
    const line = text.slice(0, match.index + match[0].length).split('\n').length
    if (written.startsWith('.'))
      return { file, line, target: posix.join(posix.dirname(file), written), isPackage: false }
    const folder = ours.get(packageName(written))
    return { file, line, target: folder ?? written, isPackage: folder === undefined }
  })
}

/** Whether the text imports something by a path that it works out, which nobody can follow. */
export function importsWorkedOut(text: string): boolean {
  return WORKED_OUT.test(text)
}

/** Every file of ours that can import something, with its text. */
export function sourceFiles(): { readonly file: string; readonly text: string }[] {
  const files = ['.ci/*.{ts,js}', '{bin,lambdas,lib,local,tests}/**/*.{ts,js,mjs}'].flatMap((pattern) =>
    globSync(pattern, { cwd: ROOT, exclude: (name) => name === 'node_modules' || name === 'generated' }),
  )
  return files.sort().map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))
}

/** The folders of the packages that are parts of this repository, by name: the workspaces of package.json. */
export function ourPackages(): Map<string, string> {
  const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8'))
  const folders: readonly string[] = read('.').workspaces ?? []
  return new Map(folders.map((folder) => [String(read(folder).name), folder]))
}

/** "@scope/name/part" is of the package "@scope/name", "name/part" of "name". */
function packageName(written: string): string {
  return written.split('/', written.startsWith('@') ? 2 : 1).join('/')
}
