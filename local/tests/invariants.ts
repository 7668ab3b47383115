import type { SourceFile } from './imports.ts'

/** Something that always holds, as the head of a file states it. */
export interface Invariant {
  /** For example `Engine 3`, as tests name it. */
  readonly name: string
  readonly sentence: string
  /** The file that keeps it. */
  readonly path: string
}

/** The invariants that are numbered at the head of files, in the order in which they stand. */
export function statedInvariants(files: readonly Pick<SourceFile, 'path' | 'text'>[]): readonly Invariant[] {
  return files.flatMap(({ path, text }) => {
    const head = /^\/\*\*[\s\S]*?\*\//.exec(text)?.[0] ?? ''
    return [...head.matchAll(/^ \* ([A-Z][a-z]+(?: [a-z]+)* \d+)\. (.+)$/gm)].map(([, name = '', sentence = '']) => ({
      name,
      sentence,
      path,
    }))
  })
}

/** The invariants that the titles of tests name in brackets. */
export function namedInvariants(files: readonly Pick<SourceFile, 'text'>[]): ReadonlySet<string> {
  const titles = files.flatMap(({ text }) => [
    ...text.matchAll(/^\s*(?:(?:it|behaviour)\(|\]\)\(|behaviour\('[^']*', )?'([^'\n]*\[[^'\n]*\])',(?:$| )/gm),
  ])
  return new Set(
    titles.flatMap(([, title = '']) => [...title.matchAll(/\[([A-Z][a-z ]+ \d+)\]/g)].map(([, name = '']) => name)),
  )
}
