import type { FactType } from '../../cases/fact.ts'
import { type Field, inputNames, type Problem, type Typed } from '../../web/forms/field.ts'
import { formOnCasePage } from './all-facts.ts'

/** One of the facts that a page records, and what stands before the names of its inputs to tell them from the others'. */
export interface Part {
  readonly type: FactType
  /** Empty for the fact of the page's address: it has the names of its own form. */
  readonly prefix: string
}

/**
 * The inputs that name the other facts of a page, in the order in which they were added to it. `before`: what is needed by
 * another one, and stands above it. `after`: what the same letter tells besides.
 */
export const PART_LISTS = ['before', 'after'] as const
export type PartList = (typeof PART_LISTS)[number]

/** More than any letter tells. */
const MOST_PARTS = 10

/** The facts of a page in its order, which is that of recording: what is needed stands above what needs it. */
export function partsOf(main: FactType, typed: Typed): readonly Part[] {
  return [...added('before', typed).toReversed(), { type: main, prefix: '' }, ...added('after', typed)]
}

function added(list: PartList, typed: Typed): readonly Part[] {
  return typesIn(list, typed).map((type, index) => ({ type, prefix: prefixOf(list, index) }))
}

function typesIn(list: PartList, { [list]: words = '' }: Typed): readonly FactType[] {
  return words
    .split(' ')
    .flatMap((word) => formOnCasePage(word)?.type ?? [])
    .slice(0, MOST_PARTS)
}

function prefixOf(list: PartList, index: number): string {
  return `${list}${index + 1}-`
}

/** Where a part is on its page. */
export function partId(prefix: string): string {
  return prefix === '' ? 'this-fact' : prefix.slice(0, -1)
}

/** Where the fact will be that is added next. */
export function nextPartId(typed: Typed): string {
  return partId(prefixOf('after', typesIn('after', typed).length))
}

/** What was typed, with one more fact. @param begins what its form begins with */
export function withPart(list: PartList, type: FactType, typed: Typed, begins: Typed): Typed {
  const types = typesIn(list, typed)
  const prefix = prefixOf(list, types.length)
  return { ...typed, [list]: [...types, type].join(' '), ...renamed(begins, (name) => prefix + name) }
}

/** What was typed, without one of the facts that the same letter tells. */
export function withoutPart(prefix: string, typed: Typed): Typed {
  const parts = added('after', typed)
  const kept = parts.filter((part) => part.prefix !== prefix)
  const rest = Object.entries(typed).filter(([name]) => !parts.some((part) => name.startsWith(part.prefix)))
  const nothing: Typed = { ...Object.fromEntries(rest), after: '' }
  return kept.reduce((so, part) => withPart('after', part.type, so, typedInto(part, typed)), nothing)
}

/** What was typed into one part, under the names of its form. */
export function typedInto({ prefix }: Pick<Part, 'prefix'>, typed: Typed): Typed {
  const own = Object.entries(typed).filter(([name]) => name.startsWith(prefix))
  return renamed(Object.fromEntries(own), (name) => name.slice(prefix.length))
}

/** The questions of a part under the names that they have on the page. */
export function fieldsOn({ prefix }: Pick<Part, 'prefix'>, fields: readonly Field[]): readonly Field[] {
  return fields.map((field) => ({ ...field, name: prefix + field.name }))
}

/** The problems of a part, at its questions; one that no question is asked about is told of the page. */
export function problemsOn(
  { prefix }: Pick<Part, 'prefix'>,
  fields: readonly Field[],
  problems: readonly Problem[],
): readonly Problem[] {
  const names = new Set(fields.map(({ name }) => name))
  return problems.map((one) => (names.has(one.field) ? { ...one, field: prefix + one.field } : { ...one, field: '' }))
}

/** The inputs of a page's questions, and nothing else that came with them. */
export function typedAnswersTo(fields: readonly Field[], typed: Typed): Typed {
  const names = new Set(fields.flatMap(inputNames))
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)))
}

function renamed(typed: Typed, rename: (name: string) => string): Typed {
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [rename(name), value]))
}
