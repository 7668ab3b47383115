import type { CouncilForFamilies } from '../../guidance/council-for-families.ts'
import type { GuidancePage, Organisations, PageLink, Part } from '../../guidance/page.ts'
import { type Helper, helper } from '../helpers.ts'
import { type LinkedText, termLinks } from '../term-links.ts'

/** A part with the word by which the template knows it. */
type PartView =
  | { readonly kind: 'paragraph' | 'important'; readonly words: LinkedText }
  | { readonly kind: 'points' | 'numbered'; readonly items: readonly LinkedText[] }
  | { readonly kind: 'action'; readonly action: PageLink }
  | { readonly kind: 'links'; readonly links: readonly (PageLink & { readonly isElsewhere: boolean })[] }
  | { readonly kind: 'contact'; readonly helpers: readonly Helper[] }
  | { readonly kind: 'organisations'; readonly organisations: Organisations['organisations'] }

/** A page of guidance as page.njk shows it. */
export function pageView(page: GuidancePage, council: CouncilForFamilies) {
  const inWords = termLinks(council, page.explains)
  const view = (part: Part): PartView => {
    if (typeof part === 'string') return { kind: 'paragraph', words: inWords(part) }
    if ('important' in part) return { kind: 'important', words: inWords(part.important) }
    if ('points' in part) return { kind: 'points', items: part.points.map(inWords) }
    if ('numbered' in part) return { kind: 'numbered', items: part.numbered.map(inWords) }
    if ('action' in part) return { kind: 'action', action: part.action }
    if ('contact' in part) return { kind: 'contact', helpers: [helper(part)] }
    if ('organisations' in part) return { kind: 'organisations', organisations: part.organisations }
    return { kind: 'links', links: part.links.map((link) => ({ ...link, isElsewhere: /^https:/.test(link.href) })) }
  }
  return {
    title: page.title,
    introduction: page.introduction.map(view),
    sections: page.sections.map(({ parts, ...section }) => ({ ...section, parts: parts.map(view) })),
    sources: page.sources,
  }
}
