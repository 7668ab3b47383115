import { readdirSync } from 'node:fs'
import type { Council } from '../../lambdas/cases/council.ts'
import type { GuidancePage, PageLink, Part } from '../../lambdas/guidance/page.ts'
import { loadCouncil } from '../../lib/councils/council-schema.ts'

const FOLDER = new URL('../../lib/councils/', import.meta.url)

/** Every council's configuration, with the name of its file. */
export const COUNCILS: readonly (readonly [string, Council])[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, loadCouncil(new URL(file, FOLDER))])

/** Everything that a page says, one text a paragraph or point, without names and addresses. */
export function textsOf({ title, introduction, sections }: GuidancePage): readonly string[] {
  return [
    title,
    ...introduction.flatMap(textsOfPart),
    ...sections.flatMap(({ heading, parts }) => [heading, ...parts.flatMap(textsOfPart)]),
  ]
}

function textsOfPart(part: Part): readonly string[] {
  if (typeof part === 'string') return [part]
  if ('important' in part) return [part.important]
  if ('points' in part) return part.points
  if ('numbered' in part) return part.numbered
  if ('contact' in part) return [`${part.what}.`]
  if ('organisations' in part) return part.organisations.map(({ help }) => help)
  return linksOfPart(part).flatMap(({ text, about }) => [text, ...(about ? [about] : [])])
}

/** Every link of a page, its sources among them. */
export function linksOf({ introduction, sections, sources }: GuidancePage): readonly PageLink[] {
  return [
    ...[...introduction, ...sections.flatMap(({ parts }) => parts)].flatMap(linksOfPart),
    ...sources.map(({ title, url }) => ({ text: title, href: url })),
  ]
}

function linksOfPart(part: Part): readonly PageLink[] {
  if (typeof part === 'string') return []
  if ('action' in part) return [part.action]
  if ('links' in part) return part.links
  if ('organisations' in part) return part.organisations.map(({ name, website }) => ({ text: name, href: website }))
  return []
}

export function sentencesIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/(?<=[.?!:])\s+/))
}
